"""Does what Python does at exit when the server stops or resets, and replaces a script by another one."""

# Embedded in the module. Runs inside the server, with CPython 3.11 and later. Imported when it is first
# needed: by a fork, a launcher, or a stop. Files of Python may be out of reach by then, ex) if too many files
# are open, so it imports only what is loaded or built in.

import atexit
import gc
import os
import sys
import threading
import time
from types import ModuleType

import _orthanc_processes
import _orthanc_start
from _orthanc_forks import is_fork
from _orthanc_parts import Ignored
from _orthanc_start import Script

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import NoReturn

# The time that threads may take to end after the exit functions, in seconds.
_GRACE = 0.25

# Each yields the identifiers of threads that serve a debugger, for example, and go on after the script.
hidden_threads: "list[Callable[[], Iterable[int | None]]]" = []


def load_instead(path: str) -> BaseException | None:
    """Load a script in place of the one that is being loaded; return the exception that it raised, or None.

    For launchers, which prepare the process for a script. A traceback omits the launcher.
    """
    assert Script.module is not None, "only a script that is being loaded can be replaced"
    Script.launcher = Script.module.__file__ or ""
    sys.modules.pop(Script.module.__name__, None)
    with Ignored(ValueError):
        sys.path.remove(os.path.dirname(Script.launcher))
    return _orthanc_start.load_file(path)


def script() -> ModuleType | None:
    """Return the script."""
    return Script.module


def retire(patience: float) -> list[str]:
    """Do what Python does at exit, but keep the interpreter; return the names of threads that still run."""
    deadline = time.monotonic() + patience
    ending = threading.Thread(target=_end_threads, name="orthanc-stop", daemon=True)
    with Ignored(RuntimeError):  # the system allows no more threads
        ending.start()
        ending.join(max(0.0, patience - _orthanc_processes.longest_end()))
    # Exit functions end processes in their own way: they send the last task, or end a manager.
    _orthanc_processes.run_exit_functions(max(0.0, deadline - time.monotonic()))
    if is_fork():  # an exit function has called os.fork()
        end_fork(None)
    running = _running_threads(ending)
    # An exit function may just have asked a thread to end.
    end = time.monotonic() + _GRACE
    while running and time.monotonic() < end:
        time.sleep(0.01)
        running = _running_threads(ending)
    _forget_script(finalise=not running)
    if is_fork():  # so has a finalizer
        end_fork(None)
    for stream in (sys.stdout, sys.stderr):
        with Ignored(Exception):
            stream.flush()
    return running


def await_writers() -> None:
    """Wait until no thread writes to standard error. None begins to while the caller then keeps the GIL."""
    messages = sys.modules.get("_orthanc_messages")
    end = time.monotonic() + _GRACE
    while messages is not None and messages.writers and time.monotonic() < end:
        time.sleep(0.001)


def _event_loop() -> ModuleType | None:
    """Return the module that runs the event loop, if a callback has used it."""
    return sys.modules.get("_orthanc_event_loop")


def _end_threads() -> None:
    if (event_loop := _event_loop()) is not None:
        event_loop.end()
    # Ends thread pools, whose idle threads would otherwise wait forever.
    for function in reversed(getattr(threading, "_threading_atexits", ())):
        function()
    for thread in threading.enumerate():
        if not thread.daemon and thread is not threading.main_thread():
            thread.join()


def _running_threads(ending: threading.Thread) -> list[str]:
    known = {thread.ident: thread for thread in threading.enumerate()}
    # Only frames count: threading.enumerate() still lists ended threads of the server that called
    # current_thread().
    own = {threading.get_ident(), ending.ident}
    for identifiers in hidden_threads:
        own.update(identifiers())
    return [
        known[ident].name if ident in known else f"thread {ident}"
        for ident in sys._current_frames()
        if ident not in own
    ]


def running_callbacks() -> list[str]:
    """Return the stacks of threads that are in Python but were not started by it."""
    import traceback  # slow to import, and seldom needed

    # A thread of the server that has called current_thread() is listed as a dummy thread.
    own = {thread.ident for thread in threading.enumerate() if type(thread).__name__ != "_DummyThread"}
    stacks = [
        "".join(traceback.format_stack(frame))
        for ident, frame in sys._current_frames().items()
        if ident not in own and ident != threading.get_ident()
    ]
    event_loop = _event_loop()
    return stacks if event_loop is None else stacks + event_loop.stacks()  # those of what callbacks await


def end_fork(error: BaseException | None) -> "NoReturn":
    """End a forked process like Python at the end of a script; `error` is the script's exception, if any."""
    status = 1
    try:
        if isinstance(error, SystemExit):
            status = _status_of(error.code)
        elif error is not None:
            sys.excepthook(type(error), error, error.__traceback__)
        else:
            status = 0
        _end_threads()
        atexit._run_exitfuncs()
    finally:
        for stream in (sys.stdout, sys.stderr):
            with Ignored(Exception):
                stream.flush()
        os._exit(status)


def _status_of(code: object) -> int:
    """Return the exit status for `sys.exit(code)`."""
    if code is None or isinstance(code, int):
        return int(code or 0) & 0xFF
    print(code, file=sys.stderr)
    return 1


def _forget_script(finalise: bool) -> None:
    """Unload the script and its own modules, so that a restart loads them again."""
    if Script.module is None:
        return
    import _orthanc_reload

    _orthanc_reload.forget(os.path.dirname(Script.module.__file__ or ""))
    if finalise:
        # As at Python's exit, finalizes objects that only the script refers to. A running thread may still
        # need them.
        values = vars(Script.module)
        for name in reversed(list(values)):  # in reverse order of creation
            if name != "__builtins__":
                values[name] = None
    Script.module = None
    gc.collect()


def revive() -> None:
    """Reset the state of the standard library that `retire` changed, for a restart in the same process."""
    import importlib

    importlib.invalidate_caches()  # the next script may have other files beside it
    _orthanc_processes.revive()
    # Otherwise, no finalizer would run again, neither when its object ends nor at the next stop.
    finalize = getattr(sys.modules.get("weakref"), "finalize", None)
    for flag in ("_shutdown", "_registered_with_atexit"):
        if hasattr(finalize, flag):
            setattr(finalize, flag, False)
    if "_orthanc_logs" in sys.modules:
        sys.modules["_orthanc_logs"].revive()
    for name, flag in (
        ("concurrent.futures.thread", "_shutdown"),
        ("concurrent.futures.process", "_global_shutdown"),
    ):
        if name in sys.modules:
            setattr(sys.modules[name], flag, False)
