"""Tests `samples/guides/complete_on_arrival.py`."""

from __future__ import annotations

import io

import pydicom
import pytest

from orthanc_testing import Server, make_dataset


@pytest.fixture(scope="module")
def orthanc_script() -> str:
    return "../../guides/complete_on_arrival.py"


@pytest.fixture(scope="module")
def orthanc_environment() -> dict[str, str]:
    return {"SAMPLE_INSTITUTION": "Spital Zürich"}


@pytest.mark.parametrize(
    ("given", "stored"), [(None, "Spital Zürich"), ("", "Spital Zürich"), ("Elsewhere", "Elsewhere")]
)
def test_the_institution_is_added_if_it_is_missing(
    orthanc_server: Server, given: str | None, stored: str
) -> None:
    dataset = make_dataset(SpecificCharacterSet="ISO_IR 100")
    if given is not None:
        dataset.InstitutionName = given
    uploaded = orthanc_server.upload(dataset)
    file = orthanc_server.get(f"/instances/{uploaded.id}/file").content
    found = pydicom.dcmread(io.BytesIO(file))
    assert found.InstitutionName == stored
    assert found.SOPInstanceUID == dataset.SOPInstanceUID
    assert found.PixelData == dataset.PixelData


def test_what_is_not_dicom_is_refused_by_orthanc(orthanc_server: Server) -> None:
    assert orthanc_server.post("/instances", b"no DICOM").status == 400
    assert "Traceback" not in orthanc_server.log
