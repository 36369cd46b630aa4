"""Tests `samples/guides/timed_callbacks.py`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from orthanc_testing import Server

if TYPE_CHECKING:
    from pydicom.dataset import Dataset


@pytest.fixture(scope="module")
def orthanc_script() -> str:
    return "../../guides/timed_callbacks.py"


@pytest.fixture(scope="module")
def orthanc_environment() -> dict[str, str]:
    return {"SAMPLE_LIMIT": "0"}  # log every callback


def test_durations_are_published_and_logged(orthanc_server: Server, dataset: Dataset) -> None:
    stored = orthanc_server.upload(dataset)
    assert orthanc_server.get(f"/tags/{stored.id}").json()["PatientID"] == "4711"
    # The client may have the answer before the callback has returned.
    orthanc_server.wait_for_log(r"on_tags took \d+\.\d+ s")
    orthanc_server.wait_for_log(r"on_stored took \d+\.\d+ s")
    text = orthanc_server.get("/tools/metrics-prometheus").text
    assert "script_on_tags_ms " in text
    assert "script_on_stored_ms " in text


def test_a_callback_that_fails_is_measured_too(orthanc_server: Server) -> None:
    assert orthanc_server.get(f"/tags/{'0' * 44}").status == 404
    orthanc_server.wait_for_log(r"on_tags took")
