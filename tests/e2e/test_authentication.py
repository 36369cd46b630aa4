"""Authentication by the script, and its audit logs."""

from __future__ import annotations

import base64
import json

import pytest

from .dicom import DicomFile
from .harness import RUNNER, Answer, RunningServer, Servers

needs = pytest.mark.needs

# The authentication callback replaces the users in the configuration.
CONFIGURATION = {"AuthenticationEnabled": True, "RegisteredUsers": {"configured": "secret"}}

SCRIPT = """
    import base64
    import json
    import orthanc

    Status = orthanc.HttpAuthenticationStatus
    passwords = {"emil": "open sesame", "eva": "hunter2"}
    seen = []

    def user_of(headers):
        kind, _, credentials = headers.get("authorization", "").partition(" ")
        if kind == "Basic":
            user, _, password = base64.b64decode(credentials).decode().partition(":")
            if passwords.get(user) == password:
                return user
        return None

    @orthanc.RegisterHttpAuthentication
    def authenticate(uri, ip, headers, get):
        seen.append([uri, ip, headers.get("x-mine"), get])
        if uri == "/odd":
            return eval(get["answer"])
        if uri == "/public":
            return Status.GRANTED
        user = user_of(headers)
        if user is None and uri == "/page":
            return Status.REDIRECT, None, "login?to=page"
        if user is None:
            return Status.UNAUTHORIZED
        if user == "eva" and uri == "/secret":
            return (Status.FORBIDDEN,)
        return Status.GRANTED, b"\\x00user:" + user.encode()

    def show(output, uri, **request):
        payload = request.get("authentication_payload")
        answer = {"uri": uri, "payload": None if payload is None else payload.decode(), "seen": seen[-1]}
        output.AnswerBuffer(json.dumps(answer), "application/json")

    class Reader:
        def __init__(self, payload):
            self.payload, self.body = payload, b""
        def add_chunk(self, data):
            self.body += data
        def execute(self, output):
            output.AnswerBuffer(self.payload + b" sent " + self.body, "text/plain")

    def receive(uri, **request):
        return Reader(request["authentication_payload"])

    orthanc.RegisterRestCallback("/(page|secret|public|odd)", show)
    orthanc.RegisterChunkedRestCallback("/chunks", post=receive)
"""


@pytest.fixture(scope="module")
def server(serve_module: Servers) -> RunningServer:
    """Run a server that knows the users emil and eva."""
    return serve_module(SCRIPT, configuration=CONFIGURATION)


def get(server: RunningServer, path: str, user: str = "", **headers: str) -> Answer:
    """Send a GET as `user`, spelled "name:password"."""
    if user:
        headers["Authorization"] = "Basic " + base64.b64encode(user.encode()).decode()
    return server.get(path, **headers)


@needs("RegisterHttpAuthentication")
def test_right_wrong_and_no_credentials(server: RunningServer, mr_file: DicomFile) -> None:
    for path in ("/system", "/secret"):
        assert get(server, path, "emil:open sesame").status == 200
        for user in ("", "emil:wrong", "nobody:open sesame", "configured:secret"):
            assert get(server, path, user).status == 401, user
    assert server.post("/instances", mr_file.content).status == 401
    assert get(server, "/instances", "emil:open sesame").json() == []


@needs("RegisterHttpAuthentication")
def test_forbidden_public_and_redirected(server: RunningServer) -> None:
    assert get(server, "/page", "eva:hunter2").status == 200
    assert get(server, "/secret", "eva:hunter2").status == 403
    assert get(server, "/public").json()["payload"] is None
    answer = get(server, "/page")
    assert (answer.status, answer.headers["Location"]) == (307, "./login?to=page")


@needs("RegisterHttpAuthentication")
def test_the_payload_reaches_the_routes(server: RunningServer) -> None:
    assert get(server, "/page", "emil:open sesame").json()["payload"] == "\0user:emil"
    assert get(server, "/page", "eva:hunter2").json()["payload"] == "\0user:eva"
    credentials = base64.b64encode(b"eva:hunter2").decode()
    sent = server.request("POST", "/chunks", b"body", {"Authorization": f"Basic {credentials}"})
    assert sent.body == b"\0user:eva sent body"


