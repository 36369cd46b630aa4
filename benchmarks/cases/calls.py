"""One call of the SDK from Python, compared with the same call from C."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from tests.e2e.harness import RunningServer

from ..figures import Goal, Row, at_most, at_most_value, interleaved
from ..lab import DEBIAN, NATIVE, Lab

# What a script calls: the name in scripts/routes.py, what it is, how often, and whether it is a getter.
_CALLS = (
    ("version", "CheckVersionAdvanced(1, 5, 7)", 200_000, True),
    ("md5", "ComputeMd5(10 bytes)", 200_000, False),
    ("dictionary", 'LookupDictionary("PatientID")', 100_000, False),
    ("system", 'RestApiGet("/system")', 5_000, False),
)


def measure(lab: Lab) -> Iterator[Row]:
    """Yield the nanoseconds that Python adds to each call."""
    with lab.servers() as servers:
        for name, title, count, getter in _CALLS:
            runs = {
                target: partial(_overhead, server, servers[NATIVE], name, lab.count(count))
                for target, server in servers.items()
                if target != NATIVE
            }
            added = interleaved(runs, lab.size.rounds)["ns"]
            goals: tuple[Goal, ...] = (at_most(1, DEBIAN),)
            yield Row(
                f"{title}: more than in C",
                "ns",
                added,
                (*goals, *([at_most_value(40, "ns")] if getter else [])),
            )


def _overhead(server: RunningServer, native: RunningServer, name: str, count: int) -> Mapping[str, float]:
    """Measure a call, less an empty call of Python and less the call in C."""
    in_python = _time(server, name, count) - _time(server, "nothing", count)
    return {"ns": max(in_python - _time(native, name, count), 0.0)}


def _time(server: RunningServer, name: str, count: int) -> float:
    return float(server.get(f"/calls/{name}/{count}").text)
