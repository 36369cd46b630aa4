"""Sends `logging` records to Orthanc's log, from the first import of `logging` on."""

# Embedded in the module. Runs inside the server, with CPython 3.11 and later.

from __future__ import annotations

import atexit
import functools
import logging
from typing import Any

from _orthanc_messages import write

_connected = False
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
            write(record.levelno, name + text, record.pathname, record.lineno)
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


_handler = OrthancHandler()


def revive() -> None:
    """Reset the state of `logging` that the end of a script changed."""
    atexit.register(logging.shutdown)


def _forget_handlers() -> None:
    """Remove the handlers of an ended script, which would write the messages of the next one again."""
    loggers = [logging.root, *logging.root.manager.loggerDict.values()]
    for logger in loggers:
        for handler in list(getattr(logger, "handlers", ())):
            if not isinstance(handler, _SILENT):  # these belong to packages, which stay imported
                logger.removeHandler(handler)
    logging.root.setLevel(logging.WARNING)
