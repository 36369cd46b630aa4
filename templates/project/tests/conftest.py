"""Settings of all tests."""

from __future__ import annotations

from pathlib import Path

import pytest

CONFIGURATION = Path(__file__).resolve().parents[1] / "orthanc.json"


@pytest.fixture(scope="module")
def orthanc_configuration() -> Path:
    """Return the configuration of the server."""
    return CONFIGURATION
