"""Fixtures: the wheel for this machine, and an environment with the wheel."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from ..e2e.pythons import project
from ..sharing import once
from .environments import Environment, make_environment


@pytest.fixture(scope="session")
def wheel() -> Path:
    """Return the wheel that ORTHANC_WHEEL names, built by `make test-wheel`."""
    given = os.environ.get("ORTHANC_WHEEL")
    if given is None:
        pytest.skip("no wheel was built: run `make test-wheel`")
    return Path(given).absolute()


@pytest.fixture(scope="session")
def environment(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Environment:
    """Make an environment of the project's Python with the wheel and its dependencies."""
    name = "wheel-environment"
    folder = once(tmp_path_factory, name, lambda f: make_environment(project(), f / "venv", wheel))
    return Environment(folder / "venv", project().version)
