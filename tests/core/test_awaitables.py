"""Callbacks that return awaitables: the event loop awaits them, and the core gets their results."""

from __future__ import annotations

import asyncio
import contextvars
import threading
import time
from collections.abc import Awaitable, Callable, Generator
from typing import Any, NoReturn

import pytest

from orthanc_codegen.plan import CallbackPlan

from .. import interface
from .harness.answers import check_answer, failing_result, good_answer
from .harness.arrivals import Arrival
from .harness.bench import Bench
from .harness.plans import is_deferred
from .harness.standin import Request

PLAN = interface.plan()
DURING_A_CALL = [c for c in PLAN.callbacks if not c.registrar.startswith(("Register", "CreateJob"))]
KINDS = [c for c in PLAN.callbacks if c not in DURING_A_CALL]
every_callback = pytest.mark.parametrize("kind", KINDS, ids=lambda c: c.name)
USER = contextvars.ContextVar("user", default="nobody")


def register(bench: Bench, kind: CallbackPlan, function: Any) -> int:
    return bench.register(kind.name, function, *(["/route"] if kind.name == "RestCallback" else []))


def answering(body: Callable[[Any], Awaitable[object]]) -> Callable[..., Awaitable[None]]:
    """Return a REST callback that awaits `body` and answers."""

    async def callback(output: Any, _uri: str, **_request: Any) -> None:
        await body(output)
        output.AnswerBuffer(b"ok", "text/plain")

    return callback


def get(bench: Bench, body: Callable[[Any], Awaitable[object]]) -> int:
    """Serve one request by a coroutine; return the code for the core."""
    address = bench.register_rest(answering(body))
    code: int = bench.fire("RestCallback", address, *bench.rest_arguments())
    return code


@every_callback
def test_what_the_core_gets(bench: Bench, kind: CallbackPlan) -> None:
    answers: list[Any] = []

    async def function(*args: Any, **kwargs: Any) -> Any:
        expected_args, expected_kwargs = arrival.expected()
        await asyncio.sleep(0)
        assert list(args) == expected_args
        assert kwargs == expected_kwargs
        for value in args:
            if type(value).__name__ == "RestOutput":
                value.AnswerBuffer(b"ok", "text/plain")
        answers.append(good_answer(bench, kind, arrival))
        return answers[-1]

    address = register(bench, kind, function)
    arrival = Arrival(bench, kind)
    result = bench.fire(kind.name, address, *arrival.arguments)
    if is_deferred(kind):
        bench.until(lambda: answers or bench.core.log)
    assert bench.core.logged("error") == ""
    assert len(answers) == 1
    if not is_deferred(kind):
        check_answer(bench, kind, arrival, answers[0], result)


@pytest.mark.parametrize("kind", DURING_A_CALL, ids=lambda c: c.name)
def test_callbacks_during_a_call(bench: Bench, kind: CallbackPlan) -> None:
    results: list[Any] = []
    answers: list[Any] = []

    async def function(*args: Any, **_kwargs: Any) -> Any:
        await asyncio.sleep(0)
        assert list(args) == arrivals[-1].expected()[0]
        answers.append(good_answer(bench, kind, arrivals[-1]))
        return answers[-1]

    def serve(_request: Request, address: int) -> None:
        arrivals.append(Arrival(bench, kind))
        results.append(bench.fire(kind.name, address, *arrivals[-1].arguments))

    arrivals: list[Arrival] = []
    bench.register_during(kind, function, serve)
    assert len(answers) == 1, bench.core.logged("error")
    check_answer(bench, kind, arrivals[0], answers[0], results[0])


def raises(error: BaseException) -> Callable[..., Awaitable[NoReturn]]:
    async def function(*_args: Any, **_kwargs: Any) -> NoReturn:
        await asyncio.sleep(0)
        raise error

    return function


ERRORS = [ValueError("oh ünï"), SystemExit(3), KeyboardInterrupt(), asyncio.CancelledError(), GeneratorExit()]


