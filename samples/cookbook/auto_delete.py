"""Deletes studies that are old, and the oldest ones while the storage is too large.

    DELETE_AFTER_DAYS=30 DELETE_ABOVE_GB=500 orthanc-codegen run samples/cookbook/auto_delete.py

The age is counted from the arrival of the last instance. Studies of protected patients are kept:
`curl -X PUT http://localhost:8042/patients/PATIENT/protected -d 1`. So are studies that still arrive.
"""

from __future__ import annotations

import datetime
import json
import logging
import os
import threading

import orthanc

DAYS = float(os.environ.get("DELETE_AFTER_DAYS", "inf"))
LIMIT = float(os.environ.get("DELETE_ABOVE_GB", "inf")) * 1e9
INTERVAL = float(os.environ.get("DELETE_EVERY_SECONDS", "600"))
PAGE = 200

stopping = threading.Event()


def studies_by_age() -> list[tuple[str, str, str]]:
    """Return the last update, ID and patient of each complete study, the oldest first."""
    studies = []
    for since in range(0, len(json.loads(orthanc.RestApiGet("/studies"))), PAGE):
        for study in json.loads(orthanc.RestApiGet(f"/studies?expand&since={since}&limit={PAGE}")):
            if study["IsStable"]:
                studies.append((study["LastUpdate"], study["ID"], study["ParentPatient"]))
    return sorted(studies)


def is_too_old(updated: str) -> bool:
    """Return whether a time, such as 20260131T235959 in UTC, is too long ago."""
    time = datetime.datetime.strptime(updated, "%Y%m%dT%H%M%S").replace(tzinfo=datetime.UTC)
    return (datetime.datetime.now(datetime.UTC) - time).total_seconds() > DAYS * 86400


def clean() -> None:
    """Delete old studies, then the oldest ones while the storage is too large."""
    for updated, study, patient in studies_by_age():
        size = float(json.loads(orthanc.RestApiGet("/statistics"))["TotalDiskSize"])
        if stopping.is_set() or not (is_too_old(updated) or size > LIMIT):
            return
        try:
            if orthanc.RestApiGet(f"/patients/{patient}/protected") != b"1":
                orthanc.RestApiDelete(f"/studies/{study}")
                orthanc.LogWarning(
                    f"Study {study} was deleted: last update {updated}, {size:.0f} bytes stored"
                )
        except orthanc.OrthancException as problem:  # the next study must not wait for this one
            orthanc.LogError(f"Study {study} was not deleted: {problem}")


def work() -> None:
    """Clean periodically. An error does not end the loop."""
    while not stopping.wait(INTERVAL):
        try:
            clean()
        except orthanc.OrthancException:
            if not stopping.is_set():
                logging.exception("The old studies were not all deleted")


def on_change(change: orthanc.ChangeType, level: orthanc.ResourceType, resource: str) -> None:
    """Start and stop with the server."""
    if change == orthanc.ChangeType.ORTHANC_STARTED:
        threading.Thread(target=work, name="auto-delete", daemon=True).start()
    elif change == orthanc.ChangeType.ORTHANC_STOPPED:
        stopping.set()


orthanc.RegisterOnChangeCallback(on_change)
