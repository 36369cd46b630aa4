"""The processor time of a server."""

from __future__ import annotations

import time

_ALL_THREADS = 2  # CPUCLOCK_SCHED of the Linux kernel: the time that the scheduler has counted


def processor_seconds(pid: int | None) -> float:
    """Return the processor time of all threads of a process. `pid` is None for one that does not run."""
    assert pid is not None, "the server does not run"
    return time.clock_gettime((~pid << 3) | _ALL_THREADS)  # the clock that clock_getcpuclockid() returns