@every_callback
@pytest.mark.parametrize("error", ERRORS, ids=lambda e: type(e).__name__)
def test_exceptions(bench: Bench, kind: CallbackPlan, error: BaseException) -> None:
    address = register(bench, kind, raises(error))
    result = bench.fire(kind.name, address, *Arrival(bench, kind).arguments)
    assert result == (0 if is_deferred(kind) else failing_result(bench, kind))
    bench.until(lambda: bench.core.log)
    log = bench.core.logged("error")
    first, begin, where, line, *_ = log.splitlines()
    assert "Error in the Python callback raises.<locals>.function of orthanc." in first
    assert begin == "  Traceback (most recent call last):"
    assert where.startswith(f'    File "{__file__}", line ')  # begins in the script
    assert line == "      raise error"
    assert f"{type(error).__name__}{f': {error}' if str(error) else ''}" in log
    assert bench.core.log[1:] == []


def test_the_code_of_an_orthanc_exception(bench: Bench) -> None:
    async def body(_output: Any) -> None:
        raise bench.orthanc.OrthancException(bench.orthanc.ErrorCode.UNKNOWN_RESOURCE, "gone")

    assert get(bench, body) == bench.orthanc.ErrorCode.UNKNOWN_RESOURCE


def test_a_coroutine_that_forgets_to_answer(bench: Bench) -> None:
    async def callback(*_args: Any, **_request: Any) -> None:
        await asyncio.sleep(0)

    address = bench.register_rest(callback)
    assert bench.fire("RestCallback", address, *bench.rest_arguments()) == 1
    assert "returned without having answered the request" in bench.core.logged("error")


class Later:
    """An awaitable that is no coroutine."""

    def __await__(self) -> Generator[Any, None, bool]:
        yield from asyncio.sleep(0).__await__()
        return True


@pytest.mark.parametrize(
    "function", [lambda *_a, **_k: Later(), lambda *_a, **_k: asyncio.sleep(0.001, True)]
)
def test_every_awaitable_is_awaited(bench: Bench, function: Callable[..., Any]) -> None:
    kind = bench.callback("IncomingHttpRequestFilter")
    address = bench.register(kind.name, function)
    assert bench.fire(kind.name, address, *Arrival(bench, kind).arguments) == 1
    assert bench.core.logged("error") == ""


def test_what_is_no_awaitable_is_not_awaited(bench: Bench) -> None:
    async def coroutine() -> bool:
        return True

    kind = bench.callback("IncomingHttpRequestFilter")
    for value in (coroutine, iter([1]), (n for n in [1])):
        address = bench.register(kind.name, lambda *_a, value=value, **_k: value)
        assert bench.fire(kind.name, address, *Arrival(bench, kind).arguments) == failing_result(bench, kind)
    assert bench.core.logged("error").count("TypeError") == 3


def test_a_future_of_another_loop_is_an_error(bench: Bench) -> None:
    loop = asyncio.new_event_loop()
    try:
        address = bench.register_rest(lambda *_a, **_k: loop.create_future())
        assert bench.fire("RestCallback", address, *bench.rest_arguments()) == 1
    finally:
        loop.close()
    assert "attached to a different loop" in bench.core.logged("error")


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


def test_time_outs(bench: Bench) -> None:
    async def body(_output: Any) -> None:
        async with asyncio.timeout(0.01):
            await asyncio.sleep(1000)

    assert get(bench, body) == 1
    assert "\n  TimeoutError" in bench.core.logged("error")


def test_events_are_awaited_in_their_order(bench: Bench) -> None:
    seen: list[str] = []

    async def on_change(_change: Any, _type: Any, name: str) -> None:
        seen.append(f"begin {name}")
        await asyncio.sleep(0.01)
        seen.append(f"end {name}")

    address = bench.register("OnChangeCallback", on_change)
    for name in "abc":
        assert bench.fire("OnChangeCallback", address, 0, 0, name) == 0
    bench.until(lambda: len(seen) == 6)
    assert seen == [f"{step} {name}" for name in "abc" for step in ("begin", "end")]


def detach_while(bench: Bench, body: Callable[[Any], Awaitable[object]]) -> tuple[int, float]:
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
    firing.join(10)
    return codes[0], spent


def test_a_stop_waits_for_coroutines(bench: Bench) -> None:
    async def body(_output: Any) -> None:
        await asyncio.sleep(0.5)

    code, spent = detach_while(bench, body)
    assert code == 0
    assert 0.3 < spent < 4
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
        await asyncio.sleep(1)

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
