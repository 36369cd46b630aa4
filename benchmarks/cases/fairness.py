"""A route that computes beside a fast one: neither may starve."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from tests.e2e.harness import RunningServer

from ..figures import Goal, Row, at_most_value, interleaved
from ..lab import OURS, Lab
from ..load import Wrk

_FAST, _BUSY = 8, 2  # connections


def measure(lab: Lab) -> Iterator[Row]:
    """Yield the latency of the fast route, and the rate of the one that computes for 100 ms."""
    with lab.servers() as servers:
        figures = interleaved(
            {name: partial(_run, lab, server) for name, server in servers.items()}, lab.size.rounds
        )
    yield Row("fast route beside one that computes: p99", "ms", figures["p99"], (at_most_value(25, "ms"),))
    yield Row("fast route beside one that computes", "requests/s", figures["fast"])
    # Two threads compute in turn, so each answer takes at least 200 ms of Python.
    starved = Goal("≥ 4 /s", (OURS,), lambda medians: medians[OURS] >= 4)
    yield Row("route that computes for 100 ms", "requests/s", figures["busy"], (starved,))


def _run(lab: Lab, server: RunningServer) -> Mapping[str, float]:
    seconds = max(lab.size.seconds, 1)
    busy = Wrk(f"{server.url}/burn", _BUSY, seconds)
    fast = Wrk(f"{server.url}/hello", _FAST, seconds)
    answered = fast.result()
    return {"p99": answered.p99, "fast": answered.rate, "busy": busy.result().rate}
