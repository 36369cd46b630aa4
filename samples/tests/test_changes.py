"""Tests `samples/changes.py`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import orthanc
import pytest

from orthanc_testing import Core, Server, make_dataset

if TYPE_CHECKING:
    from pydicom.dataset import Dataset


@pytest.fixture(scope="module")
def orthanc_script() -> str:
    return "../changes.py"


@pytest.fixture(scope="module")
def orthanc_environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    file = tmp_path_factory.mktemp("dicom") / "sample.dcm"
    make_dataset(PatientID="first").save_as(file, enforce_file_format=True)
    return {"SAMPLE_DICOM": str(file)}


def test_the_file_is_uploaded_when_the_server_has_started(orthanc_core: Core) -> None:
    orthanc_core.rest.on("POST", "/instances", {"Status": "Success"})
    orthanc_core.change(orthanc.ChangeType.ORTHANC_STARTED)
    (request,) = orthanc_core.rest.requests
    assert b"first" in request.body
    orthanc_core.change(orthanc.ChangeType.NEW_INSTANCE, orthanc.ResourceType.INSTANCE, "abc")
    orthanc_core.change(orthanc.ChangeType.ORTHANC_STOPPED)
    assert orthanc_core.log.splitlines() == ["W Started", "W Stored a new instance: abc", "W Stopped"]


def test_in_a_server(orthanc_server: Server, dataset: Dataset) -> None:
    orthanc_server.wait_for_log("Stored a new instance")
    (patient,) = orthanc_server.get("/patients?expand").json()
    assert patient["MainDicomTags"]["PatientID"] == "first"
    orthanc_server.wait_for_log(f"Stored a new instance: {orthanc_server.upload(dataset).id}$")
