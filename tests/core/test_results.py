"""Python results, ownership of memory and handles, and errors of every kind."""

from __future__ import annotations

import ctypes
import gc
from typing import Any

import pytest

from .harness.bench import Bench


def answer(**outputs: Any) -> Any:
    """Return a handler that fills outputs, but only those that are requested."""

    def handler(request: Any) -> None:
        for name, value in outputs.items():
            if name in request.outputs:
                request.fill(name, value)

    return handler


@pytest.mark.parametrize("data", [b"", b"\0", b"abc\0def", bytes(1 << 20)])
def test_bytes(bench: Bench, data: bytes) -> None:
    bench.core.on("RestApiGet", answer(target=data))
    assert bench.orthanc.RestApiGet("/") == data
    assert bench.core.memory.count_given == 1
    assert bench.core.memory.outstanding == 0


def test_no_bytes(bench: Bench) -> None:
    bench.core.on("RestApiGet", answer(target=None))
    assert bench.orthanc.RestApiGet("/") == b""


def test_text(bench: Bench) -> None:
    bench.core.on("ComputeMd5", answer(result="ünï\udcff"))
    assert bench.orthanc.ComputeMd5(b"") == "ünï\udcff"
    assert bench.core.memory.outstanding == 0


def test_missing_text_is_an_error(bench: Bench) -> None:
    bench.core.on("ComputeMd5", answer(result=None))
    with pytest.raises(bench.orthanc.OrthancException, match="returned no text") as caught:
        bench.orthanc.ComputeMd5(b"")
    assert caught.value.args[0] == bench.orthanc.ErrorCode.NULL_POINTER


def test_borrowed_text(bench: Bench) -> None:
    instance = bench.orthanc.CreateDicomInstance(b"")
    bench.core.on("GetInstanceRemoteAet", answer(resultString=None))
    assert instance.GetInstanceRemoteAet() is None
    bench.core.on("GetInstanceRemoteAet", answer(resultString="ÄET"))
    assert instance.GetInstanceRemoteAet() == "ÄET"


@pytest.mark.parametrize("size", [0, 1, 2**31, 2**32, 2**63 - 1])
def test_integers_of_64_bits(bench: Bench, size: int) -> None:
    instance = bench.orthanc.CreateDicomInstance(b"")
    bench.core.on("GetInstanceSize", answer(resultInt64=size))
    assert instance.GetInstanceSize() == size


def test_unsigned_integers(bench: Bench) -> None:
    bench.core.on("GetFontsCount", answer(resultUint32=2**32 - 1))
    assert bench.orthanc.GetFontsCount() == 2**32 - 1


def test_enumerations(bench: Bench) -> None:
    instance = bench.orthanc.CreateDicomInstance(b"")
    origin = bench.orthanc.InstanceOrigin
    bench.core.on("GetInstanceOrigin", answer(resultOrigin=int(origin.REST_API)))
    assert instance.GetInstanceOrigin() is origin.REST_API


@pytest.mark.parametrize("value", [0, 77, 2**31 - 1])
def test_unknown_members_are_plain_integers(bench: Bench, value: int) -> None:
    instance = bench.orthanc.CreateDicomInstance(b"")
    bench.core.on("GetInstanceOrigin", answer(resultOrigin=value))
    assert instance.GetInstanceOrigin() == value
    assert type(instance.GetInstanceOrigin()) is int


def test_a_struct_is_a_dict(bench: Bench) -> None:
    entry = {"group": 0x10, "element": 0x20, "vr": 5, "minMultiplicity": 1, "maxMultiplicity": 2**32 - 1}
    bench.core.on("LookupDictionary", answer(target=entry))
    found = bench.orthanc.LookupDictionary("PatientID")
    assert list(found) == ["Group", "Element", "ValueRepresentation", "MinMultiplicity", "MaxMultiplicity"]
    assert list(found.values()) == list(entry.values())
    assert type(found["ValueRepresentation"]) is bench.orthanc.ValueRepresentation


def test_several_outputs_are_a_named_tuple(bench: Bench) -> None:
    headers = b'{"Server": "\xc3\xa4", "X": "\xff"}'
    bench.core.on("CallHttpClient2", answer(httpStatus=404, answerHeaders=headers, answerBody=b"b"))
    got = bench.orthanc.HttpClient(1, "http://x", {}, b"", None, None, 0, None, None, None, 0)
    assert got == (404, {"Server": "ä", "X": "\udcff"}, b"b")
    assert got._fields == ("status", "headers", "body")
    assert type(got) is bench.orthanc.HttpAnswer
    assert bench.core.memory.outstanding == 0


def test_headers_that_are_no_json(bench: Bench) -> None:
    bench.core.on("CallHttpClient2", answer(httpStatus=200, answerHeaders=b"{", answerBody=b"b"))
    with pytest.raises(ValueError, match="Expecting"):
        bench.orthanc.HttpClient(1, "http://x", {}, b"", None, None, 0, None, None, None, 0)
    assert bench.core.memory.outstanding == 0


