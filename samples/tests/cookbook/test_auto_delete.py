"""Tests `samples/cookbook/auto_delete.py`."""

from __future__ import annotations

import time
from typing import Any

import pytest

from orthanc_testing import Server, Servers, Uploaded, make_dataset

OFTEN = {"DELETE_EVERY_SECONDS": "0.2"}


@pytest.fixture(scope="module")
def orthanc_script() -> str:
    return "../../cookbook/auto_delete.py"


@pytest.fixture(scope="module")
def orthanc_configuration() -> dict[str, Any]:
    return {"StableAge": 1}


@pytest.fixture(scope="module")
def orthanc_environment() -> dict[str, str]:
    return {**OFTEN, "DELETE_ABOVE_GB": "25e-6", "TZ": "XYZ+5"}  # two images of 10 kB


def upload(server: Server, patient: str) -> Uploaded:
    return server.upload(make_dataset(PatientID=patient, Rows=100, Columns=100, PixelData=bytes(10000)))


def test_the_oldest_study_goes_unless_its_patient_is_protected(orthanc_server: Server) -> None:
    kept = upload(orthanc_server, "kept")
    assert orthanc_server.put(f"/patients/{kept.patient}/protected", "1").status == 200
    old = upload(orthanc_server, "old")
    time.sleep(1.1)  # Orthanc notes updates by the second
    new = upload(orthanc_server, "new")
    orthanc_server.wait_for_log(f"Study {old.study} was deleted: last update ")
    assert sorted(orthanc_server.get("/studies").json()) == sorted([kept.study, new.study])
    assert orthanc_server.log.count("was deleted") == 1


@pytest.mark.parametrize("zone", ["XYZ+5", "XYZ-5"])  # behind UTC, and ahead of it
def test_an_old_study_goes(
    orthanc_servers: Servers[Server], orthanc_configuration: dict[str, Any], zone: str
) -> None:
    server = orthanc_servers.start(
        "../../cookbook/auto_delete.py",
        configuration=orthanc_configuration,
        environment={**OFTEN, "DELETE_AFTER_DAYS": str(3 / 86400), "TZ": zone},
    )
    begin = time.monotonic()
    stored = upload(server, "old")
    server.wait_for_log(f"Study {stored.study} was deleted: last update ")
    assert time.monotonic() - begin > 2
