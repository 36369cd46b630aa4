"""Requests to a second Orthanc, as a peer and over plain HTTP, and to the server's own REST API."""

from __future__ import annotations

import base64
import json
import textwrap
from pathlib import Path
from typing import Any

import pytest

from orthanc_codegen.ir import Version
from orthanc_testing.ports import free_port

from .expressions import EVALUATOR, evaluate
from .harness import RunningServer, Servers

needs = pytest.mark.needs

OTHER = """
    import json
    import time
    import orthanc

    def describe(output, uri, **request):
        output.SetHttpHeader("X-Answer", "yes " + request["headers"].get("x-asked", ""))
        request["body"] = request.get("body", b"").decode("latin-1")
        output.AnswerBuffer(json.dumps(request), "application/json")

    def slow(output, uri, **request):
        time.sleep(3)
        output.AnswerBuffer("late", "text/plain")

    def refuse(output, uri, groups, **request):
        output.SendHttpStatusCode(int(groups[0]))

    orthanc.RegisterRestCallback("/describe", describe)
    orthanc.RegisterRestCallback("/slow", slow)
    orthanc.RegisterRestCallback("/refuse/(.*)", refuse)
"""
MINE = """
    def mine(output, uri, method, headers, **request):
        output.SetHttpHeader("X-Mine", "yes")
        said = method + " " + headers["accept"] + " "
        output.AnswerBuffer(said.encode() + request.get("body", b""), "application/octet-stream")

    orthanc.RegisterRestCallback("/mine", mine)
"""
USER, PASSWORD = "alice", "käse:wort"


@pytest.fixture(scope="module")
def other(serve_module: Servers) -> RunningServer:
    """Run a server with the script above, for a user with a password."""
    return serve_module(
        OTHER,
        configuration={
            "Name": "other",
            "AuthenticationEnabled": True,
            "RegisteredUsers": {USER: PASSWORD},
            "HttpDescribeErrors": True,
        },
    )


@pytest.fixture(scope="module")
def server(serve_module: Servers, other: RunningServer) -> RunningServer:
    """Run a server that evaluates expressions, with the other server and unusable ones as peers."""
    peers: dict[str, Any] = {
        "a-list": [f"{other.url}/", USER, PASSWORD],
        "b-table": {"Url": other.url, "Username": USER, "Password": PASSWORD, "Room": "käse", "Beds": "12"},
        "c-stranger": [f"{other.url}/", USER, "wrong"],
        "d-gone": [f"http://127.0.0.1:{free_port()}/"],
    }
    script = EVALUATOR + MINE + f"    other = {other.url!r}\n    log_in = {(USER, PASSWORD)!r}\n"
    return serve_module(script, configuration={"OrthancPeers": peers, "HttpTimeout": 10})


def test_peers_are_a_sequence_of_names(server: RunningServer) -> None:
    names = ["a-list", "b-table", "c-stranger", "d-gone"]
    assert evaluate(server, "orthanc.GetPeers().GetPeersCount()") == 4
    assert evaluate(server, "list(orthanc.GetPeers())") == names
    assert evaluate(server, "[orthanc.GetPeers().GetPeerName(i) for i in range(4)]") == names
    assert evaluate(server, "(lambda p: [len(p), p[0], p[-1], 'b-table' in p])(orthanc.GetPeers())") == [
        4,
        "a-list",
        "d-gone",
        True,
    ]


def test_peers_have_urls_and_properties_of_their_own(server: RunningServer, other: RunningServer) -> None:
    urls = evaluate(server, "[orthanc.GetPeers().GetPeerUrl(i) for i in range(3)]")
    assert urls == [f"{other.url}/"] * 3
    read = "(lambda p: [p.GetPeerUserProperty(i, name) for i in (0, 1) for name in ('Room', 'Beds', 'Url')])"
    assert evaluate(server, f"{read}(orthanc.GetPeers())") == [None, None, None, "käse", "12", None]


