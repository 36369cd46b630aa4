"""Checks whether the ports of a server are free, and finds the program that uses one."""

from __future__ import annotations

import socket
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from .findings import Finding, odd

# The options, each with Orthanc's default and the option that switches its server off.
_PORTS: Final = (("HttpPort", 8042, "HttpServerEnabled"), ("DicomPort", 4242, "DicomServerEnabled"))
_TABLES: Final = (Path("/proc/net/tcp"), Path("/proc/net/tcp6"))
_LISTENS: Final = "0A"  # a state in these tables


def check_ports(options: Mapping[str, Any], place: str) -> Iterator[Finding]:
    """Report the ports on which a server could not listen. ``place`` is where the options come from."""
    for name, default, enabled in _PORTS:
        port = options.get(name, default)
        if options.get(enabled, True) is False or not _is_port(port) or _is_free(port):
            continue
        yield odd(
            f"port {port} ({name} of {place}) is in use by {_user(port)}: if that is not the server itself, "
            f'stop it, or choose another port with "{name}"'
        )


def _is_port(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 < value < 1 << 16


def _is_free(port: int) -> bool:
    with socket.socket() as probe:
        # Like Orthanc, which ignores lingering connections of an earlier server.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("", port))
        except PermissionError:  # below 1024; the service may have the right
            return True
        except OSError:
            return False
    return True


def _user(port: int) -> str:
    """Describe the process that listens on a port."""
    links = {f"socket:[{inode}]" for table in _TABLES for inode in _inodes(table, port)}
    for process in Path("/proc").glob("[0-9]*"):
        try:
            if any(str(file.readlink()) in links for file in (process / "fd").iterdir()):
                return f"{(process / 'comm').read_text().strip()} (process {process.name})"
        except OSError:  # it belongs to another user, or has ended
            continue
    return "a program of another user"


def _inodes(table: Path, port: int) -> Iterator[str]:
    """Yield the sockets of a table that listen on a port."""
    try:
        rows = [line.split() for line in table.read_text().splitlines()[1:]]
    except OSError:
        return
    for row in rows:
        if row[3] == _LISTENS and int(row[1].rpartition(":")[2], 16) == port:
            yield row[9]
