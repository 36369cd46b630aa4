"""Coroutines in the event loop: their calls into the core, threads, contexts, handles and tasks."""

from __future__ import annotations

import asyncio
import contextvars
import threading
from collections.abc import Awaitable, Callable
from typing import Any, NoReturn

import pytest

from .coroutines import answering, get
from .harness.bench import Bench

USER = contextvars.ContextVar("user", default="nobody")


def test_what_is_borrowed_lives_as_long_as_the_awaitable(bench: Bench) -> None:
    kept: list[Any] = []

    async def body(output: Any) -> None:
        kept.append(output)
        await asyncio.sleep(0.05)
        assert "closed" not in repr(output)

    assert get(bench, body) == 0
    assert "closed" in repr(kept[0])
    with pytest.raises(ValueError, match="during the callback that received it"):
        kept[0].AnswerBuffer(b"late", "text/plain")


def test_contexts(bench: Bench) -> None:
    seen: list[str] = []

    async def body(_output: Any) -> None:
        seen.append(USER.get())
        USER.set("coroutine")
        await asyncio.sleep(0)
        seen.append(USER.get())
        seen.append(await asyncio.to_thread(USER.get))
        seen.append(await asyncio.create_task(task()))

    async def task() -> str:
        return USER.get()

    def callback(output: Any, _uri: str, **_request: Any) -> Awaitable[None]:
        seen.append(USER.get())
        USER.set("callable")
        return answering(body)(output, "")

    address = bench.register_rest(callback)
    assert bench.fire_on_core_thread(address, *bench.rest_arguments(), repeat=3) == 0
    assert seen == ["nobody", "callable", "coroutine", "coroutine", "coroutine"] * 3
    assert USER.get() == "nobody"


def note_threads(bench: Bench, threads: list[int]) -> None:
    """Note the threads that make calls."""

    def rest_api_get(request: Any) -> None:
        threads.append(threading.get_ident())
        request.fill("target", b"done")

    bench.core.on("RestApiGet", rest_api_get)


def test_the_thread_of_the_callback_makes_the_calls(bench: Bench) -> None:
    """The core may hold recursive locks on that thread."""
    threads: list[int] = []
    note_threads(bench, threads)

    async def task() -> None:
        bench.orthanc.RestApiGet("/task")

    async def body(_output: Any) -> None:
        loops.append(threading.get_ident())
        bench.orthanc.RestApiGet("/")
        await asyncio.gather(asyncio.create_task(task()), task())
        await asyncio.gather(*(asyncio.to_thread(bench.orthanc.RestApiGet, "/thread") for _ in range(5)))

    loops: list[int] = []
    assert get(bench, body) == 0, bench.core.logged("error")
    assert threads == [threading.get_ident()] * 8
    assert loops[0] != threading.get_ident()
    assert get(bench, body) == 0
    assert loops[0] == loops[1]


def nested(bench: Bench, inner: Callable[..., Any]) -> None:
    """Let the core serve its own REST API by a route."""
    address = bench.register_rest(inner, "/inner")

    def rest_api_get(request: Any) -> int:
        code: int = bench.fire("RestCallback", address, *bench.rest_arguments("/inner"))
        request.fill("target", b"done")
        return code

    bench.core.on("RestApiGet", rest_api_get)


def test_a_call_that_leads_to_a_coroutine(bench: Bench) -> None:
    """The loop cannot await it while its own thread waits for the call, but while another thread does."""

    async def pause(_output: Any) -> None:
        await asyncio.sleep(0.001)

    async def direct(_output: Any) -> None:
        bench.orthanc.RestApiGet("/inner")

    async def by_thread(_output: Any) -> None:
        await asyncio.to_thread(bench.orthanc.RestApiGet, "/inner")

    nested(bench, answering(pause))
    assert get(bench, by_thread) == 0, bench.core.logged("error")
    assert get(bench, direct) == 1
    first, *_ = bench.core.logged("error").split("\n\n")
    assert "RuntimeError: the event loop waits for the call into Orthanc that has led to this" in first
    assert "asyncio.to_thread(orthanc.RestApiGet, uri)" in first
    assert get(bench, by_thread) == 0


def test_a_call_that_leads_to_a_plain_callback(bench: Bench) -> None:
    async def direct(_output: Any) -> None:
        assert bench.orthanc.RestApiGet("/inner") == b"done"

    nested(bench, lambda output, _uri, **_request: output.AnswerBuffer(b"ok", "text/plain"))
    assert get(bench, direct) == 0, bench.core.logged("error")


def test_a_registration_of_the_same_kind_is_refused(bench: Bench) -> None:
    async def body(_output: Any) -> None:
        with pytest.raises(RuntimeError, match="from within a callback of the same kind"):
            bench.orthanc.RegisterRestCallback("/other", print)
        with pytest.raises(RuntimeError, match="from within a callback of the same kind"):
            await asyncio.to_thread(bench.orthanc.RegisterRestCallback, "/other", print)

    assert get(bench, body) == 0, bench.core.logged("error")


