"""Tests `samples/cookbook/durable_queue.py`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from orthanc_testing import Server, make_dataset


@pytest.fixture(scope="module")
def orthanc_script() -> str:
    return "../../cookbook/durable_queue.py"


@pytest.fixture(scope="module")
def orthanc_configuration() -> dict[str, Any]:
    return {"StableAge": 1}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("queue")


@pytest.fixture(scope="module")
def orthanc_environment(folder: Path) -> dict[str, str]:
    return {"QUEUE_DATABASE": str(folder / "queue.db"), "MANIFESTS": str(folder / "manifests")}


def test_a_task_survives_errors_and_a_killed_server(orthanc_server: Server, folder: Path) -> None:
    stored = orthanc_server.upload(make_dataset())
    deleted = orthanc_server.upload(make_dataset(PatientID="deleted"))
    for study in (stored.study, deleted.study):  # the folder does not exist yet
        orthanc_server.wait_for_log(rf"Study {study} is tried again in 1 s: FileNotFoundError")
    orthanc_server.delete(f"/studies/{deleted.study}")
    orthanc_server.wait_for_log(rf"Study {stored.study} is tried again in 2 s: FileNotFoundError")
    orthanc_server.restart(kill=True)
    (folder / "manifests").mkdir()
    file = folder / "manifests" / f"{stored.study}.json"
    orthanc_server.until(file.exists)
    orthanc_server.until(lambda: file.stat().st_size > 0)
    sums = json.loads(file.read_text())
    assert sums == {stored.id: orthanc_server.get(f"/instances/{stored.id}/attachments/dicom/md5").text}
    orthanc_server.restart()
    later = orthanc_server.upload(make_dataset(PatientID="later"))
    orthanc_server.until((folder / "manifests" / f"{later.study}.json").exists)
    assert len(list((folder / "manifests").iterdir())) == 2
    assert "is tried again" not in orthanc_server.log
