"""Serves a modality worklist from a folder of JSON files, one for each scheduled examination.

SAMPLE_WORKLIST names the folder. The default is `worklist`. An example of a file:

    {
      "PatientID": "4711", "PatientName": "Doe^Jane", "AccessionNumber": "A1",
      "ScheduledProcedureStepSequence": [
        { "Modality": "MR", "ScheduledStationAETitle": "MR1", "ScheduledProcedureStepStartDate": "20260101" }
      ]
    }

Orthanc only answers its `DicomModalities`, unless its configuration allows any client:

    {
      "Plugins": ["build/1.13.0/plugin"],
      "PythonScript": "samples/worklist.py",
      "DicomAlwaysAllowFindWorklist": true
    }

To query the worklist, use `findscu` of DCMTK:

    findscu -W -k "ScheduledProcedureStepSequence[0].Modality=MR" -k PatientName localhost 4242

You can add and remove files while the server runs.
"""

from __future__ import annotations

import os
from pathlib import Path

import orthanc

FOLDER = Path(os.environ.get("SAMPLE_WORKLIST", "worklist"))


def entry_of(file: Path) -> bytes | None:
    """Return an entry as DICOM, or None if its file is invalid."""
    try:
        return orthanc.CreateDicom(file.read_text(), None, orthanc.CreateDicomFlags.NONE)
    except (OSError, UnicodeDecodeError, orthanc.OrthancException) as problem:
        orthanc.LogError(f"{file} is not a valid worklist entry: {problem}")
        return None


@orthanc.RegisterWorklistCallback
def worklist(
    answers: orthanc.WorklistAnswers, query: orthanc.WorklistQuery, issuer: str, called: str
) -> None:
    """Answer with all entries that match the query."""
    entries = [entry for file in sorted(FOLDER.glob("*.json")) if (entry := entry_of(file)) is not None]
    matching = [entry for entry in entries if query.WorklistIsMatch(entry)]
    for entry in matching:
        answers.WorklistAddAnswer(query, entry)
    orthanc.LogWarning(f"{issuer} gets {len(matching)} of {len(entries)} entries of the worklist")
