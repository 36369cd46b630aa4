"""Calls of the SDK from Python, compared with the same calls from C."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from tests.e2e.harness import RunningServer

from ..figures import Goal, Row, at_most, at_most_value, interleaved
from ..lab import DEBIAN, NATIVE, OURS, POSITIONAL, Lab
from .buffers import copy_milliseconds

# What a script calls: the name in scripts/routes.py, what it is, how often, and whether it is a getter.
CALLS = (
    ("width", "Image.GetImageWidth()", 200_000, True),
    ("version", "CheckVersionAdvanced(1, 5, 7)", 200_000, False),
    ("description", "GetErrorDescription(ErrorCode.TIMEOUT)", 200_000, False),
    ("md5", "ComputeMd5(10 bytes)", 200_000, False),
    ("dictionary", 'LookupDictionary("PatientID")', 100_000, False),
    ("system", 'RestApiGet("/system")', 5_000, False),
)
_BURSTS = 20
_GETTER = 40  # ns
_PEERS = 10_000
_MEBIBYTE = 1 << 20


def measure(lab: Lab) -> Iterator[Row]:
    """Yield what Python adds to each call, and the time of keywords, iteration and compression."""
    with lab.servers() as servers:
        for name, title, count, is_getter in CALLS:
            yield _added(lab, servers, name, title, count, is_getter)
        yield _keywords(lab, servers[OURS])
        yield _compression(lab, servers)
    with lab.servers(configuration={"OrthancPeers": _peers(lab.count(_PEERS))}) as servers:
        yield _iteration(lab, servers)


def _added(
    lab: Lab, servers: Mapping[str, RunningServer], name: str, title: str, count: int, is_getter: bool
) -> Row:
    runs = {
        target: partial(_overhead, server, servers[NATIVE], name, lab.count(count))
        for target, server in servers.items()
        if target != NATIVE
    }
    goals = [at_most(1, DEBIAN), *([at_most_value(_GETTER, "ns")] if is_getter else [])]
    added = interleaved(runs, lab.size.rounds)["ns"]
    return Row(f"{title}: more than in C", "ns", added, tuple(goals))


def _keywords(lab: Lab, server: RunningServer) -> Row:
    count = lab.count(200_000)
    runs = {
        OURS: lambda: {"ns": _time(server, "keywords", count)},
        POSITIONAL: lambda: {"ns": _time(server, "version", count)},
    }
    figures = interleaved(runs, lab.size.rounds)
    return Row("CheckVersionAdvanced() with keywords", "ns", figures["ns"], (at_most(1.3, POSITIONAL),))


def _compression(lab: Lab, servers: Mapping[str, RunningServer]) -> Row:
    copy = copy_milliseconds(bytes(_MEBIBYTE))
    for server in servers.values():
        # As after the first large file: from then on, glibc keeps the memory of buffers of 1 MiB.
        server.post("/take", bytes(16 * _MEBIBYTE))
    runs = {name: partial(_milliseconds, server, lab.count(50)) for name, server in servers.items()}

    def holds(medians: Mapping[str, float]) -> bool:
        return medians[OURS] <= medians[NATIVE] + 1.15 * copy

    goal = Goal("≤ native + 1.15 copies", (OURS, NATIVE), holds)
    figures = interleaved(runs, lab.size.rounds)
    return Row("deflate and inflate 1 MiB", "ms", figures["ms"], (goal,), f"one copy takes {copy:.2f} ms")


def _iteration(lab: Lab, servers: Mapping[str, RunningServer]) -> Row:
    runs = {name: partial(_per_item, lab, server) for name, server in servers.items()}
    return Row("list of peers, 10,000", "ns/item", interleaved(runs, lab.size.rounds)["ns"])


def _overhead(server: RunningServer, native: RunningServer, name: str, count: int) -> Mapping[str, float]:
    """Measure a call, less an empty call of Python and less the call in C."""
    in_python = _time(server, name, count) - _time(server, "nothing", count)
    return {"ns": max(in_python - _time(native, name, count), 0.0)}


def _milliseconds(server: RunningServer, count: int) -> Mapping[str, float]:
    return {"ms": _time(server, "deflate", count) / 1e6}


def _per_item(lab: Lab, server: RunningServer) -> Mapping[str, float]:
    return {"ns": _time(server, "peers", lab.count(20)) / lab.count(_PEERS)}


def _peers(count: int) -> Mapping[str, object]:
    return {f"peer{number}": ["http://127.0.0.1:1/", "", ""] for number in range(count)}


def _time(server: RunningServer, name: str, count: int) -> float:
    """Return the nanoseconds of one call: the least of several bursts, since disturbances only add time."""
    burst = -(-count // _BURSTS)
    return min(float(server.get(f"/calls/{name}/{burst}").text) for _ in range(_BURSTS))
