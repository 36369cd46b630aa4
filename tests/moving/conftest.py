"""Fixtures: servers with the official Python plugin, then with this one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from ..e2e.conftest import retired
from ..e2e.harness import RunningServer, Servers
from ..e2e.official import measured_plugin
from .started import Started

__all__ = ["retired"]


@pytest.fixture(scope="module", params=["official", "ours"])
def which(request: pytest.FixtureRequest) -> str:
    """Return the name of the plugin under test."""
    return str(request.param)


@pytest.fixture(scope="module")
def servers(
    which: str, plugin: Path, tmp_path_factory: pytest.TempPathFactory, retired: list[RunningServer]
) -> Iterator[Servers]:
    """Return a starter of servers with the plugin under test."""
    chosen = measured_plugin() if which == "official" else plugin
    made = Servers(chosen, tmp_path_factory.mktemp("servers"), retired)
    yield made
    made.release()


@pytest.fixture
def serve(servers: Servers) -> Iterator[Started]:
    """Return a starter of servers that are killed after the test, since the official plugin may hang."""
    started: list[RunningServer] = []

    def start(script: str, **options: Any) -> RunningServer:
        started.append(servers.start(script, **options))
        return started[-1]

    yield start
    for server in started:
        servers.kill(server)
