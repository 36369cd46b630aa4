"""Sends each complete study to an archive, lists those that could not be sent, and sends them again.

Requires the entry `archive` in `DicomModalities`.

    orthanc-codegen run samples/guides/archive_studies.py --config orthanc.json
    curl http://localhost:8042/archive                 lists the studies that were not sent
    curl http://localhost:8042/archive -d ""           sends them again, and lists what is left
"""

from __future__ import annotations

import json
from typing import Any

import orthanc

waiting: set[str] = set()  # studies that the archive does not have


def send(study: str) -> None:
    """Send a study; if that fails, remember it."""
    try:
        orthanc.RestApiPost("/modalities/archive/store", study)
    except orthanc.OrthancException as error:
        waiting.add(study)
        orthanc.LogError(f"Study {study} was not archived: {error}")
    else:
        waiting.discard(study)
        orthanc.LogWarning(f"Study {study} was archived")


def on_change(change: orthanc.ChangeType, level: orthanc.ResourceType, resource: str) -> None:
    """Send a complete study, and forget a deleted one."""
    if change == orthanc.ChangeType.STABLE_STUDY:
        send(resource)
    elif change == orthanc.ChangeType.DELETED:
        waiting.discard(resource)


def on_rest(output: orthanc.RestOutput, uri: str, **request: Any) -> None:
    """Answer with the studies that wait; a POST sends them before."""
    if request["method"] not in ("GET", "POST"):
        output.SendMethodNotAllowed("GET,POST")
        return
    if request["method"] == "POST":
        for study in sorted(waiting):
            send(study)
    output.AnswerBuffer(json.dumps(sorted(waiting)), "application/json")


orthanc.RegisterOnChangeCallback(on_change)
orthanc.RegisterRestCallback("/archive", on_rest)