@pytest.mark.parametrize(
    "call",
    [
        "GetPeerName(4)",
        "GetPeerUrl(4)",
        "GetPeerUserProperty(4, 'Room')",
        "CallPeerApi(4, orthanc.HttpMethod.GET, '/system')",
        "CallPeerApi(3, orthanc.HttpMethod.GET, '/system')",
    ],
)
def test_a_peer_that_is_unknown_or_does_not_run_is_an_exception(server: RunningServer, call: str) -> None:
    expected = "NETWORK_PROTOCOL" if "(3" in call else "PARAMETER_OUT_OF_RANGE"
    assert evaluate(server, f"orthanc.GetPeers().{call}")["error"] == expected


def http(server: RunningServer, callee: str, method: str, path: str, arguments: str = "") -> list[Any]:
    """Have a server call the other one, as a peer or over HTTP; return the answer, a JSON body parsed."""
    if callee == "CallPeerApi":
        call = f"orthanc.GetPeers().CallPeerApi(1, orthanc.HttpMethod.{method}, {path!r}, {arguments})"
    else:
        log_in = "username=log_in[0], password=log_in[1]"
        call = f"orthanc.HttpClient(orthanc.HttpMethod.{method}, other + {path!r}, {log_in}, {arguments})"
    answer = evaluate(server, call)
    if isinstance(answer, list) and answer[2].startswith("{"):
        answer[2] = json.loads(answer[2])
    return list(answer) if isinstance(answer, list) else [answer["error"]]


both = pytest.mark.parametrize("callee", ["CallPeerApi", "HttpClient"])


@both
@pytest.mark.parametrize("method", ["GET", "POST", "PUT"])
def test_a_request_and_its_answer(server: RunningServer, callee: str, method: str) -> None:
    status, headers, said = http(server, callee, method, "/describe")
    assert (status, headers["Content-Type"], headers["X-Answer"].strip()) == (200, "application/json", "yes")
    assert (said["method"], said["body"]) == (method, "")
    assert (
        said["headers"]["authorization"]
        == "Basic " + base64.b64encode(f"{USER}:{PASSWORD}".encode()).decode()
    )
    assert evaluate(
        server, "type(orthanc.GetPeers().CallPeerApi(1, orthanc.HttpMethod.GET, '/system')).__name__"
    )
    sent = (
        "headers={'X-Asked': 'käse'}" if callee == "HttpClient" else "additional_headers={'X-Asked': 'käse'}"
    )
    status, headers, said = http(server, callee, method, "/describe", f"{sent}, body=b'\\x00\\xffz'")
    assert (status, headers["X-Answer"]) == (200, "yes käse")
    assert said["body"] == ("" if method == "GET" else "\x00\xffz")


@both
def test_a_delete_has_a_status_and_no_body(server: RunningServer, callee: str) -> None:
    status, headers, body = http(server, callee, "DELETE", "/describe")
    assert (status, headers["X-Answer"].strip(), body) == (200, "yes", "")


@both
@pytest.mark.parametrize(("path", "status"), [("/nowhere", 404), ("/refuse/403", 403), ("/refuse/503", 503)])
def test_an_error_of_http_is_a_status(server: RunningServer, callee: str, path: str, status: int) -> None:
    for method in ("GET", "POST", "DELETE"):
        assert http(server, callee, method, path) == [status, {}, ""]


def test_wrong_credentials(server: RunningServer) -> None:
    read = "orthanc.HttpMethod.GET"
    for call in (
        f"orthanc.GetPeers().CallPeerApi(2, {read}, '/system')",
        f"orthanc.HttpClient({read}, other + '/system')",
        f"orthanc.HttpClient({read}, other + '/system', username='alice', password='wrong')",
    ):
        assert evaluate(server, call) == [401, {}, ""]


@both
def test_an_answer_that_takes_too_long_is_an_exception(server: RunningServer, callee: str) -> None:
    assert http(server, callee, "GET", "/slow", "timeout=1") == ["NETWORK_PROTOCOL"]


def test_a_server_that_does_not_run_is_an_exception(server: RunningServer) -> None:
    gone = f"'http://127.0.0.1:{free_port()}/'"
    calls = [f"HttpClient(orthanc.HttpMethod.{m}, {gone})" for m in ("GET", "POST", "PUT", "DELETE")]
    calls += [f"HttpGet({gone})", f"HttpPost({gone}, b'')", f"HttpPut({gone}, b'')"]
    for call in calls:
        assert evaluate(server, f"orthanc.{call}")["error"] == "NETWORK_PROTOCOL"


