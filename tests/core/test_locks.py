"""Calls that need a lock of the core are refused in callbacks during which the core holds it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Collection, Iterator
from pathlib import Path
from typing import Any

import pytest

from orthanc_codegen.ir import Header, Version
from orthanc_codegen.plan import FunctionPlan, ModulePlan
from orthanc_codegen.plan.conversions import Handle
from orthanc_codegen.plan.functions import LocksNeeded

from .. import interface
from .harness.arrivals import Arrival
from .harness.bench import Bench, import_copy
from .harness.firing import CoreThreads, fire
from .harness.plans import guards_of, takes
from .harness.standin import fill_all
from .harness.values import good_arguments

PLAN = interface.plan()
RELEASES = ["1.9.1", "1.10.1", "1.12.7", "1.12.8", "1.13.0"]
HOLDING_CALLBACKS = [c for c in PLAN.callbacks if c.locks]
HOLDING_CALLS = [f for f in PLAN.every_function if f.call.keeps]


@pytest.fixture(params=RELEASES)
def bench(
    request: pytest.FixtureRequest,
    module_file: Path,
    header: Header,
    plan: ModulePlan,
    call_thread: Path,
    tmp_path: Path,
) -> Iterator[Bench]:
    """Attach a module to a stand-in core of some release."""
    module = import_copy(module_file, tmp_path)
    with Bench.set_up(module, header, plan, CoreThreads(call_thread), version=request.param) as made:
        yield made


def release_of(bench: Bench) -> Version:
    """Return the release of the core."""
    return Version.parse((bench.core.version.value or b"").decode())


def asking(bench: Bench) -> list[FunctionPlan]:
    """Return the functions of this core that need locks, and no handle."""
    functions = [f for group in bench.plan.groups for f in group.functions if guards_of(f, LocksNeeded)]
    functions = [f for f in functions if f.since is None or f.since <= release_of(bench)]
    return [f for f in functions if not takes(f, Handle)]


def needed_by(function: FunctionPlan) -> set[str]:
    """Return the locks that a call needs."""
    return {name for guard in guards_of(function, LocksNeeded) for name in guard.locks}


def is_refused(bench: Bench, held: Collection[str], needed: set[str]) -> bool:
    """Whether the core of this release holds a lock that is needed."""
    release = release_of(bench)
    return any(
        lock.name in held and lock.name in needed and (lock.until is None or release < lock.until)
        for lock in bench.plan.locks
    )


def ask(bench: Bench, held: Collection[str], calls: list[tuple[FunctionPlan, list[Any]]]) -> list[str]:
    """Call functions; return those that were refused or accepted wrongly."""
    wrong = []
    for function, values in calls:
        error = ""
        try:
            getattr(bench.orthanc, function.name)(*values)
        except RuntimeError as refusal:
            error = str(refusal)
        refused = "Orthanc waits for this callback while it holds the lock of" in error
        if refused != is_refused(bench, held, needed_by(function)):
            wrong.append(f"{function.name}: {error or 'not refused'}")
    return wrong


def calls_of(bench: Bench) -> list[tuple[FunctionPlan, list[Any]]]:
    """Make the arguments in advance, since this may need calls."""
    return [(f, [a.python for a in good_arguments(bench, f)]) for f in asking(bench)]


async def in_a_coroutine(body: Callable[[], object]) -> None:
    await asyncio.sleep(0)
    body()


async def in_a_task(body: Callable[[], object]) -> None:
    await asyncio.create_task(in_a_coroutine(body))


async def in_a_thread(body: Callable[[], object]) -> None:
    await asyncio.to_thread(body)


@pytest.mark.parametrize("place", [lambda body: body(), in_a_coroutine, in_a_task, in_a_thread])
@pytest.mark.parametrize("name", [c.name for c in HOLDING_CALLBACKS])
def test_callbacks_that_are_made_with_locks_held(bench: Bench, name: str, place: Callable[..., Any]) -> None:
    kind = bench.callback(name)
    if kind.since is not None and kind.since > release_of(bench):
        pytest.skip(f"{name} needs Orthanc {kind.since}")
    held = [lock.name for lock in kind.locks]
    calls, seen = calls_of(bench), list[list[str]]()
    address = bench.register(name, lambda *_a: place(lambda: seen.append(ask(bench, held, calls))))
    bench.fire(name, address, *Arrival(bench, kind).arguments)
    assert seen == [[]]
    assert ask(bench, (), calls) == []  # no lock is held after the callback


@pytest.mark.parametrize("is_awaited", [False, True], ids=["plain", "in a coroutine"])
@pytest.mark.parametrize("name", [f.qualified_name for f in HOLDING_CALLS])
def test_calls_that_keep_locks_while_the_core_calls_back(bench: Bench, name: str, is_awaited: bool) -> None:
    function = next(f for f in bench.plan.every_function if f.qualified_name == name)
    if function.since is not None and function.since > release_of(bench):
        pytest.skip(f"{name} needs Orthanc {function.since}")
    calls, seen = calls_of(bench), list[list[str]]()
    address = bench.register("StorageCreate", lambda *_a: seen.append(ask(bench, function.call.keeps, calls)))
    arrival = Arrival(bench, bench.callback("StorageCreate"))
    service = next(f for f in bench.header.functions if f.name == function.c_name).service

    def call_back(request: Any) -> None:
        bench.core.handlers.clear()
        bench.fire("StorageCreate", address, *arrival.arguments)
        fill_all(request)

    def call(target: Any) -> None:
        values = [argument.python for argument in good_arguments(bench, function)]
        bench.core.on(str(service).removeprefix("_OrthancPluginService_"), call_back)
        getattr(target, function.name)(*values)

    def call_in_coroutine(target: Any) -> None:
        async def route(output: Any, _uri: str, **_request: Any) -> None:
            await asyncio.sleep(0)
            call(target)
            output.AnswerBuffer(b"ok", "text/plain")

        route_address = bench.register_rest(route)
        assert bench.fire("RestCallback", route_address, *bench.rest_arguments()) == 0

    body = call_in_coroutine if is_awaited else call
    if function.bound_self is None:
        body(bench.orthanc)
    else:
        bench.lend(function.bound_self.handle.name, body)
    assert seen
    assert not any(seen), seen


def test_the_end_of_an_object_that_the_core_gives_back(bench: Bench) -> None:
    calls, seen = calls_of(bench), list[list[str]]()

    class Job:
        def step(self) -> int:
            return 1

        def get_progress(self) -> float:
            return 0.0

        def __del__(self) -> None:
            seen.append(ask(bench, ("context", "jobs"), calls))

    bench.orthanc.CreateJob(Job(), "ends")
    fields = next(r.fields for r in reversed(bench.core.requests) if "finalize" in r.fields)
    fire(bench.core.layouts, "OrthancPluginJobFinalize", fields["finalize"], [fields["job"]])
    assert seen == [[]]
