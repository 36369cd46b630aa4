"""Callbacks of storage areas: the arguments of each callable, and the meaning of its result."""

from __future__ import annotations

import ctypes
import io
from collections.abc import Callable
from typing import Any

import pytest

from .core_side import Core, Recorder

FAILED = 1  # OrthancPluginErrorCode_Plugin
LARGE = 33 << 20  # bytes; the memory of such arguments is returned early if nothing refers to them


@pytest.mark.parametrize("keep", [bytes, memoryview, io.BytesIO])
def test_a_large_file_that_is_kept(core: Core, keep: Callable[[bytes], Any]) -> None:
    kept: list[Any] = []

    def create(_uuid: str, _type: int, data: bytes) -> None:
        kept.append(keep(data))

    core.register("RegisterStorageArea", create, Recorder(), Recorder())
    content = b"\xa5" * LARGE
    assert core.call("create", "StorageCreate", uuid="uuid", content=content, size=LARGE, type=1) == 0
    found = kept[0].getvalue() if keep is io.BytesIO else bytes(kept[0])
    assert found == content


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
