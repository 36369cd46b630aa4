"""Scenarios of callbacks that several threads of the core call at once."""

from __future__ import annotations

import gc
import itertools
import sys
import threading
import time
import weakref
from collections.abc import Callable
from typing import Any

from orthanc_codegen.plan import CallbackPlan
from orthanc_codegen.plan.conversions import Payload

from ..harness.answering import CoreInC, releases
from ..harness.answers import good_answer
from ..harness.arrivals import Arrival
from ..harness.bench import Bench
from ..harness.racing import Lender, RacingCore
from ..harness.serving import taken_of
from ..harness.standin import Request
from ..harness.values import good_arguments
from .handles import threads
from .threads import answering

_SWITCH = 2e-5  # seconds between switches of Python threads; much shorter than the default, to provoke races
_REPEAT = 50


def callbacks_are_registered_while_others_run(bench: Bench) -> None:
    """Each registration has its own C function, whichever thread made it."""
    sys.setswitchinterval(_SWITCH)
    own: dict[int, str] = {}
    called: list[str] = []
    lock, names = threading.Lock(), iter(range(1_000))
    busy = bench.register("IncomingHttpRequestFilter", lambda *_a, **_k: True)
    core = RacingCore(bench)
    lender = Lender(bench, core)
    lender.prepare(bench.callback("IncomingHttpRequestFilter"), busy)

    def register() -> None:
        for _ in range(8):
            name = f"/{next(names)}"
            callback = answering(lambda name=name: called.append(name))  # type: ignore[misc]
            bench.orthanc.RegisterRestCallback(name, callback)
            request = next(
                r
                for r in bench.core.asked("RegisterRestCallbackNoLock")
                if r.fields["pathRegularExpression"] == name
            )
            with lock:
                own[request.fields["callback"]] = name
            assert bench.fire_on_core_thread(request.fields["callback"], *bench.rest_arguments(name)) == 0

    with lender.lending(), threads(4, register):
        pass
    assert len(own) == 32, f"{32 - len(own)} registrations share the function of another one"
    called.clear()
    for address, name in own.items():
        assert bench.fire("RestCallback", address, *bench.rest_arguments(name)) == 0
        assert called.pop() == name


def a_registration_waits_for_no_later_callbacks(bench: Bench) -> None:
    """Two threads call a callback in turn, each until the other one has begun: no moment is without one."""
    callback = bench.callback("IncomingHttpRequestFilter")
    begun, changed, ended = [0], threading.Condition(), threading.Event()

    def accept(*_a: Any, **_k: Any) -> bool:
        with changed:
            begun[0] += 1
            own = begun[0]
            changed.notify_all()
            changed.wait_for(lambda: begun[0] > own or ended.is_set(), timeout=20)
        return True

    lender = Lender(bench, RacingCore(bench))
    for _ in range(2):
        lender.prepare(callback, bench.register(callback.name, accept))
    with lender.lending():
        try:
            bench.until(lambda: begun[0] > 100)
            with threads(3, lambda: bench.register(callback.name, print)):
                pass
        finally:
            ended.set()
            with changed:
                changed.notify_all()


class _Served:
    """An object of a script whose methods return valid answers, and count the threads inside them."""

    def __init__(self) -> None:
        self.answers: dict[str, Any] = {}
        self.calls = self.inside = self.most = 0

    def __getattr__(self, name: str) -> Callable[..., Any]:
        def method(*_a: Any, **_k: Any) -> Any:
            self.calls += 1
            self.inside += 1
            self.most = max(self.most, self.inside)
            time.sleep(0.02 if self.most == 1 else 0)  # until two calls have met: longer than a turn
            self.inside -= 1
            return self.answers[name]

        return method


def _use_a_job_at_once(bench: Bench) -> tuple[Any, Request, weakref.ref[Any]]:
    """Make a job and call each method of its object in two threads; return the job, request and object."""
    served: Any = _Served()
    create = next(f for f in bench.plan.every_function if f.name == "CreateJob2")
    given = {a.name: a.python for a in good_arguments(bench, create)}
    given[next(a.name for a in create.arguments if isinstance(a.conversion, Payload))] = served
    job = bench.orthanc.CreateJob2(**given)
    (request,) = bench.core.asked("CreateJob2")
    kinds = {k.c_name: k for k in bench.plan.callbacks if k.payload is not None}
    functions = {kinds[t]: f for n, f in request.fields.items() if (t := request.type_of(n)) in kinds and f}
    assert len(functions) > 4, functions

    def call(kind: CallbackPlan, address: int) -> Callable[[], object]:
        arrival = Arrival(bench, kind, payload=request.fields["job"])
        assert kind.payload is not None
        served.answers[kind.payload.method] = good_answer(bench, kind, arrival)
        taken = taken_of(bench, kind, arrival)
        return lambda: bench.threads.fire(address, arrival.arguments, repeat=_REPEAT, taken=taken)

    calls = iter([call(kind, address) for kind, address in functions.items() for _ in range(2)])
    CoreInC(bench.threads.library, bench.header).use(bench.core)
    with threads(2 * len(functions), lambda: next(calls)()):
        pass
    bench.core.answer_in_c(None)
    assert served.calls == 2 * len(functions) * _REPEAT, served.calls
    assert served.most > 1, "the calls did not overlap"
    return job, request, weakref.ref(served)


def methods_of_one_object_run_at_once(bench: Bench) -> None:
    """Several threads call methods of an object that the core keeps; it is freed after the last call."""
    sys.setswitchinterval(_SWITCH)
    job, request, served = _use_a_job_at_once(bench)
    gc.collect()
    assert served() is not None
    wanted = releases(bench.core.layouts)
    release = next(f for n, f in request.fields.items() if request.type_of(n) in wanted)
    bench.threads.fire(release, [request.fields["job"]])
    gc.collect()
    assert served() is None
    job.Close()


def exceptions_of_many_threads_are_told_apart(bench: Bench) -> None:
    """Each exception is logged once, with its own callback; the call that it occurred in raises it."""
    sys.setswitchinterval(_SWITCH)
    numbers = itertools.count()

    def fail(*_a: Any, **_k: Any) -> None:
        raise LookupError(f"<{next(numbers)}>")

    address = bench.register_rest(fail)
    with threads(4, lambda: bench.fire_on_core_thread(address, *bench.rest_arguments(), repeat=_REPEAT)):
        pass
    errors = [text for level, text in bench.core.log if level == "error"]
    assert len(errors) == 4 * _REPEAT
    for number in range(4 * _REPEAT):
        (text,) = (t for t in errors if f"LookupError: <{number}>\n" in t)
        assert text.count("Traceback") == text.count("\n  LookupError: ") == 1, text
        assert "fail of orthanc.RegisterRestCallback() for /route" in text, text
    bench.core.log.clear()
    plan = bench.callback("DicomWebBinaryCallback")

    def serve(_request: Any, function: int) -> None:
        arrivals = iter([Arrival(bench, plan).arguments for _ in range(4)])
        with threads(4, lambda: bench.threads.fire(function, next(arrivals), repeat=_REPEAT)):
            pass

    try:
        bench.register_during(plan, fail, serve)
    except LookupError as error:
        assert str(error).startswith("<")
    else:
        raise AssertionError("the call raised nothing")
    assert next(numbers) == 8 * _REPEAT
    assert bench.core.logged("error") == ""
