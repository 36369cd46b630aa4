"""Scenarios of threads, stacks and re-entrancy, each for a process of its own."""

from __future__ import annotations

import ctypes
import importlib
import json
import pickle
import re
import sys
import threading
import time
from collections.abc import Callable
from typing import Any

from .bench import Bench
from .values import good_arguments

Body = Callable[[Any], object]


def answering(bench: Bench, body: Callable[[], object]) -> Callable[..., None]:
    """Make a REST callback that runs `body` and answers."""

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

    address = bench.register_rest(answering(bench, run))
    assert bench.fire_on_core_thread(address, *bench.rest_arguments(), **options) == 0
    if errors:
        raise errors[0]


def nested_calls(bench: Bench, levels: int, seen: list[int]) -> int:
    """Register a route that calls itself through the core, so many levels deep."""

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
    assert len(set(answers)) == 82  # each level has an output of its own


def endless_reentrancy(bench: Bench) -> None:
    for fire in (lambda *a: bench.fire("RestCallback", *a), bench.fire_on_core_thread):
        seen: list[int] = []
        address = nested_calls(bench, 1 << 30, seen)
        assert fire(address, *bench.rest_arguments("/0")) != 0
        assert len(seen) > 20
    bench.core.problems.clear()  # the stand-in ran out of levels too
    assert "RecursionError" in bench.core.logged("error")


def reentrancy_over_two_threads(bench: Bench) -> None:
    inner: list[int] = []
    address = bench.register_rest(answering(bench, lambda: inner.append(threading.get_ident())))

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
        if any("Handle" in a.holder or "Callable" in a.holder for a in function.arguments):
            continue
        if not function.call.gil == "release" or function.name.startswith("CheckVersion"):
            continue
        values = [argument.python for argument in good_arguments(bench, function)]
        threads.released.value = 0
        timer = threading.Timer(0.002, lambda: setattr(threads.released, "value", 1))
        timer.start()
        bench.core.answer_in_c(threads.wait_until_released)
        before = time.monotonic()
        try:
            getattr(bench.orthanc, function.name)(*values)
        except bench.orthanc.OrthancException:
            pass  # it gave nothing
        finally:
            bench.core.answer_in_c(None)
        assert time.monotonic() - before < 4, f"{function.name} holds the GIL"
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
        output.SetHttpHeader("a", "b")  # several calls at a time are fine

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


def _expect_recursion_error(body: Callable[[], object]) -> None:
    try:
        body()
    except (RecursionError, MemoryError):  # MemoryError is what the parser of Python says
        return
    raise AssertionError("no RecursionError")


def _use_python_deeply() -> None:
    depth = 100_000
    _expect_recursion_error(lambda: json.loads("[" * depth + "]" * depth))
    nested: list[Any] = []
    for _ in range(depth):
        nested = [nested]
    _expect_recursion_error(lambda: json.dumps(nested))
    _expect_recursion_error(lambda: repr(nested))
    _expect_recursion_error(lambda: pickle.dumps(nested))
    _expect_recursion_error(lambda: nested == [nested])
    _expect_recursion_error(lambda: compile("-" * depth + "1", "deep", "eval"))
    _expect_recursion_error(lambda: re.compile("(" * depth + ")" * depth))

    def endless() -> None:
        endless()

    _expect_recursion_error(endless)
    while nested:
        nested = nested.pop()


def deep_recursion_on_a_small_stack(bench: Bench) -> None:
    on_core_thread(bench, _use_python_deeply)
    on_core_thread(bench, _use_python_deeply, stack=64 << 10)
    on_core_thread(bench, _use_python_deeply, stack=4 << 20)


def nested_json_of_a_request(bench: Bench) -> None:
    body = b"[" * 600 + b"]" * 600
    found: list[object] = []

    def callback(output: Any, _uri: str, **request: Any) -> None:
        found.append(json.loads(request["body"]))
        output.AnswerBuffer(b"ok", "text/plain")

    address = bench.register_rest(callback)
    assert bench.fire_on_core_thread(address, *bench.rest_arguments(method=2, body=body)) == 0
    assert json.dumps(found[0]) == body.decode()


def extension_modules_on_a_small_stack(bench: Bench) -> None:
    def body() -> None:
        for name in ("ssl", "sqlite3", "decimal", "xml.etree.ElementTree", "asyncio", "multiprocessing"):
            importlib.import_module(name)
        import sqlite3

        with sqlite3.connect(":memory:") as database:  # its functions are called through PyGILState
            database.create_function("double", 1, lambda x: 2 * x)
            assert database.execute("select double(21)").fetchone() == (42,)
        numbers = (ctypes.c_int * 100)(*range(100, 0, -1))
        compare = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(ctypes.c_int), ctypes.POINTER(ctypes.c_int))
        qsort = ctypes.CDLL(None).qsort
        qsort(numbers, 100, 4, compare(lambda a, b: a[0] - b[0]))
        assert list(numbers) == list(range(1, 101))

    on_core_thread(bench, body, stack=100 << 10)


def threads_that_python_started(bench: Bench) -> None:
    calls: list[int] = []
    address = bench.register_rest(answering(bench, lambda: calls.append(1)))
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
        local.count = getattr(local, "count", 0) + 1  # a kept thread state keeps its locals
        calls.append(f"{threading.get_ident()}:{local.count}")

    address = bench.register_rest(answering(bench, body))
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
    assert len(sys._current_frames()) == at_rest  # every thread gave its state back


def locals_are_finalised_with_their_thread(bench: Bench) -> None:
    ended: list[int] = []
    local = threading.local()

    class Local:
        def __del__(self) -> None:
            try:
                _use_python_deeply()
                ended.append(threading.get_ident())
            except BaseException as error:
                print("in __del__:", repr(error))

    on_core_thread(bench, lambda: setattr(local, "value", Local()))
    assert len(ended) == 1
    assert ended[0] != threading.get_ident()


def detaching_waits_for_callbacks(bench: Bench) -> None:
    entered, go_on, steps = threading.Event(), threading.Event(), []

    def body() -> None:
        entered.set()
        assert go_on.wait(20)
        steps.append("callback ends")

    address = bench.register_rest(answering(bench, body))
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
    address = bench.register_rest(answering(bench, lambda: calls.append(1)))
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
