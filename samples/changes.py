"""Follows what happens in the server, and uploads a DICOM file when it has started.

SAMPLE_DICOM names the file to upload; without it, that is `sample.dcm` in the folder where Orthanc was
started.

    SAMPLE_DICOM=ct.dcm orthanc-codegen run samples/changes.py

The log then says when the server has started, which instances it has got, and, after Ctrl-C, that it stops.
More instances can be sent with `storescu localhost 4242 other.dcm` of DCMTK.
"""

from __future__ import annotations

import os
from pathlib import Path

import orthanc

FILE = Path(os.environ.get("SAMPLE_DICOM", "sample.dcm"))


def upload(file: Path) -> None:
    """Store one DICOM file in Orthanc, as a POST to /instances does."""
    try:
        content = file.read_bytes()
    except OSError as problem:
        orthanc.LogError(f"Nothing to upload: {problem}")
    else:
        orthanc.RestApiPost("/instances", content)


def on_change(change: orthanc.ChangeType, level: orthanc.ResourceType, resource: str) -> None:
    """Take note of one change."""
    if change == orthanc.ChangeType.ORTHANC_STARTED:
        orthanc.LogWarning("Started")
        upload(FILE)
    elif change == orthanc.ChangeType.NEW_INSTANCE:
        orthanc.LogWarning(f"Stored a new instance: {resource}")
    elif change == orthanc.ChangeType.ORTHANC_STOPPED:
        orthanc.LogWarning("Stopped")


orthanc.RegisterOnChangeCallback(on_change)
