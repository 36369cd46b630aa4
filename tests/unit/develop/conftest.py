"""Fixtures: a folder for sockets, and a terminal."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from ...e2e.screen import Screen


@pytest.fixture
def runtime(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Return the folder for sockets of this user, which does not exist yet."""
    # Not below tmp_path, since the path of a socket has at most 107 bytes.
    with tempfile.TemporaryDirectory(prefix="run") as folder:
        monkeypatch.setenv("XDG_RUNTIME_DIR", folder)
        yield Path(folder) / "orthanc-codegen"


@pytest.fixture
def screen() -> Iterator[Screen]:
    """Return a terminal."""
    screen = Screen()
    yield screen
    screen.close()
