"""Scenarios of handles in many threads: what is shared takes turns, what is over is refused, in any order."""

from __future__ import annotations

import contextlib
import gc
import random
import sys
import threading
import time
from collections.abc import Callable, Iterator
from typing import Any

from orthanc_codegen.plan import CallbackPlan, ClassPlan, FunctionPlan

from .arrivals import Arrival
from .bench import Bench
from .firing import fire
from .standin import Request, fill_all
from .values import good_arguments

_RACE = 0.5  # seconds for each class
_SWITCH = 2e-5  # seconds after which another thread gets its turn in Python: by far more often than usual


_HARD = {"HandleArgument", "OptionalHandleArgument", "PayloadArgument"}


def plain_methods(cls: ClassPlan) -> list[FunctionPlan]:
    """List the methods of a class that take no further handle and no callable."""
    return [
        m for m in cls.methods if not any("Handle" in a.holder or "Payload" in a.holder for a in m.arguments)
    ]


def service_of(bench: Bench, method: FunctionPlan) -> str | None:
    """Name the service that a method calls; None for what the core lends as a function."""
    function = next((f for f in bench.header.functions if f.name == method.c_name), None)
    return function.service.removeprefix("_OrthancPluginService_") if function and function.service else None


@contextlib.contextmanager
def threads(count: int, work: Callable[[], object]) -> Iterator[None]:
    """Run `work` in some threads; what they raise is raised at the end."""
    errors: list[BaseException] = []

    def run() -> None:
        try:
            work()
        except BaseException as error:
            errors.append(error)

    started = [threading.Thread(target=run) for _ in range(count)]
    for thread in started:
        thread.start()
    try:
        yield
    finally:
        for thread in started:
            thread.join()
    if errors:
        raise errors[0]


class Occupancy:
    """A service of the core that counts how many calls are in it at a time."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._inside = 0
        self.most = 0

    def __call__(self, request: Request) -> None:
        with self._lock:
            self._inside += 1
            self.most = max(self.most, self._inside)
        time.sleep(0.002)
        fill_all(request)
        with self._lock:
            self._inside -= 1


def calls_on_one_handle_take_turns(bench: Bench) -> None:
    for cls in bench.plan.classes:
        method = next((m for m in plain_methods(cls) if service_of(bench, m)), None)
        if method is None:
            continue
        occupancy = Occupancy()
        bench.core.on(str(service_of(bench, method)), occupancy)
        arguments = [a.python for a in good_arguments(bench, method)]

        def use(handle: Any, method: FunctionPlan = method, arguments: list[Any] = arguments) -> None:
            def call() -> None:
                with contextlib.suppress(ValueError):  # a job that another thread has submitted
                    for _ in range(3):
                        getattr(handle, method.name)(*arguments)

            with threads(4, call):
                pass

        bench.lend(cls.name, use)
        assert (occupancy.most > 1) == cls.concurrent, f"{occupancy.most} calls at a time on one {cls.name}"
        bench.core.handlers.clear()


def a_call_may_use_its_handle_again(bench: Bench) -> None:
    def inner(request: Request) -> None:
        request.fill("resultUint32", image.GetImageHeight())

    image = bench.orthanc.CreateImage(1, 1, 1)
    bench.core.on("GetImageWidth", inner)
    bench.core.on("GetImageHeight", lambda request: request.fill("resultUint32", 7))
    assert image.GetImageWidth() == 7


def threads_that_wait_for_each_other_end(bench: Bench) -> None:
    images = [bench.orthanc.CreateImage(1, 1, 1) for _ in range(2)]
    both = threading.Barrier(2)
    places = iter((0, 1))
    refusals: list[str] = []

    def width(request: Request) -> None:
        both.wait(20)
        other = images[1 - int(request.fields["image"] == pointers[1])]
        try:
            other.GetImageHeight()
        except RuntimeError as error:
            refusals.append(str(error))

    pointers = list(bench.core.given)
    bench.core.on("GetImageWidth", width)
    with threads(2, lambda: images[next(places)].GetImageWidth()):
        pass
    assert refusals, "nobody gave way"
    assert set(refusals) == {"orthanc.Image.GetImageHeight(): argument 'self': is in use by another thread"}


class Loans:
    """The core's side of a race: objects are there for one callback, and nobody may ask for another one."""

    def __init__(self, bench: Bench, callback: CallbackPlan) -> None:
        self._bench, self._callback = bench, callback
        self._known: frozenset[int] = frozenset()
        self._alive: frozenset[int] = frozenset()
        self._offers: list[tuple[Arrival, frozenset[int]]] = []  # in turns: what is late is gone
        self._called = [0, 0]
        self.address = 0
        self.rounds = 0

    def _offer(self) -> tuple[Arrival, frozenset[int]]:
        before = len(self._bench.core.given)
        arrival = Arrival(self._bench, self._callback)
        objects = frozenset(self._bench.core.given[before:])
        self._known |= objects
        return arrival, objects

    def check(self, request: Request) -> None:
        """Answer a call on something lent, which must be there all the time."""
        asked = {v for v in request.fields.values() if isinstance(v, int) and v in self._known}
        assert asked <= self._alive, f"{request.service} on what is gone"
        time.sleep(0)
        assert asked <= self._alive, f"{request.service} is not waited for"
        fill_all(request)

    def lend(self) -> None:
        """Call the callback once; what it lends is gone afterwards."""
        number = self.rounds % 2
        if self.rounds < 2:
            self._offers.append(self._offer())
        arrival, self._alive = self._offers[number]
        self.check_lent_functions(number)
        fire(self._bench.core.layouts, self._callback.c_name, self.address, arrival.arguments)
        self._alive = frozenset()
        self._called[number] = len(arrival.lent_calls)
        self.rounds += 1
        if self.rounds % 100 == 0:
            self._bench.core.requests.clear()

    def check_lent_functions(self, number: int) -> None:
        """Look whether a function of the core that was lent was called too late."""
        assert len(self._offers[number][0].lent_calls) == self._called[number]


