"""Ends the processes of a script at a stop."""

# Embedded in the module. Runs inside the server, with CPython 3.11 and later.

import atexit
import sys
import threading
import time
from types import ModuleType

import orthanc
from _orthanc_forks import is_fork, open_lifeline
from _orthanc_parts import Ignored

TYPE_CHECKING = False
if TYPE_CHECKING:
    from multiprocessing.process import BaseProcess

# The time that a process may take to end after it was asked to, in seconds.
_GRACE = 0.25
# The time that exit functions may wait for processes that do not end, in seconds.
_LONGEST_EXIT = 0.75
# Raised by a process that a thread of the script closes at the same time.
_CLOSED = (ValueError, AttributeError, OSError)


def _children() -> ModuleType | None:
    """Return children.py, unless nothing has imported `multiprocessing`, or a thread just does."""
    children = sys.modules.get("_orthanc_children")
    return children if hasattr(children, "revive") else None


def _running_children() -> "list[BaseProcess]":
    children = _children()
    return [] if children is None else list(children.running())


def longest_end() -> float:
    """Return the longest time that ending the current processes takes, in seconds."""
    return _GRACE + _LONGEST_EXIT if _running_children() else 0.0


def run_exit_functions(patience: float) -> None:
    """Run exit functions; end processes for which they wait too long, and log their names.

    `patience` is in seconds, and includes the time for ending them. Afterwards, the forks that remain are
    those that threads of the script have just started. They end with the server or the next script.
    """
    end = time.monotonic() + patience
    late = _LateProcesses(end - longest_end())
    try:
        late.start()
    except RuntimeError:  # the system allows no more threads
        late.run()
    try:
        children = _children()
        if children is None:
            atexit._run_exitfuncs()
        else:
            with children.at_exit(end):
                atexit._run_exitfuncs()
    finally:
        late.done.set()
    if is_fork():  # an exit function has called os.fork()
        return
    with Ignored(RuntimeError):  # it could not be started
        late.join()
    with Ignored(OSError):
        # A new one, because a thread of the script may start processes in place of those that end here.
        open_lifeline()
    if late.ended:
        names = ", ".join(late.ended)
        orthanc.LogWarning(f"Processes of the script still ran when Python stopped, and were ended: {names}")
    if late.killed:
        names = ", ".join(dict.fromkeys(late.killed))
        orthanc.LogWarning(f"Processes of the script did not end, and were killed: {names}")


class _LateProcesses(threading.Thread):
    """Ends processes that run at a deadline, and soon afterwards all others, until `done` is set.

    It cannot log: the server only accepts calls from the thread that stops it.
    """

    def __init__(self, deadline: float) -> None:
        super().__init__(name="orthanc-processes", daemon=True)
        self._deadline = deadline
        # Daemons are ended by exit functions, as usual.
        self._awaited = [child for child in _running_children() if not child.daemon]
        self.done = threading.Event()
        self.ended: list[str] = []
        self.killed: list[str] = []

    def run(self) -> None:
        running = _wait_for(self._awaited, self._deadline)
        for child in running:
            self.ended.append(child.name)
            with Ignored(*_CLOSED):
                child.terminate()
        for child in _wait_for(running, time.monotonic() + _GRACE):
            with Ignored(*_CLOSED):
                child.kill()
        # Again and again: a thread of the script, or of a pool, may replace processes that were killed.
        while not self.done.wait(_LONGEST_EXIT):
            _let_pools_stop(True)
            for child in _running_children():
                self.killed.append(child.name)
                with Ignored(*_CLOSED):
                    child.kill()
            if not self.is_alive():
                return  # this is no thread: the exit functions have yet to run


def _let_pools_stop(stopping: bool) -> None:
    """Tell pools of processes whether to fail all tasks instead of replacing the processes that they lose."""
    queues = sys.modules.get("_orthanc_pool_queues")
    if hasattr(queues, "Tasks"):  # not while a thread imports it
        queues.Tasks.stopping = stopping


def _wait_for(children: "list[BaseProcess]", deadline: float) -> "list[BaseProcess]":
    """Wait until processes have ended; return those that still run at the deadline."""
    while True:
        running = set(_running_children())
        children = [child for child in children if child in running]
        if not children or time.monotonic() >= deadline:
            return children
        time.sleep(0.01)


def revive() -> None:
    """Get ready for the next script."""
    _let_pools_stop(False)
    children = _children()
    if children is not None:
        children.revive()
