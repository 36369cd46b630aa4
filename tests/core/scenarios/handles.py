"""Scenarios of handles in many threads: calls take turns, and invalid handles are refused."""

from __future__ import annotations

import contextlib
import gc
import threading
import time
from collections.abc import Callable, Iterator
from typing import Any

from orthanc_codegen.plan import ClassPlan, FunctionPlan
from orthanc_codegen.plan.conversions import Handle, Payload

from ..harness.bench import Bench
from ..harness.plans import takes
from ..harness.standin import Request, fill_all
from ..harness.values import good_arguments


def plain_methods(cls: ClassPlan) -> list[FunctionPlan]:
    """Return the methods of a class that take neither another handle nor a callable."""
    return [method for method in cls.methods if not takes(method, Handle, Payload)]


def service_of(bench: Bench, method: FunctionPlan) -> str | None:
    """Return the service that a method calls; None if the core provides the method as a function."""
    function = next((f for f in bench.header.functions if f.name == method.c_name), None)
    return function.service.removeprefix("_OrthancPluginService_") if function and function.service else None


@contextlib.contextmanager
def threads(count: int, work: Callable[[], object]) -> Iterator[None]:
    """Run `work` in some threads during a block; raise their first exception at the end."""
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
    """A handler of a service that counts the concurrent calls."""

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
            start = threading.Barrier(4)

            def call() -> None:
                start.wait(20)
                with contextlib.suppress(ValueError):  # another thread has submitted the job
                    for _ in range(3):
                        getattr(handle, method.name)(*arguments)

            with threads(4, call):
                pass

        bench.lend(cls.name, use)
        assert (occupancy.most > 1) == cls.concurrent, f"{occupancy.most} concurrent calls on one {cls.name}"
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
    assert refusals, "no thread was refused"
    assert set(refusals) == {"orthanc.Image.GetImageHeight(): argument 'self': is in use by another thread"}


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
        if cls.closable:
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
    assert bench.core.freed == freed  # the new server does not own them