@pytest.mark.parametrize("code", [-1, 1, 17, 3000, 999_999, 2**31 - 1, -(2**31)])
def test_errors_carry_code_and_description(bench: Bench, code: int) -> None:
    bench.core.on("GetErrorDescription", lambda r: r.fill("target", f"about {r.fields['error']}"))
    bench.core.fail("RestApiGet", code)
    with pytest.raises(bench.orthanc.OrthancException) as caught:
        bench.orthanc.RestApiGet("/")
    assert caught.value.args == (code, f"about {code}")
    known = code in list(bench.orthanc.ErrorCode)
    assert type(caught.value.args[0]) is (bench.orthanc.ErrorCode if known else int)


def test_memory_that_was_given_before_the_error(bench: Bench) -> None:
    def handler(request: Any) -> int:
        request.fill("answerBody", b"half an answer")
        return 11

    bench.core.on("CallHttpClient2", handler)
    with pytest.raises(bench.orthanc.OrthancException):
        bench.orthanc.HttpClient(1, "http://x", {}, b"", None, None, 0, None, None, None, 0)
    assert bench.core.memory.count_given == 1
    assert bench.core.memory.outstanding == 0


def test_void_functions_report_their_errors(bench: Bench) -> None:
    bench.core.fail("SetMetricsValue", 11)
    with pytest.raises(bench.orthanc.OrthancException) as caught:
        bench.orthanc.SetMetricsValue("x", 1, 0)
    assert caught.value.args[0] == 11


def test_a_registered_error_code_is_a_result(bench: Bench) -> None:
    bench.core.on("RegisterErrorCode", answer(target=4321))
    assert bench.orthanc.RegisterErrorCode(1, 404, "mine") == 4321


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [(3, 2, b"abcdef"), (0, 2**32 - 1, b""), (2**32 - 1, 2**32 - 1, None)],
)
def test_the_pixels_of_an_image(bench: Bench, first: int, second: int, expected: bytes | None) -> None:
    image = bench.orthanc.CreateImage(1, 1, 1)
    bench.core.on("GetImagePitch", answer(resultUint32=first))
    bench.core.on("GetImageHeight", answer(resultUint32=second))
    bench.core.on("GetImageBuffer", answer(resultBuffer=b"abcdef"))
    if expected is None:
        with pytest.raises(MemoryError):
            image.GetImageBuffer()
    else:
        assert image.GetImageBuffer() == expected


def test_the_data_of_an_instance(bench: Bench) -> None:
    instance = bench.orthanc.CreateDicomInstance(b"")
    bench.core.on("GetInstanceSize", answer(resultInt64=3))
    bench.core.on("GetInstanceData", answer(resultString="abcdef"))
    assert instance.GetInstanceData() == b"abc"
    bench.core.on("GetInstanceData", answer(resultString=None))
    with pytest.raises(bench.orthanc.OrthancException, match="returned no data"):
        instance.GetInstanceData()
    bench.core.on("GetInstanceSize", answer(resultInt64=-5))
    with pytest.raises((MemoryError, bench.orthanc.OrthancException)):
        instance.GetInstanceData()


def test_owned_handles_are_freed_once(bench: Bench) -> None:
    image = bench.orthanc.CreateImage(1, 2, 3)
    assert bench.core.freed == []
    same = image
    del image
    assert bench.core.freed == []
    del same
    assert bench.core.freed == bench.core.given


def test_an_owned_handle_that_is_not_there(bench: Bench) -> None:
    bench.core.on("CreateImage", answer(target=None))
    with pytest.raises(bench.orthanc.OrthancException, match="returned no object"):
        bench.orthanc.CreateImage(1, 2, 3)
    assert bench.core.freed == []


def test_owned_handles_in_a_cycle(bench: Bench) -> None:
    box: list[Any] = [bench.orthanc.CreateImage(1, 2, 3)]
    box.append(box)
    del box
    gc.collect()
    assert bench.core.freed == bench.core.given


def test_an_image_keeps_its_pixels(bench: Bench) -> None:
    pixels = bytearray(b"abcdef")
    image = bench.orthanc.CreateImageFromBuffer(bench.orthanc.PixelFormat.GRAYSCALE8, 3, 2, 3, pixels)
    address = next(v for k, v in bench.core.requests[-1].fields.items() if k == "buffer")
    pixels[:] = b"xxxxxx"
    assert address == b"abcdef"
    bench.core.on("FreeImage", lambda r: bench.core.problems.append("no pixels") if not r.fields else None)
    del image
    assert len(bench.core.freed) == 1


@pytest.mark.parametrize("pixels", [b"\x05", b"\x05\x06"])
def test_an_image_changes_no_constant_of_python(bench: Bench, pixels: bytes) -> None:
    known = len(bench.core.requests)
    image = bench.orthanc.CreateImageFromBuffer(
        bench.orthanc.PixelFormat.GRAYSCALE8, len(pixels), 1, len(pixels), pixels
    )
    address = bench.core.requests[known].raw["buffer"]
    ctypes.memset(address, 65, len(pixels))  # as DrawText() and writes through memoryview() do
    assert bytes([5]) != b"A"
    assert pixels[0] == 5
    del image


def test_handles_outlive_the_server(bench: Bench) -> None:
    image = bench.orthanc.CreateImage(1, 2, 3)
    bench.detach()
    with pytest.raises(ValueError, match="valid only until its server stopped"):
        image.GetImageWidth()
    del image  # no server is attached that could free it
    assert bench.core.freed == []
    bench.attach()
