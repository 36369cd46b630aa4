"""Large buffers: a request with a body of 10 MiB, and the compression of 1 MiB."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from functools import partial

from tests.e2e.harness import RunningServer

from ..figures import Goal, Row, Series, interleaved
from ..lab import NATIVE, OURS, Lab
from ..processes import processor_seconds

_SIZE = 10 << 20
_POSTS = 20  # in each round


def measure(lab: Lab) -> Iterator[Row]:
    """Yield the time of a POST, whose body each plugin copies once."""
    body = bytes(_SIZE)
    copied = copy_milliseconds(body)
    with lab.servers() as servers:
        runs = {name: partial(_post, server, body) for name, server in servers.items()}
        figures = interleaved(runs, lab.size.rounds)

    def holds(medians: Mapping[str, float]) -> bool:
        return medians[OURS] <= medians[NATIVE] + 0.15 * copied

    limit = Goal("≤ native, which copies too, + 0.15 copies", (OURS, NATIVE), holds)
    yield Row("POST of 10 MiB", "ms", figures["ms"], (limit,), f"one copy takes {copied:.1f} ms")
    yield Row("POST of 10 MiB: processor", "ms", figures["cpu"])
    yield Row("one copy of 10 MiB", "ms", {OURS: Series((copied,))})


def _post(server: RunningServer, body: bytes) -> Mapping[str, float]:
    before, taken = processor_seconds(server.pid), []
    for _ in range(_POSTS):
        begin = time.perf_counter()
        assert server.request("POST", "/take", body).status == 200
        taken.append((time.perf_counter() - begin) * 1e3)
    used = processor_seconds(server.pid) - before
    return {"ms": min(taken), "cpu": used / _POSTS * 1e3}  # the least, since disturbances only add time


def copy_milliseconds(body: bytes) -> float:
    """Measure one copy: the least of several."""
    taken = []
    for _ in range(_POSTS):
        begin = time.perf_counter()
        bytearray(body)
        taken.append((time.perf_counter() - begin) * 1e3)
    return min(taken)
