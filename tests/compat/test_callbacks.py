"""Callbacks: what each callable gets, by position and by name, and what its result means to the core."""

from __future__ import annotations

import ctypes
import threading
from typing import Any

import pytest

from ..core.bench import Bench
from .core_side import Core, Recorder

METHODS = [("GET", 1), ("POST", 2), ("PUT", 3), ("DELETE", 4)]
FAILED = 1  # OrthancPluginErrorCode_Plugin


@pytest.fixture
def core(bench: Bench) -> Core:
    return Core(bench)


def class_names(values: tuple[Any, ...]) -> list[str]:
    return [type(value).__name__ for value in values]


# -- REST --


@pytest.mark.parametrize(("method", "number"), METHODS)
def test_rest(core: Core, method: str, number: int) -> None:
    handler = Recorder(lambda output, *_, **__: output.AnswerBuffer("ok", "text/plain"))
    core.register("RegisterRestCallback", "/(a)/(b)", handler)
    assert core.bench.core.requests[-1].service == "RegisterRestCallbackNoLock"
    fields = {"headers": {"x-mine": "1"}, "get": {"q": "2"}, "groups": ("a", "b"), "body": b"body"}
    output, uri, request = core.bench.rest_arguments("/a/b", method=number, **fields)
    assert core.call("callback", "RestCallback", output=output, uri=uri, request=request) == 0
    ((out, path),), (given,) = handler.args, handler.kwargs
    assert type(out) is core.bench.orthanc.RestOutput
    assert path == "/a/b"
    expected: dict[str, Any] = {"method": method, "groups": ("a", "b"), "headers": {"x-mine": "1"}}
    if method == "GET":
        expected["get"] = {"q": "2"}
    if method in ("POST", "PUT"):
        expected["body"] = b"body"
    given.pop("authentication_payload", None)  # newer than the convention
    assert given == expected
    assert {name: type(value) for name, value in given.items()} == {
        name: type(value) for name, value in expected.items()
    }


def test_every_route_has_its_own_callable(core: Core) -> None:
    names: list[str] = []
    addresses = []
    for name in ("first", "second"):

        def handler(output: Any, _uri: str, _name: str = name, **_request: Any) -> None:
            names.append(_name)
            output.AnswerBuffer("", "text/plain")

        core.register("RegisterRestCallback", f"/{name}", handler)
        addresses.append(core.registered)
    for core.registered in reversed(addresses):
        output, uri, request = core.bench.rest_arguments("/any")
        assert core.call("callback", "RestCallback", output=output, uri=uri, request=request) == 0
    assert names == ["second", "first"]


# -- Events --


def test_on_change(core: Core) -> None:
    listener = Recorder()
    core.register("RegisterOnChangeCallback", listener)
    for resource in ("an id", None):
        assert (
            core.call("callback", "OnChangeCallback", changeType=9, resourceType=1, resourceId=resource) == 0
        )
    core.bench.until(lambda: len(listener.args) == 2)
    orthanc = core.bench.orthanc
    kinds = (orthanc.ChangeType.STABLE_STUDY, orthanc.ResourceType.STUDY)
    assert listener.args == [(*kinds, "an id"), (*kinds, "")]
    assert listener.kwargs == [{}, {}]


def test_on_stored_instance(core: Core) -> None:
    listener = Recorder()
    core.register("RegisterOnStoredInstanceCallback", listener)
    assert core.call("callback", "OnStoredInstanceCallback", instance=core.handle(), instanceId="an id") == 0
    ((instance, instance_id),) = listener.args
    assert class_names((instance,)) == ["DicomInstance"]
    assert (instance_id, listener.kwargs) == ("an id", [{}])


# -- Filters --


