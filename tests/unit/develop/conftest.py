"""Fixture: a terminal."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from ...e2e.screen import Screen


@pytest.fixture
def screen() -> Iterator[Screen]:
    """Return a terminal."""
    screen = Screen()
    yield screen
    screen.close()
