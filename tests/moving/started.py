"""What the tests of both plugins use: scripts with a route, and the bytes of answers."""

from __future__ import annotations

import socket
from collections.abc import Callable

from ..e2e.harness import RunningServer

Started = Callable[..., RunningServer]

# The beginning of scripts with one route, /x.
ROUTE = """
    import orthanc

    def register(f):
        orthanc.RegisterRestCallback("/x", f)
"""


def raw_answer(server: RunningServer, timeout: float = 20.0) -> bytes:
    """Return the bytes of the answer to a request for /x. Empty if the server closes the connection."""
    with socket.create_connection(("127.0.0.1", server.http_port), timeout) as connection:
        connection.sendall(b"GET /x HTTP/1.0\r\n\r\n")
        return b"".join(iter(lambda: connection.recv(4096), b""))
