"""The processes that the script starts with `multiprocessing`, from its first import on."""

# Embedded in the module. Runs inside the server, with CPython 3.11 and later.

from __future__ import annotations

import atexit
import sys
from multiprocessing import active_children, context, process

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
