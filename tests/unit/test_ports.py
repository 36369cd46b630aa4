"""Free ports: each goes to one caller, in this process and in others, and a server can listen on it."""

from __future__ import annotations

import socket
import subprocess
import sys
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from orthanc_testing import ports
from orthanc_testing.ports import MAX_RESERVATIONS, free_port, require_free_port


def test_a_port_is_given_once() -> None:
    own = [free_port() for _ in range(MAX_RESERVATIONS)]
    code = f"from orthanc_testing.ports import free_port\nprint(*[free_port() for _ in range({len(own)})])"
    others = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert len({*own, *map(int, others.split())}) == 2 * MAX_RESERVATIONS


def test_a_port_is_reserved() -> None:
    port = free_port()
    with socket.socket() as other, pytest.raises(OSError, match="in use"):
        other.bind(("", port))


def test_a_server_may_listen_on_its_port() -> None:
    port = free_port()
    require_free_port(port, "HTTP", "--http-port")
    with HTTPServer(("127.0.0.1", port), BaseHTTPRequestHandler), pytest.raises(Exception, match="not free"):
        require_free_port(port, "HTTP", "--http-port")


def test_reservations_have_an_end() -> None:
    for _ in range(MAX_RESERVATIONS + 2):
        free_port()
    assert len(ports._reservations) == MAX_RESERVATIONS
