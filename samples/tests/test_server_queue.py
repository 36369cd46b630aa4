"""Tests `samples/server_queue.py` with a queue that fails; tests/e2e runs it in servers that have queues."""

from __future__ import annotations

from typing import Any

import orthanc
import pytest

from orthanc_testing import CallbackFailed, Core


@pytest.fixture(scope="module")
def orthanc_script() -> str:
    return "../server_queue.py"


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
        orthanc_core.change(orthanc.ChangeType.ORTHANC_STARTED)
    orthanc_core.change(orthanc.ChangeType.ORTHANC_STOPPED)
