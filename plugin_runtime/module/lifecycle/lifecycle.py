"""Loads the user's script, and at a stop does what Python does at exit."""

# Embedded in the module. Runs inside the server, with CPython 3.11 and later.

from __future__ import annotations

# Installs Python's handler of SIGINT, for scripts that are being loaded, and records those of other signals,
# before Orthanc installs its own.
import _signal  # noqa: F401
import atexit
import contextlib
import gc
import importlib.util
import os
import sys
import threading
import time
from collections.abc import Callable, Iterable
from types import ModuleType, TracebackType

import _orthanc_late
import _orthanc_processes
import _orthanc_reload
import _orthanc_uncaught

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NoReturn

# The time that threads may take to end after the exit functions, in seconds.
_GRACE = 0.25

# How long a thread that computes keeps others waiting, in seconds. Python's own 5 ms add up if several
# threads compute: requests beside them took 50 ms and more.
_SWITCH_INTERVAL = 0.001

# Each yields the identifiers of threads that serve a debugger, for example, and go on after the script.
hidden_threads: list[Callable[[], Iterable[int | None]]] = []

_script: ModuleType | None = None
loaded_file = ""  # for the message if it cannot be loaded
_launcher = ""  # the file of the script that has loaded another one in its place


def load_script(path: str, module_file: str) -> BaseException | None:
    """Load the script as a module; return the exception that it raised, or None.

    The traceback begins in the script. Child processes import the module `orthanc` from `module_file`.
    """
    error = _load(path, module_file)
    if _orthanc_processes.is_fork():
        end_fork(error)
    return error


def _load(path: str, module_file: str) -> BaseException | None:
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(Exception):  # the server may have closed the stream
            stream.reconfigure(line_buffering=True)  # type: ignore[union-attr]
    sys.setswitchinterval(_SWITCH_INTERVAL)
    importlib.invalidate_caches()
    _orthanc_late.after_import("logging", _connect_logging)
    _orthanc_uncaught.connect()
    _orthanc_processes.prepare(module_file)
    return _load_file(path)


def load_instead(path: str) -> BaseException | None:
    """Load a script in place of the one that is being loaded; return the exception that it raised, or None.

    For launchers, which prepare the process for a script. A traceback omits the launcher.
    """
    global _launcher
    assert _script is not None, "only a script that is being loaded can be replaced"
    _launcher = _script.__file__ or ""
    sys.modules.pop(_script.__name__, None)
    with contextlib.suppress(ValueError):
        sys.path.remove(os.path.dirname(_launcher))
    return _load_file(path)


def _load_file(path: str) -> BaseException | None:
    global _script, loaded_file
    folder, name = os.path.dirname(path), os.path.splitext(os.path.basename(path))[0]
    loaded_file = path
    sys.argv = [path]
    if folder in sys.path:
        sys.path.remove(folder)
    sys.path.insert(0, folder)
    _orthanc_reload.remember(path)
    try:
        spec = importlib.util.spec_from_file_location(name, path)
        if spec is None or spec.loader is None:
            raise ImportError(f"{path} is not a Python script")
        _script = importlib.util.module_from_spec(spec)
        # A script may have the name of an existing module, even `orthanc`.
        if name == "__main__" or (name not in sys.modules and name not in sys.builtin_module_names):
            sys.modules[name] = _script
        spec.loader.exec_module(_script)
    except BaseException as error:
        with contextlib.suppress(Exception):
            if not hasattr(error, "__notes__"):  # a launcher raises the exception of its script, which has it
                import _orthanc_missing_imports

                hint = _orthanc_missing_imports.hint(path, error)
                if hint is not None:
                    error.add_note(hint)
        return error.with_traceback(_below_the_loader(error.__traceback__))
    return None


def script() -> ModuleType | None:
    """Return the script."""
    return _script


def _connect_logging() -> None:
    import _orthanc_logs  # only now, since scripts without logging should start fast

    _orthanc_logs.connect()


def _below_the_loader(trace: TracebackType | None) -> TracebackType | None:
    frozen = ("<frozen importlib._bootstrap>", "<frozen importlib._bootstrap_external>")
    while trace is not None and trace.tb_frame.f_code.co_filename in (__file__, _launcher, *frozen):
        trace = trace.tb_next
    return trace


def retire(patience: float) -> list[str]:
    """Do what Python does at exit, but keep the interpreter; return the names of threads that still run."""
    deadline = time.monotonic() + patience
    ending = threading.Thread(target=_end_threads, name="orthanc-stop", daemon=True)
    with contextlib.suppress(RuntimeError):  # the system allows no more threads
        ending.start()
        ending.join(max(0.0, patience - _orthanc_processes.longest_end()))
    # Exit functions end processes in their own way: they send the last task, or end a manager.
    with _orthanc_processes.ending(max(0.0, deadline - time.monotonic())):
        atexit._run_exitfuncs()
    if _orthanc_processes.is_fork():  # an exit function has called os.fork()
        end_fork(None)
    running = _running_threads(ending)
    # An exit function may just have asked a thread to end.
    end = time.monotonic() + _GRACE
    while running and time.monotonic() < end:
        time.sleep(0.01)
        running = _running_threads(ending)
    _forget_script(finalise=not running)
    if _orthanc_processes.is_fork():  # so has a finalizer
        end_fork(None)
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(Exception):
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


def end_fork(error: BaseException | None) -> NoReturn:
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
            with contextlib.suppress(Exception):
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
    global _script
    if _script is None:
        return
    _orthanc_reload.forget(os.path.dirname(_script.__file__ or ""))
    if finalise:
        # As at Python's exit, finalizes objects that only the script refers to. A running thread may still
        # need them.
        values = vars(_script)
        for name in reversed(list(values)):  # in reverse order of creation
            if name != "__builtins__":
                values[name] = None
    _script = None
    gc.collect()


def revive() -> None:
    """Reset the state of the standard library that `retire` changed, for a restart in the same process."""
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
