"""Callbacks that return awaitables: the event loop awaits them, and the core gets their results."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Generator
from typing import Any, NoReturn

import pytest

from orthanc_codegen.plan import CallbackPlan

from .. import interface
from .coroutines import get, register
from .harness.answers import check_answer, failing_result, good_answer
from .harness.arrivals import Arrival
from .harness.bench import Bench
from .harness.plans import is_deferred
from .harness.standin import Request

PLAN = interface.plan()
DURING_A_CALL = [c for c in PLAN.callbacks if not c.registrar.startswith(("Register", "CreateJob"))]
KINDS = [c for c in PLAN.callbacks if c not in DURING_A_CALL]
every_callback = pytest.mark.parametrize("kind", KINDS, ids=lambda c: c.name)


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
