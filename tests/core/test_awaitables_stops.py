"""Stops of a server while coroutines run."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Awaitable, Callable
from typing import Any

from .coroutines import answering, get
from .harness.bench import Bench


def detach_while(
    bench: Bench, body: Callable[[Any], Awaitable[object]], then: Callable[[], object] = bool
) -> tuple[int, float]:
    """Detach the server while a coroutine runs; return the code for the core, and the time it took."""
    entered = threading.Event()

    async def noted(output: Any) -> None:
        entered.set()
        await body(output)

    address = bench.register_rest(answering(noted))
    codes: list[int] = []
    arguments = bench.rest_arguments()
    firing = threading.Thread(target=lambda: codes.append(bench.fire_on_core_thread(address, *arguments)))
    firing.start()
    assert entered.wait(10)
    before = time.monotonic()
    bench.detach()
    spent = time.monotonic() - before
    then()
    firing.join(10)
    return codes[0], spent


def test_a_stop_waits_for_coroutines(bench: Bench) -> None:
    steps: list[str] = []

    async def body(_output: Any) -> None:
        await asyncio.sleep(0.5)
        steps.append("coroutine ends")

    code, spent = detach_while(bench, body, lambda: steps.append("detached"))
    assert code == 0
    assert steps == ["coroutine ends", "detached"]
    assert spent < 4
    bench.attach()


def test_a_stop_cancels_coroutines(bench: Bench) -> None:
    steps: list[str] = []

    async def body(_output: Any) -> None:
        try:
            await asyncio.sleep(1000)
        finally:
            steps.append("finally")

    code, spent = detach_while(bench, body)
    assert code == 1
    assert spent < 7
    assert steps == ["finally"]
    assert "CancelledError" in bench.core.logged("error")
    assert "Python stops while callbacks still run: 1" not in bench.core.logged("warning")
    bench.attach()


def test_a_stop_abandons_coroutines_that_ignore_it(bench: Bench) -> None:
    go_on = threading.Event()
    outputs: list[Any] = []

    async def body(output: Any) -> None:
        outputs.append(output)
        while not go_on.is_set():
            try:
                await asyncio.sleep(0.01)
            except asyncio.CancelledError:
                continue

    code, spent = detach_while(bench, body)
    assert code == 1
    assert spent < 7
    assert "no longer waits for what this callback awaits" in bench.core.logged("error")
    assert "closed" in repr(outputs[0])
    go_on.set()
    bench.attach()

    async def nothing(_output: Any) -> None:
        pass

    assert get(bench, nothing) == 0
