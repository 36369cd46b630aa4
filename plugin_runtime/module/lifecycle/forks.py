"""Separates the processes that a script forks from the server."""

# Embedded in the module. Runs inside the server, with CPython 3.11 and later. Short, because Python compiles
# it at each start.

import os
import sys

import _orthanc_fork


class Server:
    """The data that a fork needs about its server."""

    pid = 0
    # The reading and the writing end of a pipe. The kernel kills the forks once the server's end (the writing
    # end) is closed: see fork.cpp. One value, since a thread may fork at any time.
    lifeline: tuple[int, int] | None = None


def prepare() -> None:
    """Get ready for the forks of a script."""
    if not Server.pid:
        os.register_at_fork(
            before=_before, after_in_parent=_orthanc_fork.after_in_server, after_in_child=_begin
        )
    Server.pid = os.getpid()
    open_lifeline()


def open_lifeline() -> None:
    """Begin a lifeline for the next forks; the present ones end."""
    close_lifeline()
    Server.lifeline = os.pipe()


def close_lifeline() -> None:
    """End the present forks."""
    ends, Server.lifeline = Server.lifeline, None
    for end in ends or ():
        os.close(end)


def is_fork() -> bool:
    """Return whether this process was forked from the server, directly or indirectly."""
    return os.getpid() != Server.pid


def _before() -> None:
    """Load what a fork may run. There, a thread that was importing it does not exist, but holds its lock."""
    try:
        import _orthanc_lifecycle  # noqa: F401
        import _orthanc_uncaught  # noqa: F401
    finally:
        _orthanc_fork.before()


def _begin() -> None:
    """Separate this process, which was just forked, from the server."""
    # None: a thread has forked while the lifeline is replaced. The other forks of its script end, too.
    lifeline, of_server = Server.lifeline or (-1, -1)
    if of_server >= 0:
        os.close(of_server)
        Server.lifeline = lifeline, -1
    _orthanc_fork.after_in_fork(lifeline)
    children = sys.modules.get("_orthanc_children")
    if hasattr(children, "revive"):  # not while another thread has just begun to import it
        children.disown()
    event_loop = sys.modules.get("_orthanc_event_loop")
    if hasattr(event_loop, "forget"):
        event_loop.forget(_orthanc_fork.end)
