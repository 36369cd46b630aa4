"""Memory per request: the growth over a batch of requests, when caches are filled."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise
from statistics import median

from tests.e2e.harness import RunningServer

from ..figures import Row, Series, at_most_value
from ..lab import OURS, Lab

_THREADS = 8
_BATCHES = 5  # the first one fills caches
# Of a batch. After each, the allocator keeps a varying amount of free memory: some MiB with large bodies.
_PARTS = 100


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
            sizes = [_usual_after(server, request, lab.count(count)) for _ in range(_BATCHES)]
        grown = median(after - before for before, after in pairwise(sizes[1:])) / lab.count(count)
        # Few requests show nothing: the allocator takes memory in blocks.
        goals = (at_most_value(16, "bytes"),) if lab.size.scale >= 1 else ()
        yield Row(f"{name}: growth in a later batch", "bytes/request", {OURS: Series((grown,))}, goals)


def _usual_after(server: RunningServer, request: Callable[[RunningServer], int], count: int) -> float:
    """Send a batch of requests; return the median of the resident memory after its parts, in bytes."""
    sizes: list[int] = []
    with ThreadPoolExecutor(_THREADS) as pool:
        for part in range(_PARTS):
            for _ in pool.map(lambda _number: request(server), range(part, count, _PARTS)):
                pass
            sizes.append(server.resident)
    return median(sizes)
