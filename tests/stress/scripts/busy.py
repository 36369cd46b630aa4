"""The script for the load: routes of every kind, a storage area, and callbacks that call the REST API."""

from __future__ import annotations

import faulthandler
import json
import os
import signal
import threading
import time
from collections import Counter
from pathlib import Path
from typing import Any

import orthanc

faulthandler.register(signal.SIGUSR1, all_threads=True)  # the watchdog requests stacks with this signal

FOLDER = Path(os.environ["STRESS_STORAGE"])
SLOW = 1.3  # seconds; longer than the timeout of the clients

counts: Counter[str] = Counter()
lock = threading.Lock()


def count(name: str) -> None:
    """Count an event."""
    with lock:
        counts[name] += 1


def create(uuid: str, _kind: orthanc.ContentType, data: bytes) -> None:
    """Write an attachment."""
    (FOLDER / uuid).write_bytes(data)
    count("created")


def read(uuid: str, _kind: orthanc.ContentType) -> bytes:
    """Read an attachment."""
    count("read")
    return (FOLDER / uuid).read_bytes()


def remove(uuid: str, _kind: orthanc.ContentType) -> None:
    """Delete an attachment."""
    (FOLDER / uuid).unlink()
    count("removed")


def answer(output: orthanc.RestOutput, _uri: str, **_request: Any) -> None:
    """Answer at once."""
    output.AnswerBuffer("answer", "text/plain")


def fail(_output: orthanc.RestOutput, _uri: str, **_request: Any) -> None:
    """Raise."""
    raise ValueError("provoked by the load")


def slow(output: orthanc.RestOutput, _uri: str, **_request: Any) -> None:
    """Answer after the client has given up."""
    time.sleep(SLOW)
    output.AnswerBuffer("slow", "text/plain")


def deep(output: orthanc.RestOutput, _uri: str, *, groups: tuple[str, ...], **_request: Any) -> None:
    """Request the next level from the server, recursively."""
    level = int(groups[0])
    below = int(orthanc.RestApiGetAfterPlugins(f"/deep/{level - 1}")) if level > 0 else -1
    output.AnswerBuffer(str(below + 1), "text/plain")


def report(output: orthanc.RestOutput, _uri: str, **_request: Any) -> None:
    """Return the counts."""
    with lock:
        output.AnswerBuffer(json.dumps(counts), "application/json")


def on_stored(instance: orthanc.DicomInstance, instance_id: str) -> None:
    """Call the REST API for each stored instance, while the core waits."""
    found = json.loads(orthanc.RestApiGet(f"/instances/{instance_id}"))
    assert found["FileSize"] == instance.GetInstanceSize()
    count("stored")


def on_change(change: orthanc.ChangeType, _level: orthanc.ResourceType, resource: str) -> None:
    """Call the REST API for each new instance, which may have been deleted meanwhile."""
    if change != orthanc.ChangeType.NEW_INSTANCE:
        return
    try:
        orthanc.RestApiGet(f"/instances/{resource}/metadata")
        count("changed")
    except orthanc.OrthancException as error:
        if error.args[0] != orthanc.ErrorCode.UNKNOWN_RESOURCE:
            raise
        count("changed and deleted")


orthanc.RegisterStorageArea(create, read, remove)
orthanc.RegisterOnStoredInstanceCallback(on_stored)
orthanc.RegisterOnChangeCallback(on_change)
orthanc.RegisterRestCallback("/answer", answer)
orthanc.RegisterRestCallback("/raise", fail)
orthanc.RegisterRestCallback("/slow", slow)
orthanc.RegisterRestCallback("/deep/([0-9]+)", deep)
orthanc.RegisterRestCallback("/counts", report)
