"""Load of all kinds at once: no hang, no loss, no growth of memory (short form of `make stress`)."""

from __future__ import annotations

from pathlib import Path

from . import load
from .logs import unprovoked


def test_the_load(plugin: Path, tmp_path: Path) -> None:
    load.run(plugin, load.LoadSize(instances=100, seconds=20), tmp_path)


def test_errors_that_nobody_provoked_are_found() -> None:
    log = "\n".join(
        [
            "W1124 12:00:00.000000 main.cpp:1] started",
            "E1124 12:00:00.000000 a.cpp:1] Error in the Python callback f:",
            "ValueError: provoked",
            "E1124 12:00:00.000000 a.cpp:1] Error in the Python callback g:",
            "KeyError: 'no'",
            "I1124 12:00:00.000000 main.cpp:1] fine",
            "Fatal Python error: none of Orthanc's words",
        ]
    )
    found = unprovoked(log, ["ValueError: provoked"])
    assert [record.splitlines()[-1] for record in found] == ["KeyError: 'no'", log.splitlines()[-1]]