def test_a_task_that_outlives_its_callback(bench: Bench) -> None:
    """It calls the core like a thread of the script: on its own thread, while the server runs."""
    threads: list[int] = []
    note_threads(bench, threads)
    tasks: list[asyncio.Task[None]] = []
    go_on = threading.Event()

    async def later() -> None:
        while not go_on.is_set():
            await asyncio.sleep(0.001)
        bench.orthanc.RestApiGet("/")

    async def body(_output: Any) -> None:
        tasks.append(asyncio.create_task(later()))

    assert get(bench, body) == 0
    go_on.set()
    bench.until(lambda: tasks[0].done())
    tasks[0].result()
    assert len(threads) == 1
    assert threads[0] != threading.get_ident()


def test_an_event_does_not_wait_for_the_calls_of_tasks(bench: Bench) -> None:
    """The core waits for no coroutine of an event, so its tasks call on their own threads."""
    begun, go_on = threading.Event(), threading.Event()
    seen: list[str] = []
    tasks: list[asyncio.Task[Any]] = []

    def rest_api_get(request: Any) -> None:
        begun.set()
        assert go_on.wait(60)
        request.fill("target", b"done")

    async def on_change(_change: Any, _type: Any, name: str) -> None:
        if not tasks:
            tasks.append(asyncio.create_task(asyncio.to_thread(bench.orthanc.RestApiGet, "/")))
            await asyncio.to_thread(begun.wait)
        seen.append(name)

    bench.core.on("RestApiGet", rest_api_get)
    address = bench.register("OnChangeCallback", on_change)
    for name in "ab":
        assert bench.fire("OnChangeCallback", address, 0, 0, name) == 0
    try:
        bench.until(lambda: seen == ["a", "b"])
    finally:
        go_on.set()
    bench.until(lambda: tasks[0].done())
    assert tasks[0].result() == b"done"


def test_scripts_cannot_end_the_loop(bench: Bench) -> None:
    async def stop(_output: Any) -> None:
        asyncio.get_running_loop().stop()
        await asyncio.sleep(0.01)

    async def leave() -> None:
        raise SystemExit(3)

    async def exit_in_a_task(_output: Any) -> None:
        with pytest.raises(SystemExit):
            await asyncio.create_task(leave())

    assert get(bench, stop) == 0
    assert get(bench, exit_in_a_task) == 0, bench.core.logged("error")
    assert get(bench, stop) == 0


def test_a_task_factory_that_fails(bench: Bench) -> None:
    def factory(*_args: Any, **_kwargs: Any) -> NoReturn:
        raise ValueError("no task today")

    async def install(_output: Any) -> None:
        asyncio.get_running_loop().call_later(0.001, asyncio.get_running_loop().set_task_factory, factory)

    async def nothing(_output: Any) -> None:
        pass

    loops: list[asyncio.AbstractEventLoop] = []

    async def note(_output: Any) -> None:
        loops.append(asyncio.get_running_loop())

    assert get(bench, note) == 0
    assert get(bench, install) == 0
    bench.until(lambda: loops[0].get_task_factory() is factory)
    try:
        assert get(bench, nothing) == 1
    finally:
        loops[0].call_soon_threadsafe(loops[0].set_task_factory, None)
    assert "ValueError: no task today" in bench.core.logged("error")
    bench.until(lambda: loops[0].get_task_factory() is None)
    assert get(bench, nothing) == 0


def test_a_call_that_blocks_the_loop_for_too_long(bench: Bench) -> None:
    """The call waits for a lock that the core holds during a callback, and this callback for the loop."""
    lock, waits = threading.Lock(), threading.Event()

    def rest_api_get(request: Any) -> None:
        waits.set()
        with lock:
            request.fill("target", b"done")

    async def call(_output: Any) -> None:
        bench.orthanc.RestApiGet("/")

    async def under_the_lock(_output: Any) -> None:
        while not waits.is_set():
            await asyncio.sleep(0.01)

    def hold() -> None:
        with lock:
            firing.start()
            codes.append(bench.fire_on_core_thread(holding, *arguments))

    codes: list[int] = []
    bench.core.on("RestApiGet", rest_api_get)
    holding = bench.register_rest(answering(under_the_lock))
    calling = bench.register_rest(answering(call))
    arguments = bench.rest_arguments()
    firing = threading.Thread(target=lambda: codes.append(bench.fire_on_core_thread(calling, *arguments)))
    holder = threading.Thread(target=hold)
    holder.start()
    holder.join(30)
    firing.join(30)
    assert waits.is_set()
    assert codes == [1, 0]
    assert "has been inside one call into Orthanc for 10 seconds" in bench.core.logged("error")