def test_the_short_forms_return_bodies_and_raise_errors(server: RunningServer) -> None:
    said = json.loads(evaluate(server, "orthanc.HttpGet(other + '/describe', *log_in)"))
    assert (said["method"], said["get"]) == ("GET", {})
    for method in ("Post", "Put"):
        call = f"orthanc.Http{method}(other + '/describe', 'käse', *log_in)"
        said = json.loads(evaluate(server, call))
        assert (said["method"], said["body"]) == (method.upper(), "käse".encode().decode("latin-1"))
    forms = [("Get", ""), ("Post", "'x', "), ("Put", "'x', ")]
    if server.release >= Version(1, 10, 1):  # 1.9.1 needs a buffer for the body, and there is none
        forms.append(("Delete", ""))
        assert evaluate(server, "orthanc.HttpDelete(other + '/describe', *log_in)") is None
    for method, body in forms:
        for path, log_in, error in (
            ("/describe", "", "UNAUTHORIZED"),
            ("/nowhere", "*log_in", "UNKNOWN_RESOURCE"),
            ("/refuse/503", "*log_in", "NETWORK_PROTOCOL"),
        ):
            call = f"orthanc.Http{method}(other + {path!r}, {body}{log_in})"
            assert evaluate(server, call)["error"] == error


def test_the_rest_api_of_the_server_itself(server: RunningServer) -> None:
    assert json.loads(evaluate(server, "orthanc.RestApiGet2('/system')"))["Name"] == "orthanc-codegen"
    assert evaluate(server, "orthanc.RestApiGet2('/nowhere')")["error"] == "UNKNOWN_RESOURCE"
    plain = "{'Accept': 'text/plain'}"
    assert evaluate(server, f"orthanc.RestApiGet2('/mine', {plain}, True)") == "GET text/plain "
    assert evaluate(server, f"orthanc.RestApiGet2('/mine', {plain})")["error"] == "UNKNOWN_RESOURCE"


@needs("CallRestApi")
def test_any_request_to_the_rest_api(server: RunningServer) -> None:
    call = "orthanc.CallRestApi(orthanc.HttpMethod."
    status, headers, body = evaluate(server, f"{call}GET, '/system')")
    assert (status, json.loads(body)["Name"]) == (200, "orthanc-codegen")
    assert headers["content-type"].startswith("application/json")
    assert evaluate(server, f"{call}GET, '/nowhere')") == [404, {}, ""]
    for method, sent in (("GET", ""), ("POST", "x\xff"), ("PUT", "x\xff"), ("DELETE", "")):
        call = (
            f"orthanc.CallRestApi(orthanc.HttpMethod.{method}, '/mine', {{'Accept': 'a/b'}}, b'x\\xff', True)"
        )
        status, headers, body = evaluate(server, call)
        bodies = [f"{method} a/b {sent}"] + ([""] if method == "DELETE" else [])  # some cores keep the body
        assert status == 200
        assert body in bodies
        assert headers["x-mine"] == "yes"
    assert evaluate(server, "orthanc.CallRestApi(orthanc.HttpMethod.GET, '/mine')")[0] == 404
    status, _, body = evaluate(
        server, "orthanc.CallRestApi(orthanc.HttpMethod.POST, '/tools/lookup', body='none')"
    )
    assert (status, json.loads(body)) == (200, [])


def test_without_a_module_json_no_request_is_sent(serve: Servers, tmp_path: Path) -> None:
    (tmp_path / "json.py").write_text("raise ValueError('this is no JSON')\n")
    (tmp_path / "script.py").write_text(textwrap.dedent("""
        import orthanc

        sent = []

        def target(output, uri, **request):
            sent.append(uri)
            output.AnswerBuffer("", "text/plain")

        def call(output, uri, get, **request):
            try:
                orthanc.HttpClient(orthanc.HttpMethod.GET, get["url"])
            except Exception as error:
                output.AnswerBuffer(f"{error!r}, sent: {sent}", "text/plain")

        orthanc.RegisterRestCallback("/target", target)
        orthanc.RegisterRestCallback("/call", call)
        """))
    server = serve(tmp_path / "script.py")
    said = server.get(f"/call?url={server.url}/target").body.decode()
    assert said == "ValueError('this is no JSON'), sent: []"
