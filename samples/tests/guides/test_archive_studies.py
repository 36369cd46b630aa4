"""Tests `samples/guides/archive_studies.py`, with and without a server."""

from __future__ import annotations

import json
from typing import Any

import orthanc
import pytest

from orthanc_testing import Core, Server, Servers, make_dataset


@pytest.fixture(scope="module")
def orthanc_script() -> str:
    return "../../guides/archive_studies.py"


@pytest.fixture(scope="module")
def orthanc_configuration() -> dict[str, Any]:
    return {"StableAge": 1}


def test_only_get_and_post_are_allowed(orthanc_either: Core | Server) -> None:
    assert orthanc_either.get("/archive").json() == []
    assert orthanc_either.delete("/archive").status == 405


def test_a_study_is_sent_again(orthanc_core: Core) -> None:
    orthanc_core.rest.fail("POST", "/modalities/archive/store", orthanc.ErrorCode.TIMEOUT)
    orthanc_core.change(orthanc.ChangeType.STABLE_STUDY, orthanc.ResourceType.STUDY, "abc")
    assert "Study abc was not archived: " in orthanc_core.log
    assert orthanc_core.get("/archive").json() == ["abc"]
    assert orthanc_core.post("/archive").json() == ["abc"]  # the archive still does not answer
    orthanc_core.rest.on("POST", "/modalities/archive/store", {})
    assert orthanc_core.post("/archive").json() == []
    assert [request.body for request in orthanc_core.rest.requests] == [b"abc"] * 3


def test_a_deleted_study_is_forgotten(orthanc_core: Core) -> None:
    orthanc_core.rest.fail("POST", "/modalities/archive/store", orthanc.ErrorCode.TIMEOUT)
    for change in (orthanc.ChangeType.STABLE_STUDY, orthanc.ChangeType.DELETED):
        orthanc_core.change(change, orthanc.ResourceType.STUDY, "abc")
    assert orthanc_core.get("/archive").json() == []


def test_an_archive_gets_the_images(orthanc_server: Server, orthanc_servers: Servers[Server]) -> None:
    stored = orthanc_server.upload(make_dataset())
    orthanc_server.wait_for_log(f"Study {stored.study} was not archived: ")  # no archive is configured yet
    assert orthanc_server.get("/archive").json() == [stored.study]
    archive = orthanc_servers.start(dicom=True, with_plugin=False)
    modality = [archive.aet, "127.0.0.1", archive.dicom_port]
    assert orthanc_server.put("/modalities/archive", json.dumps(modality)).status == 200
    assert orthanc_server.post("/archive").json() == []
    assert archive.get("/instances").json() == [stored.id]
