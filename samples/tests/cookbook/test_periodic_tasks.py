"""Tests `samples/cookbook/periodic_tasks.py`."""

from __future__ import annotations

import json
import re

import pytest

from orthanc_testing import Server, Servers
from orthanc_testing.ports import free_port


@pytest.fixture(scope="module")
def orthanc_script() -> str:
    return "../../cookbook/periodic_tasks.py"


@pytest.fixture(scope="module")
def orthanc_environment() -> dict[str, str]:
    return {"ECHO_SECONDS": "0.2"}


def metric(server: Server, name: str) -> str | None:
    found = re.search(rf"^{name} (\d)", server.get("/tools/metrics-prometheus").text, re.MULTILINE)
    return found[1] if found else None


def set_modality(server: Server, name: str, aet: str, port: int) -> None:
    modality = {"AET": aet, "Host": "127.0.0.1", "Port": port}
    assert server.put(f"/modalities/{name}", json.dumps(modality)).status == 200


def test_modalities_are_asked_periodically(orthanc_server: Server, orthanc_servers: Servers[Server]) -> None:
    orthanc_server.wait_for_log(r"Stored: \d+ MB$")
    archive = orthanc_servers.start(with_plugin=False, dicom=True)
    set_modality(orthanc_server, "old-ct", "NOBODY", free_port())
    set_modality(orthanc_server, "archive", archive.aet, archive.dicom_port)
    orthanc_server.until(lambda: metric(orthanc_server, "modality_answers_archive") == "1")
    orthanc_server.until(lambda: metric(orthanc_server, "modality_answers_old_ct") == "0")
    set_modality(orthanc_server, "old-ct", archive.aet, archive.dicom_port)
    orthanc_server.until(lambda: metric(orthanc_server, "modality_answers_old_ct") == "1")
    assert orthanc_server.log.count("Stored: ") == 1
