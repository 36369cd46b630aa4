"""DICOM files of 100 MiB: a callback for received instances, a decoder and a transcoder."""

from __future__ import annotations

import io
import json
import time
from collections.abc import Callable, Iterator, Mapping
from functools import partial

from pydicom.dataset import FileDataset, FileMetaDataset
from pydicom.encaps import encapsulate
from pydicom.uid import JPEGLosslessSV1, JPEGLSLossless, SecondaryCaptureImageStorage, generate_uid

from tests.e2e.harness import RunningServer

from ..figures import Goal, Measured, Row, at_most_value, interleaved
from ..lab import DEBIAN, LEAST, NATIVE, OURS, Lab
from .buffers import copy_milliseconds

_SIZE = 100 << 20
_MOST_OVER_A_COPY = 1.15

# How a file is used, by the name of the callback, and the copies that Python's `bytes` need.
_Use = Callable[[RunningServer, bytes], float]


def measure(lab: Lab) -> Iterator[Row]:
    """Yield the milliseconds of each use, and how long another Python thread stalls meanwhile."""
    file = _file(lab.count(_SIZE))
    copy = copy_milliseconds(bytes(len(file)))
    uses: dict[str, tuple[_Use, int, tuple[str, ...]]] = {
        "received-instance callback": (_receive, 1, (OURS, DEBIAN, NATIVE)),
        "decoder": (_decode, 1, (OURS, NATIVE)),
        "transcoder": (_transcode, 2, (OURS, NATIVE)),
    }
    with (
        lab.servers({"BENCH_LARGE": "1"}) as servers,
        lab.servers({"BENCH_LARGE": "none"}, targets=(OURS,)) as without,
    ):
        for name, (use, copies, targets) in uses.items():
            used = {target: servers[target] for target in targets if target in servers}
            for server in used.values():
                use(server, file)  # for what is slower at first
            runs = {target: partial(_run, target, server, use, file) for target, server in used.items()}
            if use is _receive:  # without a callback, Orthanc refuses the other uses
                runs[LEAST] = partial(_run, LEAST, without[OURS], use, file)
            figures = interleaved(runs, lab.size.rounds)
            note = f"one copy takes {copy:.0f} ms"
            yield Row(f"{name}, 100 MiB", "ms", figures["ms"], (_adds(copies, copy),), note)
            yield _stall(name, figures["stall"])


def _adds(copies: int, copy: float) -> Goal:
    def holds(medians: Mapping[str, float]) -> bool:
        return medians[OURS] <= medians[NATIVE] + copies * _MOST_OVER_A_COPY * copy

    return Goal(f"≤ native + {copies} × {_MOST_OVER_A_COPY} copies", (OURS, NATIVE), holds)


def _stall(name: str, measured: Measured) -> Row:
    return Row(f"{name}: other threads stall", "ms", measured, (at_most_value(5, "ms"),))


def _run(target: str, server: RunningServer, use: _Use, file: bytes) -> Mapping[str, float]:
    if target == NATIVE:
        return {"ms": use(server, file)}
    server.get("/stall")
    taken = use(server, file)
    return {"ms": taken, "stall": float(server.get("/stall").text) * 1e3}


def _receive(server: RunningServer, file: bytes) -> float:
    begin = time.perf_counter()
    stored = _stored(server, file)
    taken = time.perf_counter() - begin
    server.delete(f"/instances/{stored}")
    return taken * 1e3


def _decode(server: RunningServer, file: bytes) -> float:
    return _with_stored(server, file, lambda path: server.get(f"{path}/preview").status)


def _transcode(server: RunningServer, file: bytes) -> float:
    options = {"Transcode": JPEGLosslessSV1, "Keep": ["SOPInstanceUID"], "Force": True}
    return _with_stored(server, file, lambda path: server.post(f"{path}/modify", json.dumps(options)).status)


def _with_stored(server: RunningServer, file: bytes, request: Callable[[str], int]) -> float:
    stored = _stored(server, file)
    begin = time.perf_counter()
    status = request(f"/instances/{stored}")
    taken = time.perf_counter() - begin
    assert status == 200, status
    server.delete(f"/instances/{stored}")
    return taken * 1e3


def _stored(server: RunningServer, file: bytes) -> str:
    return str(json.loads(server.post("/instances", file).text)["ID"])


def _file(size: int) -> bytes:
    """Make an instance with pixel data of `size` bytes, which no decoder could read."""
    meta = FileMetaDataset()
    meta.MediaStorageSOPClassUID = SecondaryCaptureImageStorage
    meta.MediaStorageSOPInstanceUID = generate_uid()
    meta.TransferSyntaxUID = JPEGLSLossless
    dataset = FileDataset("", {}, file_meta=meta, preamble=bytes(128))
    dataset.SOPClassUID = meta.MediaStorageSOPClassUID
    dataset.SOPInstanceUID = meta.MediaStorageSOPInstanceUID
    dataset.PatientID = "large"
    dataset.StudyInstanceUID = generate_uid()
    dataset.SeriesInstanceUID = generate_uid()
    dataset.Modality = "OT"
    dataset.Rows, dataset.Columns, dataset.SamplesPerPixel = 16_384, size >> 14, 1
    dataset.PhotometricInterpretation = "MONOCHROME2"
    dataset.BitsAllocated, dataset.BitsStored, dataset.HighBit, dataset.PixelRepresentation = 8, 8, 7, 0
    dataset.PixelData = encapsulate([bytes(size)])
    target = io.BytesIO()
    dataset.save_as(target, enforce_file_format=True)
    return target.getvalue()
