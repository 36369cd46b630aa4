"""Runs a scenario in its own process, so that a crash or hang fails one test only."""

from __future__ import annotations

import importlib
import os
import pickle
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from orthanc_codegen.ir import Header
from orthanc_codegen.plan import ModulePlan

from .bench import Bench, import_module
from .firing import CoreThreads

_TESTS = Path(__file__).resolve().parents[2]
_PATIENCE = 120  # seconds, unless a scenario needs more


class Isolation:
    """Starts scenarios: functions that take a bench, and raise on a failure."""

    def __init__(
        self, module_file: Path, call_thread: Path, header: Header, plan: ModulePlan, folder: Path
    ) -> None:
        planned = folder / "planned.pickle"  # unpickling takes a third of the time of parsing and planning
        planned.write_bytes(pickle.dumps((header, plan)))
        self._files = [str(module_file), str(call_thread), str(planned)]

    def run(
        self,
        scenario: Callable[..., None],
        *arguments: str,
        patience: int = _PATIENCE,
        environment: Mapping[str, str] | None = None,
    ) -> str:
        """Run a scenario, optionally with further arguments, which must succeed; return its output."""
        command = [sys.executable, "-X", "faulthandler", "-m", __name__, *self._files, str(patience)]
        path = os.pathsep.join([str(_TESTS), *filter(None, sys.path)])
        try:
            done = subprocess.run(
                [*command, scenario.__module__, scenario.__name__, *arguments],
                # One arena: malloc() makes further ones for threads, which would look like a leak.
                env={**os.environ, "PYTHONPATH": path, "MALLOC_ARENA_MAX": "1", **(environment or {})},
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                text=True,
                errors="replace",
                timeout=patience,
                check=False,
            )
        except subprocess.TimeoutExpired as hung:
            said = hung.output or b""
            text = said.decode(errors="replace") if isinstance(said, bytes) else said
            raise AssertionError(f"{scenario.__name__} hung; its output:\n{text}") from None
        assert done.returncode == 0, f"{scenario.__name__} ended with {done.returncode}:\n{done.stdout}"
        return done.stdout


def _main(files: list[str], scenarios: str, name: str, *arguments: str) -> None:
    module_file, call_thread, planned = map(Path, files)
    scenario: Callable[..., None] = getattr(importlib.import_module(scenarios), name)
    header, plan = pickle.loads(planned.read_bytes())
    with Bench.set_up(import_module(module_file), header, plan, CoreThreads(call_thread)) as bench:
        scenario(bench, *arguments)


if __name__ == "__main__":
    import faulthandler

    faulthandler.dump_traceback_later(int(sys.argv[4]) - 5, exit=True)
    _main(sys.argv[1:4], *sys.argv[5:])
