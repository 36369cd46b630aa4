"""Scenarios of very many calls of every function and callback: the resources in use stay constant."""

from __future__ import annotations

import collections
import contextlib
import ctypes
import gc
import sys
import threading
import time
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from orthanc_codegen.plan import CallbackPlan, FunctionPlan
from orthanc_codegen.plan.conversions import Callback, Lifetime

from ..harness.answering import CoreInC
from ..harness.arrivals import Arrival
from ..harness.bench import Bench
from ..harness.plans import consumes_its_handle, hands_over_until_the_stop, is_handle_function
from ..harness.serving import Answering, taken_of
from ..harness.values import with_good_arguments
from .leaks import IS_SANITIZED, resident

_WARM_UP = 2_000  # calls that fill caches
_BYTES = 3 << 20  # that allocators may retain
_SHARED: tuple[object, ...] = (None, True, 0, 1, "", b"", ())
_CHUNK = 10_000  # calls of a callback on one thread


class Gauge:
    """Compares the resources in use before and after very many calls."""

    def __init__(self, bench: Bench, core: CoreInC) -> None:
        self._bench = bench
        self._core = core
        self.calls = 0

    def stays_flat(
        self, name: str, times: int, call: Callable[[int], object], watched: Iterable[object]
    ) -> None:
        """Make `times` calls; the reference counts of `watched` objects must not change."""
        objects = [value for value in watched if not isinstance(value, int | float | None)]
        call(_WARM_UP)
        before = self._read(objects)
        call(times)
        self.calls += times
        blocks, memory, own, shared, out = self._read(objects)
        assert own == before[2], f"{name}: reference counts were {before[2]}, are {own}"
        moved = max(abs(a - b) for a, b in zip(shared, before[3], strict=True))
        # In development mode, asyncio may keep the traceback of the last task: 120 references to None.
        assert moved < times // 10 + (
            150 if sys.flags.dev_mode else 100
        ), f"{name}: counts of {_SHARED} were {before[3]}, are {shared}"
        assert out == before[4], f"{name}: blocks and handles not freed were {before[4]}, are {out}"
        # A few caches of Python still fill; a leak would occur in every call.
        assert (
            blocks - before[0] < times // 10 + 100
        ), f"{name}: {blocks - before[0]} blocks more after {times} calls"
        more = memory - before[1]
        assert IS_SANITIZED or more < _BYTES, f"{name}: {more} bytes more after {times} calls"

    def _read(self, watched: Sequence[object]) -> tuple[int, int, list[int], list[int], tuple[int, int]]:
        gc.collect()
        # This cache holds names; code in C that makes a name anew for each lookup fills it up to 4,096.
        ctypes.pythonapi.PyType_ClearCache()
        return (
            sys.getallocatedblocks(),
            resident(),
            _settled_counts(watched),
            [sys.getrefcount(value) for value in _SHARED],
            self._core.outstanding(),
        )


def _settled_counts(watched: Sequence[object]) -> list[int]:
    """Return reference counts once they are stable: the event loop may still hold the last answer."""
    last: list[int] = []
    while (counts := [sys.getrefcount(value) for value in watched]) != last:
        last = counts
        time.sleep(0.02)
    return counts


