"""Tests `samples/rest.py` without a server and in one."""

from __future__ import annotations

import pytest

from orthanc_testing import Core, Server


@pytest.fixture(scope="module")
def orthanc_script() -> str:
    return "../rest.py"


def test_both_routes_answer(orthanc_either: Core | Server) -> None:
    answer = orthanc_either.get("/toto")
    assert (answer.status, answer.text) == (200, "ok\n")
    assert orthanc_either.get("/tata?name=value").text == "ok\n"
    orthanc_either.wait_for_log(r"Request for /toto: groups \('to', 't'\), arguments \{\}")
    orthanc_either.wait_for_log(r"Request for /tata: groups \(\), arguments \{'name': 'value'\}")


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
def test_other_methods_are_refused(orthanc_either: Core | Server, method: str) -> None:
    answer = orthanc_either.request(method, "/toto")
    assert (answer.status, answer.headers["Allow"]) == (405, "GET")
