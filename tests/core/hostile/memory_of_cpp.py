"""Makes each allocation of the module's own C++ fail in turn, in callbacks and calls that fail anyway."""

from __future__ import annotations

import collections
import ctypes
import functools
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any, NoReturn

from orthanc_codegen.plan import CallbackPlan
from orthanc_codegen.plan.conversions import Callback, Handle
from orthanc_codegen.plan.functions import ReleaseNeeded

from ..harness.answers import failing_result
from ..harness.arrivals import Arrival
from ..harness.bench import Bench
from ..harness.plans import guards_of, takes
from ..harness.values import good_arguments

_SOURCE = Path(__file__).with_name("failing_new.cpp")
_ALLOCATIONS = 15  # calls with one failing allocation each; more than the allocations of any failure
_OLD = "1.5.7"


def build_failing_new(folder: Path) -> Path:
    """Compile an operator new that fails on request; it must be preloaded."""
    library = folder / "failing_new.so"
    subprocess.run(["g++", "-O1", "-shared", "-fPIC", "-o", str(library), str(_SOURCE)], check=True)
    return library


class _FailingNew:
    """The operator new of this process."""

    def __init__(self, library: str) -> None:
        self._library = ctypes.CDLL(library)
        self.failed: Callable[[], int] = self._library.FailedNews

    def during(self, call: Callable[[], Any], after: int) -> Any:
        """Make a call in which the allocation number `after` (from 0) fails."""
        self._library.FailNew(after)
        try:
            return call()
        finally:
            self._library.FailNew(-1)


def failing_callbacks(bench: Bench, library: str) -> None:
    """Call callbacks that raise: whichever allocation fails, the core gets a failure and the log a line."""
    memory = _FailingNew(library)
    for kind in bench.plan.callbacks:
        if kind.registrar.startswith(("Register", "CreateJob")):
            for after in range(_ALLOCATIONS):
                _fire(bench, memory, kind, after)
    assert memory.failed() > 5 * len(bench.plan.callbacks), memory.failed()


def _a_callable_with_a_name_that_needs_memory(*_args: object, **_kwargs: object) -> NoReturn:
    raise RuntimeError("a reason that needs memory too")


def _fire(bench: Bench, memory: _FailingNew, kind: CallbackPlan, after: int) -> None:
    before = ["/route"] if kind.name == "RestCallback" else []
    address = bench.register(kind.name, _a_callable_with_a_name_that_needs_memory, *before)
    arrival = Arrival(bench, kind)
    bench.core.log.clear()
    failed = memory.failed()
    result = memory.during(lambda: bench.fire(kind.name, address, *arrival.arguments), after)
    if bench.is_deferred(kind):
        assert result in (0, failing_result(bench, kind))
    else:
        assert result == failing_result(bench, kind), (kind.name, after, result)
    bench.until(lambda: bench.core.log)
    if memory.failed() == failed:
        assert "a reason that needs memory too" in bench.core.logged("error")
    bench.detach()  # frees the slot, and the failures that a payload records
    bench.attach()


def failing_calls(bench: Bench, library: str) -> None:
    """Call functions that an older core lacks: MemoryError, or the exception that states this."""
    memory = _FailingNew(library)
    bench.detach()
    outcomes: collections.Counter[str] = collections.Counter()
    with Bench.set_up(bench.orthanc, bench.header, bench.plan, bench.threads, version=_OLD) as old:
        for function in (f for group in old.plan.groups for f in group.functions):
            if takes(function, Handle, Callback):
                continue
            values = [argument.python for argument in good_arguments(old, function)]
            call = functools.partial(getattr(old.orthanc, function.name), *values)
            if guards_of(function, ReleaseNeeded):
                afters = range(_ALLOCATIONS)
                outcomes.update(_raised(functools.partial(memory.during, call, after)) for after in afters)
    assert set(outcomes) == {"MemoryError", "OrthancException"}, outcomes
    assert outcomes["MemoryError"] == memory.failed()


def _handle_class(handle: object) -> ctypes.c_void_p:
    """Return the first field of a handle: the C++ class that it belongs to."""
    return ctypes.c_void_p.from_address(id(handle) + object.__basicsize__)


def failing_iterations(bench: Bench, library: str) -> None:
    """Step an iterator in a core that has none: the type slot raises as the method does."""
    memory = _FailingNew(library)
    classes: list[int | None] = []
    bench.lend("KeysValuesIterator", lambda real: classes.append(_handle_class(real).value))
    bench.detach()
    outcomes: collections.Counter[str] = collections.Counter()

    def step(old: Bench) -> None:  # frees its iterator before the core is detached
        iterator = old.forge("KeysValuesIterator")
        forged = _handle_class(iterator)
        own, forged.value = forged.value, classes[0]
        for after in range(_ALLOCATIONS):
            outcomes[_raised(functools.partial(memory.during, functools.partial(next, iterator), after))] += 1
        forged.value = own  # it is freed as what it is

    with Bench.set_up(bench.orthanc, bench.header, bench.plan, bench.threads, version=_OLD) as old:
        step(old)
    assert set(outcomes) == {"MemoryError", "OrthancException"}, outcomes
    assert outcomes["MemoryError"] == memory.failed()


def _raised(call: Callable[[], Any]) -> str:
    try:
        call()
    except Exception as error:
        return type(error).__name__
    return "nothing"
