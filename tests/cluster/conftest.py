"""Fixtures: a cluster, and its parts."""

from __future__ import annotations

import contextlib
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


@pytest.fixture(scope="session")
def retired() -> Iterator[list[Cluster]]:
    """Collect clusters that are stopping; all their processes must end cleanly."""
    clusters: list[Cluster] = []
    yield clusters
    with contextlib.ExitStack() as stack:  # each is stopped, also if another one fails
        for cluster in clusters:
            stack.callback(cluster.stop)


@pytest.fixture
def cluster(parts: Parts, plugin: Path, tmp_path: Path, retired: list[Cluster]) -> Iterator[Cluster]:
    """Return a cluster that a test starts."""
    while len(retired) > 1:  # two at a time are enough for a small machine
        retired.pop(0).stop()
    made = Cluster(parts, plugin, tmp_path)
    retired.append(made)
    yield made
    made.ask_to_stop()
