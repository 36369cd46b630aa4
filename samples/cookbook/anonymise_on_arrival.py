"""Replaces each study by an anonymised copy when it is complete.

ANONYMISE_KEY is a secret. Each patient gets a pseudonym that is derived from it, the same one in all studies.

    ANONYMISE_KEY=opensesame orthanc-codegen run samples/cookbook/anonymise_on_arrival.py

A study is complete if no instance has been added for `StableAge` seconds, an option of Orthanc.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import os

import orthanc

KEY = os.environ["ANONYMISE_KEY"].encode()  # without a key, the server does not start


def pseudonym(patient: str) -> str:
    """Return a name for a patient that only the owner of the key can derive."""
    return "P" + hmac.new(KEY, patient.encode(), hashlib.sha256).hexdigest()[:16].upper()


def anonymise(resource: str) -> None:
    """Submit a job that replaces a study, unless the study is the result of such a job."""
    study = json.loads(orthanc.RestApiGet(f"/studies/{resource}"))
    if "AnonymizedFrom" in study or not study["IsStable"]:
        return
    patient = study["PatientMainDicomTags"].get("PatientID")
    # Studies without a PatientID may be of different patients.
    name = pseudonym(patient or study["MainDicomTags"]["StudyInstanceUID"])
    order = {"Replace": {"PatientID": name, "PatientName": name}, "Force": True}
    job = {**order, "KeepSource": False, "Asynchronous": True}
    orthanc.RestApiPost(f"/studies/{resource}/anonymize", json.dumps(job))


def report(job: str) -> None:
    """Log why a job has failed."""
    failed = json.loads(orthanc.RestApiGet(f"/jobs/{job}"))
    orthanc.LogError(f"The job {job} of type {failed['Type']} has failed: {failed['ErrorDescription']}")


def on_change(change: orthanc.ChangeType, level: orthanc.ResourceType, resource: str) -> None:
    """Anonymise a complete study, and at the start those that an earlier run of the server has left."""
    if change == orthanc.ChangeType.STABLE_STUDY:
        studies = [resource]
    elif change == orthanc.ChangeType.ORTHANC_STARTED:
        studies = json.loads(orthanc.RestApiGet("/studies"))
    else:
        studies = []
    for study in studies:
        try:
            anonymise(study)
        except orthanc.OrthancException as problem:
            orthanc.LogError(f"Study {study} was not anonymised: {problem}")
    if change == orthanc.ChangeType.JOB_FAILURE:
        report(resource)


orthanc.RegisterOnChangeCallback(on_change)
