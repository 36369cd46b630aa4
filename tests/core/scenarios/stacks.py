"""Scenarios of Python on the small stacks of the core's threads."""

from __future__ import annotations

import ctypes
import importlib
import json
import pickle
import re
import threading
from collections.abc import Callable
from typing import Any

from ..harness.bench import Bench
from .threads import on_core_thread


def _expect_recursion_error(body: Callable[[], object]) -> None:
    try:
        body()
    except (RecursionError, MemoryError):  # Python's parser raises MemoryError
        return
    raise AssertionError("no RecursionError")


def _use_python_deeply() -> None:
    depth = 100_000
    _expect_recursion_error(lambda: json.loads("[" * depth + "]" * depth))
    nested: list[Any] = []
    for _ in range(3 * depth):  # their comparison takes CPython 3.14 less than 100 bytes of stack each
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

        with sqlite3.connect(":memory:") as database:  # sqlite3 calls these functions through PyGILState
            database.create_function("double", 1, lambda x: 2 * x)
            assert database.execute("select double(21)").fetchone() == (42,)
        numbers = (ctypes.c_int * 100)(*range(100, 0, -1))
        compare = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(ctypes.c_int), ctypes.POINTER(ctypes.c_int))
        qsort = ctypes.CDLL(None).qsort
        qsort(numbers, 100, 4, compare(lambda a, b: a[0] - b[0]))
        assert list(numbers) == list(range(1, 101))

    on_core_thread(bench, body, stack=100 << 10)


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


def a_callback_on_a_third_stack_is_refused(bench: Bench) -> None:
    inner: list[int] = []
    address = bench.register_rest(lambda *_a, **_r: inner.append(1))
    arguments = [a if isinstance(a, int) else bench.core.memory.lend(b"/u") for a in bench.rest_arguments()]
    results: list[int] = []

    def body() -> None:
        # Python's own stack is in use by this call, so no other call may start on it.
        results.append(bench.threads.fire_on_other_stack(address, arguments))
        assert json.loads("[" * 500 + "]" * 500)

    on_core_thread(bench, body)
    assert results[0] != 0
    assert inner == []
    assert "runs on an unknown stack" in bench.core.logged("error")


def the_core_uses_up_the_stack(bench: Bench) -> None:
    """Python limits its own stack use only; the core may use any amount between two calls of Python."""
    levels: list[int] = []

    def rest_api_get(_request: Any) -> int:
        levels.append(1)
        piece = 1 << 20  # bytes; Python's stack has 8 MiB
        return bench.threads.fire_below(address, arguments, piece)

    def callback(output: Any, _uri: str, **_request: Any) -> None:
        bench.orthanc.RestApiGet("/deeper")
        output.AnswerBuffer(b"ok", "text/plain")

    address = bench.register_rest(callback)
    arguments = [a if isinstance(a, int) else bench.core.memory.lend(b"/u") for a in bench.rest_arguments()]
    bench.core.on("RestApiGet", rest_api_get)
    assert bench.fire_on_core_thread(address, *bench.rest_arguments()) != 0
    assert 4 < len(levels) < 8
    assert "nested too deep" in bench.core.logged("error")
    levels.clear()
    worker = threading.Thread(target=lambda: bench.fire("RestCallback", address, *bench.rest_arguments()))
    worker.start()  # one that Python knows
    worker.join()
    assert 4 < len(levels) < 8
