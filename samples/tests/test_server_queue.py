"""Tests `samples/server_queue.py` with queues in memory; `tests/e2e` tests it in servers that have queues."""

from __future__ import annotations

import io
import time
from collections import defaultdict
from typing import Any

import numpy as np
import orthanc
import pytest

from orthanc_testing import CallbackFailed, Core

STARTED, STOPPED = orthanc.ChangeType.ORTHANC_STARTED, orthanc.ChangeType.ORTHANC_STOPPED


@pytest.fixture(scope="module")
def orthanc_script() -> str:
    return "../server_queue.py"


class Database:
    """The queues and the keys of a server. What is reserved does not come back."""

    def __init__(self, core: Core) -> None:
        self.queues: dict[str, list[bytes]] = defaultdict(list)
        self.keys: dict[str, bytes] = {}
        core.on("EnqueueValue", lambda request: self._enqueue(**request.fields))
        core.on("ReserveQueueValue", lambda request: self._reserve(**request.fields))
        core.on("GetQueueSize", lambda request: len(self.queues[request.fields["queueId"]]))
        core.on("StoreKeyValue", lambda request: self._store(**request.fields))
        core.on("GetKeyValue", lambda request: self._get(**request.fields))
        core.on("DeleteKeyValue", lambda request: self._delete(**request.fields))

    def _enqueue(self, queueId: str, value: bytes, **_: Any) -> None:  # noqa: N803
        self.queues[queueId].append(value)

    def _reserve(self, queueId: str, **_: Any) -> dict[str, Any]:  # noqa: N803
        waiting = self.queues[queueId]
        return {"found": 1, "target": waiting.pop(0), "valueId": 5} if waiting else {"found": 0}

    def _store(self, key: str, value: bytes, **_: Any) -> None:
        self.keys[key] = value

    def _get(self, key: str, **_: Any) -> dict[str, Any]:
        return {"found": 1, "target": self.keys[key]} if key in self.keys else {"found": 0}

    def _delete(self, key: str, **_: Any) -> None:
        self.keys.pop(key, None)


@pytest.fixture
def database(orthanc_core: Core) -> Database:
    return Database(orthanc_core)


def test_what_a_crash_has_lost_is_processed(orthanc_core: Core, database: Database) -> None:
    pixels = io.BytesIO()
    np.save(pixels, np.array([1, 2, 6]))
    database.keys["since"] = b"41"
    changes = [{"ChangeType": "NewInstance", "ID": "i"}, {"ChangeType": "StableStudy", "ID": "s"}]
    orthanc_core.rest.on("GET", "/changes", {"Changes": changes, "Last": 43, "Done": True})
    orthanc_core.rest.on("POST", "/tools/bulk-content", [{"ID": "abc"}])
    orthanc_core.rest.on("GET", "/series/abc/numpy", pixels.getvalue())
    orthanc_core.rest.on("PUT", "/series/abc/metadata/1024", "")
    orthanc_core.change(STARTED, orthanc.ResourceType.NONE, "")
    patience = time.monotonic() + 20
    while not orthanc_core.asked("AcknowledgeQueueValue"):
        assert time.monotonic() < patience, orthanc_core.log
        time.sleep(0.01)
    orthanc_core.change(STOPPED, orthanc.ResourceType.NONE, "")
    asked, bulk, _, stored = orthanc_core.rest.requests
    assert asked.arguments["since"] == "41"
    assert bulk.json()["Resources"] == ["i"]
    assert stored.body == b"3.000"
    assert orthanc_core.asked("AcknowledgeQueueValue")[0]["valueId"] == 5
    assert database.keys == {"since": b"43"}


def test_a_stable_series_waits(orthanc_core: Core, database: Database) -> None:
    orthanc_core.change(orthanc.ChangeType.STABLE_STUDY, orthanc.ResourceType.STUDY, "s")
    orthanc_core.change(orthanc.ChangeType.STABLE_SERIES, orthanc.ResourceType.SERIES, "abc")
    assert database.queues["sample-series"] == [b"abc"]
    assert orthanc_core.get("/queue").json() == {"Waiting": 1, "Failed": 0}


def test_a_series_fails_three_times_and_is_put_back(orthanc_core: Core, database: Database) -> None:
    orthanc_core.rest.fail("GET", "/series/abc/numpy", orthanc.ErrorCode.CORRUPTED_FILE)
    assert [orthanc_core.script.attempt(b"abc") for _ in range(3)] == [False, False, True]
    assert "Attempt 3 to process the series abc failed" in orthanc_core.log
    assert database.keys == {}
    assert orthanc_core.get("/queue/retry").status == 405
    assert database.queues["sample-failed"] == [b"abc"]
    assert orthanc_core.post("/queue/retry", b"").json() == {"Waiting": 1, "Failed": 0}


def test_an_error_of_the_queue_does_not_end_the_thread(orthanc_core: Core) -> None:
    calls: list[Any] = []

    def reserve(request: Any) -> None:
        calls.append(request)
        if len(calls) == 2:
            orthanc_core.script._stopping.set()
        raise orthanc.OrthancException(orthanc.ErrorCode.DATABASE, "locked")

    orthanc_core.on("ReserveQueueValue", reserve)
    orthanc_core.script.work()
    assert len(calls) == 2
    assert orthanc_core.log.count("W The queue failed: OrthancException") == 2


def test_an_error_at_the_start_does_not_end_the_stop(orthanc_core: Core) -> None:
    orthanc_core.fail("ReserveQueueValue", orthanc.ErrorCode.DATABASE)
    orthanc_core.fail("GetKeyValue", orthanc.ErrorCode.DATABASE)
    with pytest.raises(CallbackFailed):
        orthanc_core.change(STARTED)
    orthanc_core.change(STOPPED)
