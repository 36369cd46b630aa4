"""Tests `samples/cookbook/audit_log.py`."""

from __future__ import annotations

import base64
import contextlib
import sqlite3
import threading
from pathlib import Path
from typing import Any

import orthanc
import pytest

from orthanc_testing import Core, Server


@pytest.fixture(scope="module")
def orthanc_script() -> str:
    return "../../cookbook/audit_log.py"


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("audit") / "audit.db"


@pytest.fixture(scope="module")
def orthanc_environment(database: Path) -> dict[str, str]:
    return {"AUDIT_DATABASE": str(database)}


def records(database: Path) -> list[Any]:
    with contextlib.closing(sqlite3.connect(database)) as opened:
        return opened.execute("SELECT user, source, action, resource FROM audit").fetchall()


def test_requests_are_recorded(orthanc_server: Server, database: Path) -> None:
    credentials = base64.b64encode(b"jane:secret").decode()
    assert orthanc_server.get("/patients", authorization=f"Basic {credentials}").status == 200
    assert orthanc_server.delete("/studies/abc", authorization="Bearer secret").status == 404
    expected = [("jane", "127.0.0.1", "GET", "/patients"), ("", "127.0.0.1", "DELETE", "/studies/abc")]
    orthanc_server.until(lambda: set(expected) <= set(records(database)))
    assert "secret" not in str(records(database))


def test_records_that_wait_share_a_transaction(orthanc_core: Core, monkeypatch: pytest.MonkeyPatch) -> None:
    batches: list[list[Any]] = []
    go_on = threading.Event()

    def insert(batch: list[Any]) -> None:
        batches.append(batch)
        assert go_on.wait(20)

    monkeypatch.setattr(orthanc_core.script, "insert", insert)
    for number in range(100):
        orthanc_core.script.record("jane", "127.0.0.1", "GET", f"/studies/{number}")
    go_on.set()
    orthanc_core.change(orthanc.ChangeType.ORTHANC_STOPPED)
    assert [record[4] for batch in batches for record in batch] == [f"/studies/{n}" for n in range(100)]
    assert len(batches) <= 3  # at first, when the thread continues, and at the stop


def test_nothing_is_lost_at_a_stop(orthanc_server: Server, database: Path) -> None:
    for number in range(100):
        assert orthanc_server.get(f"/studies/{number}").status == 404
    orthanc_server.restart()
    recorded = {resource for _, _, _, resource in records(database)}
    assert {f"/studies/{number}" for number in range(100)} <= recorded
