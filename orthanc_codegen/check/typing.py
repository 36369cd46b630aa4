"""Check the types of scripts with mypy and the generated stubs."""

from __future__ import annotations

import ast
import importlib
import importlib.util
import json
import os
import re
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import Final

from orthanc_codegen.check.findings import Finding, Severity
from orthanc_codegen.diagnostics import CodegenError

MISSING: Final = "types are not checked, because mypy is missing: pip install 'mypy>=1.11'"

# NumPy's stubs state that an array is a buffer only for Python 3.12 and newer.
_PYTHON: Final = max(sys.version_info[:2], (3, 12))
_OPTIONS: Final = (
    "--output=json",
    f"--python-version={_PYTHON[0]}.{_PYTHON[1]}",
    "--no-error-summary",
    "--check-untyped-defs",
    "--disable-error-code=var-annotated",  # `seen = []` is no mistake,
    "--allow-redefinition",  # nor is `data = data.decode()`
    "--local-partial-types",  # which the last one requires, whatever a configuration says
    "--follow-imports=silent",
    "--ignore-missing-imports",  # missing packages are no mistake of the script: the server may have them
    "--explicit-package-bases",  # the server imports a script as a module, even from the folder of a package
)
# `last = None` in a class, for a value that comes later: mypy infers the type None.
_NONE_FIRST: Final = re.compile(r'Incompatible types in assignment .*variable has type "None"\)')
# `global last` in a function that sets it, without a definition outside: Python allows that.
_UNDEFINED: Final = re.compile(r'Name "(\w+)" is not defined')
_OTHER: Final = "mypy"  # the code of errors without one


def can_check_types() -> bool:
    """Return whether mypy is installed."""
    return importlib.util.find_spec("mypy") is not None


def type_codes() -> frozenset[str] | None:
    """Return the codes of mypy's errors; None if mypy is not installed."""
    if not can_check_types():
        return None
    return frozenset({_OTHER, *importlib.import_module("mypy.errorcodes").error_codes})


def type_errors(scripts: Iterable[Path], stub: str) -> dict[Path, list[Finding]]:
    """Check the types of scripts against the text of the stub; return the errors by absolute path."""
    found = defaultdict[Path, list[Finding]](list)
    folders = defaultdict[Path, list[Path]](list)
    for script in scripts:
        folders[script.resolve().parent].append(script.resolve())
    with tempfile.TemporaryDirectory(prefix="orthanc-check-") as stubs:
        (Path(stubs) / "orthanc.pyi").write_text(stub, encoding="utf-8")
        for folder, group in folders.items():  # by folder, because scripts of the same name would collide
            for file, finding in _checked(group, folder, Path(stubs)):
                found[file].append(finding)
    return dict(found)


def _checked(scripts: Collection[Path], folder: Path, stubs: Path) -> Iterator[tuple[Path, Finding]]:
    """Check the scripts of one folder, which is on the path of the modules, as in the server.

    -P: mypy itself must not import what lies in the working folder.
    """
    path = os.pathsep.join([str(folder), str(stubs), *filter(None, [os.environ.get("MYPYPATH")])])
    done = subprocess.run(
        [sys.executable, "-P", "-m", "mypy", *_OPTIONS, *map(str, scripts)],
        env={**os.environ, "MYPYPATH": path},
        capture_output=True,
        text=True,
        check=False,
    )
    lines = [line for line in done.stdout.splitlines() if line.startswith("{")]
    if done.returncode != 0 and not lines:
        raise CodegenError.of(f"mypy failed: {(done.stderr or done.stdout).strip()}")
    for line in lines:
        entry = json.loads(line)
        if entry["severity"] == "error" and not _is_no_mistake(Path(entry["file"]), entry["message"]):
            code = entry["code"] or _OTHER
            text = ". ".join([entry["message"].rstrip("."), *filter(None, [entry["hint"]])])
            text = " ".join(text.split())  # a hint may have several lines
            yield (
                Path(entry["file"]).resolve(),
                Finding(max(entry["line"], 1), entry["column"] + 1, Severity.ERROR, code, text),
            )


def _is_no_mistake(file: Path, message: str) -> bool:
    """Return whether an error of mypy is usual in scripts without annotations."""
    undefined = _UNDEFINED.match(message)
    return bool(_NONE_FIRST.match(message) or (undefined and undefined[1] in _global_names(file)))


def _global_names(script: Path) -> frozenset[str]:
    """Return the names that functions of a script declare as global."""
    tree = ast.parse(script.read_bytes())
    return frozenset(name for node in ast.walk(tree) if isinstance(node, ast.Global) for name in node.names)
