"""Runs the long forms and writes their report, for `make stress`."""

from __future__ import annotations

import platform
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

from ..e2e.harness import server_release
from . import load, report, resets, siege, stops

LOAD = load.LoadSize(instances=500, seconds=120)
STOPS = 20
RESETS = 10  # for each variant
RANDOM_REQUESTS = 3000  # in each siege

Result = TypeVar("Result")


def _timed(name: str, run: Callable[[Path], Result], folder: Path) -> Result:
    print(f"{name} …", flush=True)
    start = time.monotonic()
    own = folder / name
    own.mkdir()
    result = run(own)
    print(f"  {time.monotonic() - start:.0f} s: {result}", flush=True)
    return result


def main(plugin: Path, target: Path) -> None:
    """Run all long forms; the first failure ends the run."""
    with tempfile.TemporaryDirectory(prefix="stress-") as name:
        folder = Path(name)
        reset_results = [
            _timed(f"resets-{variant}", partial(resets.run, plugin, RESETS, variant), folder)
            for variant in resets.VARIANTS
        ]
        results = report.Results(
            orthanc=str(server_release()),
            python=platform.python_version(),  # the plugin uses the Python of the environment
            load=_timed("load", partial(load.run, plugin, LOAD), folder),
            stops=_timed("stops", partial(stops.run, plugin, STOPS), folder),
            resets=tuple(reset_results),
            siege=_timed("siege", partial(siege.run, plugin, RANDOM_REQUESTS), folder),
        )
    target.parent.mkdir(exist_ok=True)
    target.write_text(report.write(results), encoding="utf-8")
    print(f"The report is {target}")


if __name__ == "__main__":
    main(Path(sys.argv[1]).absolute(), Path(sys.argv[2]))
