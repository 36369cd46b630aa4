"""Sends `logging` records, warnings and uncaught exceptions to Orthanc's log."""

# Embedded in the module. Runs inside the server, with CPython 3.11 and later.

from __future__ import annotations

import functools
import logging
import re
import sys
import threading
import traceback
import warnings
from types import TracebackType
from typing import Any, TextIO

import orthanc

# Before 1.12.4, Orthanc accepts no origin of a message and has no trace level.
_takes_origin = hasattr(orthanc, "LogMessage")
_connected = False
_CONTROLS = re.compile(r"[\0-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]")
_python_basic_config = logging.basicConfig
_SILENT = logging.NullHandler  # packages add it to leave the choice of handlers to the script


def connect() -> None:
    """Send to Orthanc's log what the next script does not send elsewhere."""
    global _connected
    if _connected:
        _forget_handlers()
    logging.root.addHandler(_handler)
    logging.lastResort = _handler  # type: ignore[assignment]
    logging.basicConfig = _basic_config
    warnings.showwarning = _show_warning
    threading.excepthook = _report_thread
    sys.unraisablehook = _report_unraisable
    _connected = True


class OrthancHandler(logging.Handler):
    """Writes `logging` records to Orthanc's log unless a handler of the script handles them."""

    def handle(self, record: logging.LogRecord) -> bool:
        """Write a record. Takes no lock: a thread that waits for Orthanc's log should hold none."""
        kept = self.filter(record)
        if kept:
            self.emit(kept if isinstance(kept, logging.LogRecord) else record)
        return bool(kept)

    def emit(self, record: logging.LogRecord) -> None:
        """Write a record, with the name of its logger unless that is the root logger."""
        if _is_taken(record):
            return
        try:
            text = self.format(record)
            name = "" if record.name == logging.root.name else f"{record.name}: "
            _write(record.levelno, name + text, record.pathname, record.lineno)
        except RecursionError:
            raise
        except Exception:
            self.handleError(record)


def _is_taken(record: logging.LogRecord) -> bool:
    """Return whether a handler of the script handles the record."""
    logger: logging.Logger | None = logging.getLogger(record.name) if record.name != "root" else logging.root
    while logger is not None:
        if not all(handler is _handler or isinstance(handler, _SILENT) for handler in logger.handlers):
            return True
        logger = logger.parent if logger.propagate else None
    return False


@functools.wraps(_python_basic_config)
def _basic_config(**options: Any) -> None:
    """Configure the root logger, which `basicConfig` would not do while it has a handler."""
    logging.root.removeHandler(_handler)
    try:
        _python_basic_config(**options)
    finally:
        if not logging.root.handlers:
            logging.root.addHandler(_handler)


def _write(level: int, text: str, file: str, line: int) -> None:
    """Write to Orthanc's log, or to standard error if the server is stopping or has gone.

    Escapes the text so that it cannot forge a line of the log: a client may have sent parts of it.
    """
    text = _printable(text).replace("\n", "\n  ")
    try:
        _write_to_server(level, text, file, line)
    except orthanc.OrthancException:
        print(text, file=sys.__stderr__, flush=True)


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
    if level >= logging.ERROR:
        orthanc.LogError(text)
    elif level >= logging.WARNING:
        orthanc.LogWarning(text)
    else:
        orthanc.LogInfo(text)


def _printable(text: str) -> str:
    """Escape control characters, except line feeds and tabs, and characters that UTF-8 cannot encode."""
    escaped = _CONTROLS.sub(lambda found: found[0].encode("unicode_escape").decode(), text)
    return escaped.encode("utf-8", "backslashreplace").decode()


def _level(level: int) -> orthanc.LogLevel:
    if level >= logging.ERROR:
        return orthanc.LogLevel.ERROR
    if level >= logging.WARNING:
        return orthanc.LogLevel.WARNING
    return orthanc.LogLevel.INFO if level >= logging.INFO else orthanc.LogLevel.TRACE


_handler = OrthancHandler()


def _show_warning(
    message: Warning | str,
    category: type[Warning],
    filename: str,
    lineno: int,
    file: TextIO | None = None,
    line: str | None = None,
) -> None:
    text = warnings.formatwarning(message, category, filename, lineno, line)
    if file is not None:
        file.write(text)
    else:
        _write(logging.WARNING, text.rstrip("\n"), filename, lineno)


def _report_thread(args: threading.ExceptHookArgs) -> None:
    if args.exc_type is SystemExit:  # an ordinary end of a thread
        return
    name = f"thread {threading.get_ident()}" if args.thread is None else args.thread.name
    _report(f"Exception in thread {name}:", args.exc_type, args.exc_value, args.exc_traceback)


def _report_unraisable(args: sys.UnraisableHookArgs) -> None:
    where = args.err_msg or "Exception ignored in"
    if args.object is not None:
        try:
            where += f": {args.object!r}"
        except Exception:
            where += f": an object of {type(args.object)}"
    _report(where, args.exc_type, args.exc_value, args.exc_traceback)


def _report(
    where: str,
    kind: type[BaseException],
    error: BaseException | None,
    trace: TracebackType | None,
) -> None:
    """Log an uncaught exception. If that fails, Python prints both exceptions to standard error."""
    text = "".join(traceback.format_exception(kind, error, trace)).rstrip("\n")
    last = trace
    while last is not None and last.tb_next is not None:
        last = last.tb_next
    file, line = ("", 0) if last is None else (last.tb_frame.f_code.co_filename, last.tb_lineno)
    _write(logging.ERROR, f"{where}\n{text}", file, line)


def _forget_handlers() -> None:
    """Remove the handlers of an ended script, which would write the messages of the next one again."""
    loggers = [logging.root, *logging.root.manager.loggerDict.values()]
    for logger in loggers:
        for handler in list(getattr(logger, "handlers", ())):
            if not isinstance(handler, _SILENT):  # these belong to packages, which stay imported
                logger.removeHandler(handler)
    logging.root.setLevel(logging.WARNING)
