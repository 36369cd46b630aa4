"""Tests `samples/cookbook/anonymise_on_arrival.py`."""

from __future__ import annotations

from typing import Any

import pytest

from orthanc_testing import Server, Servers, make_dataset

KEY = {"ANONYMISE_KEY": "opensesame"}


@pytest.fixture(scope="module")
def orthanc_script() -> str:
    return "../../cookbook/anonymise_on_arrival.py"


@pytest.fixture(scope="module")
def orthanc_configuration() -> dict[str, Any]:
    return {"StableAge": 1}


@pytest.fixture(scope="module")
def orthanc_environment() -> dict[str, str]:
    return KEY


def studies_of(server: Server) -> list[Any]:
    return list(server.get("/studies?expand").json())


def are_anonymised(server: Server, count: int) -> bool:
    studies = studies_of(server)
    return len(studies) == count and all("AnonymizedFrom" in study for study in studies)


def test_complete_studies_are_replaced(orthanc_server: Server) -> None:
    for patient in ("4711", "4711", "4712", "", ""):
        orthanc_server.upload(make_dataset(PatientID=patient, PatientName="Doe^Jane"))
    orthanc_server.until(lambda: are_anonymised(orthanc_server, 5))
    patients = [study["PatientMainDicomTags"] for study in studies_of(orthanc_server)]
    assert all(patient["PatientID"] == patient["PatientName"] for patient in patients)
    assert len({patient["PatientID"] for patient in patients}) == 4  # those without an ID stay apart
    assert not any("471" in patient["PatientID"] or "Doe" in patient["PatientName"] for patient in patients)


def test_studies_of_an_earlier_run_are_replaced_at_the_start(orthanc_servers: Servers[Server]) -> None:
    server = orthanc_servers.start("../../cookbook/anonymise_on_arrival.py", environment=KEY)
    server.upload(make_dataset(PatientID="4711"))  # stable after 60 seconds
    assert not are_anonymised(server, 1)
    server.restart(kill=True)
    server.until(lambda: are_anonymised(server, 1))


def test_without_a_key_the_server_does_not_start(orthanc_servers: Servers[Server]) -> None:
    log = orthanc_servers.refused("../../cookbook/anonymise_on_arrival.py")
    assert "KeyError: 'ANONYMISE_KEY'" in log
