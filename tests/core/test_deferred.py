"""The queue of deferred events: late events during a stop, and too many events."""

from __future__ import annotations

import threading
from typing import Any

from .harness.bench import Bench

MANY, MOST = 10_000, 1_000_000  # pending events: the first warning, and the limit


def test_nothing_comes_after_the_news_of_the_stop(bench: Bench) -> None:
    kinds = bench.orthanc.ChangeType
    calls: list[tuple[int, str]] = []
    address = bench.register(
        "OnChangeCallback", lambda change, _level, resource: calls.append((change, resource))
    )
    bench.fire("OnChangeCallback", address, int(kinds.NEW_STUDY), 1, "first")
    bench.fire("OnChangeCallback", address, int(kinds.ORTHANC_STOPPED), 0, "")
    bench.fire("OnChangeCallback", address, int(kinds.STABLE_STUDY), 1, "late")
    bench.detach()
    assert calls == [(kinds.NEW_STUDY, "first"), (kinds.ORTHANC_STOPPED, "")]
    assert (
        "Dropped an event, because Orthanc has announced its stop: STABLE_STUDY STUDY late"
        in bench.core.logged("warning")
    )
    bench.attach()
    address = bench.register("OnChangeCallback", lambda *event: calls.append(event[0::2]))
    bench.fire("OnChangeCallback", address, int(kinds.NEW_STUDY), 1, "next server")
    bench.until(lambda: calls[-1] == (kinds.NEW_STUDY, "next server"))


def test_events_that_pile_up_are_reported_and_have_an_end(bench: Bench) -> None:
    started, release = threading.Event(), threading.Event()
    count = 0

    def slow(_change: int, _level: int, _resource: str) -> None:
        nonlocal count
        started.set()
        release.wait()
        count += 1

    address = bench.register("OnChangeCallback", slow)
    arguments: list[Any] = [int(bench.orthanc.ChangeType.NEW_STUDY), 1, "resource"]
    bench.fire_on_core_thread(address, *arguments)
    started.wait()
    bench.fire_on_core_thread(address, *arguments, repeat=MANY)
    assert (
        f"Events arrive faster than the Python callbacks handle them: {MANY} are pending"
        in bench.core.logged("warning")
    )
    bench.fire_on_core_thread(address, *arguments, repeat=MOST - MANY + 1)
    assert "Dropped an event, because too many are pending: NEW_STUDY STUDY resource" in bench.core.logged(
        "warning"
    )
    release.set()
    bench.until(lambda: count >= MOST, 120)
    assert count <= MOST + 1
