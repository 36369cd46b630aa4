"""The entry into Python alone, with a core in C that does nothing else."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path

from ..figures import Row, at_most_value, interleaved
from ..lab import LEAST, OURS, Lab, compile_c

_HERE = Path(__file__).resolve().parent.parent
_CALLS = 200_000
# Of native/entry.c, in their order. The least is what Python itself needs: for a call of f(), and for one
# with the arguments of a request, without their creation and without an answer.
MEASUREMENTS = ("least", "nothing", "least_rest", "rest", "headers", "least_cold", "cold")
COUNTED = ("nothing", "rest", "headers")  # cold caches do not change the number of instructions
LEASTS = {"nothing": "least", "rest": "least_rest", "cold": "least_cold"}
TITLES = {
    "nothing": "callback f(), on a stack of 100 KiB",
    "rest": "callback f(output, uri, **request)",
    "headers": "the same with 13 headers, 5 arguments",
    "cold": "callback f(output, uri, **request), cold caches",
}
_GOALS = {"nothing": 150, "rest": 1000}  # ns


def measure(lab: Lab) -> Iterator[Row]:
    """Yield the nanoseconds of a callback without arguments, and of two REST requests."""
    program = compile_program(lab)
    figures = interleaved({OURS: partial(_run, lab, program)}, lab.size.rounds)
    for name, title in TITLES.items():
        measured = {OURS: figures[name][OURS]}
        if name in LEASTS:
            measured[LEAST] = figures[LEASTS[name]][OURS]
        yield Row(title, "ns", measured, (at_most_value(_GOALS[name], "ns"),) if name in _GOALS else ())


def compile_program(lab: Lab) -> Path:
    """Compile the core in C."""
    program = lab.folder / "entry"
    compile_c(program, "entry.c")
    return program


def command(lab: Lab, program: Path, count: int) -> list[str]:
    """Return the command that measures `count` calls of each kind."""
    module = lab.plugin / "orthanc-python" / "orthanc.abi3.so"
    script = _HERE / "scripts" / "entry.py"
    return [str(part) for part in (program, lab.python.library, module, lab.python.program, script, count)]


def calls(count: int) -> int:
    """Return the calls that the core makes to measure `count` ones: some are not measured."""
    return count + count // 10


def _run(lab: Lab, program: Path) -> Mapping[str, float]:
    said = subprocess.run(
        command(lab, program, lab.count(_CALLS)), capture_output=True, text=True, check=True, timeout=120
    ).stdout
    return {name: float(value) for name, value in (line.split() for line in said.splitlines())}
