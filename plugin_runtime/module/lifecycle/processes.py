"""Starts and ends the processes of a script, and separates them from the server."""

# Embedded in the module. Runs inside the server, with CPython 3.11 and later.

from __future__ import annotations

import contextlib
import os
import sys
import threading
import time
from collections.abc import Iterator
from types import ModuleType

import _orthanc_fork
import _orthanc_late
import orthanc

TYPE_CHECKING = False
if TYPE_CHECKING:
    from multiprocessing.process import BaseProcess

# The time that a process may take to end after it was asked to, in seconds.
_GRACE = 0.25
# The time that exit functions may wait for processes that do not end, in seconds.
_LONGEST_EXIT = 0.75
# Raised by a process that a thread of the script closes at the same time.
_CLOSED = (ValueError, AttributeError, OSError)


class _Server:
    """The data that a fork needs about its server."""

    pid = 0
    # The reading and the writing end of a pipe. The kernel kills the forks once the server's end (the writing
    # end) is closed: see fork.cpp. One value, since a thread may fork at any time.
    lifeline: tuple[int, int] | None = None


def prepare(module_file: str) -> None:
    """Get ready for the processes of a script, and let those that are no forks import `orthanc`."""
    _orthanc_late.after_import("multiprocessing", _adopt_children)
    _orthanc_late.after_import("multiprocessing.pool", _replace_pools)
    # In the server, `orthanc` is built in. The folder comes last and contains only the module, so it hides
    # nothing.
    folder = os.path.dirname(module_file)
    if folder not in sys.path:
        sys.path.append(folder)
    if not _Server.pid:
        os.register_at_fork(
            before=_orthanc_fork.before, after_in_parent=_orthanc_fork.after_in_server, after_in_child=_begin
        )
    _Server.pid = os.getpid()
    _open_lifeline()


def _adopt_children() -> None:
    import _orthanc_children  # only now, since scripts without processes should start fast

    _orthanc_children.adopt()


def _replace_pools() -> None:
    import _orthanc_pools

    _orthanc_pools.install()


def _children() -> ModuleType | None:
    """Return children.py, unless nothing has imported `multiprocessing`, or a thread just does."""
    children = sys.modules.get("_orthanc_children")
    return children if hasattr(children, "revive") else None


def _running_children() -> list[BaseProcess]:
    children = _children()
    return [] if children is None else list(children.running())


def _at_exit(deadline: float) -> contextlib.AbstractContextManager[None]:
    children = _children()
    return contextlib.nullcontext() if children is None else children.at_exit(deadline)


def _open_lifeline() -> None:
    """Begin a lifeline for the next forks; the present ones end."""
    _close_lifeline()
    _Server.lifeline = os.pipe()


def _close_lifeline() -> None:
    ends, _Server.lifeline = _Server.lifeline, None
    for end in ends or ():
        os.close(end)


def is_fork() -> bool:
    """Return whether this process was forked from the server, directly or indirectly."""
    return os.getpid() != _Server.pid


def _begin() -> None:
    """Separate this process, which was just forked, from the server."""
    # None: a thread has forked while the lifeline is replaced. The other forks of its script end, too.
    lifeline, of_server = _Server.lifeline or (-1, -1)
    if of_server >= 0:
        os.close(of_server)
        _Server.lifeline = lifeline, -1
    _orthanc_fork.after_in_fork(lifeline)
    children = _children()
    if children is not None:
        children.disown()
    event_loop = sys.modules.get("_orthanc_event_loop")
    if hasattr(event_loop, "forget"):  # not while another thread has just begun to import it
        event_loop.forget(_orthanc_fork.end)


def longest_end() -> float:
    """Return the longest time that ending the current processes takes, in seconds."""
    return _GRACE + _LONGEST_EXIT if _running_children() else 0.0


@contextlib.contextmanager
def ending(patience: float) -> Iterator[None]:
    """End processes for which exit functions in this scope wait too long, and log their names.

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
        with _at_exit(end):
            yield
    finally:
        late.done.set()
    if is_fork():  # an exit function has called os.fork()
        return
    with contextlib.suppress(RuntimeError):  # it could not be started
        late.join()
    with contextlib.suppress(OSError):
        # A new one, because a thread of the script may start processes in place of those that end here.
        _open_lifeline()
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
            with contextlib.suppress(*_CLOSED):
                child.terminate()
        for child in _wait_for(running, time.monotonic() + _GRACE):
            with contextlib.suppress(*_CLOSED):
                child.kill()
        # Again and again: a thread of the script, or of a pool, may replace processes that were killed.
        while not self.done.wait(_LONGEST_EXIT):
            _let_pools_stop(True)
            for child in _running_children():
                self.killed.append(child.name)
                with contextlib.suppress(*_CLOSED):
                    child.kill()
            if not self.is_alive():
                return  # this is no thread: the exit functions have yet to run


def _let_pools_stop(stopping: bool) -> None:
    """Tell pools of processes whether to fail all tasks instead of replacing the processes that they lose."""
    queues = sys.modules.get("_orthanc_pool_queues")
    if hasattr(queues, "Tasks"):  # not while a thread imports it
        queues.Tasks.stopping = stopping


def _wait_for(children: list[BaseProcess], deadline: float) -> list[BaseProcess]:
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
