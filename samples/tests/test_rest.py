"""The routes of `samples/rest.py`, without a server and in one."""

from __future__ import annotations

import pytest

from orthanc_testing import Core, Server


@pytest.fixture(scope="module")
def orthanc_script() -> str:
    return "../rest.py"


@pytest.fixture(params=["orthanc_core", "orthanc_server"])
def orthanc(request: pytest.FixtureRequest) -> Core | Server:
    """Return the in-process core, then a real server: the tests run with both."""
    made: Core | Server = request.getfixturevalue(request.param)
    return made


def test_both_routes_answer(orthanc: Core | Server) -> None:
    answer = orthanc.get("/toto")
    assert (answer.status, answer.text) == (200, "ok\n")
    assert orthanc.get("/tata?name=value").text == "ok\n"
    orthanc.wait_for_log(r"Request for /toto: groups \('to', 't'\), arguments \{\}")
    orthanc.wait_for_log(r"Request for /tata: groups \(\), arguments \{'name': 'value'\}")


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
def test_other_methods_are_refused(orthanc: Core | Server, method: str) -> None:
    answer = orthanc.request(method, "/toto")
    assert (answer.status, answer.headers["Allow"]) == (405, "GET")
