"""Scenarios of coroutines: many callbacks await at once, call the core, and end while tasks still call it."""

from __future__ import annotations

import asyncio
import ctypes
import sys
import threading
from collections.abc import Callable, Coroutine
from typing import Any

from ..harness.bench import Bench
from ..harness.racing import Lender, RacingCore
from .handles import threads

_SWITCH = 2e-5  # seconds
_THREADS = 6
_REPEAT = 50
_SERVERS = 8


def awaiting(body: Callable[[], Coroutine[Any, Any, object]]) -> Callable[..., Coroutine[Any, Any, None]]:
    """Return a REST callback that awaits `body` and answers."""

    async def callback(output: Any, _uri: str, **_request: Any) -> None:
        await body()
        output.AnswerBuffer(b"ok", "text/plain")

    return callback


def _fire(bench: Bench, address: int, **options: int) -> None:
    """Call a route on many threads of the core."""

    def fire() -> None:
        assert bench.fire_on_core_thread(address, *bench.rest_arguments(), repeat=_REPEAT, **options) == 0

    bench.core.log.clear()  # of earlier scenarios
    with threads(_THREADS, fire):
        pass
    assert bench.core.logged("error") == ""


def many_coroutines(bench: Bench) -> None:
    """Coroutines suspend, make calls, and make calls on other threads."""
    loops, made = set[int](), set[int]()

    def rest_api_get(request: Any) -> None:
        made.add(threading.get_ident())
        request.fill("target", b"done")

    async def body() -> None:
        loops.add(threading.get_ident())
        await asyncio.sleep(0)
        assert bench.orthanc.RestApiGet("/") == b"done"
        calls = [asyncio.to_thread(bench.orthanc.RestApiGet, "/") for _ in range(2)]
        assert await asyncio.gather(*calls) == [b"done"] * 2
        await asyncio.sleep(0.0001)

    bench.core.on("RestApiGet", rest_api_get)
    _fire(bench, bench.register_rest(awaiting(body)))
    assert len(loops) == 1
    assert loops.isdisjoint(made)


def tasks_outlive_their_callbacks(bench: Bench) -> None:
    """Calls of tasks and threads begin while the callback returns that they act for."""
    sys.setswitchinterval(_SWITCH)
    made: list[int] = []
    kept: set[asyncio.Future[Any]] = set()

    def rest_api_get(request: Any) -> None:
        made.append(1)
        request.fill("target", b"done")

    async def call() -> None:
        await asyncio.sleep(0)
        for _ in range(3):
            assert bench.orthanc.RestApiGet("/") == b"done"
            await asyncio.sleep(0)

    async def body() -> None:
        for started in (call(), asyncio.to_thread(bench.orthanc.RestApiGet, "/")):
            task = asyncio.ensure_future(started)
            kept.add(task)
            task.add_done_callback(kept.discard)
        await asyncio.sleep(0)

    bench.core.on("RestApiGet", rest_api_get)
    _fire(bench, bench.register_rest(awaiting(body)))
    bench.until(lambda: not kept)
    assert len(made) == _THREADS * _REPEAT * 4


def servers_go_while_coroutines_run(bench: Bench) -> None:
    """A stop waits for coroutines; after it, none of them calls the server."""
    sys.setswitchinterval(_SWITCH)
    core = RacingCore(bench)
    orthanc = bench.orthanc
    lender = Lender(bench, core)

    async def body() -> None:
        await asyncio.sleep(0)
        orthanc.GetConfiguration()
        await asyncio.to_thread(orthanc.GetConfiguration)

    callback = awaiting(body)
    address = bench.register_rest(callback)
    for _ in range(3):
        lender.prepare(bench.callback("RestCallback"), address)
    bench.detach()
    with lender.lending():
        for _ in range(_SERVERS):
            context = core.new_context()
            bench.core.start(ctypes.addressof(context))
            orthanc.RegisterRestCallback("/", callback)
            known = lender.rounds
            bench.until(lambda: lender.rounds > known + 10)  # noqa: B023
            bench.core.detach()
            core.end(context)
    core.check()
    bench.attach()
    print(f"{lender.rounds} callbacks, {core.count('calls_answered')} calls")
