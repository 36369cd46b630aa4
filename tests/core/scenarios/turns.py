"""Scenarios of the turns that threads of the core take in front of the GIL."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

from ..harness.bench import Bench
from .threads import answering

_CALLS = 50


def _beside(bench: Bench, body: Callable[[threading.Event], object]) -> None:
    """Make many short callbacks while two callbacks on other threads of the core run `body`."""
    ended = threading.Event()
    running = threading.Barrier(3, timeout=20)

    def long() -> None:
        running.wait()
        body(ended)

    address = bench.register_rest(answering(long), "/long")
    short = bench.register_rest(answering(lambda: None), "/short")
    codes: list[int] = []
    threads = [
        threading.Thread(
            target=lambda: codes.append(bench.fire_on_core_thread(address, *bench.rest_arguments("/long")))
        )
        for _ in range(2)
    ]
    for thread in threads:
        thread.start()
    running.wait()
    try:
        for _ in range(_CALLS):
            assert bench.fire_on_core_thread(short, *bench.rest_arguments("/short")) == 0
        assert all(thread.is_alive() for thread in threads)
    finally:
        ended.set()
        for thread in threads:
            thread.join()
    assert codes == [0, 0]


def callbacks_that_wait_in_python_hold_up_nobody(bench: Bench) -> None:
    _beside(bench, lambda ended: ended.wait(60))


def callbacks_that_compute_hold_up_nobody(bench: Bench) -> None:
    def compute(ended: threading.Event) -> None:
        end = time.monotonic() + 60
        while not ended.is_set() and time.monotonic() < end:
            sum(range(1000))

    _beside(bench, compute)
