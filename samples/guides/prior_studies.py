"""Adds a route that asks several archives for the studies of a patient, all at the same time.

Requires httpx in the Python environment that Orthanc uses: `pip install httpx`. SAMPLE_ARCHIVES has the
addresses of other Orthanc servers, separated by spaces. An archive that is silent costs at most 5 seconds.

    export SAMPLE_ARCHIVES="http://10.0.0.2:8042 http://10.0.0.3:8042"
    orthanc-codegen run samples/guides/prior_studies.py
    curl http://localhost:8042/studies/ID/priors
"""

from __future__ import annotations

import asyncio
import json
import os
from typing import Any

import httpx
import orthanc

ARCHIVES = os.environ.get("SAMPLE_ARCHIVES", "").split()

client = httpx.AsyncClient(timeout=5)

Study = dict[str, Any]


def patient_of(study: Study) -> str:
    """Return the ID of the patient of a study."""
    return str(study["PatientMainDicomTags"].get("PatientID", ""))


async def studies_in(archive: str, patient: str) -> list[Study]:
    """Ask one archive for the studies of a patient."""
    query = {"Level": "Study", "Expand": True, "Query": {"PatientID": patient}}
    answer = await client.post(f"{archive}/tools/find", json=query)
    answer.raise_for_status()
    return [study for study in answer.json() if patient_of(study) == patient]  # an ID may contain a wildcard


async def on_priors(output: orthanc.RestOutput, uri: str, **request: Any) -> None:
    """Answer with the studies by archive, and with the error of each archive that did not answer."""
    if request["method"] != "GET":
        output.SendMethodNotAllowed("GET")
        return
    study = json.loads(await asyncio.to_thread(orthanc.RestApiGet, f"/studies/{request['groups'][0]}"))
    asked = (studies_in(archive, patient_of(study)) for archive in ARCHIVES)
    answers = await asyncio.gather(*asked, return_exceptions=True)
    found: dict[str, list[str]] = {}
    failed: dict[str, str] = {}
    for archive, answer in zip(ARCHIVES, answers, strict=True):
        if isinstance(answer, BaseException):
            failed[archive] = repr(answer)
        else:
            found[archive] = [study["MainDicomTags"]["StudyInstanceUID"] for study in answer]
    output.AnswerBuffer(json.dumps({"found": found, "failed": failed}), "application/json")


orthanc.RegisterRestCallback("/studies/([0-9a-f-]{44})/priors", on_priors)
