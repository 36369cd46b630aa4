"""Tests `samples/guides/prior_studies.py`."""

from __future__ import annotations

import pytest

from orthanc_testing import Server, Servers, make_dataset
from orthanc_testing.ports import free_port

SCRIPT = "../../guides/prior_studies.py"


@pytest.fixture(scope="module")
def orthanc_script() -> str:
    return SCRIPT


@pytest.fixture(scope="module")
def archive(orthanc_servers: Servers[Server]) -> Server:
    """Start an archive, which has two studies of patient 1* and one of another patient."""
    server = orthanc_servers.start(with_plugin=False)
    for patient, study in [("1*", "1.2.1"), ("1*", "1.2.2"), ("12", "1.2.3")]:
        server.upload(make_dataset(PatientID=patient, StudyInstanceUID=study))
    return server


@pytest.fixture(scope="module")
def absent() -> str:
    """Return an address at which nobody answers."""
    return f"http://127.0.0.1:{free_port()}"


@pytest.fixture(scope="module")
def orthanc_environment(archive: Server, absent: str) -> dict[str, str]:
    return {"SAMPLE_ARCHIVES": f"{archive.url} {absent}"}


def test_studies_of_the_patient_are_found(orthanc_server: Server, archive: Server, absent: str) -> None:
    stored = orthanc_server.upload(make_dataset(PatientID="1*"))
    answer = orthanc_server.get(f"/studies/{stored.study}/priors").json()
    assert {url: sorted(found) for url, found in answer["found"].items()} == {archive.url: ["1.2.1", "1.2.2"]}
    assert list(answer["failed"]) == [absent]
    assert "ConnectError" in answer["failed"][absent]


def test_an_unknown_study(orthanc_server: Server) -> None:
    assert orthanc_server.get(f"/studies/{'0' * 44}/priors").status == 404
