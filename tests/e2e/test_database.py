"""A database in the script: the server stores its global properties there, and survives its failures."""

from __future__ import annotations

import pytest

from .harness import RUNNER, RunningServer, Servers

pytestmark = pytest.mark.needs("RegisterDatabaseBackendV4")

# Requests and answers are protocol buffers. The script decodes and encodes only the fields that it needs,
# according to the encoding of protocol buffers. It answers all other requests with an empty message, so the
# database has no patients.
CODEC = """
    def encode_varint(number):
        encoded = bytearray()
        while number > 0x7F:
            encoded.append(number & 0x7F | 0x80)
            number >>= 7
        return bytes(encoded) + bytes([number])

    def encode(**fields):  # ex) encode(f1=5, f2=b"bytes")
        encoded = b""
        for name, value in fields.items():
            number = int(name[1:])
            if isinstance(value, bytes):
                encoded += encode_varint(number << 3 | 2) + encode_varint(len(value)) + value
            else:
                encoded += encode_varint(number << 3) + encode_varint(value)
        return encoded

    def decode_varint(encoded, at):
        number = shift = 0
        while True:
            byte, at = encoded[at], at + 1
            number |= (byte & 0x7F) << shift
            shift += 7
            if byte < 0x80:
                return number, at

    def decode(encoded):  # the last value of each field by its number
        fields, at = {}, 0
        while at < len(encoded):
            key, at = decode_varint(encoded, at)
            if key & 7 == 0:
                fields[key >> 3], at = decode_varint(encoded, at)
            else:
                size, at = (8, at) if key & 7 == 1 else decode_varint(encoded, at)
                fields[key >> 3], at = encoded[at : at + size], at + size
        return fields
"""

BACKEND = RUNNER + CODEC + """
    import collections

    SYSTEM, OPEN, CLOSE, START = 0, 1, 2, 4  # operations of the database
    COMMIT, COUNT, LOOKUP_PROPERTY, SET_PROPERTY = 1, 19, 28, 34  # operations of a transaction
    TRANSACTION = bytes([1 << 3 | 1]) + bytes(range(8))  # a field of 8 bytes

    properties = {}
    asked = collections.Counter()
    failures = {}  # expressions to evaluate first, by operation

    def of_database(operation, request):
        if operation == SYSTEM:
            return encode(f1=orthanc.GetExpectedDatabaseVersion())
        return TRANSACTION if operation == START else b""

    def of_transaction(operation, request):
        if operation == COUNT:
            return encode(f1=7 if request.get(1, 0) == 0 else 0)  # patients
        if operation == LOOKUP_PROPERTY and request.get(2) in properties:
            return encode(f1=1, f2=properties[request[2]])
        if operation == SET_PROPERTY:
            properties[request[2]] = request[3]
        return b""

    def operations(request):
        assert type(request) is bytes
        fields = decode(request)
        kind = 3 if fields.get(1) else 2  # a transaction, or the database
        inner = decode(fields[kind])
        operation = inner.get(2, 0)
        asked[f"{kind}.{operation}"] += 1
        if eval(failures.get(f"{kind}.{operation}", "False")):
            return None
        details = decode(inner.get(100 + operation, b""))
        answer = (of_transaction if kind == 3 else of_database)(operation, details)
        return encode(**{f"f{kind}": encode(**{f"f{100 + operation}": answer})})

    def fail(code):
        raise orthanc.OrthancException(code, "on purpose")
    """
REGISTRATION = """
    orthanc.RegisterDatabaseBackendV4(3, operations)
"""


@pytest.fixture
def server(serve: Servers) -> RunningServer:
    """Run a server whose database is in Python."""
    return serve(BACKEND + REGISTRATION)


def test_the_server_runs_on_it(server: RunningServer) -> None:
    system = server.get("/system").json()
    assert system["DatabaseBackendPlugin"].endswith("libOrthancPython.so")
    assert system["DatabaseVersion"] == server.run("answer = orthanc.GetExpectedDatabaseVersion()")
    assert server.get("/patients").json() == []
    assert server.get("/statistics").json()["CountPatients"] == 7
    assert server.get("/statistics").json()["CountStudies"] == 0
    asked = server.run("answer = asked")
    assert (asked["2.1"], asked["2.0"]) == (1, 1)
    assert asked["2.4"] >= 3
    assert server.stop() == 0


def test_global_properties_make_the_round_trip(server: RunningServer) -> None:
    assert server.run("""
        answer = [orthanc.GetGlobalProperty(2000, "nothing yet")]
        orthanc.SetGlobalProperty(2000, "grüß dich")
        assert properties[2000] == "grüß dich".encode()
        answer.append(orthanc.GetGlobalProperty(2000, "nothing yet"))
        """) == ["nothing yet", "grüß dich"]


def test_a_failing_operation_is_a_failing_request(server: RunningServer) -> None:
    for failure, status, logged in (
        ("1 / 0", 500, "ZeroDivisionError: division by zero"),
        ("True", 500, "must be a bytes-like object or str, not NoneType"),
        ("fail(orthanc.ErrorCode.DATABASE_UNAVAILABLE)", 503, "DATABASE_UNAVAILABLE"),
    ):
        server.run(f"failures['3.19'] = {failure!r}")
        assert server.get("/statistics").status == status
        server.wait_for_log(logged)
    server.run("failures.clear()")
    assert server.get("/statistics").status == 200


def test_a_collision_is_tried_again(server: RunningServer) -> None:
    collide = "asked['3.1'] < limit and fail(orthanc.ErrorCode.DATABASE_CANNOT_SERIALIZE)"
    server.run(f"""
        globals()["limit"] = asked["3.1"] + 3
        failures["3.1"] = {collide!r}
        """.replace("globals()", "operations.__globals__"))
    assert server.run("""
        before = asked["3.34"]
        orthanc.SetGlobalProperty(2000, "in the end")
        answer = asked["3.34"] - before
        """) == 3
    # The server gives up after several attempts.
    refused = server.run("""
        operations.__globals__["limit"] = 10**6
        try:
            orthanc.SetGlobalProperty(2000, "never")
        except orthanc.OrthancException as error:
            answer = error.args[0].name
        failures.clear()
        """)
    assert refused == "DATABASE_CANNOT_SERIALIZE"


@pytest.mark.parametrize(
    ("failure", "logged"),
    [
        ("1 / 0", "ZeroDivisionError: division by zero"),
        ("fail(orthanc.ErrorCode.DATABASE_UNAVAILABLE)", "The database is currently not available"),
    ],
)
def test_a_database_that_does_not_open_ends_the_start(serve: Servers, failure: str, logged: str) -> None:
    log = serve.refused(BACKEND + f"\n    failures['2.1'] = {failure!r}\n" + REGISTRATION)
    assert "Error in the Python callback operations of orthanc.RegisterDatabaseBackendV4()" in log
    assert logged in log


def test_an_older_database_is_not_opened(serve: Servers) -> None:
    older = "\n    orthanc.GetExpectedDatabaseVersion = lambda: 5\n"
    log = serve.refused(BACKEND + older + REGISTRATION)
    assert "must be upgraded from version 5 to 6" in log
