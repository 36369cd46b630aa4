"""Tests `samples/guides/study_folders.py`."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import quote

import pytest

from orthanc_testing import Server, make_dataset
from orthanc_testing.dicom import dicom_bytes


@pytest.fixture(scope="module")
def orthanc_script() -> str:
    return "../../guides/study_folders.py"


@pytest.fixture(scope="module")
def orthanc_configuration() -> dict[str, Any]:
    return {"WebDavEnabled": True}


def names(server: Server, path: str) -> list[str]:
    """List a folder."""
    answer = server.request("PROPFIND", f"/folders/{quote(path)}", headers={"Depth": "1"})
    assert answer.status == 207
    _, *entries = re.findall(r"<\w+:displayname>(.*?)</", answer.text)
    return entries


def test_a_file_is_found_and_read(orthanc_server: Server) -> None:
    dataset = make_dataset(PatientID="47/11", StudyDate="20260102", StudyDescription="Knee: left")
    stored = orthanc_server.upload(dataset)
    (patient,) = names(orthanc_server, "")
    assert patient == f"47_11 {stored.patient[:8]}"
    (study,) = names(orthanc_server, patient)
    assert study == f"20260102 Knee_ left {stored.study[:8]}"
    assert names(orthanc_server, f"{patient}/{study}") == [f"{stored.id}.dcm"]
    path = f"/folders/{quote(patient)}/{quote(study)}/{stored.id}.dcm"
    answer = orthanc_server.get(path)
    assert (answer.content, answer.headers["Content-Type"]) == (dicom_bytes(dataset), "application/dicom")
    assert orthanc_server.put(path, b"changed").status == 403
    assert orthanc_server.delete(path).status == 403
    assert orthanc_server.get("/folders/nobody/nothing/x.dcm").status == 404
