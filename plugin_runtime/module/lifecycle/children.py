"""Adapts `multiprocessing` to a server: the start method, exit functions, and resets."""

# Embedded in the module. Runs inside the server, with CPython 3.11 and later.

from __future__ import annotations

import atexit
import contextlib
import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from multiprocessing import context, process
from typing import Any

_LEAST = 0.25  # seconds that each exit function may wait for a thread


def adopt() -> None:
    """Make `fork` the start method."""
    # Scripts pass unpicklable arguments, and start processes while they are loaded, without a guard: a
    # process that imported the script again would start more processes. CPython 3.14 defaults to forkserver.
    context._default_context._default_context = context._concrete_contexts["fork"]


def disown() -> None:
    """Forget the server's processes, in a fork. Otherwise `multiprocessing` would end them with the fork."""
    process._children = set()  # type: ignore[attr-defined]


def running() -> list[process.BaseProcess]:
    """Return the processes that run. Takes no exit status: another thread may wait for it."""
    from multiprocessing.connection import wait  # only now, since it is slow to import

    found = {}
    for child in list(process._children):  # type: ignore[attr-defined]
        with contextlib.suppress(ValueError):  # another thread has closed it
            found[child.sentinel] = child
    for sentinel in wait(list(found), 0):
        del found[sentinel]
    return [child for child in found.values() if not _has_ended(child)]


def _has_ended(child: process.BaseProcess) -> bool:
    """Return whether a process has ended though its sentinel is open, of which a fork may hold a copy."""
    with contextlib.suppress(ValueError, OSError):  # closed; a child of the fork server, or just joined
        return os.waitid(os.P_PID, child.pid or 0, os.WEXITED | os.WNOHANG | os.WNOWAIT) is not None
    return False


@contextlib.contextmanager
def at_exit(deadline: float) -> Iterator[None]:
    """Let exit functions of `multiprocessing` run in this scope though the process does not end.

    At the deadline, a time of `time.monotonic()`, they wait no longer for queues whose items nobody takes.
    """
    util = sys.modules.get("multiprocessing.util")
    if not hasattr(util, "_exit_function"):  # nor while a thread imports it
        yield
        return
    sharer = getattr(sys.modules.get("multiprocessing.resource_sharer"), "_resource_sharer", None)
    if sharer is not None:  # its thread, before its socket goes
        util.Finalize(None, _end_sharer, (sharer,), exitpriority=1)
    # They forget these finalizers, so the descriptors of each `Process` would stay open. A copy first: other
    # threads may add some.
    registered = dict(util._finalizer_registry)
    kept = {key: finalizer for key, finalizer in registered.items() if key[0] is None}
    with _limited_queues(util, deadline):
        yield
    for key, finalizer in kept.items():
        if finalizer._key == key:  # it was not run
            util._finalizer_registry[key] = finalizer
            if finalizer._weakref() is None:  # the object died while the finalizer was not registered
                with contextlib.suppress(Exception):
                    finalizer()


@contextlib.contextmanager
def _limited_queues(util: Any, deadline: float) -> Iterator[None]:
    """Limit how long exit functions wait for the threads that write items of queues into pipes.

    The server reads no pipe of its queues, but holds its other end. So a thread would wait for ever if a
    process has left more items than the pipe holds.
    """
    queue = getattr(sys.modules.get("multiprocessing.queues"), "Queue", None)
    if queue is None:
        yield
        return
    unlimited = queue._finalize_join

    def limited(reference: Callable[[], threading.Thread | None]) -> None:
        thread = reference()
        if thread is not None:
            thread.join(max(_LEAST, deadline - time.monotonic()))

    for finalizer in list(util._finalizer_registry.values()):
        if finalizer._callback is unlimited:
            finalizer._callback = limited
    queue._finalize_join = staticmethod(limited)  # for threads that exit functions start
    try:
        yield
    finally:
        queue._finalize_join = staticmethod(unlimited)


def _end_sharer(sharer: Any) -> None:
    """End the thread that hands connections over to processes."""
    with contextlib.suppress(OSError, EOFError):
        sharer.stop(_LEAST)


def revive() -> None:
    """Reset the state of `multiprocessing` that the end of a script changed."""
    context._default_context.set_start_method(None, force=True)
    util = sys.modules.get("multiprocessing.util")
    if util is not None:
        util._exiting = False
        atexit.register(util._exit_function)
    # The exit functions have removed the folder with the sockets of these two.
    servers = sys.modules.get("multiprocessing.forkserver")
    if servers is not None:
        _end_fork_server(servers._forkserver)
    sharers = sys.modules.get("multiprocessing.resource_sharer")
    if sharers is not None:
        thread = sharers._resource_sharer._thread
        if thread is None or not thread.is_alive():
            sharers._resource_sharer._afterfork()
        else:  # it uses the old one
            sharers._resource_sharer = type(sharers._resource_sharer)()


def _end_fork_server(server: Any) -> None:
    """End the fork server, if there is one. The next process starts another one."""
    if getattr(server, "_forkserver_pid", None) is None:
        return
    with contextlib.suppress(OSError):
        os.close(server._forkserver_alive_fd)
    with contextlib.suppress(ChildProcessError):  # it has ended, and another process may have its ID
        if os.waitpid(server._forkserver_pid, os.WNOHANG)[0] == 0:
            os.kill(server._forkserver_pid, signal.SIGKILL)
            os.waitpid(server._forkserver_pid, 0)
    server._forkserver_pid = server._forkserver_address = server._forkserver_alive_fd = None
