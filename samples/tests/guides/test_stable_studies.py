"""Tests `samples/guides/stable_studies.py`."""

from __future__ import annotations

from typing import Any

import pytest

from orthanc_testing import Server, make_dataset


@pytest.fixture(scope="module")
def orthanc_script() -> str:
    return "../../guides/stable_studies.py"


@pytest.fixture(scope="module")
def orthanc_configuration() -> dict[str, Any]:
    return {"StableAge": 1}


def test_the_figure_is_stored(orthanc_server: Server) -> None:
    # One image has 64 different values, the other 64 equal ones.
    stored = orthanc_server.upload(make_dataset(StudyInstanceUID="1.2.3"))
    orthanc_server.upload(make_dataset(StudyInstanceUID="1.2.3", PixelData=bytes(64)))
    # The study may be stable before its second image, and again after it.
    orthanc_server.until(lambda: orthanc_server.get(f"/studies/{stored.study}/metadata/4101").text == "3.000")


def test_a_study_that_fails_stops_nothing(orthanc_server: Server) -> None:
    no_image = make_dataset()
    del no_image.PixelData
    failing = orthanc_server.upload(no_image).study
    orthanc_server.wait_for_log(f"Study {failing} has no figure")
    stored = orthanc_server.upload(make_dataset())
    orthanc_server.until(lambda: orthanc_server.get(f"/studies/{stored.study}/metadata/4101").text == "6.000")
