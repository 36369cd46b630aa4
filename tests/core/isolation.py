"""Runs a scenario in a process of its own, so that a crash or a hang fails one test and no more."""

from __future__ import annotations

import importlib
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from orthanc_codegen import pipeline
from orthanc_codegen.ir import Header

from .bench import Bench, import_module
from .firing import CoreThreads

_TESTS = Path(__file__).resolve().parents[1]
_PATIENCE = 60  # seconds


def header_of(plugin: Path) -> Header:
    """Parse the header that a plugin was built with: the copy beside it, or the default release."""
    copy = plugin.parent / "sdk" / "orthanc" / "OrthancCPlugin.h"
    return pipeline.load(file=copy if copy.is_file() else None).header


class Isolation:
    """Starts scenarios: functions that take a bench and raise where something is wrong."""

    def __init__(self, module_file: Path, call_thread: Path) -> None:
        self._files = [str(module_file), str(call_thread)]

    def run(self, scenario: Callable[[Bench], None]) -> str:
        """Run a scenario to its good end; returns what it printed."""
        command = [sys.executable, "-X", "faulthandler", "-m", __name__, *self._files]
        path = os.pathsep.join([str(_TESTS), *filter(None, sys.path)])
        try:
            done = subprocess.run(
                [*command, scenario.__module__, scenario.__name__],
                env={**os.environ, "PYTHONPATH": path},
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                text=True,
                errors="replace",
                timeout=_PATIENCE,
                check=False,
            )
        except subprocess.TimeoutExpired as hung:
            said = hung.output or b""
            text = said.decode(errors="replace") if isinstance(said, bytes) else said
            raise AssertionError(f"{scenario.__name__} hangs; it said:\n{text}") from None
        assert done.returncode == 0, f"{scenario.__name__} ended with {done.returncode}:\n{done.stdout}"
        return done.stdout


def _main(module_file: Path, call_thread: Path, scenarios: str, name: str) -> None:
    scenario: Callable[[Bench], None] = getattr(importlib.import_module(scenarios), name)
    header = header_of(module_file.parents[1])
    threads = CoreThreads(call_thread)
    with Bench.set_up(import_module(module_file), header, pipeline.plan_for(header), threads) as bench:
        scenario(bench)


if __name__ == "__main__":
    import faulthandler

    faulthandler.dump_traceback_later(_PATIENCE - 5, exit=True)
    _main(Path(sys.argv[1]), Path(sys.argv[2]), *sys.argv[3:])