@pytest.mark.parametrize(("method", "number"), METHODS)
@pytest.mark.parametrize(("answer", "result"), [(True, 1), (False, 0)])
def test_incoming_http_request(core: Core, method: str, number: int, answer: bool, result: int) -> None:
    guard = Recorder(answer)
    core.register("RegisterIncomingHttpRequestFilter", guard)
    assert core.bench.core.requests[-1].service == "RegisterIncomingHttpRequestFilter2"
    pairs = {"headersCount": 1, "headersKeys": core.texts("k"), "headersValues": core.texts("v")}
    pairs |= {
        "getArgumentsCount": 1,
        "getArgumentsKeys": core.texts("q"),
        "getArgumentsValues": core.texts("1"),
    }
    request = {"method": number, "uri": "/uri", "ip": "127.0.0.1", **pairs}
    assert core.call("callback", "IncomingHttpRequestFilter2", **request) == result
    expected: dict[str, Any] = {"method": number, "ip": "127.0.0.1", "headers": {"k": "v"}}
    assert guard.args == [("/uri",)]
    assert guard.kwargs == [{**expected, **({"get": {"q": "1"}} if method == "GET" else {})}]
    assert isinstance(guard.kwargs[0]["method"], int)


@pytest.mark.parametrize(
    ("answer", "result", "status"),
    [(0, 1, 0), (1, 0, 1), (0xA700, 0, 0xA700), (0xFFFF, 0, 0xFFFF), (0x10000, -1, 0)],
)
def test_incoming_c_store(core: Core, answer: int, result: int, status: int) -> None:
    guard = Recorder(answer)
    core.register("RegisterIncomingCStoreInstanceFilter", guard)
    place = ctypes.c_uint16()
    parameters = {"dimseStatus": ctypes.addressof(place), "instance": core.handle()}
    assert core.call("callback", "IncomingCStoreInstanceFilter", **parameters) == result
    assert place.value == status
    assert class_names(guard.args[0]) == ["DicomInstance"]
    assert guard.kwargs == [{}]


@pytest.mark.parametrize(
    ("action", "data"), [("KEEP_AS_IS", None), ("MODIFY", b"\0new"), ("DISCARD", None), ("DISCARD", b"")]
)
def test_received_instance(core: Core, action: str, data: bytes | None) -> None:
    orthanc = core.bench.orthanc
    chosen = getattr(orthanc.ReceivedInstanceAction, action)
    receive = Recorder((chosen, data))
    core.register("RegisterReceivedInstanceCallback", receive)
    target = core.buffer()
    parameters = {
        "modifiedDicomBuffer": ctypes.addressof(target),
        "receivedDicomBuffer": b"\0DICM",
        "receivedDicomBufferSize": 5,
        "origin": 2,
    }
    assert core.call("callback", "ReceivedInstanceCallback", **parameters) == chosen
    assert receive.args == [(b"\0DICM", orthanc.InstanceOrigin.DICOM_PROTOCOL)]
    assert type(receive.args[0][0]) is bytes
    assert ctypes.string_at(target.data, target.size) if target.size else (data or b"") == b""
    core.bench.core.memory.take_back(target.data)


# -- C-FIND and worklists --


@pytest.mark.parametrize("kind", ["Find", "Worklist"])
def test_find_and_worklist(core: Core, kind: str) -> None:
    callback = Recorder()
    core.register(f"Register{kind}Callback", callback)
    handles = {"answers": core.handle(), "query": core.handle()}
    assert core.call("callback", f"{kind}Callback", **handles, issuerAet="ISSUER", calledAet="CALLED") == 0
    ((*objects, issuer, called),) = callback.args
    assert class_names(tuple(objects)) == [f"{kind}Answers", f"{kind}Query"]
    assert (issuer, called, callback.kwargs) == ("ISSUER", "CALLED", [{}])


@pytest.mark.parametrize("kind", ["Find", "Worklist"])
def test_find_and_worklist_2(core: Core, kind: str) -> None:
    callback = Recorder()
    core.register(f"Register{kind}Callback2", callback)
    handles = {name: core.handle() for name in ("answers", "query", "connection")}
    assert core.call("callback", f"{kind}Callback2", **handles) == 0
    assert class_names(callback.args[0]) == [f"{kind}Answers", f"{kind}Query", "DicomConnection"]
    assert callback.kwargs == [{}]


# -- C-MOVE --

