"""Starts and ends the processes of a script, and separates them from the server."""

# Embedded in the module. Runs inside the server, with CPython 3.11 and later.

from __future__ import annotations

import contextlib
import json
import os
import signal
import socket
import stat
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

import _orthanc_fork
import _orthanc_late
import orthanc

if TYPE_CHECKING:
    from multiprocessing.process import BaseProcess

# The time that a process may take to end after it was asked to, in seconds.
_GRACE = 0.25
# The time that exit functions may wait for processes that do not end, in seconds.
_LONGEST_EXIT = 0.75

_DEFAULT_PORTS = {"HttpPort": 8042, "DicomPort": 4242}


class _Server:
    """The data that a fork needs about its server."""

    pid = 0
    ports: frozenset[int] = frozenset()  # on which the server listens
    # The reading and the writing end of a pipe. The kernel kills the forks once the server's end (the writing
    # end) is closed: see fork.cpp. One value, since a thread may fork at any time.
    lifeline: tuple[int, int] | None = None


def prepare(module_file: str) -> None:
    """Get ready for the processes of a script, and let those that are no forks import `orthanc`."""
    _orthanc_late.after_import("multiprocessing", _adopt_children)
    _orthanc_late.after_import("multiprocessing.pool", _replace_pools)
    # In the server, `orthanc` is built in. The folder comes last and contains only the module, so it hides
    # nothing.
    folder = str(Path(module_file).parent)
    if folder not in sys.path:
        sys.path.append(folder)
    if not _Server.pid:
        os.register_at_fork(
            before=_orthanc_fork.before, after_in_parent=_orthanc_fork.after_in_server, after_in_child=_begin
        )
    _Server.pid = os.getpid()
    _Server.ports = _ports()
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


def _active_children() -> list[BaseProcess]:
    children = _children()
    return [] if children is None else list(children.active())


def _ports() -> frozenset[int]:
    """Return the ports of the server."""
    settings: dict[str, object] = {}
    with contextlib.suppress(orthanc.OrthancException, ValueError):
        settings = json.loads(orthanc.GetConfiguration())
    ports = [settings.get(name, default) for name, default in _DEFAULT_PORTS.items()]
    return frozenset(port for port in ports if isinstance(port, int))


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
    if _Server.lifeline is None:
        # A thread has forked while the lifeline is replaced. The other forks of its script end, too.
        os.kill(os.getpid(), signal.SIGKILL)
        return
    lifeline, of_server = _Server.lifeline
    if of_server >= 0:
        os.close(of_server)
        _Server.lifeline = lifeline, -1
    _orthanc_fork.after_in_fork(lifeline)
    children = _children()
    if children is not None:
        children.disown()
    with contextlib.suppress(OSError):
        _close_sockets()
    event_loop = sys.modules.get("_orthanc_event_loop")
    if hasattr(event_loop, "forget"):  # not while another thread has just begun to import it
        event_loop.forget(_orthanc_fork.end)


def _close_sockets() -> None:
    """Close the server's sockets. Otherwise, its ports stay in use, and its clients wait for the end."""
    for entry in list(Path("/proc/self/fd").iterdir()):
        with contextlib.suppress(OSError):  # the listing's own descriptor is closed already
            descriptor = int(entry.name)
            if stat.S_ISSOCK(os.fstat(descriptor).st_mode) and _local_port(descriptor) in _Server.ports:
                os.close(descriptor)


def _local_port(descriptor: int) -> int | None:
    found = socket.socket(fileno=descriptor)
    try:
        address = found.getsockname()
    finally:
        found.detach()
    return address[1] if found.family in (socket.AF_INET, socket.AF_INET6) else None


def longest_end() -> float:
    """Return the longest time that ending the current processes takes, in seconds."""
    return _GRACE + _LONGEST_EXIT if _active_children() else 0.0


def end(patience: float) -> None:
    """Wait for processes to end; terminate those that do not, and log their names.

    `patience` is in seconds, and includes the time for terminating them.
    """
    deadline = time.monotonic() + patience - longest_end()
    # Daemons are ended when Python exits, as usual.
    running = [child for child in _active_children() if not child.daemon]
    for child in running:
        child.join(max(0.0, deadline - time.monotonic()))
    late = [child for child in running if child.is_alive()]
    for child in late:
        child.terminate()
    end_of_grace = time.monotonic() + _GRACE
    for child in late:
        child.join(max(0.0, end_of_grace - time.monotonic()))
    for child in late:
        with contextlib.suppress(ValueError):
            child.kill()
    if late:
        names = ", ".join(child.name for child in late)
        orthanc.LogWarning(f"Processes of the script still ran when Python stopped, and were ended: {names}")


@contextlib.contextmanager
def ending() -> Iterator[None]:
    """Kill processes for which exit functions in this scope wait too long, such as those of pools."""
    done, killed = threading.Event(), list[str]()
    # This thread cannot log: the server only accepts calls from the current thread.
    threading.Thread(target=_kill_unless, args=(done, killed), name="orthanc-processes", daemon=True).start()
    try:
        yield
    finally:
        done.set()
        if not is_fork():
            # A new one, because a thread of the script may start processes in place of those that end here.
            with contextlib.suppress(OSError):
                _open_lifeline()
    if killed:
        orthanc.LogWarning(f"Processes of the script did not end, and were killed: {', '.join(killed)}")


def _kill_unless(done: threading.Event, killed: list[str]) -> None:
    if not done.wait(_LONGEST_EXIT):
        for child in _active_children():
            killed.append(child.name)
            child.kill()


def revive() -> None:
    """Get ready for the next script."""
    children = _children()
    if children is not None:
        children.revive()
