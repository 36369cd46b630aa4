"""The files and commands of the tutorial docs/testing.md."""

from __future__ import annotations

import re
from pathlib import Path

from ..tools import ROOT

_FILE = re.compile(r"^```python\n# (\w+\.py)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_COMMAND = re.compile(r"^    \$ pytest (.*)\n    (\d+) passed$", re.MULTILINE)


def write_tutorial(folder: Path) -> list[tuple[list[str], int]]:
    """Write the files; return the arguments of each call of pytest, and how many tests pass."""
    text = (ROOT / "docs" / "testing.md").read_text(encoding="utf-8")
    files, commands = _FILE.findall(text), _COMMAND.findall(text)
    assert (len(files), len(commands)) == (3, 2)
    for name, content in files:
        (folder / name).write_text(content, encoding="utf-8")
    return [(arguments.split(), int(passed)) for arguments, passed in commands]