@needs("RegisterHttpAuthentication")
def test_what_it_is_told(server: RunningServer) -> None:
    answer = get(server, "/page?a=1&b=%C3%BC", "emil:open sesame", x_mine="yes")
    assert answer.json()["seen"] == ["/page", "127.0.0.1", "yes", {"a": "1", "b": "ü"}]


@needs("RegisterHttpAuthentication")
@pytest.mark.parametrize(
    ("answer", "logged"),
    [
        ("1/0", "ZeroDivisionError: division by zero"),
        ("None", "TypeError: .*'status': must be int, not NoneType"),
        ("77", "ValueError: .*'status': 77 is not a valid orthanc.HttpAuthenticationStatus"),
        ("(Status.GRANTED,None,None,None)", "ValueError: .*: must be a tuple of 3 values, not of 4"),
        ("()", "ValueError: .*: must be a tuple of 3 values, not of 0"),
        ("(Status.GRANTED,5)", "TypeError: .*'custom_payload': must be a bytes-like object"),
        ("(Status.REDIRECT,None,'a\\r\\nX:y')", "ValueError: .*'redirection': has a line break"),
        ("exit()", "SystemExit"),
    ],
)
def test_nobody_comes_in_because_of_a_mistake(server: RunningServer, answer: str, logged: str) -> None:
    quoted = answer.replace("\\", "%5C").replace("'", "%27")
    got = get(server, f"/odd?answer={quoted}", "emil:open sesame")
    assert got.status == 500
    assert got.headers["X"] is None
    server.wait_for_log(logged)
    assert get(server, "/system", "emil:open sesame").status == 200


@needs("RegisterHttpAuthentication")
def test_only_one_can_be_registered(serve: Servers) -> None:
    server = serve("""
        import orthanc
        Status = orthanc.HttpAuthenticationStatus
        orthanc.RegisterHttpAuthentication(lambda uri, ip, headers, get: Status.GRANTED)
        try:
            orthanc.RegisterHttpAuthentication(lambda uri, ip, headers, get: Status.FORBIDDEN)
        except orthanc.OrthancException as error:
            orthanc.LogWarning(f"refused: {error.args[1]}")
        """)
    server.wait_for_log("refused: .+")
    assert server.get("/system").status == 200


@needs("RegisterAuditLogHandler", "EmitAuditLog")
def test_audit_logs(serve: Servers, mr_file: DicomFile) -> None:
    server = serve(RUNNER + """
    heard = []

    @orthanc.RegisterAuditLogHandler
    def first(source, user, level, resource, action, data):
        assert type(level) is orthanc.ResourceType and type(data) is bytes
        heard.append([source, user, level.name, resource, action, data.hex()])

    @orthanc.RegisterAuditLogHandler
    def second(*arguments):
        heard.append(len(arguments))
        if arguments[4] == "fail":
            raise ValueError("the disk is full")

    @orthanc.RegisterOnStoredInstanceCallback
    def stored(instance, instance_id):
        data = json.dumps({"size": instance.GetInstanceSize()})
        orthanc.EmitAuditLog("mine", "emil", orthanc.ResourceType.INSTANCE, instance_id, "stored", data)
    """)
    server.post("/instances", mr_file.content)
    log, count = server.run("answer = heard")
    assert log[:-1] == ["mine", "emil", "INSTANCE", mr_file.instance_id, "stored"]
    assert json.loads(bytes.fromhex(log[-1])) == {"size": len(mr_file.content)}
    assert count == 6
    failure = server.run("""
        heard.clear()
        orthanc.EmitAuditLog("a", "ü\\udcff", orthanc.ResourceType.NONE, "", "view", bytes([0, 255]))
        try:
            orthanc.EmitAuditLog("a", "b", orthanc.ResourceType.NONE, "", "fail", None)
        except orthanc.OrthancException as error:  # who reports hears that it was not recorded
            answer = error.args[0].name
        """)
    assert failure == "PLUGIN"
    server.wait_for_log("ValueError: the disk is full")
    log, _, empty, _ = server.run("answer = heard")
    assert log == ["a", "ü\udcff", "NONE", "", "view", "00ff"]
    assert empty == ["a", "b", "NONE", "", "fail", ""]
