"""`orthanc-plugin doctor` names the port that is in use, its option, and the program."""

from __future__ import annotations

import os
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from distribution.orthanc_plugin.findings import Finding, Verdict
from distribution.orthanc_plugin.ports import check_ports
from orthanc_testing.ports import free_port


@pytest.fixture
def taken() -> Iterator[int]:
    """Listen on a port."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server.getsockname()[1]


@pytest.fixture
def free() -> int:
    """Return a port on which nobody listens."""
    return free_port()


@pytest.mark.parametrize(("option", "other"), [("HttpPort", "DicomPort"), ("DicomPort", "HttpPort")])
def test_a_port_in_use(taken: int, free: int, option: str, other: str) -> None:
    name = Path("/proc/self/comm").read_text().strip()
    assert list(check_ports({option: taken, other: free}, "orthanc.json")) == [
        Finding(
            Verdict.ODD,
            f"port {taken} ({option} of orthanc.json) is in use by {name} (process {os.getpid()}): "
            f'if that is not the server itself, stop it, or choose another port with "{option}"',
        )
    ]


def test_a_server_that_is_switched_off_needs_no_port(taken: int) -> None:
    options = {"HttpPort": taken, "DicomPort": taken, "HttpServerEnabled": False, "DicomServerEnabled": False}
    assert list(check_ports(options, "orthanc.json")) == []


def test_free_ports_and_values_that_are_none(free: int) -> None:
    assert list(check_ports({"HttpPort": free, "DicomPort": "4242"}, "orthanc.json")) == []
