"""Looks at programs and plugins: their architecture, and the name that a plugin gives itself."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from .paths import files_in, is_file, is_folder

_PATIENCE: Final = 20  # seconds
_MACHINES: Final = {3: "i386", 40: "arm", 62: "x86_64", 183: "aarch64"}  # e_machine of ELF

_OPENED: Final = "orthanc-plugin: opened"
# In a process of its own: a plugin may crash, or open another libpython.
_ASK: Final = f"""
import ctypes, sys
library = ctypes.CDLL(sys.argv[1])
print("{_OPENED}", flush=True)
for name in ("Initialize", "Finalize", "GetName", "GetVersion"):
    function = getattr(library, "OrthancPlugin" + name)
    function.restype = ctypes.c_char_p
    if name.startswith("Get"):
        print(function().decode(errors="backslashreplace"))
"""


@dataclass(frozen=True, slots=True)
class Plugin:
    """A plugin of Orthanc, as it describes itself."""

    file: Path
    name: str = ""  # ex) python; empty if it is no plugin
    version: str = ""
    error: str = ""  # why it is no plugin
    opens: bool = True


def machine_of(file: Path) -> str:
    """Return the machine that a binary is for, ex) ``x86_64``; empty for what is no binary."""
    try:
        with file.open("rb") as stream:
            header = stream.read(20)
    except OSError:
        return ""
    if len(header) < 20 or not header.startswith(b"\x7fELF"):
        return ""
    number = int.from_bytes(header[18:20], "little" if header[5] == 1 else "big")
    return _MACHINES.get(number, f"machine {number}")


def ask(file: Path) -> Plugin:
    """Open a plugin and ask for its name."""
    return _ask(file, str(file.absolute()))  # the dynamic linker would look elsewhere for a bare name


def flaw_of_library(library: str) -> str:
    """Return why the dynamic linker cannot open a library; empty if it can."""
    asked = _ask(Path(library), library)
    return "" if asked.opens else asked.error


def _ask(file: Path, named: str) -> Plugin:
    try:
        done = subprocess.run(
            [sys.executable, "-I", "-c", _ASK, named],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            errors="backslashreplace",
            timeout=_PATIENCE,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return Plugin(file, error=f"no answer within {_PATIENCE} seconds", opens=False)
    _, opened, answer = done.stdout.partition(f"{_OPENED}\n")
    lines = answer.splitlines()
    if done.returncode != 0 or len(lines) < 2:
        said = done.stderr.strip().splitlines()
        error = said[-1] if said else f"exit status {done.returncode}"
        return Plugin(file, error=error, opens=bool(opened))
    return Plugin(file, lines[-2], lines[-1])


def plugins_in(places: list[Path]) -> list[Plugin]:
    """List the libraries that Orthanc opens for files and folders, in its order. Raise PermissionError."""
    files = [file for place in places for file in (files_in(place, ".so") if is_folder(place) else [place])]
    known = {file.resolve(): file for file in reversed(files) if is_file(file)}
    asked = {real: ask(file) for real, file in known.items()}
    return [replace(asked[file.resolve()], file=file) for file in files if file.resolve() in asked]
