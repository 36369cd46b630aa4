"""Lets a debugger attach to the server: `orthanc-codegen run --debug`."""

# Copied beside the launcher of a script. Runs with CPython 3.11 and later.

from __future__ import annotations

import atexit
import inspect
import logging
import os
import pdb
import shlex
import sys
from collections.abc import Iterator
from typing import Any

_listens = False  # also after a reset of the server, in the same process


def begin(port: int, wait: bool) -> None:
    """Listen for debuggers; with `wait`, until one has attached. Raise ImportError without debugpy."""
    global _listens
    debugpy = _import()
    if not _listens:
        # debugpy cannot handle forks of the server, which lose their threads.
        debugpy.configure(subProcess=False)
        # In this process, so that no other is left behind if this one is killed. Older versions of debugpy
        # can only use another process, which ends soon after this one.
        options = {"in_process_debug_adapter": True}
        known = inspect.signature(debugpy.listen).parameters
        debugpy.listen(("127.0.0.1", port), **{name: v for name, v in options.items() if name in known})
        # debugpy would stop for good at a reset, when the plugin runs the exit functions.
        atexit.unregister(sys.modules["pydevd"].stoptrace)
        _listens = True
    sys.breakpointhook = _stop
    if wait and not debugpy.is_client_connected():
        debugpy.wait_for_client()


def threads() -> Iterator[int | None]:
    """Yield the identifiers of the debugger's own threads."""
    debugger = sys.modules["pydevd"].get_global_debugger()
    listening = getattr(debugger, "_waiting_for_connection_thread", None)  # not among the others
    for thread in (*getattr(debugger, "created_pydb_daemon_threads", ()), listening):
        yield getattr(thread, "ident", None)


def _import() -> Any:
    # debugpy would warn that it cannot stop in frozen modules, which are those of Python.
    os.environ.setdefault("PYDEVD_DISABLE_FILE_VALIDATION", "1")
    try:
        import debugpy
    except ImportError as error:
        command = shlex.join([sys.executable, "-m", "pip", "install", "debugpy"])
        raise ImportError(f"--debug needs debugpy, which is not installed: run {command}") from error
    return debugpy


def _stop(*args: object, **options: object) -> None:
    """Stop in the caller, as `breakpoint()` does: in the attached debugger, or in pdb on the terminal."""
    frame = sys._getframe(1)
    if sys.modules["debugpy"].is_client_connected():
        sys.modules["pydevd"].settrace(
            suspend=True,
            trace_only_current_thread=True,
            patch_multiprocessing=False,
            notify_stdin=False,
            stop_at_frame=frame,
        )
    elif os.environ.get("PYTHONBREAKPOINT"):
        sys.__breakpointhook__(*args, **options)
    elif sys.stdin is not None and sys.stdin.isatty():
        pdb.Pdb().set_trace(frame)
    else:
        where = f"{frame.f_code.co_filename}:{frame.f_lineno}"
        logging.getLogger().warning("breakpoint() at %s is ignored: no debugger is attached", where)
