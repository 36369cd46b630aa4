"""`samples/server_queue.py`: work in a queue of the server's own database, on servers that have queues."""

from __future__ import annotations

from pathlib import Path

import pytest

from orthanc_testing.dicom import make_dataset, orthanc_id

from .harness import SAMPLES, RunningServer, Servers

pytestmark = pytest.mark.needs("ReserveQueueValue")

SCRIPT = SAMPLES / "server_queue.py"
QUICK = {"SAMPLE_RELEASE": "1"}
CAUGHT_UP = "since the last start: 0$"  # from then on, nothing but a change or a restart queues a series


def mean(server: RunningServer, series: str) -> str:
    """Return the result of a series; the empty string if there is none."""
    answer = server.get(f"/series/{series}/metadata/1024")
    return answer.text if answer.status == 200 else ""


def dicom_file(storage: Path) -> Path:
    """Return the only DICOM file in a storage."""
    files = [path for path in storage.rglob("*") if path.is_file()]
    (file,) = (path for path in files if path.read_bytes()[128:132] == b"DICM")
    return file


def test_each_stable_series_is_processed(serve: Servers) -> None:
    server = serve(SCRIPT, packages=True, configuration={"StableAge": 1}, environment=QUICK)
    series = server.upload(make_dataset(PixelData=bytes([7]) * 64)).series
    server.until(lambda: mean(server, series) == "7.000")
    server.until(lambda: server.get("/queue").json() == {"Waiting": 0, "Failed": 0})


def test_work_survives_two_kills(serve: Servers, tmp_path: Path) -> None:
    """The server dies before the series is stable, and again while it is reserved."""
    storage = tmp_path / "storage"
    options = {"StableAge": 600, "MaximumStorageCacheSize": 0}
    variables = {"SAMPLE_RELEASE": "5"}
    server = serve(SCRIPT, packages=True, storage=storage, configuration=options, environment=variables)
    server.wait_for_log(CAUGHT_UP)
    series = server.upload(make_dataset(PixelData=bytes([9]) * 64)).series
    file = dicom_file(storage)
    content = file.read_bytes()
    file.unlink()
    server.restart(kill=True)
    server.wait_for_log("Attempt 1 to process")
    file.write_bytes(content)
    server.restart(kill=True)
    server.until(lambda: mean(server, series) == "9.000")


def test_a_series_that_fails_is_kept(serve: Servers, tmp_path: Path) -> None:
    storage = tmp_path / "storage"
    options = {"StableAge": 600, "MaximumStorageCacheSize": 0}
    server = serve(SCRIPT, packages=True, storage=storage, configuration=options, environment=QUICK)
    server.wait_for_log(CAUGHT_UP)
    dataset = make_dataset(PixelData=bytes([5]) * 64)
    server.upload(dataset)
    file = dicom_file(storage)
    content = file.read_bytes()
    file.unlink()
    server.restart(kill=True)  # so that it queues the series
    server.until(lambda: server.get("/queue").json() == {"Waiting": 0, "Failed": 1})
    assert server.log.count("Attempt 3 to process") == 1
    file.write_bytes(content)
    assert server.get("/queue/retry").status == 405
    server.post("/queue/retry")
    series = orthanc_id(dataset.PatientID, dataset.StudyInstanceUID, dataset.SeriesInstanceUID)
    server.until(lambda: mean(server, series) == "5.000")
    assert server.get("/queue").json()["Failed"] == 0
