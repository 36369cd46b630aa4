"""The output for the small headers, as a fixture."""

from __future__ import annotations

import pytest

from .small import NAMES, files_of


@pytest.fixture(scope="session")
def generated() -> dict[str, dict[str, str]]:
    """Generate all files for each small header, by name and relative path."""
    return {name: files_of(name) for name in NAMES}
