"""Processes each stable series in a thread, from a queue in the server's database: a crash loses no work.

Requires numpy in the Python that Orthanc uses, Orthanc 1.12.10, and a database that has queues. It is tested
with the SQLite of Orthanc 1.13.0. As an example, it computes the mean of all pixels of a series, and stores
it in the metadata 1024 of the series.

    orthanc-codegen run samples/server_queue.py
    curl http://localhost:8042/queue                    shows how many series wait, and how many have failed
    curl http://localhost:8042/queue/retry -d ""        puts those that have failed into the queue again

A series that fails is tried again after RELEASE seconds. For several servers, see `docs/cluster.md`.
"""

from __future__ import annotations

import io
import json
import os
import threading
from typing import Any

import numpy as np
import orthanc

QUEUE, FAILED, STORE = "sample-series", "sample-failed", "sample-state"
METADATA = "1024"
RELEASE = int(os.environ.get("SAMPLE_RELEASE", "60"))  # seconds; longer than the processing of a series takes
ATTEMPTS = 3
_stopping = threading.Event()


def process(series: str) -> None:
    """Store the mean of all pixels of a series. A repetition changes nothing."""
    pixels = np.load(io.BytesIO(orthanc.RestApiGet(f"/series/{series}/numpy")))
    orthanc.RestApiPut(f"/series/{series}/metadata/{METADATA}", f"{pixels.mean():.3f}")


def work() -> None:
    """Process what is in the queue until the server stops."""
    while not _stopping.is_set():
        try:
            value, number = orthanc.ReserveQueueValue(QUEUE, orthanc.QueueOrigin.FRONT, RELEASE)
            if value is None or number is None:
                _stopping.wait(0.5)
            elif attempt(value):
                orthanc.AcknowledgeQueueValue(QUEUE, number)
        except Exception as error:  # of the queue: the next attempt may succeed
            orthanc.LogWarning(f"The queue failed: {error!r}")
            _stopping.wait(1)


def attempt(value: bytes) -> bool:
    """Process a series; return whether it leaves the queue. If not, it comes back after RELEASE seconds."""
    series = value.decode()
    try:
        process(series)
    except Exception as error:
        attempts = int(orthanc.GetKeyValue(STORE, series) or b"0") + 1
        orthanc.LogWarning(f"Attempt {attempts} to process the series {series} failed: {error!r}")
        if attempts < ATTEMPTS:
            orthanc.StoreKeyValue(STORE, series, str(attempts))
            return False
        orthanc.EnqueueValue(FAILED, value)
    orthanc.DeleteKeyValue(STORE, series)
    return True


def catch_up() -> None:
    """Enqueue the series that got instances since the last start: a crash loses their last events."""
    since = int(orthanc.GetKeyValue(STORE, "since") or b"0")
    done = False
    count = 0
    while not done:
        page = json.loads(orthanc.RestApiGet(f"/changes?since={since}&limit=1000"))
        instances = [change["ID"] for change in page["Changes"] if change["ChangeType"] == "NewInstance"]
        request = json.dumps({"Resources": instances, "Level": "Series"})
        for series in json.loads(orthanc.RestApiPost("/tools/bulk-content", request)):
            orthanc.EnqueueValue(QUEUE, series["ID"])
            count += 1
        since, done = page["Last"], page["Done"]
        orthanc.StoreKeyValue(STORE, "since", str(since))
    orthanc.LogWarning(f"Series that are queued because they changed since the last start: {count}")


_worker = threading.Thread(target=work)


@orthanc.RegisterOnChangeCallback
def on_change(change: orthanc.ChangeType, level: orthanc.ResourceType, resource: str) -> None:
    """Enqueue stable series, and start and stop the thread with the server."""
    if change == orthanc.ChangeType.STABLE_SERIES:
        orthanc.EnqueueValue(QUEUE, resource)
    elif change == orthanc.ChangeType.ORTHANC_STARTED:
        _worker.start()
        catch_up()
    elif change == orthanc.ChangeType.ORTHANC_STOPPED:
        _stopping.set()
        _worker.join()


def state(output: orthanc.RestOutput, uri: str, **request: Any) -> None:
    """Answer with the sizes of the queues."""
    sizes = {"Waiting": orthanc.GetQueueSize(QUEUE), "Failed": orthanc.GetQueueSize(FAILED)}
    output.AnswerBuffer(json.dumps(sizes), "application/json")


def retry(output: orthanc.RestOutput, uri: str, **request: Any) -> None:
    """Put the failed series into the queue again."""
    if request["method"] != "POST":
        output.SendMethodNotAllowed("POST")
        return
    while True:
        value, number = orthanc.ReserveQueueValue(FAILED, orthanc.QueueOrigin.FRONT, RELEASE)
        if value is None or number is None:
            break
        orthanc.EnqueueValue(QUEUE, value)
        orthanc.AcknowledgeQueueValue(FAILED, number)
    state(output, uri)


orthanc.RegisterRestCallback("/queue", state)
orthanc.RegisterRestCallback("/queue/retry", retry)
