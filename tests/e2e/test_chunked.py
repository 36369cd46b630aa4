"""Chunked bodies: the streaming HTTP client, and REST routes that receive a body in chunks."""

from __future__ import annotations

import contextlib
import hashlib
import http.client
import json
from collections.abc import Iterable, Iterator
from email.message import Message
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

import pytest

from orthanc_testing.ports import free_port

from .expressions import EVALUATOR, evaluate
from .harness import TIMEOUT, RunningServer, Servers

CHUNK = bytes(range(256)) * 256  # 64 KiB
COUNT = 64


class Handler(BaseHTTPRequestHandler):
    """Describes each request in a header, and sends a chunked answer."""

    protocol_version = "HTTP/1.1"

    def _read(self) -> tuple[int, int, bool]:
        """Read the body; return its size, the number of chunks, and whether the bytes are as expected."""
        size, count, same = 0, 0, True
        if self.headers.get("Transfer-Encoding") != "chunked":
            body = self.rfile.read(int(self.headers.get("Content-Length", "0")))
            return len(body), 0, True
        while length := int(self.rfile.readline() or b"0", 16):
            body = self.rfile.read(length)
            same = same and body == (bytes(range(256)) * (length // 256 + 2))[size % 256 :][:length]
            size, count = size + length, count + 1
            self.rfile.readline()
        self.rfile.readline()
        return size, count, same

    def _answer(self) -> None:
        size, count, same = self._read()
        names = ("X-Asked", "Transfer-Encoding", "Authorization")
        sent = {name: self.headers[name] for name in names if name in self.headers}
        said = {"method": self.command, "size": size, "chunked": count > 0, "same": same, "headers": sent}
        self.send_response(404 if self.path == "/missing" else 200)
        self.send_header("X-Said", json.dumps(said))
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        for _ in range(COUNT if self.path == "/long" else 2):
            self.wfile.write(b"%x\r\n%s\r\n" % (len(CHUNK), CHUNK))
        self.wfile.write(b"0\r\n\r\n")

    def handle(self) -> None:
        """Serve one connection; the client may break it off."""
        with contextlib.suppress(ConnectionError):
            super().handle()

    do_GET = do_POST = do_PUT = do_DELETE = _answer  # noqa: N815 # as the base class calls them

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
        """Suppress the log."""


@pytest.fixture(scope="module")
def echo() -> Iterator[str]:
    """Run an HTTP server; yield its URL."""
    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


CLIENT = """
    import json

    class Answer:
        def __init__(self, fails=""):
            self.fails, self.size, self.chunks, self.same, self.headers = fails, 0, 0, True, {}

        def add_header(self, key, value):
            if self.fails == "add_header":
                raise ValueError("cannot add_header")
            self.headers[key.lower()] = value

        def add_chunk(self, data):
            if self.fails == "add_chunk":
                raise ValueError("cannot add_chunk")
            start = self.size % 256
            self.same = self.same and data == (bytes(range(256)) * (len(data) // 256 + 2))[start:][:len(data)]
            self.size += len(data)
            self.chunks += 1

    class Request:
        def __init__(self, chunks, fails=""):
            self.chunks, self.fails = list(chunks), fails

        def is_done(self):
            if self.fails == "is_done":
                raise ValueError("cannot is_done")
            return not self.chunks

        def chunk(self):
            if self.fails == "chunk":
                raise ValueError("cannot chunk")
            return self.chunks[0]

        def next(self):
            if self.fails == "next":
                raise ValueError("cannot next")
            self.chunks.pop(0)

    GET, POST, PUT, DELETE = (orthanc.HttpMethod[m] for m in ("GET", "POST", "PUT", "DELETE"))
    CHUNK = bytes(range(256)) * 256

    def send(method, path, chunks, answer_fails="", request_fails="", **more):
        answer, request = Answer(answer_fails), Request(chunks, request_fails)
        more["headers"] = {"X-Asked": "yes"}
        status = orthanc.ChunkedHttpClient(answer, method, url + path, request=request, **more)
        return describe(status, answer)

    def describe(status, answer):
        said = json.loads(answer.headers.get("x-said", "{}"))
        return [status, said, answer.size, answer.chunks > 1 and answer.same]

    def ask(method, path):
        answer = Answer()
        return describe(orthanc.ChunkedHttpClient(answer, method, url + path), answer)
"""


@pytest.fixture(scope="module")
def client(serve_module: Servers, echo: str) -> RunningServer:
    """Run a server that evaluates expressions, with objects that send and receive chunks."""
    return serve_module(EVALUATOR + CLIENT + f"    url = {echo!r}\n", configuration={"HttpTimeout": 10})


@pytest.mark.parametrize("method", ["POST", "PUT"])
def test_a_body_and_its_answer_are_streamed(client: RunningServer, method: str) -> None:
    status, said, size, streamed = evaluate(client, f"send({method}, '/long', [CHUNK] * {COUNT})")
    assert (status, said["method"]) == (200, method)
    assert (said["size"], said["chunked"], said["same"]) == (COUNT * len(CHUNK), True, True)
    assert said["headers"] == {"X-Asked": "yes", "Transfer-Encoding": "chunked"}
    assert (size, streamed) == (COUNT * len(CHUNK), True)


def test_a_request_without_a_body(client: RunningServer) -> None:
    status, said, size, streamed = evaluate(client, "ask(GET, '/long')")
    assert (status, said["method"], said["size"], said["headers"]) == (200, "GET", 0, {})
    assert (size, streamed) == (COUNT * len(CHUNK), True)
    assert evaluate(client, "ask(DELETE, '/short')")[1]["method"] == "DELETE"
    assert evaluate(client, "send(POST, '/short', [])")[1]["size"] == 0


def test_chunks_are_bytes_or_text_of_any_size(client: RunningServer) -> None:
    chunks = "[b'', bytearray(b'\\x00\\x01'), memoryview(b'\\x02\\x03'), '\\x04', '']"
    _, said, _, _ = evaluate(client, f"send(POST, '/short', {chunks})")
    assert (said["size"], said["same"]) == (5, True)


def test_credentials_and_an_error_of_http(client: RunningServer) -> None:
    more = "username='alice', password='secret'"
    _, said, _, _ = evaluate(client, f"send(POST, '/short', [b'x'], {more})")
    assert said["headers"]["Authorization"].startswith("Basic ")
    for call in ("ask(GET, '/missing')", "send(POST, '/missing', [b'x'])"):
        assert evaluate(client, call)[0] == 404


@pytest.mark.parametrize("method", ["is_done", "chunk", "next", "add_header", "add_chunk"])
def test_what_the_objects_raise_comes_out_of_the_call(client: RunningServer, method: str) -> None:
    of = "answer_fails" if method.startswith("add") else "request_fails"
    answer = evaluate(client, f"send(POST, '/short', [b'abc'] * 3, {of}={method!r})")
    assert answer == {"error": "ValueError", "text": f"cannot {method}"}
    assert f"cannot {method}" not in client.log_text()


def test_what_is_no_request_is_an_exception(client: RunningServer) -> None:
    answer = evaluate(client, "send(POST, '/short', [12])")
    assert answer["error"] == "TypeError"
    assert "must be a bytes-like object" in answer["text"]
    call = "orthanc.ChunkedHttpClient(Answer(), POST, url, None, [b'abc'])"
    assert "argument 'request': must have the method is_done()" in evaluate(client, call)["text"]
    assert evaluate(client, "ask(POST, '/short')")["error"] == "NETWORK_PROTOCOL"
    client.wait_for_log("no Python object was given for it")
    gone = f"orthanc.ChunkedHttpClient(Answer(), GET, 'http://127.0.0.1:{free_port()}/')"
    assert evaluate(client, gone)["error"] == "NETWORK_PROTOCOL"


ROUTES = """
    import hashlib
    import json
    import orthanc

    class Upload:
        def __init__(self, **request):
            self.request, self.digest, self.size, self.chunks = request, hashlib.sha256(), 0, 0

        def add_chunk(self, data):
            assert type(data) is bytes
            if self.request["groups"] == ("broken",):
                raise ValueError("cannot add_chunk")
            self.digest.update(data)
            self.size += len(data)
            self.chunks += 1

        def execute(self, output):
            if self.request["groups"] == ("late",):
                raise orthanc.OrthancException(orthanc.ErrorCode.UNAUTHORIZED, "cannot execute")
            if self.request["groups"] == ("silent",):
                return
            said = {**self.request, "size": self.size, "chunks": self.chunks}
            said["digest"] = self.digest.hexdigest()
            output.AnswerBuffer(json.dumps(said), "application/json")

    def upload(uri, **request):
        if request["groups"] == ("refused",):
            raise orthanc.OrthancException(orthanc.ErrorCode.UNKNOWN_RESOURCE, "no such upload")
        return None if request["groups"] == ("nothing",) else Upload(uri=uri, **request)

    def plain(output, uri, **request):
        if request["groups"] != ("silent",):
            output.AnswerBuffer(json.dumps({"uri": uri, **request}), "application/json")

    orthanc.RegisterChunkedRestCallback("/upload/(.*)", plain, upload, plain, upload)
    orthanc.RegisterChunkedRestCallback("/post-only/(.*)", post=upload)
"""


@pytest.fixture(scope="module")
def routes(serve_module: Servers) -> RunningServer:
    """Run a server with the script above."""
    return serve_module(ROUTES)


def send(
    server: RunningServer, method: str, path: str, chunks: Iterable[bytes]
) -> tuple[int, Message, bytes]:
    """Send a body in chunks."""
    connection = http.client.HTTPConnection("127.0.0.1", server.http_port, timeout=TIMEOUT)
    try:
        headers: dict[str, str | bytes] = {"Transfer-Encoding": "chunked", "X-Mine": "käse".encode()}
        connection.request(method, path, iter(chunks), headers, encode_chunked=True)
        answer = connection.getresponse()
        return answer.status, answer.headers, answer.read()
    finally:
        connection.close()


@pytest.mark.parametrize("method", ["POST", "PUT"])
def test_a_body_that_comes_in_chunks(routes: RunningServer, method: str) -> None:
    status, _, body = send(routes, method, "/upload/big", [CHUNK] * COUNT)
    said = json.loads(body)
    assert status == 200
    assert (said["uri"], said["method"], said["groups"]) == ("/upload/big", method, ["big"])
    assert said["headers"]["x-mine"] == "käse"
    assert said["size"] == COUNT * len(CHUNK)
    assert said["chunks"] > 1
    assert said["digest"] == hashlib.sha256(CHUNK * COUNT).hexdigest()


def test_a_body_of_known_length_and_none(routes: RunningServer) -> None:
    said = routes.post("/upload/plain", CHUNK * COUNT).json()
    assert (said["size"], said["digest"]) == (COUNT * len(CHUNK), hashlib.sha256(CHUNK * COUNT).hexdigest())
    assert json.loads(send(routes, "PUT", "/upload/empty", [])[2])["size"] == 0
    assert routes.put("/upload/empty", b"").json()["chunks"] == 0


def test_get_and_delete_are_as_for_other_routes(routes: RunningServer) -> None:
    said = routes.get("/upload/x?a=1").json()
    assert (said["uri"], said["method"], said["groups"], said["get"]) == (
        "/upload/x",
        "GET",
        ["x"],
        {"a": "1"},
    )
    assert routes.delete("/upload/x").json()["method"] == "DELETE"


@pytest.mark.parametrize(
    ("path", "status", "logged"),
    [
        ("refused", 404, "no such upload"),
        ("nothing", 500, r"the callback's return value: must have the method add_chunk\(\)"),
        ("broken", 500, "ValueError: cannot add_chunk"),
        ("late", 401, "cannot execute"),
        ("silent", 500, "returned without having answered"),
    ],
)
def test_a_reader_that_fails(routes: RunningServer, path: str, status: int, logged: str) -> None:
    for method in ("POST", "PUT"):
        try:
            assert send(routes, method, f"/upload/{path}", [b"abc"] * 3)[0] == status
        except (BrokenPipeError, ConnectionResetError):
            assert path in ("refused", "nothing", "broken")  # the core may close the connection early
        routes.wait_for_log(logged)
    assert send(routes, "POST", "/upload/again", [b"abc"])[0] == 200


def test_a_get_must_be_answered(routes: RunningServer) -> None:
    assert routes.get("/upload/silent").status == 500
    routes.wait_for_log("plain of orthanc.RegisterChunkedRestCallback.* returned without having answered")


def test_a_method_that_is_not_served_is_a_405(routes: RunningServer) -> None:
    assert send(routes, "POST", "/post-only/x", [b"abc"])[0] == 200
    answers = [send(routes, "PUT", "/post-only/x", [b"abc"])[:2]]
    answers += [(a.status, a.headers) for a in (routes.get("/post-only/x"), routes.delete("/post-only/x"))]
    assert [(status, headers["Allow"]) for status, headers in answers] == [(405, "POST")] * 3
