"""The processes that the script starts with `multiprocessing`, from its first import on."""

# Embedded in the module. Runs inside the server, with CPython 3.11 and later.

from __future__ import annotations

import atexit
import contextlib
import os
import signal
import sys
from multiprocessing import active_children, context, process
from typing import Any

active = active_children


def adopt() -> None:
    """Make `fork` the start method."""
    # Scripts pass unpicklable arguments, and start processes while they are loaded, without a guard: a
    # process that imported the script again would start more processes. CPython 3.14 defaults to forkserver.
    context._default_context._default_context = context._concrete_contexts["fork"]


def disown() -> None:
    """Forget the server's processes, in a fork. Otherwise `multiprocessing` would end them with the fork."""
    process._children = set()  # type: ignore[attr-defined]


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