def _slots(bench: Bench, function: FunctionPlan) -> int:
    """Return how many times the function can register; 0 if it uses no slots."""
    kinds = {k.c_name: k.slots for k in bench.plan.callbacks}
    taken = collections.Counter(
        a.conversion.c_name
        for a in function.arguments
        if isinstance(a.conversion, Callback) and a.conversion.lifetime is not Lifetime.CALL
    )
    return min((kinds[name] // count for name, count in taken.items()), default=0)


def functions(bench: Bench, part: str, parts: str, times: str) -> None:
    """Call every function so that it succeeds, fails in the core, and fails for a wrong argument."""
    core = CoreInC(bench.threads.library, bench.header)
    gauge = Gauge(bench, core)
    gc.collect()
    gc.freeze()
    for function in bench.plan.every_function[int(part) :: int(parts)]:
        _function(bench, core, gauge, function, int(times))
    print(f"calls: {gauge.calls}")


def _function(bench: Bench, core: CoreInC, gauge: Gauge, function: FunctionPlan, times: int) -> None:
    def on(target: Any) -> None:
        with_good_arguments(bench, function, lambda good: run(target, [a.python for a in good]))

    def run(target: Any, values: list[Any]) -> None:
        method, name = getattr(target, function.name), function.qualified_name
        watched = [*values, *classes]
        core.use(bench.core)
        try:
            succeed = _succeeding(bench, function, method, values)
            if succeed is not None:
                gauge.stays_flat(name, times, succeed, watched)
            bench.threads.released.value = 1
            bench.core.answer_in_c(bench.threads.wait_until_released, core.take_back)
            gauge.stays_flat(f"{name} refused", times // 10, _failing(bench, method, values), watched)
            gauge.stays_flat(f"{name} wrong", times // 10, _failing(bench, method, [*values, None]), watched)
        finally:
            bench.core.answer_in_c(None)

    classes = [getattr(bench.orthanc, cls.name) for cls in bench.plan.classes] + [
        bench.orthanc.OrthancException
    ]
    if function.bound_self is None:
        on(bench.orthanc)
    else:
        needs = function.c_name if is_handle_function(function) else ""
        bench.lend(function.bound_self.handle.name, on, needs)


def _succeeding(
    bench: Bench, function: FunctionPlan, method: Callable[..., object], values: list[Any]
) -> Callable[[int], object] | None:
    """Return a function that makes successful calls; None if each call keeps something on purpose."""
    if hands_over_until_the_stop(function):
        return None  # the core may keep the pointer to the payload
    if consumes_its_handle(function):
        return None  # the first call consumes the handle
    slots = _slots(bench, function)

    def call(count: int) -> None:
        for _ in range(count):
            method(*values)
            if bench.arrival is not None:
                bench.arrival.lent_calls.clear()

    def register(count: int) -> None:
        for start in range(0, count, slots):
            call(min(slots, count - start))
            bench.detach()
            bench.attach()

    return register if slots else call


def _failing(bench: Bench, method: Callable[..., object], values: list[Any]) -> Callable[[int], object]:
    def call(count: int) -> None:
        for _ in range(count):
            with contextlib.suppress(Exception):
                method(*values)
            if bench.arrival is not None:
                bench.arrival.lent_calls.clear()

    return call


def callbacks(bench: Bench, part: str, parts: str, times: str) -> None:
    """Call every callback, with a callable that returns a valid answer and with one that raises."""
    _callbacks(bench, part, parts, times, awaits=False)


def awaitables(bench: Bench, part: str, parts: str, times: str) -> None:
    """Call every callback with a coroutine that returns a valid answer."""
    _callbacks(bench, part, parts, times, awaits=True)


def _callbacks(bench: Bench, part: str, parts: str, times: str, awaits: bool) -> None:
    core = CoreInC(bench.threads.library, bench.header)
    gauge = Gauge(bench, core)
    gc.collect()
    gc.freeze()
    for kind in bench.plan.callbacks[int(part) :: int(parts)]:
        if kind.releases is not None:
            continue  # called for every payload of the callback that makes them
        _callback(bench, core, gauge, kind, int(times), awaits)
    print(f"calls: {gauge.calls}")


def _callback(
    bench: Bench, core: CoreInC, gauge: Gauge, kind: CallbackPlan, times: int, awaits: bool
) -> None:
    answer = Answering(bench, kind)

    def serve(address: int) -> None:
        arrival = Arrival(bench, kind)
        answer.prepare(arrival)
        taken = taken_of(bench, kind, arrival)
        last = threading.Event()  # the thread of deferred calls has ended all that came before
        behind = bench.register(kind.name, lambda *_: last.set()) if bench.is_deferred(kind) else None
        core.use(bench.core)

        def call(count: int) -> None:
            end, chunk = answer.calls + count, _CHUNK if behind is None else 1000
            for start in range(0, count, chunk):
                repeat = min(chunk, count - start)
                bench.threads.fire(address, arrival.arguments, repeat=repeat, taken=taken)
                if behind is not None:
                    bench.threads.fire(behind, arrival.arguments)
                    assert last.wait(10)
                    last.clear()
            # A failure that the core cannot receive disables the object: its methods are not called again.
            assert answer.calls == end or answer.fails, f"{kind.name}: {answer.calls} calls of {end}"

        try:
            answer.fails = False
            if awaits:
                answer.awaits = True
                gauge.stays_flat(f"{kind.name} that awaits", times, call, [answer.value])
                return
            gauge.stays_flat(kind.name, times, call, [answer.value])
            answer.fails = True
            gauge.stays_flat(f"{kind.name} that raises", times // 10, call, [answer.error])
        finally:
            bench.core.answer_in_c(None)

    if kind.registrar.startswith(("Register", "CreateJob")):
        serve(bench.register(kind.name, answer, *(["/flat"] if kind.name == "RestCallback" else [])))
    else:
        with contextlib.suppress(bench.orthanc.OrthancException):  # the call raises the exception, too
            bench.register_during(kind, answer, lambda _request, address: serve(address))
        bench.core.handlers.clear()
