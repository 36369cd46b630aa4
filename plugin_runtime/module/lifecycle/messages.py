"""Writes messages to Orthanc's log."""

# Embedded in the module. Runs inside the server, with CPython 3.11 and later.

from __future__ import annotations

import sys
from threading import get_ident

import orthanc

# As in `logging`, which scripts that do not use it need not load.
ERROR, WARNING, INFO = 40, 30, 20

# Before 1.12.4, Orthanc accepts no origin of a message and has no trace level.
_takes_origin = hasattr(orthanc, "LogMessage")
# Identifiers of the threads that write to standard error, where Python releases the GIL.
writers: set[int] = set()
# Control characters, except line feeds and tabs, with their escapes.
_CONTROLS = {
    code: chr(code).encode("unicode_escape").decode()
    for code in (*range(0x09), *range(0x0B, 0x20), *range(0x7F, 0xA0), 0x2028, 0x2029)
}


def write(level: int, text: str, file: str, line: int) -> None:
    """Write to Orthanc's log, or to standard error if the server is stopping or has gone.

    Escapes the text so that it cannot forge a line of the log: a client may have sent parts of it.
    """
    text = _printable(text).replace("\n", "\n  ")
    try:
        _write_to_server(level, text, file, line)
    except orthanc.OrthancException:
        writers.add(get_ident())
        try:
            print(text, file=sys.__stderr__, flush=True)
        finally:
            writers.discard(get_ident())


def _write_to_server(level: int, text: str, file: str, line: int) -> None:
    """Write to Orthanc's log, with the file and line if the running server supports them."""
    global _takes_origin
    if _takes_origin:
        try:
            category = orthanc.LogCategory.PLUGINS
            orthanc.LogMessage(text, "python", _printable(file), max(line, 0), category, _level(level))
            return
        except orthanc.OrthancException as error:
            lacks = (orthanc.ErrorCode.NOT_IMPLEMENTED, orthanc.ErrorCode.BAD_SEQUENCE_OF_CALLS)
            if error.args[0] not in lacks:
                raise
            _takes_origin = error.args[0] != lacks[0]
    if level >= ERROR:
        orthanc.LogError(text)
    elif level >= WARNING:
        orthanc.LogWarning(text)
    else:
        orthanc.LogInfo(text)


def _printable(text: str) -> str:
    """Escape control characters, except line feeds and tabs, and characters that UTF-8 cannot encode."""
    return text.translate(_CONTROLS).encode("utf-8", "backslashreplace").decode()


def _level(level: int) -> orthanc.LogLevel:
    if level >= ERROR:
        return orthanc.LogLevel.ERROR
    if level >= WARNING:
        return orthanc.LogLevel.WARNING
    return orthanc.LogLevel.INFO if level >= INFO else orthanc.LogLevel.TRACE
