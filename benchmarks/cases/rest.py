"""A REST route that answers two bytes: throughput, latency and processor time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from tests.e2e.harness import RunningServer

from ..figures import Goal, Row, at_least, at_most, interleaved
from ..lab import DEBIAN, LOCKED, NATIVE, OURS, Lab
from ..load import run_wrk
from ..processes import processor_seconds

CONNECTIONS = (1, 8, 32)
_HEADERS = [f"X-Header-{number}: value of header {number}" for number in range(10)]
_ARGUMENTS = "&".join(f"argument{number}=value{number}" for number in range(5))
REQUESTS = {
    "plain": ("/hello", ()),
    "10 headers, 5 arguments": (f"/hello?{_ARGUMENTS}", tuple(_HEADERS)),
}


def measure(lab: Lab) -> Iterator[Row]:
    """Yield three rows for each number of connections and kind of request."""
    with lab.servers() as servers:
        for kind, (path, headers) in REQUESTS.items():
            for connections in CONNECTIONS:
                runs = {
                    name: partial(_run, lab, server, path, headers, connections)
                    for name, server in servers.items()
                }
                if kind == "plain":
                    locked = partial(_run, lab, servers[NATIVE], f"{path}-locked", headers, connections)
                    runs[LOCKED] = locked
                figures = interleaved(runs, lab.size.rounds)
                name = f"GET, {kind}, {connections} connections"
                yield Row(name, "requests/s", figures["rate"], _rate_goals(kind, connections))
                yield Row(f"{name}: p99", "ms", figures["p99"], _latency_goals(kind, connections))
                yield Row(f"{name}: processor", "µs/request", figures["cpu"], _processor_goals(connections))


def _run(
    lab: Lab, server: RunningServer, path: str, headers: tuple[str, ...], connections: int
) -> Mapping[str, float]:
    before = processor_seconds(server.pid)
    load = run_wrk(f"{server.url}{path}", connections, lab.size.seconds, headers=headers)
    used = processor_seconds(server.pid) - before
    return {"rate": load.rate, "p99": load.p99, "cpu": used / load.requests * 1e6}


def _rate_goals(kind: str, connections: int) -> tuple[Goal, ...]:
    if connections == 1:
        return (at_least(1, DEBIAN),)
    return (at_least(3.5, DEBIAN), *((at_least(0.9, NATIVE),) if kind == "plain" else ()))


def _latency_goals(kind: str, connections: int) -> tuple[Goal, ...]:
    return (at_most(1.5, NATIVE),) if connections == 32 and kind == "plain" else ()


def _processor_goals(connections: int) -> tuple[Goal, ...]:
    return () if connections == 1 else (ADDS_LITTLE,)


def _adds_little(medians: Mapping[str, float]) -> bool:
    return medians[OURS] - medians[NATIVE] <= (medians[DEBIAN] - medians[NATIVE]) / 6


ADDS_LITTLE = Goal("adds ≤ 1/6 of what debian adds", (OURS, DEBIAN, NATIVE), _adds_little)
