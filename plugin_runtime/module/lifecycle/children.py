"""The processes that the script starts with `multiprocessing`, from its first import on."""

# Embedded in the module. Runs inside the server, with CPython 3.11 and later.

from __future__ import annotations

import atexit
import contextlib
import os
import signal
import sys
from collections.abc import Iterator
from multiprocessing import context, process
from typing import Any


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
def kept_finalizers() -> Iterator[None]:
    """Keep the finalizers of objects that outlive the exit functions in this scope.

    `multiprocessing` forgets them, because the process usually ends then. The descriptors of each `Process`
    would stay open.
    """
    util = sys.modules.get("multiprocessing.util")
    kept = {} if util is None else dict(util._finalizer_registry)
    yield
    for key, finalizer in kept.items():
        if key[0] is None and finalizer._key == key:  # not run at an exit, nor has it been run
            util._finalizer_registry[key] = finalizer
            if finalizer._weakref() is None:  # the object died while the finalizer was not registered
                finalizer()


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
        sharers._resource_sharer._afterfork()


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
