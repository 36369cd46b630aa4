"""Creates or updates an ImagingStudy in a FHIR server for each complete study.

    FHIR_URL=https://fhir.example.org/r4 orthanc-codegen run samples/cookbook/fhir_notification.py

FHIR_TOKEN is sent as a bearer token. A study that gets more images is notified again, as an update.
"""

from __future__ import annotations

import asyncio
import json
import os
from typing import Any
from urllib.parse import urlencode

import orthanc

SERVER = os.environ["FHIR_URL"].rstrip("/")
HEADERS = {"Content-Type": "application/fhir+json"}
if TOKEN := os.environ.get("FHIR_TOKEN"):
    HEADERS["Authorization"] = f"Bearer {TOKEN}"
DELAYS = [float(delay) for delay in os.environ.get("FHIR_DELAYS", "5,30,120,600").split(",")]
UID = "urn:dicom:uid"
DCM = "http://dicom.nema.org/resources/ontology/DCM"

tasks: set[asyncio.Task[None]] = set()  # the event loop keeps no tasks alive


def imaging_study(study: str) -> dict[str, Any]:
    """Describe a study as FHIR R4 does."""
    found = json.loads(orthanc.RestApiGet(f"/studies/{study}"))
    series = json.loads(orthanc.RestApiGet(f"/studies/{study}/series"))
    return {
        "resourceType": "ImagingStudy",
        "status": "available",
        "identifier": [{"system": UID, "value": f"urn:oid:{found['MainDicomTags']['StudyInstanceUID']}"}],
        "subject": {"identifier": {"value": found["PatientMainDicomTags"].get("PatientID", "")}},
        "numberOfSeries": len(series),
        "numberOfInstances": sum(len(one["Instances"]) for one in series),
        "series": [
            {
                "uid": one["MainDicomTags"]["SeriesInstanceUID"],
                "modality": {"system": DCM, "code": one["MainDicomTags"].get("Modality", "OT")},
                "numberOfInstances": len(one["Instances"]),
            }
            for one in series
        ],
    }


def notify(study: str) -> None:
    """Create or update the resource of a study: a second notification makes no second resource."""
    resource = imaging_study(study)
    url = f"{SERVER}/ImagingStudy?" + urlencode({"identifier": f"{UID}|{resource['identifier'][0]['value']}"})
    answer = orthanc.HttpClient(orthanc.HttpMethod.PUT, url, HEADERS, json.dumps(resource), timeout=10)
    if answer.status not in (200, 201):
        raise orthanc.OrthancException(orthanc.ErrorCode.NETWORK_PROTOCOL, f"HTTP status {answer.status}")


async def deliver(study: str) -> None:
    """Notify the server of a study, with a pause before each repetition."""
    for delay in (0, *DELAYS):
        await asyncio.sleep(delay)
        try:
            await asyncio.to_thread(notify, study)
            orthanc.LogWarning(f"The FHIR server knows study {study}")
            return
        except orthanc.OrthancException as problem:
            orthanc.LogWarning(f"The FHIR server does not know study {study} yet: {problem}")
    orthanc.LogError(f"The FHIR server was not notified of study {study}")


async def on_change(change: orthanc.ChangeType, level: orthanc.ResourceType, resource: str) -> None:
    """Begin to notify the server of a complete study."""
    if change == orthanc.ChangeType.STABLE_STUDY:
        task = asyncio.create_task(deliver(resource))
        tasks.add(task)
        task.add_done_callback(tasks.discard)


orthanc.RegisterOnChangeCallback(on_change)
