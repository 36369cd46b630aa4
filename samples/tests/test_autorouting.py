"""Tests `samples/autorouting.py`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import orthanc
import pytest

from orthanc_testing import Core, Server, Servers

if TYPE_CHECKING:
    from pydicom.dataset import Dataset


@pytest.fixture(scope="module")
def orthanc_script() -> str:
    return "../autorouting.py"


@pytest.fixture(scope="module")
def orthanc_configuration() -> dict[str, Any]:
    return {"StableAge": 1}


def test_a_stable_study_is_sent(orthanc_core: Core) -> None:
    orthanc_core.rest.on("POST", "/modalities/sample/store", {"InstancesCount": 3})
    orthanc_core.change(orthanc.ChangeType.NEW_STUDY, orthanc.ResourceType.STUDY, "abc")
    assert orthanc_core.rest.requests == []
    orthanc_core.change(orthanc.ChangeType.STABLE_STUDY, orthanc.ResourceType.STUDY, "abc")
    assert [request.body for request in orthanc_core.rest.requests] == [b"abc"]
    assert orthanc_core.log == "W Study abc was sent to sample: 3 instance(s)"


def test_a_receiver_that_does_not_answer_is_logged(orthanc_core: Core) -> None:
    orthanc_core.fail("RestApiPost", orthanc.ErrorCode.TIMEOUT)
    orthanc_core.change(orthanc.ChangeType.STABLE_STUDY, orthanc.ResourceType.STUDY, "abc")
    assert orthanc_core.log.startswith("E Study abc could not be sent to sample: ")


def test_between_two_servers(
    orthanc_server: Server, orthanc_servers: Servers[Server], dataset: Dataset
) -> None:
    receiver = orthanc_servers.start(with_plugin=False, dicom=True)
    modality = {"AET": receiver.aet, "Host": "127.0.0.1", "Port": receiver.dicom_port}
    assert orthanc_server.put("/modalities/sample", json.dumps(modality)).status == 200
    stored = orthanc_server.upload(dataset)
    orthanc_server.wait_for_log(rf"Study {stored.study} was sent to sample: 1 instance\(s\)$")
    assert receiver.get("/instances").json() == [stored.id]
