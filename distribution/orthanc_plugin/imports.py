"""Checks whether a Python can load a script: its syntax, and the modules that it imports."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from .findings import Finding, bad, good
from .paths import is_file
from .pythons import ask


def check_imports(script: Path, program: Path) -> Iterator[Finding]:
    """Report syntax errors and missing modules. Does not run the script. Raise PermissionError."""
    if not is_file(script):
        return
    script.open("rb").close()  # raises PermissionError here, instead of in the other process
    # As in a server: without the working directory, with PYTHONPATH.
    facts = ask(program, "missing_imports.py", "-P", str(script))
    if facts is None:
        yield bad(f"{program} cannot check the imports of {script}")
    elif "flaw" in facts:
        yield bad(f"{script} cannot be loaded: {facts['flaw']}")
    elif "advice" in facts:
        yield bad(f"{script} cannot be loaded. {facts['advice']}")
    else:
        yield good(f"{script} finds the modules that it imports")