MOVE = {
    "patientId": "patient",
    "accessionNumber": None,
    "studyInstanceUid": "1.2",
    "seriesInstanceUid": None,
    "sopInstanceUid": None,
    "targetAet": "TARGET",
    "originatorId": 77,
}
MOVE_AETS = {"originatorAet": "ORIGINATOR", "sourceAet": None}
MOVE_KEYWORDS = {
    "PatientID": "patient",
    "AccessionNumber": "",
    "StudyInstanceUID": "1.2",
    "SeriesInstanceUID": "",
    "SOPInstanceUID": "",
    "TargetAET": "TARGET",
    "OriginatorID": 77,
}
MOVE_AET_KEYWORDS = {"OriginatorAET": "ORIGINATOR", "SourceAET": ""}
LEVELS = ["PATIENT", "STUDY", "SERIES", "INSTANCE"]


@pytest.mark.parametrize(("number", "level"), list(enumerate(LEVELS)))
def test_move(core: Core, number: int, level: str) -> None:
    move = Recorder()
    core.register("RegisterMoveCallback", move)
    driver = core.call("callback", "MoveCallback", resourceType=number, **MOVE, **MOVE_AETS)
    assert driver
    assert move.args == [()]
    assert move.kwargs == [{"Level": level, **MOVE_KEYWORDS, **MOVE_AET_KEYWORDS}]
    assert core.call("getMoveSize", "GetMoveSize", moveDriver=driver) == 1
    assert core.call("applyMove", "ApplyMove", moveDriver=driver) == 0
    core.call("freeMove", "FreeMove", moveDriver=driver)
    assert len(move.args) == 1


@pytest.mark.parametrize("name", ["RegisterMoveCallback2", "RegisterMoveCallback3"])
def test_move_with_a_driver(core: Core, name: str) -> None:
    driver = object()
    create, size, apply, free = Recorder(driver), Recorder(3), Recorder(), Recorder()
    core.register(name, create, size, apply, free)
    if name == "RegisterMoveCallback2":
        assert core.bench.core.requests[-1].service == "RegisterMoveCallback"
        made = core.call("callback", "MoveCallback", resourceType=1, **MOVE, **MOVE_AETS)
        assert create.args == [()]
        assert create.kwargs == [{"Level": "STUDY", **MOVE_KEYWORDS, **MOVE_AET_KEYWORDS}]
    else:
        assert core.bench.core.requests[-1].service == "RegisterMoveCallback2"
        made = core.call("callback", "MoveCallback2", resourceType=1, connection=core.handle(), **MOVE)
        assert class_names(create.args[0]) == ["DicomConnection"]
        assert create.kwargs == [{"Level": "STUDY", **MOVE_KEYWORDS}]
    assert core.call("getMoveSize", "GetMoveSize", moveDriver=made) == 3
    for _ in range(3):
        assert core.call("applyMove", "ApplyMove", moveDriver=made) == 0
    core.call("freeMove", "FreeMove", moveDriver=made)
    assert (size.args, apply.args, free.args) == ([(driver,)], [(driver,)] * 3, [(driver,)])


@pytest.mark.parametrize("name", ["RegisterMoveCallback", "RegisterMoveCallback2", "RegisterMoveCallback3"])
def test_a_move_that_raises_is_one_failed_sub_operation(core: Core, name: str) -> None:
    """The C-MOVE ends with status 0xB000: without a driver, the core would answer 0xC000."""

    def fail(*_: Any, **__: Any) -> None:
        raise core.bench.orthanc.OrthancException(17, "gone")

    size, apply, free = Recorder(3), Recorder(), Recorder()
    core.register(name, fail, *(() if name == "RegisterMoveCallback" else (size, apply, free)))
    if name == "RegisterMoveCallback3":
        made = core.call("callback", "MoveCallback2", resourceType=1, connection=core.handle(), **MOVE)
    else:
        made = core.call("callback", "MoveCallback", resourceType=1, **MOVE, **MOVE_AETS)
    assert made
    assert core.call("getMoveSize", "GetMoveSize", moveDriver=made) == 1
    assert core.call("applyMove", "ApplyMove", moveDriver=made) == 17
    core.call("freeMove", "FreeMove", moveDriver=made)
    assert [size.args, apply.args, free.args] == [[], [], []]
    assert core.bench.core.logged("error").count("Traceback") == 1


