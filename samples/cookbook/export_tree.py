"""Writes each complete study to a folder tree: patient, study, series, one file for each instance.

    EXPORT_FOLDER=/srv/export orthanc-codegen run samples/cookbook/export_tree.py

An example of a path: `4711/20260131_Knee_1f2e3d4c/MR_T2_5b6a7988/SOP-INSTANCE-UID.dcm`. The eight digits
distinguish studies and series of the same name. Values of DICOM tags cannot leave the folder.
"""

from __future__ import annotations

import json
import os
import re
from pathlib import Path
from typing import Any

import orthanc

FOLDER = Path(os.environ["EXPORT_FOLDER"])  # without a folder, the server does not start


def named(*parts: str, end: str = "") -> str:
    """Return the name of a file or folder: letters, digits, dots and dashes, and no dot at its ends.

    Long names are cut before their end. File systems limit names by bytes, mostly to 255.
    """
    name = re.sub(r"[^\w.-]+", "_", "_".join(part for part in parts if part))
    name = name.encode()[:100].decode(errors="ignore").strip("._")
    return "_".join(part for part in (name, end) if part) or "unnamed"


def get(uri: str) -> Any:
    """Return an answer of the REST API."""
    return json.loads(orthanc.RestApiGet(uri))


def write(file: Path, instance: str) -> None:
    """Write an instance to a file that is complete or absent, also after a crash."""
    if not file.exists():
        unfinished = file.with_suffix(".part")
        unfinished.write_bytes(orthanc.GetDicomForInstance(instance))
        unfinished.replace(file)


def export(study: str) -> None:
    """Write the instances of a study that are not there yet."""
    found = get(f"/studies/{study}")
    tags = found["MainDicomTags"]
    patient = named(found["PatientMainDicomTags"].get("PatientID", ""))
    top = FOLDER / patient / named(tags.get("StudyDate", ""), tags.get("StudyDescription", ""), end=study[:8])
    for series in get(f"/studies/{study}/series"):
        tags = series["MainDicomTags"]
        name = named(tags.get("Modality", ""), tags.get("SeriesDescription", ""), end=series["ID"][:8])
        (top / name).mkdir(parents=True, exist_ok=True)
        for instance in get(f"/series/{series['ID']}/instances"):
            uid = named(instance["MainDicomTags"]["SOPInstanceUID"])
            write(top / name / f"{uid}.dcm", instance["ID"])
    orthanc.LogWarning(f"Study {study} is in {top}")


def on_change(change: orthanc.ChangeType, level: orthanc.ResourceType, resource: str) -> None:
    """Export a complete study."""
    if change == orthanc.ChangeType.STABLE_STUDY:
        try:
            export(resource)
        except (OSError, orthanc.OrthancException) as problem:
            orthanc.LogError(f"Study {resource} was not exported: {problem}")


orthanc.RegisterOnChangeCallback(on_change)
