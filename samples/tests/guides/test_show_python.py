"""Tests `samples/guides/show_python.py`."""

from __future__ import annotations

import platform
import sys
from typing import Any

import pytest

from orthanc_testing import Core, Server, Servers

SCRIPT = "../../guides/show_python.py"


@pytest.fixture(scope="module")
def orthanc_script() -> str:
    return SCRIPT


@pytest.fixture(scope="module")
def orthanc_configuration() -> dict[str, Any]:
    return {"Python": {"StopTimeout": 20}}


@pytest.fixture(scope="module")
def orthanc_environment() -> dict[str, str]:
    return {"SAMPLE_PACKAGES": "pytest"}


def test_the_server_uses_the_environment_of_the_tests(orthanc_server: Server) -> None:
    facts = orthanc_server.get("/python").json()
    assert (facts["Environment"], facts["Version"]) == (sys.prefix, platform.python_version())
    assert facts["Packages"] == {"pytest": pytest.__version__}
    assert facts["Options"]["StopTimeout"] == 20
    orthanc_server.wait_for_log(f"environment: Python {facts['Version']} in {sys.prefix}, with ")


def test_without_a_server(orthanc_core: Core) -> None:
    assert orthanc_core.get("/python").json()["Options"] == {"StopTimeout": 20}


def test_a_missing_package_stops_the_start(orthanc_servers: Servers[Server]) -> None:
    log = orthanc_servers.refused(SCRIPT, environment={"SAMPLE_PACKAGES": "pytest no-such-package"})
    assert "PackageNotFoundError: No package metadata was found for no-such-package" in log
