"""Has each allocation of Python fail in turn, in every conversion of arguments and results."""

from __future__ import annotations

import collections
import gc
import importlib
from collections.abc import Callable
from typing import Any

from orthanc_codegen.plan import FunctionPlan

from ..answering import CoreInC
from ..bench import Bench
from ..values import with_good_arguments

_ALLOCATIONS = 60  # that are made to fail, one in each call: more than any function makes


def failing_allocations(bench: Bench) -> None:
    """Call what registers nothing and needs nothing that is only lent: a MemoryError, or no exception."""
    core = CoreInC(bench.threads.library, bench.header)
    outcomes: collections.Counter[str] = collections.Counter()
    gc.freeze()  # what is there stays: it need not be gone through again and again
    made = {f.returns.annotation for f in bench.plan.every_function if f.bound_self is None}
    for function in bench.plan.every_function:
        registers = any("Callable" in a.holder or "Payload" in a.holder for a in function.arguments)
        if registers or (function.bound_self and function.bound_self.class_name not in made - {"Job"}):
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
        gc.collect()  # handles in cycles go back to the core that gave them
        core.use(bench.core)
        try:
            outcomes.update(_call(method, values, start) for start in range(_ALLOCATIONS))
            gc.collect()
        finally:
            bench.core.answer_in_c(None)

    if function.bound_self is None:
        on(bench.orthanc)
    else:
        bench.lend(function.bound_self.class_name, on)


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
