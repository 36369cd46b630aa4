"""Tests `samples/job.py`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import orthanc
import pytest

from orthanc_testing import Core, Server

if TYPE_CHECKING:
    from pydicom.dataset import Dataset


@pytest.fixture(scope="module")
def orthanc_script() -> str:
    return "../job.py"


@pytest.fixture
def study(orthanc_core: Core) -> Core:
    """Answer as a server with a study of two instances, the first of which is broken."""
    verify = "/instances/{}/attachments/dicom/verify-md5"
    orthanc_core.rest.on("GET", "/studies/abc/instances", [{"ID": "sound"}, {"ID": "broken"}])
    orthanc_core.rest.on("POST", verify.format("sound"), {})
    orthanc_core.rest.fail("POST", verify.format("broken"), orthanc.ErrorCode.CORRUPTED_FILE)
    return orthanc_core


def test_a_job_checks_one_file_in_each_step(study: Core) -> None:
    answer = study.post("/check/abc")
    (job,) = study.jobs
    assert (job.type, job.id) == ("CheckFiles", answer.json()["ID"])
    assert job.progress == 0
    assert job.step() == orthanc.JobStepStatus.CONTINUE
    assert (job.progress, job.content) == (0.5, {"Checked": 1, "Broken": ["broken"]})
    assert job.step() == orthanc.JobStepStatus.SUCCESS
    assert (job.progress, job.content) == (1, {"Checked": 2, "Broken": ["broken"]})


def test_a_job_continues_in_the_next_server(study: Core) -> None:
    study.post("/check/abc")
    study.jobs[0].step()
    saved = study.jobs[0].serialized
    assert saved is not None
    study.unload()
    again = study.unserialize("CheckFiles", saved)
    assert again is not None
    assert again.run() == orthanc.JobStepStatus.SUCCESS
    assert again.content == {"Checked": 2, "Broken": ["broken"]}
    assert study.unserialize("AnotherKind", saved) is None


def test_in_a_server(orthanc_server: Server, dataset: Dataset) -> None:
    job = orthanc_server.post(f"/check/{orthanc_server.upload(dataset).study}").json()["ID"]
    orthanc_server.until(lambda: orthanc_server.get(f"/jobs/{job}").json()["State"] == "Success")
    assert orthanc_server.get(f"/jobs/{job}").json()["Content"] == {"Checked": 1, "Broken": []}