# -- Storage areas --


def test_storage_area(core: Core) -> None:
    dicom = core.bench.orthanc.ContentType.DICOM
    create, read, remove = Recorder(), Recorder(b"\0read"), Recorder()
    core.register("RegisterStorageArea", create, read, remove)
    content = {"content": b"\0data", "size": 5}
    assert core.call("create", "StorageCreate", uuid="uuid", **content, type=1) == 0
    assert create.args == [("uuid", dicom, b"\0data")]
    data, size = ctypes.c_void_p(), ctypes.c_int64()
    places = {"content": ctypes.addressof(data), "size": ctypes.addressof(size)}
    assert core.call("read", "StorageRead", **places, uuid="uuid", type=1) == 0
    assert read.args == [("uuid", dicom)]
    assert data.value is not None
    assert ctypes.string_at(data.value, size.value) == b"\0read"
    ctypes.CDLL(None).free(data)
    assert core.call("remove", "StorageRemove", uuid="uuid", type=1) == 0
    assert remove.args == [("uuid", dicom)]
    assert [*create.kwargs, *read.kwargs, *remove.kwargs] == [{}, {}, {}]


@pytest.mark.parametrize("custom", [b"\0custom", None])
@pytest.mark.parametrize("with_instance", [True, False])
def test_storage_area_3_create(core: Core, custom: bytes | None, with_instance: bool) -> None:
    create = Recorder((0, custom))
    core.register("RegisterStorageArea3", create, Recorder(), Recorder())
    target = core.buffer(bits=32)
    parameters = {
        "customData": ctypes.addressof(target),
        "uuid": "uuid",
        "content": b"\0data",
        "size": 5,
        "type": 1,
        "compressionType": 4,
        "dicomInstance": core.handle() if with_instance else None,
    }
    assert core.call("create", "StorageCreate2", **parameters) == 0
    orthanc = core.bench.orthanc
    ((*leading, instance),) = create.args
    assert leading == ["uuid", orthanc.ContentType.DICOM, orthanc.CompressionType.NONE, b"\0data"]
    assert type(instance) is (orthanc.DicomInstance if with_instance else type(None))
    assert (ctypes.string_at(target.data, target.size) if target.size else None) == custom
    core.bench.core.memory.take_back(target.data)


def test_storage_area_3_read_and_remove(core: Core) -> None:
    dicom = core.bench.orthanc.ContentType.DICOM
    read, remove = Recorder((0, b"12345")), Recorder(0)
    core.register("RegisterStorageArea3", Recorder(), read, remove)
    target = core.buffer(room=5)
    custom = {"customData": b"\0custom", "customDataSize": 7}
    place = ctypes.addressof(target)
    parameters = {"target": place, "uuid": "uuid", "type": 1, "rangeStart": 2**40, **custom}
    assert core.call("readRange", "StorageReadRange2", **parameters) == 0
    assert read.args == [("uuid", dicom, 2**40, 5, b"\0custom")]
    assert ctypes.string_at(target.data, 5) == b"12345"
    for wrong in (b"1234", b"123456", None):
        read.answer = (0, wrong)
        assert core.call("readRange", "StorageReadRange2", **parameters) == FAILED
    assert core.call("remove", "StorageRemove2", uuid="uuid", type=1, **custom) == 0
    assert remove.args == [("uuid", dicom, b"\0custom")]


@pytest.mark.parametrize("code", [0, 11, 17])
def test_storage_area_3_error_codes(core: Core, code: int) -> None:
    core.register("RegisterStorageArea3", Recorder((code, None)), Recorder((code, b"123")), Recorder(code))
    custom = {"customData": None, "customDataSize": 0}
    uuid = {"uuid": "uuid", "type": 1}
    created, read = core.buffer(bits=32), core.buffer(room=3)
    instance = {"compressionType": 4, "dicomInstance": None, "content": b"", "size": 0}
    results = [
        core.call("create", "StorageCreate2", customData=ctypes.addressof(created), **uuid, **instance),
        core.call(
            "readRange", "StorageReadRange2", target=ctypes.addressof(read), rangeStart=0, **uuid, **custom
        ),
        core.call("remove", "StorageRemove2", **uuid, **custom),
    ]
    assert results == [code] * 3
    assert core.bench.core.log == []


