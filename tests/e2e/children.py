"""Lists and kills the processes that a server has started."""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import time
from pathlib import Path

from ..ends import has_ended, until
from .harness import TIMEOUT, RunningServer


def children_of(pid: int) -> set[int]:
    """Return the descendants of a process."""
    found: set[int] = set()
    threads: list[Path] = []
    with contextlib.suppress(OSError):  # the process may just have ended
        threads = list(Path(f"/proc/{pid}/task").glob("*/children"))
    for thread in threads:
        with contextlib.suppress(OSError):  # the thread, too
            found |= {int(child) for child in thread.read_text().split()}
    return found.union(*map(children_of, found))


def workers_of(server: RunningServer) -> list[int]:
    """Return the processes of the server's pool."""
    assert server.pid is not None
    return sorted(children_of(server.pid))


def kill(pid: int) -> None:
    """Kill a process, unless it has already ended."""
    with contextlib.suppress(ProcessLookupError):
        os.kill(pid, signal.SIGKILL)


def wait_until_gone(pids: set[int], seconds: float = TIMEOUT) -> None:
    """Wait until processes that are not children of this one have ended."""
    until(lambda: all(map(has_ended, pids)), seconds)


def assert_port_is_free(port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        probe.bind(("0.0.0.0", port))


def ports_of(pid: int) -> set[int]:
    """Return the local ports of the TCP sockets that a process has open."""
    inodes = set()
    for entry in Path(f"/proc/{pid}/fd").iterdir():
        with contextlib.suppress(OSError):
            inodes.add(str(entry.readlink()))
    lines = [
        line.split()
        for table in ("tcp", "tcp6")
        for line in Path(f"/proc/{pid}/net/{table}").read_text().splitlines()[1:]
    ]
    return {int(fields[1].rpartition(":")[2], 16) for fields in lines if f"socket:[{fields[9]}]" in inodes}


def wait_until_no_port(pid: int, seconds: float = TIMEOUT) -> None:
    """Wait until a forked process has closed the sockets of the server."""
    deadline = time.monotonic() + seconds
    while ports_of(pid) and time.monotonic() < deadline:
        time.sleep(0.02)
    assert not ports_of(pid)
