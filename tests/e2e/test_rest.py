"""The arguments of a REST callback, and the answer that the client receives."""

from __future__ import annotations

import urllib.parse
from typing import Any

import pytest

from .harness import RunningServer, Servers

SCRIPT = """
    import json
    import orthanc

    def describe(output, uri, **request):
        request["uri"] = uri
        request["types"] = {name: type(value).__name__ for name, value in request.items()}
        if "body" in request:
            request["body"] = list(request["body"])
        output.AnswerBuffer(json.dumps(request), "application/json")

    def echo(output, uri, groups, **request):
        orthanc.LogWarning("echo " + groups[0])
        output.AnswerBuffer(groups[0], "text/plain")

    def body(output, uri, body, **request):
        output.AnswerBuffer(body, "application/octet-stream")

    def argument(output, uri, get, **request):
        output.AnswerBuffer(get["value"], "text/plain")

    def attempt(output, uri, groups, **request):
        call, *arguments = json.loads(request["body"])
        try:
            getattr(output, call)(*arguments)
        except Exception as problem:
            output.AnswerBuffer(f"{type(problem).__name__}: {problem}", "text/plain")

    def streamed(output, uri, **request):
        output.StartMultipartAnswer("mixed", "text/plain")
        output.SendMultipartItem(b"one")
        output.SendMultipartItem("two")

    orthanc.RegisterRestCallback("/describe/([^/]*)(/.*)?", describe)
    orthanc.RegisterRestCallback("/echo/(.*)", echo)
    orthanc.RegisterRestCallback("/body", body)
    orthanc.RegisterRestCallback("/argument", argument)
    orthanc.RegisterRestCallback("/attempt", attempt)
    orthanc.RegisterRestCallback("/streamed", streamed)
"""


@pytest.fixture(scope="module")
def server(serve_module: Servers) -> RunningServer:
    """Run a server with the script above."""
    return serve_module(SCRIPT)


def test_what_each_method_brings(server: RunningServer) -> None:
    got: dict[str, dict[str, Any]] = {
        method: server.request(method, "/describe/a/b?x=1&y=%20z&x=2&flag", body, {"X-Mine": "yes"}).json()
        for method, body in (("GET", None), ("POST", b"\x00\xffp"), ("PUT", b""), ("DELETE", None))
    }
    for method, request in got.items():
        assert request["method"] == method
        assert request["uri"] == "/describe/a/b"
        assert request["groups"] == ["a", "/b"]
        assert request["headers"]["x-mine"] == "yes"
        assert request["types"]["groups"] == "tuple"
    # Some cores (1.9.1, 1.13.0) decode values. For a repeated key, all pass the last value.
    assert got["GET"]["get"] in ({"x": "2", "y": y, "flag": ""} for y in ("%20z", " z"))
    assert "body" not in got["GET"]
    assert got["POST"]["body"] == [0, 255, ord("p")]
    assert got["POST"]["types"]["body"] == got["PUT"]["types"]["body"] == "bytes"
    assert got["PUT"]["body"] == []
    assert all("get" not in got[method] for method in ("POST", "PUT", "DELETE"))
    assert "body" not in got["DELETE"]


def test_a_group_that_matched_nothing_is_an_empty_text(server: RunningServer) -> None:
    assert server.get("/describe/a").json()["groups"] == ["a", ""]


@pytest.mark.parametrize("raw", ["käse 日本 🩻".encode(), b"caf\xe9", b"\xff\xfe\x80", b"\xed\xa0\x80"])
def test_text_that_is_not_ascii_or_not_even_utf_8_survives(server: RunningServer, raw: bytes) -> None:
    quoted = urllib.parse.quote(raw)
    assert server.get(f"/echo/{quoted}").body == raw
    assert server.get(f"/argument?value={quoted}").body in (quoted.encode(), raw)  # some cores decode
    server.wait_for_log(r"\becho \S")


def test_a_body_comes_back_byte_by_byte(server: RunningServer) -> None:
    for body in (bytes(range(256)), b"", b"\x00", b"x" * 3_000_000):
        assert server.post("/body", body).body == body
        assert server.put("/body", body).body == body


def test_answers_other_than_a_buffer(server: RunningServer) -> None:
    answer = server.post("/attempt", '["SendHttpStatus", 404, "short"]')
    assert (answer.status, answer.text) == (404, "short")
    assert server.post("/attempt", '["SendHttpStatusCode", 204]').status == 204
    # The core refuses a status that it does not know: the script's call raises, and the request fails.
    assert server.post("/attempt", '["SendHttpStatusCode", 418]').status == 400
    server.wait_for_log(r"OrthancException: \(<ErrorCode\.PARAMETER_OUT_OF_RANGE: 3>")
    answer = server.post("/attempt", '["Redirect", "/system"]')
    assert answer.status in (301, 307)  # before and since Orthanc 1.12
    assert answer.headers["Location"] == "/system"
    answer = server.post("/attempt", '["SendUnauthorized", "here"]')
    assert (answer.status, answer.headers["WWW-Authenticate"]) == (401, 'Basic realm="here"')
    answer = server.get("/streamed")
    assert answer.headers["Content-Type"].startswith("multipart/mixed")
    assert b"\r\n\r\none\r\n" in answer.body
    assert b"\r\n\r\ntwo\r\n" in answer.body
