"""Tests `samples/cookbook/durable_queue.py`."""

from __future__ import annotations

import contextlib
import json
import sqlite3
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


def change_tasks(folder: Path, statement: str) -> None:
    with contextlib.closing(sqlite3.connect(folder / "queue.db", timeout=30)) as opened, opened:
        opened.execute(statement)


def test_a_task_survives_errors_and_a_killed_server(orthanc_server: Server, folder: Path) -> None:
    (folder / "manifests").rmdir()
    stored = orthanc_server.upload(make_dataset())
    deleted = orthanc_server.upload(make_dataset(PatientID="deleted"))
    for study in (stored.study, deleted.study):
        orthanc_server.wait_for_log(rf"Study {study} is tried again in 1 s: FileNotFoundError")
    orthanc_server.delete(f"/studies/{deleted.study}")
    orthanc_server.wait_for_log(rf"Study {stored.study} is tried again in 2 s: FileNotFoundError")

    def is_put_off() -> bool:  # repeated, because an attempt that runs meanwhile counts from the old number
        change_tasks(folder, "UPDATE tasks SET attempts = 5000, due = 0")
        return f"Study {stored.study} is tried again in 600 s: FileNotFoundError" in orthanc_server.log

    orthanc_server.until(is_put_off)
    orthanc_server.restart(kill=True)  # the script makes the folder again
    change_tasks(folder, "UPDATE tasks SET due = 0")
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
