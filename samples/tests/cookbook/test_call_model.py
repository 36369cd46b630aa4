"""Tests `samples/cookbook/call_model.py`."""

from __future__ import annotations

from typing import Any

import pytest

from orthanc_testing import Server, make_dataset
from orthanc_testing.dicom import read_dataset

RESULT = "Bright pixels (demonstration)"


@pytest.fixture(scope="module")
def orthanc_script() -> str:
    return "../../cookbook/call_model.py"


@pytest.fixture(scope="module")
def orthanc_configuration() -> dict[str, Any]:
    return {"StableAge": 1}


def results(server: Server, study: str) -> list[Any]:
    series = server.get(f"/studies/{study}/series").json()
    return [one for one in series if one["MainDicomTags"].get("SeriesDescription") == RESULT]


def test_a_series_gets_a_result(orthanc_server: Server) -> None:
    pixels = bytes(48) + bytes([200] * 16)  # a quarter is bright
    stored = orthanc_server.upload(make_dataset(Modality="CR", PatientName="Doe^Jane", PixelData=pixels))
    orthanc_server.wait_for_log(f"Series {stored.series} has a result: 25.0% of the pixels$")
    (series,) = results(orthanc_server, stored.study)
    result = read_dataset(orthanc_server.get(f"/instances/{series['Instances'][0]}/file").content)
    assert (result.PatientName, result.Modality) == ("Doe^Jane", "OT")
    assert result.ImageComments == "25.0% of the pixels"
    assert result.SOPClassUID == "1.2.840.10008.5.1.4.1.1.7"  # secondary capture
    assert result.PixelData == bytes(48) + bytes([255] * 16)


def test_the_model_gets_the_image_in_the_middle(orthanc_server: Server) -> None:
    uids = {"PatientID": "middle", "StudyInstanceUID": "1.2.3", "SeriesInstanceUID": "1.2.3.4"}
    for number, bright in ((3, 8), (1, 8), (2, 16)):
        pixels = bytes(64 - bright) + bytes([200] * bright)
        image = make_dataset(Modality="CR", InstanceNumber=number, PixelData=pixels, **uids)
        series = orthanc_server.upload(image).series
    orthanc_server.wait_for_log(f"Series {series} has a result: 25.0% of the pixels$")


def test_a_failing_model_is_logged_and_the_next_series_works(orthanc_server: Server) -> None:
    colours = make_dataset(
        Modality="MR",
        SamplesPerPixel=3,
        PhotometricInterpretation="RGB",
        PlanarConfiguration=0,
        PixelData=bytes(192),
    )
    failing = orthanc_server.upload(colours)
    orthanc_server.wait_for_log(f"Series {failing.series} has no result")
    assert "expected a grey image with one frame, got the shape (8, 8, 3)" in orthanc_server.log
    other = orthanc_server.upload(make_dataset(Modality="OT"))
    working = orthanc_server.upload(make_dataset(Modality="MR"))
    orthanc_server.wait_for_log(f"Series {working.series} has a result: ")
    assert results(orthanc_server, failing.study) == results(orthanc_server, other.study) == []
