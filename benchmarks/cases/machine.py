"""The machine itself: how long it stops busy processes, which no plugin can be faster than."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator

from ..figures import Row, Series
from ..lab import Lab

_PAUSE = 0.5  # ms; shorter ones are interrupts
# Prints the milliseconds of all pauses within a time, and of the longest one.
_SPIN = """
import sys, time
pauses, last = [0.0], time.perf_counter()
end = last + float(sys.argv[1])
while last < end:
    now = time.perf_counter()
    if (now - last) * 1e3 > float(sys.argv[2]):
        pauses.append((now - last) * 1e3)
    last = now
print(sum(pauses), max(pauses))
"""


def measure(lab: Lab) -> Iterator[Row]:
    """Yield the part of the time that processes lose, one on each core, and the longest pause."""
    seconds = lab.size.seconds
    running = [
        subprocess.Popen(
            [sys.executable, "-c", _SPIN, str(seconds), str(_PAUSE)], stdout=subprocess.PIPE, text=True
        )
        for _ in range(os.cpu_count() or 1)
    ]
    said = [process.communicate()[0].split() for process in running]
    lost = sum(float(total) for total, _ in said) / len(said) / seconds / 10
    longest = max(float(longest) for _, longest in said)
    note = "a p99 is no better than the pauses if these are 1 % of the time"
    yield Row("time that busy processes lose", "%", {"machine": Series((lost,))}, note=note)
    yield Row("longest pause of a busy process", "ms", {"machine": Series((longest,))})
