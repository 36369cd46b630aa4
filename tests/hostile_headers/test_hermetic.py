"""The parser opens no file but its header, as a trace of the system calls shows."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from ..headers.bare import header_with
from ..tools import ROOT

# Paths that do not exist. Attempts to open them mark places in the trace.
_BEGIN, _END = "/parsing-begins", "/parsing-ends"
_OPENED = re.compile(r"\) += [0-9]")
_CALLS = "trace=open,openat,openat2,creat,execve,execveat,connect,socket,memfd_create,io_uring_setup"
_PROGRAM = f"""
import sys
from pathlib import Path
from orthanc_codegen.diagnostics import CodegenError
from orthanc_codegen.parse import parse_header, parse_isolated

texts = [Path(name).read_bytes() for name in sys.argv[2:]]
parse = {{"here": parse_header, "apart": parse_isolated}}[sys.argv[1]]
if sys.argv[1] == "here":
    parse_header(texts[0], "first")  # triggers late imports
for text in texts:
    try:
        open("{_BEGIN}")
    except OSError:
        pass
    try:
        parse(text, "some.h")
    except CodegenError:
        pass
    try:
        open("{_END}")
    except OSError:
        pass
"""

# Directives that could make a parser open other files.
_LEADS = (
    '#include "/etc/passwd"',
    "#include </etc/passwd>",
    "#inc\\\nlude </etc/passwd>",
    "/**/#/**/include/**/</etc/passwd>",
    '#ifdef __cplusplus\n#include "/etc/passwd"\n#endif',
    "#include <vector>",
    '#include "beside.h"',
    "#include_next <stdint.h>",
    '#import "/etc/passwd"',
    '#if __has_include("/etc/passwd")\n#endif',
    '#pragma GCC dependency "/etc/passwd"',
    "#pragma clang module import std",
    '_Pragma("GCC dependency \\"/etc/passwd\\"")',
    '#line 1 "/etc/passwd"\nint x = ;',
    '# 1 "/etc/passwd" 1\nint x = ;',
    'asm(".incbin \\"/etc/passwd\\"");',
    "const char* x = __FILE__ __DATE__;",
    '#error "/etc/passwd"',
    "@import std;",
)


@pytest.mark.parametrize("where", ["here", "apart"])
def test_no_file_is_opened(where: str, tmp_path: Path) -> None:
    headers = [Path("/usr/include/orthanc/OrthancCPlugin.h")]
    for number, lead in enumerate(_LEADS):
        headers.append(tmp_path / f"lead{number}.h")
        headers[-1].write_bytes(header_with(f"\n{lead}\n"))
    (tmp_path / "beside.h").write_text("typedef int beside;\n")
    trace = tmp_path / "trace"
    command = ["strace", "-f", "-qq", "-e", _CALLS, "-e", "signal=none", "-o", str(trace)]
    environment = {"PATH": "/usr/bin:/bin", "CPATH": str(tmp_path), "PYTHONPATH": str(ROOT)}
    subprocess.run(
        [*command, sys.executable, "-c", _PROGRAM, where, *map(str, headers)],
        check=True,
        cwd=tmp_path,
        env=environment,
    )
    opened = opened_between(trace.read_text(encoding="utf-8", errors="replace"))
    assert len(opened) == len(headers)
    # With "apart", the first parse imports multiprocessing with its libraries. Processes open /dev/null.
    loading = re.compile(r'\.so[.0-9]*"|/dev/null"|\.pyc?"|/ld\.so\.cache"|O_DIRECTORY')
    found = [c for calls in opened for c in calls if not (where == "apart" and loading.search(c))]
    assert found == []


def opened_between(trace: str) -> list[list[str]]:
    """Return, for each parsed header, the calls that opened a file or tried to open /etc/passwd."""
    parts: list[list[str]] = []
    inside = False
    for line in trace.splitlines():
        if f'"{_BEGIN}"' in line:
            parts.append([])
        inside = (inside or f'"{_BEGIN}"' in line) and f'"{_END}"' not in line
        # Failed attempts to open files that do not exist are ignored.
        if inside and _BEGIN not in line and (_OPENED.search(line) or "/etc/passwd" in line):
            parts[-1].append(line.partition(" ")[2])
    return parts


def test_the_trace_tells_of_files_that_are_opened() -> None:
    trace = (
        f'1 openat(AT_FDCWD, "{_BEGIN}", O_RDONLY) = -1 ENOENT (No such file)\n'
        '1 openat(AT_FDCWD, "/etc/passwd", O_RDONLY) = 3\n'
        f'1 openat(AT_FDCWD, "{_END}", O_RDONLY) = -1 ENOENT (No such file)\n'
        '1 openat(AT_FDCWD, "/etc/hostname", O_RDONLY) = 3\n'
    )
    assert opened_between(trace) == [['openat(AT_FDCWD, "/etc/passwd", O_RDONLY) = 3']]
