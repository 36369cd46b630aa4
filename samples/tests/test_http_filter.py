"""Tests `samples/http_filter.py`."""

from __future__ import annotations

import pytest

from orthanc_testing import Core, Server


@pytest.fixture(scope="module")
def orthanc_script() -> str:
    return "../http_filter.py"


@pytest.fixture(scope="module")
def orthanc_environment() -> dict[str, str]:
    return {"SAMPLE_API_KEY": "opensesame"}


@pytest.mark.parametrize("key", ["", "wrong"])
def test_without_the_key_nobody_writes(orthanc_either: Core | Server, key: str) -> None:
    assert orthanc_either.put("/tools/log-level", "default", x_api_key=key).status == 403
    orthanc_either.wait_for_log(r"Refused to change /tools/log-level for 127\.0\.0\.1$")


def test_everybody_reads_and_the_key_writes(orthanc_core: Core) -> None:
    orthanc_core.rest.on("GET", "/system", {"Version": "1.13.0"})
    orthanc_core.rest.on("PUT", "/tools/log-level", "")
    assert orthanc_core.get("/system").json() == {"Version": "1.13.0"}
    assert orthanc_core.put("/tools/log-level", "default", x_api_key="opensesame").status == 200
    assert orthanc_core.log == ""


def test_everybody_reads_and_the_key_writes_in_a_server(orthanc_server: Server) -> None:
    assert orthanc_server.get("/system").status == 200
    assert orthanc_server.put("/tools/log-level", "default", x_api_key="opensesame").status == 200
