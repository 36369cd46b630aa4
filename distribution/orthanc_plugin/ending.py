"""Runs a command to its end: its output, its errors and its exit status."""

from __future__ import annotations

import codecs
import os
import signal
import sys
from collections.abc import Callable
from typing import Final

_UNENCODABLE: Final = "orthanc-plugin"  # what to do with characters that the terminal lacks


def run_to_end(command: Callable[[], int], errors: tuple[type[Exception], ...]) -> int:
    """Run a command; return the exit status. Print expected errors as one line, without a traceback."""
    codecs.register_error(_UNENCODABLE, _encode_anyway)
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors=_UNENCODABLE)  # type: ignore[union-attr]
    try:
        status = command()
        sys.stdout.flush()
    except KeyboardInterrupt:
        return 128 + signal.SIGINT
    except errors as error:
        if not isinstance(error, BrokenPipeError):
            print(f"error: {error}", file=sys.stderr)
        _drop_output()
        return 1
    return status


def _encode_anyway(error: UnicodeError) -> tuple[str | bytes, int]:
    """Keep the bytes of paths that are no text. Escape the characters that the terminal lacks."""
    try:
        return codecs.lookup_error("surrogateescape")(error)
    except UnicodeError:
        return codecs.lookup_error("backslashreplace")(error)


def _drop_output() -> None:
    """Drop what could not be written. Otherwise, Python tries again at its end, and shows another error."""
    with open(os.devnull, "wb") as nowhere:  # noqa: PTH123
        os.dup2(nowhere.fileno(), sys.stdout.fileno())
