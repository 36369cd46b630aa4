"""Thousands of hostile calls: no crash, no hang, and an exception that states the cause or a valid result."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from ..harness.isolation import Isolation
from . import allocations, memory_of_cpp, scenarios
from .journal import last_note

CALLS = int(os.environ.get("ORTHANC_HOSTILE_CALLS", "10000"))  # at least, in all
_PERCENT = {scenarios.functions: 70, scenarios.callbacks: 30}
SEED = int(os.environ.get("ORTHANC_HOSTILE_SEED", "20261124"))
_PARTS = 2  # concurrent processes
_PATIENCE = 300 + CALLS // 200  # seconds


def in_parts(isolated: Isolation, scenario: Any, folder: Path, calls: int) -> int:
    """Run a scenario in several processes at once; return the number of their calls."""

    def run(part: int) -> int:
        journal = folder / f"{scenario.__name__}-{part}"
        settings = (str(journal), str(part), str(_PARTS), str(SEED), str(calls // _PARTS))
        try:
            said = isolated.run(scenario, *settings, patience=_PATIENCE)
        except AssertionError as error:
            place = f"ORTHANC_HOSTILE_SEED={SEED}; the last call was: {last_note(journal)}"
            raise AssertionError(f"{error}\n{place}") from None
        return int(said.rpartition("calls: ")[2])

    with ThreadPoolExecutor(_PARTS) as pool:
        return sum(pool.map(run, range(_PARTS)))


@pytest.mark.parametrize("scenario", list(_PERCENT), ids=lambda s: s.__name__)
def test_hostile(
    isolated: Isolation, scenario: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    wanted = CALLS * _PERCENT[scenario] // 100
    calls = in_parts(isolated, scenario, tmp_path, wanted)
    with capsys.disabled():
        print(f" [{scenario.__name__}: {calls} hostile calls, seed {SEED}] ", end="")
    assert calls >= wanted


@pytest.mark.parametrize(
    "scenario", [allocations.failing_allocations, allocations.failing_callbacks], ids=lambda s: s.__name__
)
def test_failing_allocations(isolated: Isolation, scenario: Any) -> None:
    pytest.importorskip("_testcapi", reason="this Python is built without its tests")
    isolated.run(scenario)


@pytest.mark.skipif("ORTHANC_SANITIZER" in os.environ, reason="sanitizers have their own operator new")
@pytest.mark.parametrize(
    "scenario",
    [memory_of_cpp.failing_callbacks, memory_of_cpp.failing_calls, memory_of_cpp.failing_iterations],
    ids=lambda s: s.__name__,
)
def test_failing_new(isolated: Isolation, scenario: Any, tmp_path: Path) -> None:
    library = str(memory_of_cpp.build_failing_new(tmp_path))
    isolated.run(scenario, library, environment={"LD_PRELOAD": library})
