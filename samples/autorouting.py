"""Sends each study to another DICOM server once it is stable.

A study is stable if no instance has been added for `StableAge` seconds, an option of Orthanc (60 by default).
SAMPLE_MODALITY names the receiver, one of the `DicomModalities` in Orthanc's configuration. The default is
`sample`:

    {
      "Plugins": ["build/1.13.0/plugin"],
      "PythonScript": "samples/autorouting.py",
      "StableAge": 5,
      "DicomModalities": { "sample": ["STORESCP", "127.0.0.1", 11112] }
    }

To try it, start `storescp 11112` of DCMTK as the receiver, and send an instance to Orthanc:
`storescu localhost 4242 ct.dcm`.
"""

from __future__ import annotations

import json
import os

import orthanc

MODALITY = os.environ.get("SAMPLE_MODALITY", "sample")


def on_change(change: orthanc.ChangeType, level: orthanc.ResourceType, resource: str) -> None:
    """Send the study of an event if it is stable."""
    if change != orthanc.ChangeType.STABLE_STUDY:
        return
    try:
        job = json.loads(orthanc.RestApiPost(f"/modalities/{MODALITY}/store", resource))
    except orthanc.OrthancException as problem:
        orthanc.LogError(f"Study {resource} could not be sent to {MODALITY}: {problem}")
    else:
        orthanc.LogWarning(f"Study {resource} was sent to {MODALITY}: {job['InstancesCount']} instance(s)")


orthanc.RegisterOnChangeCallback(on_change)