def race(bench: Bench, cls: ClassPlan, callback: CallbackPlan, place: int) -> int:
    """Let threads use what a callback lends while it returns; returns how often it did."""
    loans = Loans(bench, callback)
    calls: list[tuple[str, list[Any]]] = []
    for method in plain_methods(cls):
        calls.append((method.name, [a.python for a in good_arguments(bench, method)]))
        if (service := service_of(bench, method)) is not None:
            bench.core.on(service, loans.check)
    kept: list[Any] = [None]
    done = threading.Event()
    outcomes = {"served": 0, "refused": 0}

    def lent(*arguments: Any, **_named: Any) -> None:
        kept[0] = arguments[place]
        for _ in range(random.randrange(4)):
            time.sleep(0)

    def use() -> None:
        while not done.is_set():
            handle = kept[0]
            name, arguments = random.choice(calls)
            if handle is None:
                continue
            try:
                getattr(handle, name)(*arguments)
                outcomes["served"] += 1
            except ValueError as error:
                assert "is closed" in str(error) or "cannot do this" in str(error), error
                outcomes["refused"] += 1

    end = time.monotonic() + _RACE

    def run(address: int) -> None:
        loans.address = address
        with threads(2, use):
            try:
                while time.monotonic() < end or min(outcomes.values()) == 0:
                    loans.lend()
                    assert time.monotonic() < end + 20, f"{cls.name}: {outcomes}"
            finally:
                done.set()

    if callback.registrar.startswith("Register"):
        before = ["/race"] if callback.name == "RestCallback" else []
        run(bench.register(callback.name, lent, *before))
    else:
        bench.register_during(callback, lent, lambda _request, address: run(address))
    loans.check_lent_functions(0)
    loans.check_lent_functions(1)
    bench.core.handlers.clear()
    bench.core.forget()
    return loans.rounds


def borrowed_handles_race_the_return_of_their_callback(bench: Bench) -> None:
    sys.setswitchinterval(_SWITCH)
    rounds = 0
    for cls in bench.plan.classes:
        for callback in bench.plan.callbacks:
            local = next((b.local for b in callback.borrows if b.class_name == cls.name), None)
            if local is None or not plain_methods(cls):
                continue
            place = next(i for i, a in enumerate(callback.arguments) if a.to_python == f"{local}.ToPython()")
            rounds += race(bench, cls, callback, place)
            bench.core.log.clear()
            break  # one callback for each class: the runtime is the same for all
    print(f"{rounds} rounds")
    assert rounds > 1_000, rounds


def owned_handles_are_freed_once(bench: Bench) -> None:
    def check(request: Request) -> None:
        assert request.fields["image"] not in bench.core.freed, "used after it was freed"
        time.sleep(0)
        assert request.fields["image"] not in bench.core.freed, "freed during a call"
        fill_all(request)

    for service in ("GetImageWidth", "GetImageHeight", "GetImagePitch"):
        bench.core.on(service, check)
    uses: list[Callable[[Any], object]] = [
        lambda image: image.GetImageWidth(),
        lambda image: image.GetImageHeight(),
        lambda image: image.Close(),
        lambda image: image.__exit__(None, None, None),
        repr,
    ]
    sys.setswitchinterval(_SWITCH)
    end = time.monotonic() + 2 * _RACE
    rounds = 0
    while time.monotonic() < end:
        shared = [bench.orthanc.CreateImage(1, 1, 1)]

        def work(shared: list[Any] = shared) -> None:
            image = shared[0]
            for _ in range(5):
                with contextlib.suppress(ValueError, BufferError):
                    random.choice(uses)(image)

        with threads(3, work):
            shared = []
        rounds += 1
    gc.collect()
    assert sorted(bench.core.freed) == sorted(bench.core.given)
    assert rounds > 50, rounds


def a_job_is_handed_over_once(bench: Bench) -> None:
    def submit_job(request: Request) -> None:
        time.sleep(0.001)
        request.fill("resultId", "id")

    bench.core.on("SubmitJob", submit_job)
    for _ in range(100):
        jobs: list[Any] = []
        bench.lend("Job", jobs.append)
        submitted: list[str] = []

        def submit(job: Any = jobs[0], submitted: list[str] = submitted) -> None:
            try:
                submitted.append(job.SubmitJob(1))
            except ValueError as error:
                assert "closed" in str(error) or "in use" in str(error), error

        with threads(3, submit):
            pass
        assert submitted == ["id"]
    assert bench.core.freed == []


def handles_of_a_server_that_stopped(bench: Bench) -> None:
    made: list[tuple[ClassPlan, Any]] = []
    for cls in bench.plan.classes:
        if cls.free is not None:
            handles: list[Any] = []
            bench.lend(cls.name, handles.append)
            made += [(cls, handle) for handle in handles]
    freed = list(bench.core.freed)
    bench.detach()
    bench.attach()  # as POST /tools/reset does
    known = len(bench.core.requests)
    for cls, handle in made:
        assert repr(handle) == f"<orthanc.{cls.name}, closed>"
        for method in plain_methods(cls):
            arguments = [a.python for a in good_arguments(bench, method)]
            try:
                getattr(handle, method.name)(*arguments)
            except ValueError as error:
                assert "valid only until its server stopped" in str(error)
            else:
                raise AssertionError(f"{method.qualified_name} reached another server")
        handle.Close()
    del handle, handles
    made.clear()
    gc.collect()
    assert len(bench.core.requests) == known
    assert bench.core.freed == freed  # the new server never gave them
