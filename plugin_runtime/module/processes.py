"""The processes that a script starts with `multiprocessing`: how they begin, and that they end."""

# It is compiled into the module, runs inside the server, and works with CPython 3.11 and every later one.

from __future__ import annotations

import atexit
import contextlib
import sys
import time
from multiprocessing import active_children, context, util
from pathlib import Path

import orthanc

# How long a process may take to end after it was told to, in seconds.
_GRACE = 1.0


def prepare(module_file: str) -> None:
    """Let processes begin anew, with a module `orthanc` that they can import."""
    # A fork has the locks of all the server's threads, but not the threads: it hangs at the first.
    # Up to CPython 3.13 it is the default. A script can choose it with `multiprocessing.set_start_method`.
    if sys.version_info < (3, 14):
        context._default_context._default_context = context._concrete_contexts["spawn"]
    # In the server `orthanc` is built in. Last, and alone in its folder, so that it hides nothing.
    folder = str(Path(module_file).parent)
    if folder not in sys.path:
        sys.path.append(folder)


def end(patience: float) -> None:
    """Wait for processes to end, then end them, and log the names of those."""
    deadline = time.monotonic() + patience
    # Those that are daemons are ended when Python exits, as ever.
    running = [process for process in active_children() if not process.daemon]
    for process in running:
        process.join(max(0.0, deadline - time.monotonic()))
    late = [process for process in running if process.is_alive()]
    for process in late:
        process.terminate()
    for process in late:
        process.join(_GRACE)
        with contextlib.suppress(ValueError):
            process.kill()
    if late:
        names = ", ".join(process.name for process in late)
        orthanc.LogWarning(f"Processes of the script still ran when Python stopped, and were ended: {names}")


def revive() -> None:
    """Undo what the end of a script told `multiprocessing`."""
    context._default_context.set_start_method(None, force=True)
    util._exiting = False
    atexit.register(util._exit_function)
