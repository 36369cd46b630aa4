"""Scenarios of threads, stacks and re-entrancy."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Callable
from typing import Any

from orthanc_codegen.plan import ReleasesGil
from orthanc_codegen.plan.conversions import Callback, Handle

from ..harness.bench import Bench
from ..harness.plans import takes
from ..harness.values import good_arguments

Body = Callable[[Any], object]


def answering(body: Callable[[], object]) -> Callable[..., None]:
    """Return a REST callback that runs `body` and answers."""

    def callback(output: Any, _uri: str, **_request: Any) -> None:
        body()
        output.AnswerBuffer(b"ok", "text/plain")

    return callback


def on_core_thread(bench: Bench, body: Callable[[], object], **options: int) -> None:
    """Run `body` in a callback on a thread of the core, with a small stack."""
    errors: list[BaseException] = []

    def run() -> None:
        try:
            body()
        except BaseException as error:
            errors.append(error)

    address = bench.register_rest(answering(run))
    assert bench.fire_on_core_thread(address, *bench.rest_arguments(), **options) == 0
    if errors:
        raise errors[0]


def nested_calls(bench: Bench, levels: int, seen: list[int]) -> int:
    """Register a route that calls itself through the core, `depth` levels deep."""

    def callback(output: Any, uri: str, **_request: Any) -> None:
        level = int(uri[1:])
        seen.append(level)
        if level < levels:
            assert bench.orthanc.RestApiGet(f"/{level + 1}") == b"from %d" % (level + 1)
        output.AnswerBuffer(f"{level}", "text/plain")

    def rest_api_get(request: Any) -> int:
        uri = request.fields["uri"]
        code: int = bench.fire("RestCallback", address, *bench.rest_arguments(uri))
        if code == 0:
            request.fill("target", b"from " + uri[1:].encode())
        return code

    address = bench.register_rest(callback)
    bench.core.on("RestApiGet", rest_api_get)
    return address


def reentrancy(bench: Bench) -> None:
    seen: list[int] = []
    address = nested_calls(bench, 40, seen)
    assert bench.fire("RestCallback", address, *bench.rest_arguments("/0")) == 0
    assert seen == list(range(41))
    seen.clear()
    assert bench.fire_on_core_thread(address, *bench.rest_arguments("/0")) == 0
    assert seen == list(range(41))
    answers = [request.fields["output"] for request in bench.core.asked("AnswerBuffer")]
    assert len(set(answers)) == 82  # each level has its own output


def endless_reentrancy(bench: Bench) -> None:
    for fire in (lambda *a: bench.fire("RestCallback", *a), bench.fire_on_core_thread):
        seen: list[int] = []
        address = nested_calls(bench, 1 << 30, seen)
        assert fire(address, *bench.rest_arguments("/0")) != 0
        assert len(seen) > 20
    bench.core.problems.clear()  # nested too deep for the stand-in core as well


def reentrancy_over_two_threads(bench: Bench) -> None:
    inner: list[int] = []
    address = bench.register_rest(answering(lambda: inner.append(threading.get_ident())))

    def rest_api_get(request: Any) -> None:
        assert bench.fire_on_core_thread(address, *bench.rest_arguments()) == 0
        request.fill("target", b"done")

    bench.core.on("RestApiGet", rest_api_get)
    assert bench.orthanc.RestApiGet("/") == b"done"
    on_core_thread(bench, lambda: bench.orthanc.RestApiGet("/"))
    assert len(inner) == 2
    assert threading.get_ident() not in inner


def gil_is_released(bench: Bench) -> None:
    threads = bench.threads
    for function in (f for group in bench.plan.groups for f in group.functions):
        if takes(function, Handle, Callback):
            continue
        if function.call.gil != ReleasesGil():
            continue
        values = [argument.python for argument in good_arguments(bench, function)]
        threads.released.value = 0
        timer = threading.Timer(0.002, lambda: setattr(threads.released, "value", 1))
        timer.start()
        bench.core.answer_in_c(threads.wait_until_released)
        try:
            getattr(bench.orthanc, function.name)(*values)
        except bench.orthanc.OrthancException as error:
            assert error.args[0] == 11, f"{function.name} holds the GIL"
        finally:
            bench.core.answer_in_c(None)
        timer.join()


def a_callback_waits_for_calls_on_what_it_lent(bench: Bench) -> None:
    entered, go_on, kept, steps = threading.Event(), threading.Event(), [], []

    def answer_buffer(_request: Any) -> None:
        entered.set()
        assert go_on.wait(20)
        steps.append("call ends")

    def callback(output: Any, _uri: str, **_request: Any) -> None:
        kept.append(output)
        worker.start()
        assert entered.wait(20)

    worker = threading.Thread(target=lambda: kept[0].AnswerBuffer(b"late", "text/plain"))
    bench.core.on("AnswerBuffer", answer_buffer)
    address = bench.register_rest(callback)

    def fire() -> None:
        bench.fire_on_core_thread(address, *bench.rest_arguments())
        steps.append("callback ends")

    firing = threading.Thread(target=fire)
    firing.start()
    assert entered.wait(20)
    bench.until(lambda: "closed" in repr(kept[0]))
    time.sleep(0.1)
    assert steps == []
    try:
        kept[0].AnswerBuffer(b"later", "text/plain")
    except ValueError as error:
        assert "is closed" in str(error)
    else:
        raise AssertionError("a call began on a closed handle")
    go_on.set()
    firing.join(20)
    worker.join(20)
    assert steps == ["call ends", "callback ends"]


def threads_that_python_started(bench: Bench) -> None:
    calls: list[int] = []
    address = bench.register_rest(answering(lambda: calls.append(1)))
    before = threading.stack_size(256 << 10)
    try:
        threads = [
            threading.Thread(target=lambda: bench.fire("RestCallback", address, *bench.rest_arguments()))
            for _ in range(8)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    finally:
        threading.stack_size(before)
    assert len(calls) == 8


def many_core_threads(bench: Bench) -> None:
    calls: list[str] = []
    local = threading.local()

    def body() -> None:
        local.count = getattr(local, "count", 0) + 1  # a thread state that is kept keeps its locals
        calls.append(f"{threading.get_ident()}:{local.count}")

    address = bench.register_rest(answering(body))
    at_rest = len(sys._current_frames())

    def fire() -> None:
        assert bench.fire_on_core_thread(address, *bench.rest_arguments(), repeat=100) == 0

    for _ in range(3):
        threads = [threading.Thread(target=fire) for _ in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert len(calls) == 2400
    assert sum(call.endswith(":100") for call in calls) == 24
    assert len(sys._current_frames()) == at_rest  # every thread released its thread state


def detaching_waits_for_callbacks(bench: Bench) -> None:
    entered, go_on, steps = threading.Event(), threading.Event(), []

    def body() -> None:
        entered.set()
        assert go_on.wait(20)
        steps.append("callback ends")

    address = bench.register_rest(answering(body))
    arguments = bench.rest_arguments()
    firing = threading.Thread(target=lambda: bench.fire_on_core_thread(address, *arguments))
    firing.start()
    assert entered.wait(20)
    threading.Timer(0.2, go_on.set).start()
    bench.detach()
    steps.append("detached")
    firing.join(20)
    assert steps == ["callback ends", "detached"]
    bench.attach()


def an_owned_handle_that_is_dropped_during_a_call(bench: Bench) -> None:
    images = [bench.orthanc.CreateImage(1, 1, 1)]
    entered, go_on = threading.Event(), threading.Event()

    def get_image_width(request: Any) -> None:
        entered.set()
        assert go_on.wait(20)
        assert bench.core.freed == []
        request.fill("resultUint32", 7)

    bench.core.on("GetImageWidth", get_image_width)
    results: list[int] = []
    worker = threading.Thread(target=lambda: results.append(images.pop().GetImageWidth()))
    worker.start()
    assert entered.wait(20)
    assert images == []
    go_on.set()
    worker.join(20)
    assert results == [7]
    assert bench.core.freed == bench.core.given


def a_callback_while_an_exception_unwinds(bench: Bench) -> None:
    calls: list[int] = []
    address = bench.register_rest(answering(lambda: calls.append(1)))
    bench.core.on("FreeImage", lambda _r: bench.fire("RestCallback", address, *bench.rest_arguments()))

    def drop() -> None:
        image = bench.orthanc.CreateImage(1, 1, 1)
        raise LookupError(f"{image}"[:5])

    try:
        drop()
    except LookupError as error:
        error.__traceback__ = None
    assert calls == [1]
    bench.core.on("CallHttpClient2", lambda r: r.fill("answerHeaders", b"no json"))
    try:
        bench.orthanc.HttpClient(1, "http://x", {}, b"", None, None, 0, None, None, None, 0)
    except ValueError:
        return
    raise AssertionError("no error")
