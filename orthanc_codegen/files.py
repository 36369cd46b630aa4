"""Read and write a file that the user names. Reject special files and files above a size limit."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import Final

from orthanc_codegen.diagnostics import CodegenError

LIMIT: Final = 4 << 20  # bytes; ten times the largest header of the SDK

_KINDS: Final = (
    (stat.S_ISDIR, "a folder"),
    (stat.S_ISFIFO, "a pipe"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
    (stat.S_ISSOCK, "a socket"),
)


def read_file(file: Path, what: str) -> bytes:
    """Return the content of a regular file; raise CodegenError if it is unreadable or too large."""
    try:
        # Without O_NONBLOCK, opening a pipe would wait for a writer.
        descriptor = os.open(file, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC | os.O_NOCTTY)
        try:
            data = _read(descriptor, file, what)
        finally:
            os.close(descriptor)
    except OSError as error:
        # Sockets fail here, too: "No such device or address".
        raise CodegenError.of(f"{what} can't be read: {error.strerror}", str(file)) from error
    except ValueError as error:  # a NUL in the path
        raise CodegenError.of(f"{what} can't be read: {error}", str(file)) from error
    if len(data) > LIMIT:
        raise CodegenError.of(f"{what} is too large: more than {LIMIT >> 20} MiB", str(file))
    return data


def write_file(file: Path, text: str, what: str) -> None:
    """Write a text to a file; raise CodegenError if that fails."""
    try:
        file.write_text(text, encoding="utf-8")
    except OSError as error:
        raise CodegenError.of(f"{what} can't be written: {error.strerror}", str(file)) from error
    except ValueError as error:  # a NUL in the path
        raise CodegenError.of(f"{what} can't be written: {error}", str(file)) from error


def _read(descriptor: int, file: Path, what: str) -> bytes:
    mode = os.fstat(descriptor).st_mode
    for is_kind, kind in _KINDS:
        if is_kind(mode):
            raise CodegenError.of(f"{what} must be a regular file, not {kind}", str(file))
    parts: list[bytes] = []
    size = 0
    while size <= LIMIT and (part := os.read(descriptor, LIMIT + 1 - size)):
        parts.append(part)
        size += len(part)
    return b"".join(parts)
