"""Tests `samples/cookbook/route_by_modality.py`."""

from __future__ import annotations

import json
from typing import Any

import pytest

from orthanc_testing import Server, Servers, make_dataset
from orthanc_testing.serve import free_port


@pytest.fixture(scope="module")
def orthanc_script() -> str:
    return "../../cookbook/route_by_modality.py"


@pytest.fixture(scope="module")
def orthanc_configuration() -> dict[str, Any]:
    return {"StableAge": 1, "DicomModalitiesInDatabase": True, "DicomScuTimeout": 5}


@pytest.fixture(scope="module")
def orthanc_environment() -> dict[str, str]:
    return {"ROUTES": '{"CT": "archive"}', "FIRST_DELAY": "0.2"}


def set_archive(server: Server, aet: str, port: int) -> None:
    modality = {"AET": aet, "Host": "127.0.0.1", "Port": port}
    assert server.put("/modalities/archive", json.dumps(modality)).status == 200


def test_a_series_arrives_in_the_end(orthanc_server: Server, orthanc_servers: Servers[Server]) -> None:
    set_archive(orthanc_server, "NOBODY", free_port())
    orthanc_server.upload(make_dataset(Modality="MR"))
    stored = orthanc_server.upload(make_dataset(Modality="CT"))
    orthanc_server.wait_for_log(f"Series {stored.series} has not been sent to archive yet: ")
    orthanc_server.restart(kill=True)
    orthanc_server.wait_for_log(f"Series {stored.series} has not been sent to archive yet: ")
    archive = orthanc_servers.start(with_plugin=False, dicom=True)
    set_archive(orthanc_server, archive.aet, archive.dicom_port)
    orthanc_server.wait_for_log(f"Series {stored.series} was sent to archive$")
    assert archive.get("/instances").json() == [stored.id]
    orthanc_server.restart()
    assert "has not been sent" not in orthanc_server.log
    assert archive.get("/statistics").json()["CountInstances"] == 1


def test_a_deleted_series_is_forgotten(orthanc_server: Server) -> None:
    set_archive(orthanc_server, "NOBODY", free_port())
    stored = orthanc_server.upload(make_dataset(Modality="CT"))
    orthanc_server.wait_for_log(f"Series {stored.series} has not been sent to archive yet: ")
    assert orthanc_server.delete(f"/patients/{stored.patient}").status == 200
    later = orthanc_server.upload(make_dataset(Modality="CT", PatientID="4712"))
    orthanc_server.wait_for_log(f"Series {later.series} has not been sent to archive yet: ")
    orthanc_server.restart(kill=True)
    orthanc_server.wait_for_log(f"Series {later.series} has not been sent to archive yet: ")
    assert stored.series not in orthanc_server.log
