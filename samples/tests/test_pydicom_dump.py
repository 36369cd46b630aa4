"""Tests `samples/pydicom_dump.py`."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import orthanc
import pytest

from orthanc_testing import Core, Server

if TYPE_CHECKING:
    from pydicom.dataset import Dataset


@pytest.fixture(scope="module")
def orthanc_script() -> str:
    return "../pydicom_dump.py"


def test_an_instance_is_dumped(orthanc_core: Core, dataset: Dataset) -> None:
    content = io.BytesIO()
    dataset.save_as(content, enforce_file_format=True)
    orthanc_core.rest.on("GET", "/instances/abc/file", content.getvalue())
    answer = orthanc_core.get("/pydicom/abc")
    assert answer.status == 200
    assert "Patient's Name                      PN: 'Doe^Jane'" in answer.text


def test_an_unknown_instance_is_not_found(orthanc_core: Core) -> None:
    orthanc_core.rest.fail("GET", "/instances/.*", orthanc.ErrorCode.UNKNOWN_RESOURCE)
    assert orthanc_core.get("/pydicom/nothing").status == 404
    assert orthanc_core.post("/pydicom/nothing").status == 405


def test_in_a_server(orthanc_server: Server, dataset: Dataset) -> None:
    stored = orthanc_server.upload(dataset)
    assert str(dataset.SOPInstanceUID) in orthanc_server.get(f"/pydicom/{stored.id}").text
    assert orthanc_server.get("/pydicom/nothing").status == 404
