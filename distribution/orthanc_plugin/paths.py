"""Looks at paths. Where the user may not look, the checks end with a warning instead of a wrong verdict."""

from __future__ import annotations

import stat
from collections.abc import Iterator
from pathlib import Path

from .findings import Finding, odd


def is_file(path: Path) -> bool:
    """Return whether there is a file, as Path.is_file() does, but raise PermissionError in every Python."""
    return stat.S_ISREG(_mode(path))


def is_folder(path: Path) -> bool:
    """Return whether there is a folder. Raise PermissionError."""
    return stat.S_ISDIR(_mode(path))


def exists(path: Path) -> bool:
    """Return whether there is anything. Raise PermissionError."""
    return _mode(path) != 0


def files_in(folder: Path, suffix: str) -> list[Path]:
    """List the files with a suffix that Orthanc finds in a folder. Raise PermissionError."""
    return sorted(file for file in folder.iterdir() if file.suffix.lower() == suffix and not is_folder(file))


def as_far_as_readable(findings: Iterator[Finding]) -> Iterator[Finding]:
    """Yield findings up to a path that this user may not read; report that path."""
    try:
        yield from findings
    except PermissionError as error:
        yield unreadable(Path(str(error.filename)))


def unreadable(path: Path) -> Finding:
    """Report a path that this user may not read. The user of the server may."""
    return odd(f"{path} can't be read: run the command as a user who may")


def _mode(path: Path) -> int:
    try:
        return path.stat().st_mode
    except PermissionError:
        raise
    except (OSError, ValueError):  # no such file, a loop of links, or a name that can't be one
        return 0
