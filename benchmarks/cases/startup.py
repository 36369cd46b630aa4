"""The start of a server, and the size of the binaries."""

from __future__ import annotations

import shutil
import subprocess
import time
from collections.abc import Iterator, Mapping
from functools import partial

from ..figures import Goal, Row, Series, at_most, interleaved
from ..lab import DEBIAN, NATIVE, OURS, Lab

_MOST = 2 << 20  # bytes


def measure(lab: Lab) -> Iterator[Row]:
    """Yield the seconds from the start of a server to its first answer, and the bytes of the binaries."""
    targets = [OURS, NATIVE, *([DEBIAN] if lab.debian else [])]
    started = interleaved({name: partial(_start, lab, name) for name in targets}, lab.size.rounds)
    yield Row("start of a server to its first answer", "s", started["seconds"], (at_most(1, DEBIAN),))
    small = Goal("≤ 2 MiB", (OURS,), lambda medians: medians[OURS] <= _MOST)
    yield Row("the two binaries, stripped", "bytes", {OURS: Series((_stripped(lab),))}, (small,))


def _start(lab: Lab, target: str) -> Mapping[str, float]:
    begin = time.monotonic()
    with lab.servers(targets=(target,)):
        return {"seconds": time.monotonic() - begin}


def _stripped(lab: Lab) -> int:
    size = 0
    for binary in (lab.plugin / "libOrthancPython.so", lab.plugin / "orthanc-python" / "orthanc.abi3.so"):
        copy = lab.folder / binary.name
        shutil.copy(binary, copy)
        subprocess.run(["strip", copy], check=True)
        size += copy.stat().st_size
    return size
