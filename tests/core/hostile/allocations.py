"""Makes each allocation of Python fail in turn, in the conversions of all functions and callbacks."""

from __future__ import annotations

import collections
import ctypes
import gc
import importlib
from collections.abc import Callable
from typing import Any

from orthanc_codegen.plan import CallbackPlan, FunctionPlan
from orthanc_codegen.plan.conversions import Callback, Payload

from ..harness.answering import CoreInC
from ..harness.answers import failing_result
from ..harness.arrivals import Arrival
from ..harness.bench import Bench
from ..harness.firing import prepare
from ..harness.plans import class_given_by, takes
from ..harness.serving import Answering, taken_of
from ..harness.values import with_good_arguments

_ALLOCATIONS = 60  # calls with one failing allocation each; more than the allocations of any function


def failing_allocations(bench: Bench) -> None:
    """Call functions without callbacks: each call raises MemoryError, or succeeds. No handle may leak."""
    core = CoreInC(bench.threads.library, bench.header)
    outcomes: collections.Counter[str] = collections.Counter()
    gc.freeze()  # keeps later collections short
    made = {class_given_by(f) for f in bench.plan.every_function if f.bound_self is None}
    for function in bench.plan.every_function:
        registers = takes(function, Callback, Payload)
        if registers or (function.bound_self and function.bound_self.handle.name not in made - {"Job"}):
            continue
        _fail_in(bench, core, function, outcomes)
    assert set(outcomes) == {"no exception", "MemoryError"}, outcomes
    assert core.outstanding() == (0, 0)
    print(f"calls: {outcomes.total()}, of which {outcomes['MemoryError']} had no memory")


def _fail_in(bench: Bench, core: CoreInC, function: FunctionPlan, outcomes: collections.Counter[str]) -> None:
    def on(target: Any) -> None:
        method = getattr(target, function.name)
        with_good_arguments(bench, function, lambda good: run(method, [a.python for a in good]))

    def run(method: Callable[..., object], values: list[Any]) -> None:
        gc.collect()  # frees handles in reference cycles
        core.use(bench.core)
        try:
            outcomes.update(_call(method, values, start) for start in range(_ALLOCATIONS))
            gc.collect()
        finally:
            bench.core.answer_in_c(None)

    if function.bound_self is None:
        on(bench.orthanc)
    else:
        bench.lend(function.bound_self.handle.name, on)


def failing_callbacks(bench: Bench) -> None:
    """Call callbacks for which the core waits: it receives a failure or success, and all its memory back."""
    core = CoreInC(bench.threads.library, bench.header)
    told: collections.Counter[str] = collections.Counter()
    gc.freeze()
    for kind in bench.plan.callbacks:
        registers = kind.registrar.startswith(("Register", "CreateJob"))
        # Allocations fail in the whole process, so also on the thread that makes deferred calls.
        if registers and not bench.is_deferred(kind) and kind.releases is None:
            _fail_in_callback(bench, core, kind, told)
            gc.collect()
            bench.detach()
            bench.attach()
    assert min(told["failure"], told["success"]) > 100, told
    assert core.outstanding() == (0, 0)
    print(dict(told))


def _fail_in_callback(
    bench: Bench, core: CoreInC, kind: CallbackPlan, told: collections.Counter[str]
) -> None:
    answer, failing = Answering(bench, kind), failing_result(bench, kind)
    address = bench.register(kind.name, answer, *(["/route"] if kind.name == "RestCallback" else []))
    arrival = Arrival(bench, kind)
    answer.prepare(arrival)

    def call(start: int | None) -> tuple[str, int]:
        taken = taken_of(bench, kind, arrival)
        for place in (t.place for t in taken if t.place):
            ctypes.c_void_p.from_address(place).value = None  # prevents a free after a failure
        task = prepare(address, arrival.arguments, taken=taken)
        if start is None:
            bench.threads.run_here(task)
            return "", task.answer()
        # On this thread, since CPython 3.11 itself crashes if it has no memory for the state of a new thread.
        return _call(bench.threads.run_here, [task], start), task.answer()

    core.use(bench.core)
    try:
        _, good = call(None)
        for start in range(_ALLOCATIONS):
            outcome, result = call(start)
            if outcome != "no exception":
                told["ctypes had no memory"] += 1
                continue
            failed = result == (failing or 0)
            # A result that is a pointer is NULL if the callback failed, and any address otherwise.
            assert failed or failing is None or result == good, (kind.name, start, result)
            told["failure" if failed else "success"] += 1
    finally:
        bench.core.answer_in_c(None)


def _call(method: Callable[..., object], values: list[Any], start: int) -> str:
    python: Any = importlib.import_module("_testcapi")
    python.set_nomemory(start, start + 1)
    try:
        method(*values)
    except BaseException as error:
        python.remove_mem_hooks()
        return type(error).__name__
    finally:
        python.remove_mem_hooks()
    return "no exception"
