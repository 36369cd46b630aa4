"""Callbacks: the positional and keyword arguments of each callable, and the meaning of its result."""

from __future__ import annotations

import ctypes
import threading
from typing import Any

import pytest

from .core_side import Core, Recorder, class_names

METHODS = [("GET", 1), ("POST", 2), ("PUT", 3), ("DELETE", 4)]
FAILED = 1  # OrthancPluginErrorCode_Plugin


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
    core.bench.until(lambda: len(listener.kwargs) == 2)
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
    """Registration works while the server runs: in an on-change callback, and in a thread."""
    first, second = Recorder(), Recorder()

    def outer(*_: Any) -> None:
        core.bench.orthanc.RegisterOnStoredInstanceCallback(first)

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
