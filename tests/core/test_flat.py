"""Checks that 10,000 calls of every function and callback leak nothing; `make test-long` makes 100,000."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from .harness.isolation import Isolation
from .scenarios import flat as scenarios

TIMES = int(os.environ.get("ORTHANC_FLAT_CALLS", "10000"))  # successful calls of each; a tenth as many fail
_PARTS = 2  # concurrent processes
_PATIENCE = 240 + TIMES // 200  # seconds


@pytest.mark.parametrize("scenario", [scenarios.functions, scenarios.callbacks], ids=lambda s: s.__name__)
def test_flat(isolated: Isolation, scenario: Any, capsys: pytest.CaptureFixture[str]) -> None:
    def run(part: int) -> int:
        said = isolated.run(scenario, str(part), str(_PARTS), str(TIMES), patience=_PATIENCE)
        return int(said.rpartition("calls: ")[2])

    with ThreadPoolExecutor(_PARTS) as pool:
        calls = sum(pool.map(run, range(_PARTS)))
    with capsys.disabled():
        print(f" [{scenario.__name__}: {calls} calls, {TIMES} of each] ", end="")
