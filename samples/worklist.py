"""Serves a modality worklist from a folder of JSON files, each of them one scheduled examination.

SAMPLE_WORKLIST names the folder; without it, that is `worklist`. A file of it may be:

    {
      "PatientID": "4711", "PatientName": "Doe^Jane", "AccessionNumber": "A1",
      "ScheduledProcedureStepSequence": [
        { "Modality": "MR", "ScheduledStationAETitle": "MR1", "ScheduledProcedureStepStartDate": "20260101" }
      ]
    }

Orthanc answers its `DicomModalities` only, or any client where its configuration says so:

    {
      "Plugins": ["build/1.13.0/plugin"],
      "PythonScript": "samples/worklist.py",
      "DicomAlwaysAllowFindWorklist": true
    }

A client asks with `findscu` of DCMTK:

    findscu -W -k "ScheduledProcedureStepSequence[0].Modality=MR" -k PatientName localhost 4242

Files may come and go while the server runs.
"""

from __future__ import annotations

import os
from pathlib import Path

import orthanc

FOLDER = Path(os.environ.get("SAMPLE_WORKLIST", "worklist"))


def entry_of(file: Path) -> bytes | None:
    """Make the DICOM of one entry."""
    try:
        return orthanc.CreateDicom(file.read_text(), None, orthanc.CreateDicomFlags.NONE)
    except (OSError, UnicodeDecodeError, orthanc.OrthancException) as problem:
        orthanc.LogError(f"{file} is no entry of a worklist: {problem}")
        return None


@orthanc.RegisterWorklistCallback
def worklist(
    answers: orthanc.WorklistAnswers, query: orthanc.WorklistQuery, issuer: str, called: str
) -> None:
    """Answer with every entry that the query matches."""
    entries = [entry for file in sorted(FOLDER.glob("*.json")) if (entry := entry_of(file)) is not None]
    matching = [entry for entry in entries if query.WorklistIsMatch(entry)]
    for entry in matching:
        answers.WorklistAddAnswer(query, entry)
    orthanc.LogWarning(f"{issuer} gets {len(matching)} of {len(entries)} entries of the worklist")