# -- Storage commitment --


@pytest.mark.parametrize("with_connection", [False, True])
def test_storage_commitment(core: Core, with_connection: bool) -> None:
    orthanc = core.bench.orthanc
    driver, reason = object(), orthanc.StorageCommitmentFailureReason.NO_SUCH_OBJECT_INSTANCE
    begin, lookup = Recorder(driver), Recorder(reason)
    suffix = "2" if with_connection else ""
    core.register(f"RegisterStorageCommitmentScpCallback{suffix}", begin, lookup)
    handler = ctypes.c_void_p()
    who = {"connection": core.handle()} if with_connection else {"remoteAet": "REMOTE", "calledAet": "CALLED"}
    parameters = {
        "handler": ctypes.addressof(handler),
        "jobId": "job",
        "transactionUid": "1.2",
        "sopClassUids": core.texts("1.3", "1.4"),
        "sopInstanceUids": core.texts("1.5", "1.6"),
        "countInstances": 2,
    }
    assert core.call("factory", f"StorageCommitmentFactory{suffix}", **parameters, **who) == 0
    ((job, transaction, classes, instances, *rest),) = begin.args
    assert (job, transaction) == ("job", "1.2")
    assert (classes, instances) == (["1.3", "1.4"], ["1.5", "1.6"])  # lists, not tuples
    instances.append("1.7")
    instances.sort(reverse=True)
    assert instances == ["1.7", "1.6", "1.5"]
    if with_connection:
        assert class_names(tuple(rest)) == ["DicomConnection"]
    else:
        assert rest == ["REMOTE", "CALLED"]
    target = ctypes.c_int32(-1)
    asked = {"target": ctypes.addressof(target), "handler": handler.value}
    assert (
        core.call("lookup", "StorageCommitmentLookup", **asked, sopClassUid="1.3", sopInstanceUid="1.5") == 0
    )
    assert lookup.args == [("1.3", "1.5", driver)]
    assert target.value == reason
    assert [*begin.kwargs, *lookup.kwargs] == [{}, {}]
    core.call("destructor", "StorageCommitmentDestructor", handler=handler.value)


# -- Exceptions --


def test_an_exception_is_logged_and_becomes_an_error_code(core: Core) -> None:
    def fail(*_: Any) -> None:
        raise ValueError("oh no")

    core.register("RegisterOnStoredInstanceCallback", fail)
    instance = {"instance": core.handle(), "instanceId": "id"}
    assert core.call("callback", "OnStoredInstanceCallback", **instance) == FAILED
    log = core.bench.core.logged("error")
    assert "Traceback (most recent call last):" in log
    assert "ValueError: oh no" in log
    assert "in fail" in log


def test_callbacks_are_registered_at_any_time(core: Core) -> None:
    """Also while the server runs: in an on-change callback, and by a thread while no callback runs."""
    first, second = Recorder(), Recorder()

    def outer(*_: Any) -> None:
        core.register("RegisterOnStoredInstanceCallback", first)

    change = {"changeType": 3, "resourceType": 3, "resourceId": "id"}
    instance = {"instance": core.handle(), "instanceId": "late"}
    core.register("RegisterOnChangeCallback", outer)
    core.call("callback", "OnChangeCallback", **change)
    core.bench.until(lambda: core.bench.core.asked("RegisterOnStoredInstanceCallback"))
    thread = threading.Thread(target=core.register, args=("RegisterOnStoredInstanceCallback", second))
    thread.start()
    thread.join()
    for request in core.bench.core.asked("RegisterOnStoredInstanceCallback"):
        core.registered = request.fields
        assert core.call("callback", "OnStoredInstanceCallback", **instance) == 0
    assert [r.args[0][1] for r in (first, second)] == ["late"] * 2
