"""The script for the stops: a storage area, callbacks and threads that upload, read and delete."""

from __future__ import annotations

import faulthandler
import itertools
import json
import os
import signal
import threading
import time
from pathlib import Path
from typing import Any

import orthanc

faulthandler.register(signal.SIGUSR1, all_threads=True)  # the watchdog requests stacks with this signal

FOLDER = Path(os.environ["STRESS_STORAGE"])
DERIVED = "DERIVED"  # the patient of the instances that the script uploads

PAUSE = 0.001  # the core's lock of its index is unfair: without a pause, all other threads would starve

numbers = itertools.count()
removed: set[str] = set()  # attachments that the core has deleted, or is deleting


def create(uuid: str, _kind: orthanc.ContentType, data: bytes) -> None:
    """Write an attachment, completely or not at all."""
    part = FOLDER / f"{uuid}.part"
    part.write_bytes(data)
    part.rename(FOLDER / uuid)


def read(uuid: str, _kind: orthanc.ContentType) -> bytes:
    """Read an attachment, unless it was removed after the core had looked it up in its index."""
    try:
        return (FOLDER / uuid).read_bytes()
    except FileNotFoundError:
        if uuid not in removed:
            raise
        raise orthanc.OrthancException(orthanc.ErrorCode.INEXISTENT_FILE, "removed meanwhile") from None


def remove(uuid: str, _kind: orthanc.ContentType) -> None:
    """Delete an attachment."""
    removed.add(uuid)
    (FOLDER / uuid).unlink()


def is_gone(error: orthanc.OrthancException) -> bool:
    """Return whether a call came too late: for an instance that was deleted, or for a server that stops."""
    too_late = (
        orthanc.ErrorCode.UNKNOWN_RESOURCE,
        orthanc.ErrorCode.INEXISTENT_ITEM,
        orthanc.ErrorCode.INEXISTENT_FILE,
        orthanc.ErrorCode.BAD_SEQUENCE_OF_CALLS,
    )
    return error.args[0] in too_late


def on_stored(instance: orthanc.DicomInstance, instance_id: str) -> None:
    """Upload a copy of each instance of a client, under another name."""
    tags = json.loads(instance.GetInstanceSimplifiedJson())
    if tags["PatientID"] == DERIVED:
        return
    change = {"Replace": {"PatientID": DERIVED}, "Force": True}
    copy = orthanc.RestApiPost(f"/instances/{instance_id}/modify", json.dumps(change))
    orthanc.RestApiPost("/instances", copy)


def on_change(change: orthanc.ChangeType, _level: orthanc.ResourceType, resource: str) -> None:
    """Delete every other copy."""
    if change != orthanc.ChangeType.NEW_INSTANCE:
        return
    try:
        tags = json.loads(orthanc.RestApiGet(f"/instances/{resource}/simplified-tags"))
        if tags["PatientID"] == DERIVED and next(numbers) % 2 == 0:
            orthanc.RestApiDelete(f"/instances/{resource}")
    except orthanc.OrthancException as error:
        if not is_gone(error):
            raise


def work() -> None:
    """Read any instance, until the server accepts no more calls."""
    while True:
        try:
            for instance in json.loads(orthanc.RestApiGet("/instances?limit=20&since=0")):
                orthanc.GetDicomForInstance(instance)
                time.sleep(PAUSE)
        except orthanc.OrthancException as error:
            if error.args[0] == orthanc.ErrorCode.BAD_SEQUENCE_OF_CALLS:
                return
            # The core's errors during its start; the second one occurs before its REST API is ready.
            too_early = (orthanc.ErrorCode.DATABASE_NOT_INITIALIZED, orthanc.ErrorCode.INTERNAL_ERROR)
            if not is_gone(error) and error.args[0] not in too_early:
                raise


def answer(output: orthanc.RestOutput, _uri: str, **_request: Any) -> None:
    """Answer with the result of the REST API."""
    output.AnswerBuffer(orthanc.RestApiGet("/statistics"), "application/json")


orthanc.RegisterStorageArea(create, read, remove)
orthanc.RegisterOnStoredInstanceCallback(on_stored)
orthanc.RegisterOnChangeCallback(on_change)
orthanc.RegisterRestCallback("/answer", answer)
for _ in range(2):
    threading.Thread(target=work, daemon=True).start()
