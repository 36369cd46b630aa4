"""Fixtures: a cluster, and its parts."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from .cluster import Cluster
from .parts import VARIABLE, Parts


@pytest.fixture(scope="session")
def parts() -> Parts:
    """Return the programs of a cluster; skip the test without them."""
    folder = os.environ.get(VARIABLE)
    if folder is None:
        pytest.skip("the parts of a cluster were not fetched: run `make test-cluster`")
    return Parts(Path(folder))


@pytest.fixture
def cluster(parts: Parts, plugin: Path, tmp_path: Path) -> Iterator[Cluster]:
    """Return a cluster that a test starts."""
    made = Cluster(parts, plugin, tmp_path)
    try:
        yield made
    finally:
        made.stop()
