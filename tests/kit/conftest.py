"""Fixtures: the plugin under test, which the kit finds by itself, and scripts as text."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from textwrap import dedent

import pytest

from orthanc_testing import Core

Load = Callable[..., Core]


@pytest.fixture(scope="session", autouse=True)
def built(plugin: Path) -> Path:
    """Build the plugin before the kit looks for it."""
    return plugin


@pytest.fixture
def load(tmp_path: Path) -> Iterator[Load]:
    """Return a function that opens an in-process core for the text of a script."""
    from orthanc_testing.inprocess.start import open_core

    made: list[Core] = []

    def load(script: str, **options: object) -> Core:
        file = tmp_path / f"script{len(made)}.py"
        file.write_text(dedent(script), encoding="utf-8")
        made.append(open_core(file, **options))  # type: ignore[arg-type]
        return made[-1]

    yield load
    for core in made:
        core.close()
