"""Finds what a test names: its script, given as a file or as a text, and other files."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from .errors import KitError


def is_text(script: Path | str) -> bool:
    """Return whether a script is given as its text: only a text with a line break is one."""
    return isinstance(script, str) and "\n" in script


def named_file(named: Path | str, folders: Sequence[Path], what: str) -> Path:
    """Return a file, whose path may be relative to one of the folders; raise KitError if there is none."""
    for folder in folders:
        if (folder / named).is_file():
            return Path(os.path.normpath(folder / named))  # keeps symbolic links
    hint = "; a text needs a line break" if what == "script" and isinstance(named, str) else ""
    raise KitError(f"there is no {what} {named} in {' or '.join(map(str, folders))}{hint}")
