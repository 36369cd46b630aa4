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


def measure(lab: Lab) -> Iterator[Row]:
    """Yield the nanoseconds of a callback without arguments, and of two REST requests."""
    program = lab.folder / "entry"
    compile_c(program, "entry.c")
    figures = interleaved({OURS: partial(_run, lab, program)}, lab.size.rounds)
    nothing = {OURS: figures["nothing"][OURS], LEAST: figures["least"][OURS]}
    yield Row("callback f(), on a stack of 100 KiB", "ns", nothing, (at_most_value(150, "ns"),))
    yield Row("callback f(output, uri, **request)", "ns", figures["rest"], (at_most_value(1000, "ns"),))
    yield Row("the same with 13 headers, 5 arguments", "ns", figures["headers"])


def _run(lab: Lab, program: Path) -> Mapping[str, float]:
    module = lab.plugin / "orthanc-python" / "orthanc.abi3.so"
    script = _HERE / "scripts" / "entry.py"
    arguments = [lab.python.library, module, lab.python.program, script, lab.count(_CALLS)]
    said = subprocess.run(
        [program, *map(str, arguments)], capture_output=True, text=True, check=True, timeout=120
    ).stdout
    return {name: float(value) for name, value in (line.split() for line in said.splitlines())}
