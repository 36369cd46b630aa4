"""Functions that do more for scripts than translate the C: one test for each."""

from __future__ import annotations

import inspect
from typing import Any

import pytest

from ..core.harness.bench import Bench
from .core_side import answering


def parameters_of(function: Any) -> list[str]:
    return [name for name in inspect.signature(function).parameters if name != "self"]


def test_lookup_dictionary(bench: Bench) -> None:
    entry = {"group": 0x10, "element": 0x20, "vr": 11, "minMultiplicity": 1, "maxMultiplicity": 2}
    bench.core.on("LookupDictionary", answering(target=entry))
    found = bench.orthanc.LookupDictionary("PatientID")
    assert type(found) is dict
    assert found == {
        "Group": 0x10,
        "Element": 0x20,
        "ValueRepresentation": bench.orthanc.ValueRepresentation.LO,
        "MinMultiplicity": 1,
        "MaxMultiplicity": 2,
    }
    assert bench.core.requests[-1].fields["name"] == "PatientID"


def test_create_image_from_buffer(bench: Bench) -> None:
    orthanc = bench.orthanc
    grey = orthanc.PixelFormat.GRAYSCALE8
    image = orthanc.CreateImageFromBuffer(grey, 3, 2, 4, b"abc-def-")
    assert type(image) is orthanc.Image
    fields = bench.core.requests[-1].fields
    assert [fields[n] for n in ("format", "width", "height", "pitch")] == [grey, 3, 2, 4]
    assert fields["buffer"] == b"abc-def-"
    assert bench.core.requests[-1].service == "CreateImageAccessor"
    assert not hasattr(orthanc, "CreateImageAccessor")
    for size in (7, 9, 0):
        with pytest.raises(ValueError, match="'buffer'"):
            orthanc.CreateImageFromBuffer(grey, 3, 2, 4, bytes(size))
    assert len(bench.core.asked("CreateImageAccessor")) == 1


def test_the_buffer_of_an_image(bench: Bench) -> None:
    image = bench.orthanc.CreateImage(bench.orthanc.PixelFormat.GRAYSCALE8, 3, 2)
    bench.core.on("GetImagePitch", answering(resultUint32=4))
    bench.core.on("GetImageHeight", answering(resultUint32=2))
    bench.core.on("GetImageBuffer", answering(resultBuffer=b"abc-def-and what is behind"))
    pixels = image.GetImageBuffer()
    assert (type(pixels), pixels) == (bytes, b"abc-def-")


def test_the_file_of_an_instance(bench: Bench) -> None:
    instance = bench.orthanc.CreateDicomInstance(b"")
    bench.core.on("GetInstanceSize", answering(resultInt64=4))
    bench.core.on("GetInstanceData", answering(resultString="DICM and what is behind"))
    data = instance.GetInstanceData()
    assert (type(data), data) == (bytes, b"DICM")


@pytest.mark.parametrize(
    ("name", "value"), [("GetFindQueryTagGroup", 0x10), ("GetFindQueryTagElement", 0x20)]
)
def test_the_tags_of_a_query(bench: Bench, name: str, value: int) -> None:
    bench.core.on("GetFindQueryTag", answering(resultGroup=0x10, resultElement=0x20))

    def ask(query: Any) -> None:
        result = getattr(query, name)(5)
        assert (type(result), result) == (int, value)
        assert bench.core.requests[-1].fields["index"] == 5
        assert not hasattr(query, "GetFindQueryTag")

    bench.lend("FindQuery", ask)


@pytest.mark.parametrize(
    ("service", "arguments"), [("GetKeyValue", ("store", "key")), ("DequeueValue", ("queue", 1))]
)
@pytest.mark.parametrize(("found", "value"), [(1, b"\0value"), (1, b""), (0, None)])
def test_values_that_may_lack(
    bench: Bench, service: str, arguments: tuple[Any, ...], found: int, value: bytes | None
) -> None:
    bench.core.on(service, answering(found=found, target=value))
    result = getattr(bench.orthanc, service)(*arguments)
    assert (type(result), result) == (type(value), value)


def test_the_parameters_of_stores_and_queues(bench: Bench) -> None:
    orthanc = bench.orthanc
    assert parameters_of(orthanc.GetKeyValue) == ["store_id", "key"]
    assert parameters_of(orthanc.DequeueValue) == ["queue_id", "origin"]
    assert parameters_of(orthanc.ReserveQueueValue) == ["queue_id", "origin", "release_timeout"]
    assert parameters_of(orthanc.SetStableStatus)[0] == "resource_id"
    assert parameters_of(orthanc.GetQueueSize) == ["queue_id"]


@pytest.mark.parametrize(
    ("outputs", "expected"),
    [
        ({"found": 1, "target": b"value", "valueId": 2**40}, (b"value", 2**40)),
        ({"found": 0, "target": None, "valueId": 0}, (None, None)),
    ],
)
def test_reserve_queue_value(bench: Bench, outputs: dict[str, Any], expected: tuple[Any, Any]) -> None:
    bench.core.on("ReserveQueueValue", answering(**outputs))
    result = bench.orthanc.ReserveQueueValue("queue", bench.orthanc.QueueOrigin.FRONT, 30)
    value, value_id = result
    assert isinstance(result, tuple)
    assert (value, value_id) == expected


@pytest.mark.parametrize("done", [0, 1])
def test_the_flag_of_an_iterator_is_as_it_is(bench: Bench, done: int) -> None:
    iterator = bench.orthanc.CreateKeysValuesIterator("store")
    bench.core.on("KeysValuesIteratorNext", answering(done=done))
    assert iterator.Next() is bool(done)


@pytest.mark.parametrize(("code", "changed"), [(0, 1), (0, 0), (17, 0)])
def test_set_stable_status(bench: Bench, code: int, changed: int) -> None:
    def handler(request: Any) -> int:
        request.fill("statusHasChanged", changed)
        return code

    bench.core.on("SetStableStatus", handler)
    result = bench.orthanc.SetStableStatus("study", bench.orthanc.StableStatus.STABLE)
    error_code, has_changed = result
    assert isinstance(result, tuple)
    assert (error_code, has_changed) == (code, bool(changed))


def test_get_queue_size(bench: Bench) -> None:
    bench.core.on("GetQueueSize", answering(size=2**40))
    assert bench.orthanc.GetQueueSize("queue") == 2**40
    assert bench.core.requests[-1].fields["queueId"] == "queue"


@pytest.mark.parametrize("arguments", [("gone",), (b"gone", 4), ("gone", 3), ("", 0), ("\u00fcn\u00ef", 3)])
def test_a_status_takes_the_size_of_the_body_too(bench: Bench, arguments: tuple[Any, ...]) -> None:
    body = arguments[0] if isinstance(arguments[0], bytes) else arguments[0].encode()
    bench.lend("RestOutput", lambda output: output.SendHttpStatus(404, *arguments))
    fields = bench.core.asked("SendHttpStatus")[-1].fields
    assert (fields["status"], fields["body"] or b"", fields["bodySize"]) == (404, body, len(body))
