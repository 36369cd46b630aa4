"""Memory per request: the growth over a batch of requests, when caches are filled."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor

from tests.e2e.harness import RunningServer

from ..figures import Row, Series, at_most_value
from ..lab import OURS, Lab

_THREADS = 8
_PARTS = 8  # of a batch: between them, some memory is free but not yet returned, more or less of it each time


def measure(lab: Lab) -> Iterator[Row]:
    """Yield the bytes that each request leaves behind."""
    body = bytes(1 << 20)
    batches: list[tuple[str, int, Callable[[RunningServer], int]]] = [
        ("20,000 answers", 20_000, lambda server: server.get("/hello").status),
        ("2,000 failing requests", 2_000, lambda server: server.get("/fail").status),
        ("2,000 failing POSTs of 1 MiB", 2_000, lambda server: server.post("/fail", body).status),
    ]
    for name, count, request in batches:
        with lab.servers(targets=(OURS,)) as servers:
            server = servers[OURS]
            _, before, after = (_least_after(server, request, lab.count(count)) for _ in range(3))
            grown = (after - before) / lab.count(count)
        # Few requests show nothing: the allocator takes memory in blocks.
        goals = (at_most_value(16, "bytes"),) if lab.size.scale >= 1 else ()
        yield Row(f"{name}: growth in the third batch", "bytes/request", {OURS: Series((grown,))}, goals)


def _least_after(server: RunningServer, request: Callable[[RunningServer], int], count: int) -> int:
    """Send a batch of requests; return the least resident memory after one of its parts, in bytes."""
    least: list[int] = []
    with ThreadPoolExecutor(_THREADS) as pool:
        for part in range(_PARTS):
            for _ in pool.map(lambda _number: request(server), range(part, count, _PARTS)):
                pass
            least.append(server.resident)
    return min(least)
