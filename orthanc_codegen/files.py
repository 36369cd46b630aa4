"""Reads a file that a user names: an ordinary one, and no larger than such a file can be."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import Final

from orthanc_codegen.diagnostics import CodegenError

LIMIT: Final = 4 << 20  # bytes; the largest header of the SDK has a tenth of that

_KINDS: Final = (
    (stat.S_ISDIR, "a folder"),
    (stat.S_ISFIFO, "a pipe"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
    (stat.S_ISSOCK, "a socket"),
)


def read_file(file: Path, what: str) -> bytes:
    """Return what is in a file; CodegenError for one that can't be read, or has no end."""
    try:
        # Not blocking, or a pipe without a writer would be waited for.
        descriptor = os.open(file, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC | os.O_NOCTTY)
        try:
            data = _read(descriptor, file, what)
        finally:
            os.close(descriptor)
    except OSError as error:
        # A socket can't even be opened: "No such device or address".
        raise CodegenError.of(f"{what} can't be read: {error.strerror}", str(file)) from error
    except ValueError as error:  # a NUL in the path
        raise CodegenError.of(f"{what} can't be read: {error}", str(file)) from error
    if len(data) > LIMIT:
        raise CodegenError.of(f"{what} can't be that large: it has more than {LIMIT >> 20} MiB", str(file))
    return data


def _read(descriptor: int, file: Path, what: str) -> bytes:
    mode = os.fstat(descriptor).st_mode
    for is_kind, kind in _KINDS:
        if is_kind(mode):
            raise CodegenError.of(f"{what} must be an ordinary file, this is {kind}", str(file))
    parts: list[bytes] = []
    size = 0
    while size <= LIMIT and (part := os.read(descriptor, LIMIT + 1 - size)):
        parts.append(part)
        size += len(part)
    return b"".join(parts)
