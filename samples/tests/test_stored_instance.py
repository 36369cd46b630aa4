"""Tests `samples/stored_instance.py`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import orthanc
import pytest

from orthanc_testing import Core, Server

if TYPE_CHECKING:
    from pydicom.dataset import Dataset


@pytest.fixture(scope="module")
def orthanc_script() -> str:
    return "../stored_instance.py"


def test_an_instance_of_a_scanner(orthanc_core: Core, dataset: Dataset) -> None:
    stored = orthanc_core.stored(dataset, origin=orthanc.InstanceOrigin.DICOM_PROTOCOL, remote_aet="SCANNER")
    assert f"Instance {stored} of " in orthanc_core.log
    assert (
        f"SOP class {dataset.SOPClassUID}, received through the DICOM protocol, sent by SCANNER"
        in orthanc_core.log
    )
    assert "W   PatientName: Doe^Jane" in orthanc_core.log


def test_an_upload(orthanc_server: Server, dataset: Dataset) -> None:
    stored = orthanc_server.upload(dataset)
    orthanc_server.wait_for_log(f"Instance {stored.id} .* received through the REST API$")
    orthanc_server.wait_for_log(r"  PatientName: Doe\^Jane$")
