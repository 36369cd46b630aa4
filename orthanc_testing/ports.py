"""TCP ports for servers: finds free ones, and checks those that a user chooses."""

from __future__ import annotations

import collections
import os
import socket

from .errors import KitError

HTTP_PORT = 8042  # Orthanc's default
DICOM_PORT = 4242
MAX_RESERVATIONS = 64  # file descriptors; a server needs two until it listens

_reservations: collections.deque[int] = collections.deque()  # file descriptors, the oldest first


def free_port() -> int:
    """Find a free TCP port and reserve it against other callers, also in other processes.

    A socket that is bound but does not listen reserves the port. Servers can still bind it, since they set
    SO_REUSEADDR.
    """
    reservation = socket.socket()
    reservation.bind(("", 0))  # without SO_REUSEADDR, so the port is not bound yet
    reservation.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    port = int(reservation.getsockname()[1])
    _reservations.append(reservation.detach())
    if len(_reservations) > MAX_RESERVATIONS:
        os.close(_reservations.popleft())
    return port


def require_free_port(port: int, purpose: str, option: str) -> None:
    """Raise KitError if Orthanc could not listen on a port."""
    with socket.socket() as probe:
        # Like Orthanc, which ignores lingering connections of an earlier server.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("", port))
        except OverflowError:
            raise KitError(f"{port} is not a TCP port: choose {option} from 1 to 65535") from None
        except OSError as problem:
            raise KitError(
                f"port {port} is not free for {purpose} ({problem.strerror}): stop the program that uses it, "
                f"or choose another with {option}"
            ) from problem
