"""Tests `samples/cookbook/audit_log.py`."""

from __future__ import annotations

import base64
import contextlib
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from orthanc_testing import Server


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


def test_nothing_is_lost_at_a_stop(orthanc_server: Server, database: Path) -> None:
    for number in range(100):
        assert orthanc_server.get(f"/studies/{number}").status == 404
    orthanc_server.restart()
    recorded = {resource for _, _, _, resource in records(database)}
    assert {f"/studies/{number}" for number in range(100)} <= recorded
