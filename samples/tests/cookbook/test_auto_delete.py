"""Tests `samples/cookbook/auto_delete.py`."""

from __future__ import annotations

import time
from typing import Any

import orthanc
import pytest

from orthanc_testing import Core, Server, Servers, Uploaded, make_dataset

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


def test_a_study_that_cannot_be_deleted_does_not_delay_the_next(orthanc_core: Core) -> None:
    ids = ["broken", "sound"]
    common = {"IsStable": True, "ParentPatient": "abc"}
    expanded = [{"ID": one, "LastUpdate": f"20260101T00000{n}", **common} for n, one in enumerate(ids)]
    orthanc_core.rest.on("GET", "/studies")(lambda request: expanded if "since" in request.arguments else ids)
    orthanc_core.rest.on("GET", "/statistics", {"TotalDiskSize": "1000000"})
    orthanc_core.rest.on("GET", "/patients/abc/protected", "0")
    orthanc_core.rest.fail("DELETE", "/studies/broken", orthanc.ErrorCode.DATABASE)
    orthanc_core.rest.on("DELETE", "/studies/sound", "")
    orthanc_core.script.clean()
    failed, deleted = orthanc_core.log.splitlines()
    assert failed.startswith("E Study broken was not deleted: ")
    assert deleted.startswith("W Study sound was deleted: ")


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
