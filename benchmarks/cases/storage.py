"""A storage area in memory: cycles of storing, reading and removing an instance."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from functools import partial

from tests.e2e.harness import RunningServer

from ..figures import Row, at_least, interleaved
from ..lab import NATIVE, Lab
from .ingest import instances

_CYCLES = 300  # for each client in each round
_CLIENTS = 2


def measure(lab: Lab) -> Iterator[Row]:
    """Yield the cycles per second of two clients."""
    with lab.servers({"BENCH_STORAGE": "1"}) as servers:
        count = lab.count(_CYCLES)
        runs = {name: partial(_run, server, count) for name, server in servers.items()}
        figures = interleaved(runs, lab.size.rounds)
    yield Row(
        f"storage area: store, read, remove, {_CLIENTS} clients",
        "cycles/s",
        figures["rate"],
        (at_least(0.8, NATIVE),),
    )


def _run(server: RunningServer, count: int) -> Mapping[str, float]:
    files = instances(count * _CLIENTS)
    begin = time.perf_counter()
    with ThreadPoolExecutor(_CLIENTS) as pool:
        for done in [pool.submit(_cycle, server, files[client::_CLIENTS]) for client in range(_CLIENTS)]:
            done.result()
    return {"rate": len(files) / (time.perf_counter() - begin)}


def _cycle(server: RunningServer, files: list[bytes]) -> None:
    for file in files:
        stored = json.loads(server.post("/instances", file).text)
        assert server.get(f"/instances/{stored['ID']}/file").body == file
        assert server.delete(f"/instances/{stored['ID']}").status == 200
