"""A callback whose call into the core waits: others must go on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from tests.e2e.harness import RunningServer

from ..figures import Goal, Row, interleaved
from ..lab import OURS, Lab
from ..load import Wrk, run_wrk

_CLIENTS = 4
_WAITED = 0.2  # seconds, in /wait


def measure(lab: Lab) -> Iterator[Row]:
    """Yield the rate of the callbacks that wait, and what they do to another route."""
    with lab.servers() as servers:
        figures = interleaved(
            {name: partial(_run, lab, server) for name, server in servers.items()}, lab.size.rounds
        )
    all_at_once = Goal("≥ 18 /s", (OURS,), lambda medians: medians[OURS] >= 0.9 * _CLIENTS / _WAITED)
    yield Row("4 clients of a call that waits for 200 ms", "requests/s", figures["blocked"], (all_at_once,))
    unaffected = Goal("≤ 1.5", (OURS,), lambda medians: medians[OURS] <= 1.5)
    yield Row("another route meanwhile: median latency, of idle", "", figures["slower"], (unaffected,))


def _run(lab: Lab, server: RunningServer) -> Mapping[str, float]:
    seconds = max(lab.size.seconds, 2)
    idle = run_wrk(f"{server.url}/hello", 1, seconds / 2)
    blocked = Wrk(f"{server.url}/block", _CLIENTS, seconds)
    beside = run_wrk(f"{server.url}/hello", 1, seconds / 2)
    return {"blocked": blocked.result().rate, "slower": beside.median / idle.median}
