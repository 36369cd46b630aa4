"""The ingest of small instances, with callbacks for stored instances and changes."""

from __future__ import annotations

import http.client
import io
import time
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from functools import partial

from pydicom.dataset import FileDataset, FileMetaDataset
from pydicom.uid import ExplicitVRLittleEndian, SecondaryCaptureImageStorage, generate_uid

from tests.e2e.harness import RunningServer

from ..figures import Row, at_least, interleaved
from ..lab import NATIVE, Lab
from ..processes import processor_seconds

_INSTANCES = 2_000
_CLIENTS = (1, 4)
_TURNS = 4  # of each target in a round: the speed of disks changes faster than that of processors


def measure(lab: Lab) -> Iterator[Row]:
    """Yield the instances that each target stores per second, and the processor time for each."""
    for clients in _CLIENTS:
        with lab.servers({"BENCH_CALLBACKS": "1"}) as servers:
            turns = lab.size.rounds * _TURNS
            count = lab.count(_INSTANCES) // turns or 1
            runs = {name: partial(_store, server, clients, count) for name, server in servers.items()}
            figures = interleaved(runs, turns)
        name = f"ingest with callbacks, {clients} client{'s' if clients > 1 else ''}"
        yield Row(name, "instances/s", figures["rate"], (at_least(0.97, NATIVE),))
        yield Row(f"{name}: processor", "µs/instance", figures["cpu"])


def instances(count: int) -> list[bytes]:
    """Make small instances, each of its own patient."""
    return [_instance(number) for number in range(count)]


def _store(server: RunningServer, clients: int, count: int) -> Mapping[str, float]:
    files = instances(count)
    used_before, begin = processor_seconds(server.pid), time.perf_counter()
    with ThreadPoolExecutor(clients) as pool:
        for done in [pool.submit(_upload, server, files[client::clients]) for client in range(clients)]:
            done.result()
    taken, used = time.perf_counter() - begin, processor_seconds(server.pid) - used_before
    return {"rate": count / taken, "cpu": used / count * 1e6}


def _upload(server: RunningServer, files: list[bytes]) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", server.http_port, timeout=60)
    for file in files:
        connection.request("POST", "/instances", file)
        answer = connection.getresponse()
        answer.read()
        assert answer.status == 200, answer.status
    connection.close()


def _instance(number: int) -> bytes:
    meta = FileMetaDataset()
    meta.MediaStorageSOPClassUID = SecondaryCaptureImageStorage
    meta.MediaStorageSOPInstanceUID = generate_uid()
    meta.TransferSyntaxUID = ExplicitVRLittleEndian
    dataset = FileDataset("", {}, file_meta=meta, preamble=bytes(128))
    dataset.SOPClassUID = meta.MediaStorageSOPClassUID
    dataset.SOPInstanceUID = meta.MediaStorageSOPInstanceUID
    dataset.PatientID = f"patient {number}"
    dataset.PatientName = f"Name^{number}"
    dataset.StudyInstanceUID = generate_uid()
    dataset.SeriesInstanceUID = generate_uid()
    dataset.Modality = "OT"
    target = io.BytesIO()
    dataset.save_as(target, enforce_file_format=True)
    return target.getvalue()
