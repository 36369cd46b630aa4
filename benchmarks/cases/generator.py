"""The generator: the processor time of one release, formatted or not, and of unchanged input."""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path

from orthanc_codegen import resources

from ..figures import Goal, Row, interleaved
from ..lab import OURS, Lab

# A process that does the least that every generator has to do.
_PARSE = """
import sys
from clang.cindex import Index
Index.create().parse(sys.argv[1], ["-x", "c++", "-std=c++17"])
"""
_BARE = "bare parse"


def measure(lab: Lab) -> Iterator[Row]:
    """Yield the processor seconds of a generation, beside those of a process that only parses."""
    target = lab.folder / "generated"
    header = resources.sdk_headers_dir() / "orthanc" / "OrthancCPlugin.h"
    parse = partial(_processor_seconds, [sys.executable, "-c", _PARSE, str(header)])
    cases: dict[str, tuple[list[str], Callable[[], None], Goal]] = {
        "one release, not formatted": (
            ["--no-format"],
            lambda: shutil.rmtree(target, ignore_errors=True),
            _times(3),
        ),
        "one release, formatted": (
            [],
            lambda: shutil.rmtree(target, ignore_errors=True),
            Goal("≤ 1 s", (OURS,), lambda medians: medians[OURS] <= 1),
        ),
        "unchanged input": ([], lambda: None, _times(1.5)),
    }
    for name, (options, prepare, goal) in cases.items():
        runs = {OURS: partial(_generate, target, options, prepare), _BARE: parse}
        figures = interleaved(runs, lab.size.rounds)
        yield Row(f"generate {name}", "s of processor", figures["seconds"], (goal,))


def _times(factor: float) -> Goal:
    return Goal(
        f"≤ {factor:g} × {_BARE}", (OURS, _BARE), lambda medians: medians[OURS] <= factor * medians[_BARE]
    )


def _generate(target: Path, options: list[str], prepare: Callable[[], None]) -> Mapping[str, float]:
    prepare()
    command = [str(Path(sys.executable).with_name("orthanc-codegen")), "generate", "--output", str(target)]
    return _processor_seconds([*command, *options])


def _processor_seconds(command: list[str]) -> Mapping[str, float]:
    environment = {**os.environ, "PYTHONHASHSEED": "0"}
    # Packages have compiled modules once pip has installed them; a checkout has them after its first run.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, capture_output=True, env=environment)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    used = (after.ru_utime - before.ru_utime) + (after.ru_stime - before.ru_stime)
    return {"seconds": used}
