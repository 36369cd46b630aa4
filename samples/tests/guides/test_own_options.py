"""Tests `samples/guides/own_options.py`."""

from __future__ import annotations

from typing import Any

import pytest

from orthanc_testing import Core, Server, Servers

SCRIPT = "../../guides/own_options.py"


@pytest.fixture(scope="module")
def orthanc_script() -> str:
    return SCRIPT


@pytest.fixture(scope="module")
def orthanc_configuration() -> dict[str, Any]:
    return {"Welcome": {"Greeting": "${SAMPLE_GREETING}"}}


@pytest.fixture(scope="module")
def orthanc_environment() -> dict[str, str]:
    return {"SAMPLE_GREETING": "Guten Tag"}


def test_an_option_and_a_default(orthanc_server: Server) -> None:
    assert orthanc_server.get("/welcome?name=Jane").text == "Guten Tag, Jane\n"
    assert orthanc_server.get(f"/welcome?name={'x' * 50}").text == f"Guten Tag, {'x' * 40}\n"
    assert orthanc_server.post("/welcome").status == 405


def test_without_a_server(orthanc_core: Core) -> None:
    assert orthanc_core.get("/welcome").text == "${SAMPLE_GREETING}, world\n"


@pytest.mark.parametrize(
    ("section", "message"),
    [
        ({"Grating": ""}, "unknown option Welcome.Grating; known are Greeting, Limit"),
        ({"Limit": "10"}, "Welcome.Limit must be int, not '10'"),
        ({"Limit": True}, "Welcome.Limit must be int, not True"),
    ],
)
def test_a_wrong_option_stops_the_start(
    orthanc_servers: Servers[Server], section: dict[str, Any], message: str
) -> None:
    assert message in orthanc_servers.refused(SCRIPT, configuration={"Welcome": section})
