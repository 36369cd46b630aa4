"""Settings of all tests."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

CONFIGURATION = Path(__file__).resolve().parents[1] / "orthanc.json"


@pytest.fixture(scope="module")
def orthanc_configuration() -> dict[str, Any]:
    """Return the configuration of the server."""
    options: dict[str, Any] = json.loads(CONFIGURATION.read_text(encoding="utf-8"))
    return options
