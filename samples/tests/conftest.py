"""What the tests of several samples use."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from orthanc_testing import Core, Server, make_dataset

if TYPE_CHECKING:
    from pydicom.dataset import Dataset


@pytest.fixture(params=["orthanc_core", "orthanc_server"])
def orthanc_either(request: pytest.FixtureRequest) -> Core | Server:
    """Return the in-process core, then a real server: a test runs with both."""
    made: Core | Server = request.getfixturevalue(request.param)
    return made


@pytest.fixture
def dataset() -> Dataset:
    """Make a small image."""
    return make_dataset(PatientID="4711", PatientName="Doe^Jane")
