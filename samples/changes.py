"""Logs events of the server, and uploads a DICOM file when the server has started.

SAMPLE_DICOM names the file to upload. The default is `sample.dcm` in the folder where Orthanc was
started.

    SAMPLE_DICOM=ct.dcm orthanc-codegen run samples/changes.py

The log then reports the start of the server, each new instance, and, after Ctrl-C, the stop of the server.
To send more instances, use `storescu localhost 4242 other.dcm` of DCMTK.
"""

from __future__ import annotations

import os
from pathlib import Path

import orthanc

FILE = Path(os.environ.get("SAMPLE_DICOM", "sample.dcm"))


def upload(file: Path) -> None:
    """Store a DICOM file in Orthanc, like a POST to /instances."""
    try:
        content = file.read_bytes()
    except OSError as problem:
        orthanc.LogError(f"Nothing to upload: {problem}")
    else:
        orthanc.RestApiPost("/instances", content)


def on_change(change: orthanc.ChangeType, level: orthanc.ResourceType, resource: str) -> None:
    """Log an event, and upload the file when the server has started."""
    if change == orthanc.ChangeType.ORTHANC_STARTED:
        orthanc.LogWarning("Started")
        upload(FILE)
    elif change == orthanc.ChangeType.NEW_INSTANCE:
        orthanc.LogWarning(f"Stored a new instance: {resource}")
    elif change == orthanc.ChangeType.ORTHANC_STOPPED:
        orthanc.LogWarning("Stopped")


orthanc.RegisterOnChangeCallback(on_change)
