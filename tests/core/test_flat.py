"""Checks that 10,000 calls of every function and callback leak nothing; `make test-long` makes 100,000."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from .harness.isolation import Isolation
from .scenarios import flat as scenarios

TIMES = int(
    os.environ.get("ORTHANC_FLAT_CALLS", "10000")
)  # successful calls of each; a tenth as many fail or await
_PARTS = 2  # concurrent processes
_PATIENCE = 240 + TIMES // 200  # seconds


@pytest.mark.parametrize(
    ("scenario", "times"),
    [(scenarios.functions, TIMES), (scenarios.callbacks, TIMES), (scenarios.awaitables, TIMES // 10)],
    ids=["functions", "callbacks", "awaitables"],
)
def test_flat(isolated: Isolation, scenario: Any, times: int, capsys: pytest.CaptureFixture[str]) -> None:
    def run(part: int) -> int:
        said = isolated.run(scenario, str(part), str(_PARTS), str(times), patience=_PATIENCE)
        return int(said.rpartition("calls: ")[2])

    with ThreadPoolExecutor(_PARTS) as pool:
        calls = sum(pool.map(run, range(_PARTS)))
    with capsys.disabled():
        print(f" [{scenario.__name__}: {calls} calls, {times} of each] ", end="")
