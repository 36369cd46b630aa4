"""Sends warnings and uncaught exceptions to Orthanc's log."""

# Embedded in the module. Runs inside the server, with CPython 3.11 and later.

from __future__ import annotations

import sys
import threading
import warnings
from types import TracebackType

from _orthanc_messages import ERROR, WARNING, write

TYPE_CHECKING = False  # that of `typing`, which is slow to import
if TYPE_CHECKING:
    from typing import TextIO


def connect() -> None:
    """Send to Orthanc's log what the next script does not send elsewhere."""
    warnings.showwarning = _show_warning
    threading.excepthook = _report_thread
    sys.unraisablehook = _report_unraisable


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
        write(WARNING, text.rstrip("\n"), filename, lineno)


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
    import traceback  # only now, since it is slow to import

    text = "".join(traceback.format_exception(kind, error, trace)).rstrip("\n")
    last = trace
    while last is not None and last.tb_next is not None:
        last = last.tb_next
    file, line = ("", 0) if last is None else (last.tb_frame.f_code.co_filename, last.tb_lineno)
    write(ERROR, f"{where}\n{text}", file, line)
