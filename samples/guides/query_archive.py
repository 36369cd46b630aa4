"""Answers C-FIND, C-MOVE and storage commitment from a folder of DICOM files beside Orthanc's database.

SAMPLE_ARCHIVE names the folder; the default is `archive`. The script reads it when it is loaded. The target
of a C-MOVE is one of the `DicomModalities` of Orthanc:

    {
      "Plugins": ["build/1.13.0/plugin"],
      "PythonScript": "samples/guides/query_archive.py",
      "DicomAlwaysAllowFind": true,
      "DicomAlwaysAllowMove": true,
      "DicomModalities": { "viewer": ["VIEWER", "127.0.0.1", 11112] }
    }

    findscu -S -k QueryRetrieveLevel=STUDY -k PatientID -k StudyInstanceUID localhost 4242
    movescu -S -aem VIEWER -k QueryRetrieveLevel=STUDY -k StudyInstanceUID=UID localhost 4242
"""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import orthanc

FOLDER = Path(os.environ.get("SAMPLE_ARCHIVE", "archive"))
KEYS = {
    "PATIENT": "PatientID",
    "STUDY": "StudyInstanceUID",
    "SERIES": "SeriesInstanceUID",
    "IMAGE": "SOPInstanceUID",
}


def tags_of(dicom: bytes) -> dict[str, Any]:
    """Return the tags of a DICOM file by name."""
    human, short = orthanc.DicomToJsonFormat.HUMAN, orthanc.DicomToJsonFlags.NONE
    tags: dict[str, Any] = json.loads(orthanc.DicomBufferToJson(dicom, human, short, 0))
    return tags


def dicom_of(tags: dict[str, str]) -> bytes:
    """Return tags as DICOM."""
    return orthanc.CreateDicom(json.dumps(tags), None, orthanc.CreateDicomFlags.NONE)


archive = [(file, tags_of(file.read_bytes())) for file in sorted(FOLDER.glob("*.dcm"))]


@orthanc.RegisterFindCallback
def on_find(answers: orthanc.FindAnswers, query: orthanc.FindQuery, issuer: str, called: str) -> None:
    """Answer with each patient, study, series or image that matches, once."""
    asked = {query.GetFindQueryTagName(i): query.GetFindQueryValue(i) for i in range(len(query))}
    level = asked.pop("QueryRetrieveLevel", "")
    key = KEYS[level]
    found = {}
    with orthanc.CreateFindMatcher(dicom_of(asked)) as matcher:
        for file, tags in archive:
            if matcher.IsMatch(file.read_bytes()):
                found[tags.get(key)] = {name: str(tags.get(name) or "") for name in {*asked, key}}
    for match in found.values():
        answers.FindAddAnswer(dicom_of({**match, "QueryRetrieveLevel": level}))


@dataclass
class Transfer:
    """The state of a C-MOVE: the files to send, and the modality of Orthanc that receives them."""

    files: list[Path]
    modality: str


def begin_move(**request: Any) -> Transfer:
    """Find the files and the target of a C-MOVE. An exception becomes a failed sub-operation."""
    modalities = json.loads(orthanc.RestApiGet("/modalities?expand"))
    (modality,) = (name for name, it in modalities.items() if it["AET"] == request["TargetAET"])
    wanted = {key: request[key].split("\\") for key in (*KEYS.values(), "AccessionNumber") if request[key]}
    if not wanted:
        raise orthanc.OrthancException(orthanc.ErrorCode.BAD_REQUEST, "the C-MOVE names no resource")
    files = [f for f, tags in archive if all(tags.get(key) in uids for key, uids in wanted.items())]
    return Transfer(files, modality)


def send_next(transfer: Transfer) -> None:
    """Send one file, without storing it in Orthanc."""
    content = transfer.files.pop().read_bytes()
    orthanc.RestApiPost(f"/modalities/{transfer.modality}/store-straight", content)


def begin_commitment(
    job: str, transaction: str, classes: list[str], instances: list[str], remote: str, called: str
) -> set[str]:
    """Return the instances that are safe."""
    return {tags["SOPInstanceUID"] for file, tags in archive if file.exists()}


def look_up(sop_class: str, sop_instance: str, safe: set[str]) -> orthanc.StorageCommitmentFailureReason:
    """Report whether one instance is safe."""
    reasons = orthanc.StorageCommitmentFailureReason
    return reasons.SUCCESS if sop_instance in safe else reasons.NO_SUCH_OBJECT_INSTANCE


orthanc.RegisterMoveCallback2(begin_move, lambda transfer: len(transfer.files), send_next, lambda _: None)
orthanc.RegisterStorageCommitmentScpCallback(begin_commitment, look_up)
