"""Tests `samples/guides/health_check.py`."""

from __future__ import annotations

from typing import Any

import orthanc
import pytest

from orthanc_testing import Core, Server, Servers

SCRIPT = "../../guides/health_check.py"


@pytest.fixture(scope="module")
def orthanc_script() -> str:
    return SCRIPT


@pytest.fixture(scope="module")
def orthanc_configuration() -> dict[str, Any]:
    return {"StorageDirectory": "/var/lib/orthanc"}  # for the core; a server of a test has its own


@pytest.fixture(scope="module")
def orthanc_environment() -> dict[str, str]:
    return {"SAMPLE_MIN_FREE_GB": "0"}


def test_a_healthy_server(orthanc_server: Server) -> None:
    answer = orthanc_server.get("/health")
    assert (answer.status, answer.json()) == (200, {"database": "ok", "space": "ok"})


def test_a_full_disk(orthanc_servers: Servers[Server]) -> None:
    server = orthanc_servers.start(SCRIPT, environment={"SAMPLE_MIN_FREE_GB": "1000000000"})
    assert server.get("/health").status == 503
    server.wait_for_log("Not healthy, space: .* GB are free, less than 1e\\+09 GB")


@pytest.mark.parametrize(
    ("orthanc_configuration", "path"), [({"StorageDirectory": "files"}, "files"), ({}, "OrthancStorage")]
)
def test_a_relative_path_is_refused(orthanc_core: Core, path: str) -> None:
    with pytest.raises(ValueError, match=f"StorageDirectory: expected an absolute path, got '{path}'"):
        orthanc_core.load()


def test_a_database_that_fails(orthanc_core: Core) -> None:
    orthanc_core.rest.fail("GET", "/statistics", orthanc.ErrorCode.DATABASE)
    assert orthanc_core.get("/health").status == 503
    assert "Not healthy, database: " in orthanc_core.log
