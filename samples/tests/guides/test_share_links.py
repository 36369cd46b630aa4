"""Tests `samples/guides/share_links.py`."""

from __future__ import annotations

import json
from base64 import b64encode
from typing import Any

import pytest

from orthanc_testing import Server, Servers, make_dataset
from orthanc_testing.dicom import dicom_bytes
from orthanc_testing.server import Uploaded

SCRIPT = "../../guides/share_links.py"
KEY = "correct-horse-battery"


@pytest.fixture(scope="module")
def orthanc_script() -> str:
    return SCRIPT


@pytest.fixture(scope="module")
def orthanc_environment() -> dict[str, str]:
    return {"SAMPLE_KEY": KEY}


@pytest.fixture(scope="module")
def stored(orthanc_server: Server) -> Uploaded:
    return upload(orthanc_server)


def upload(server: Server) -> Uploaded:
    """Store a new study as an owner of the key."""
    said: dict[str, Any] = server.post("/instances", dicom_bytes(make_dataset()), **bearer(KEY)).json()
    series, study, patient = (said[f"Parent{level}"] for level in ("Series", "Study", "Patient"))
    return Uploaded(said["ID"], series, study, patient, said["Status"])


def bearer(token: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {token}"}


def share(server: Server, study: str, hours: float = 1) -> str:
    """Ask for a token."""
    answer = server.post(f"/studies/{study}/share", json.dumps({"hours": hours}), **bearer(KEY))
    return str(answer.json()["token"])


def test_without_the_key_everything_is_closed(orthanc_server: Server, stored: Uploaded) -> None:
    for headers in (
        {},
        bearer("wrong"),
        bearer(KEY + "!"),
        bearer("a.b.c"),
        {"Authorization": f"Basic {b64encode(KEY.encode()).decode()}"},
    ):
        assert orthanc_server.get("/system", **headers).status == 403
        assert orthanc_server.post(f"/studies/{stored.study}/share", **headers).status == 403
    assert orthanc_server.get("/system", **bearer(KEY)).status == 200


def test_a_token_opens_its_study_for_reading(orthanc_server: Server, stored: Uploaded) -> None:
    token = bearer(share(orthanc_server, stored.study))
    paths = [
        f"/studies/{stored.study}",
        f"/studies/{stored.study}/archive",
        f"/series/{stored.series}",
        f"/instances/{stored.id}/file",
        f"/instances/{stored.id}/preview",
    ]
    assert [orthanc_server.get(path, **token).status for path in paths] == [200] * len(paths)
    other = upload(orthanc_server)
    closed = [
        f"/studies/{other.study}",
        f"/instances/{other.id}/file",
        f"/patients/{stored.patient}",
        f"/studies/{stored.study}/patient",
        "/studies",
        f"/studies/{stored.study}/../../patients",
        f"/instances/{'0' * 44}",
    ]
    assert [orthanc_server.get(path, **token).status for path in closed] == [403] * len(closed)
    assert orthanc_server.delete(f"/studies/{stored.study}", **token).status == 403
    assert orthanc_server.post(f"/studies/{stored.study}/share", **token).status == 403


def test_expired_and_changed_tokens_are_refused(orthanc_server: Server, stored: Uploaded) -> None:
    path = f"/studies/{stored.study}"
    assert orthanc_server.get(path, **bearer(share(orthanc_server, stored.study, hours=-1))).status == 403
    study, until, signed = share(orthanc_server, stored.study).split(".")
    later = f"{study}.{int(until) + 1}.{signed}"
    assert orthanc_server.get(path, **bearer(later)).status == 403


def test_unknown_studies_are_not_shared(orthanc_server: Server) -> None:
    assert orthanc_server.post(f"/studies/{'0' * 44}/share", **bearer(KEY)).status == 404
    assert orthanc_server.get(f"/studies/{'0' * 44}/share", **bearer(KEY)).status == 405


def test_a_short_key_stops_the_start(orthanc_servers: Servers[Server]) -> None:
    assert "at least 16 characters" in orthanc_servers.refused(SCRIPT, environment={"SAMPLE_KEY": "short"})
