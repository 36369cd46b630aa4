"""Scenarios of very many calls: neither objects nor memory may accumulate."""

from __future__ import annotations

import contextlib
import gc
import os
import resource
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from ..harness.bench import Bench

_BYTES = 3 << 20  # that allocators may retain
IS_SANITIZED = "asan" in os.environ.get("LD_PRELOAD", "")  # sanitizers keep freed memory in quarantine


def resident() -> int:
    """Return the resident memory of this process."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * resource.getpagesize()


def stays_flat(bench: Bench, times: int, call: Callable[[], object], *watched: object) -> None:
    """Call a function very often, and compare the resources in use before and after."""

    def run(count: int) -> tuple[int, int, list[int]]:
        for i in range(count):
            call()
            if i % 100 == 0:
                bench.core.forget()
        bench.core.forget()
        gc.collect()
        return sys.getallocatedblocks(), resident(), [sys.getrefcount(value) for value in watched]

    blocks, memory, counts = run(min(times, 1_000))
    new_blocks, new_memory, new_counts = run(times)
    assert new_counts == counts
    # A few caches of Python still fill; a leak would occur in every call.
    assert new_blocks - blocks < times // 2, f"{new_blocks - blocks} blocks more"
    assert IS_SANITIZED or new_memory - memory < _BYTES, f"{new_memory - memory} bytes more"


def refused(call: Callable[[], object]) -> Callable[[], None]:
    """Make a call that must raise."""

    def run() -> None:
        try:
            call()
        except Exception:
            return
        raise AssertionError("no exception")

    return run


def errors_of_arguments(bench: Bench) -> None:
    orthanc, text, data = bench.orthanc, "text" * 10, bytearray(100)
    headers = {"a": "b", "c": "d\n"}
    calls = [
        refused(lambda: orthanc.RestApiGet(1)),
        refused(lambda: orthanc.RestApiPost(text, data, unknown=1)),
        refused(lambda: orthanc.RestApiPost(text, memoryview(data)[::2])),
        refused(lambda: orthanc.HttpClient(1, text, headers, data, None, None, 0, None, None, None, 0)),
        refused(lambda: orthanc.CreateImage(1, -1, 1)),
        refused(lambda: orthanc.CreateImage(77, 1, 1)),
        refused(lambda: orthanc.RegisterRestCallback(text, 1)),
        refused(lambda: orthanc.CreateImageFromBuffer(1, 1, 1, 1, data)),
    ]
    stays_flat(bench, 12_500, lambda: [call() for call in calls], text, data, headers)


def calls_without_results(bench: Bench) -> None:
    bench.core.answer_in_c(bench.threads.succeed)
    name, code = "name" * 10, bench.orthanc.MetricsType.DEFAULT
    stays_flat(bench, 100_000, lambda: bench.orthanc.SetMetricsValue(name, 1.5, code), name, code)
    bench.core.answer_in_c(None)


def calls_that_fail(bench: Bench) -> None:
    bench.threads.released.value = 1
    bench.core.answer_in_c(bench.threads.wait_until_released)
    uri, data = "/uri" * 10, bytearray(100)
    stays_flat(bench, 100_000, refused(lambda: bench.orthanc.RestApiPost(uri, data)), uri, data)
    bench.core.answer_in_c(None)


def bytes_text_and_dicts(bench: Bench) -> None:
    orthanc, data, headers = bench.orthanc, bytes(1000), {"a" * 20: "b" * 20}

    def call() -> None:
        orthanc.RestApiPost("/uri", data)
        orthanc.ComputeMd5(data)
        orthanc.LookupDictionary("PatientID")
        orthanc.HttpClient(1, "/u", headers, data, None, None, 0, None, None, None, 0)

    stays_flat(bench, 10_000, call, data, headers)


def owned_handles(bench: Bench) -> None:
    data = bytes(100)
    gray = bench.orthanc.PixelFormat.GRAYSCALE8

    def call() -> None:
        image = bench.orthanc.CreateImageFromBuffer(gray, 10, 10, 10, data)
        with contextlib.suppress(AttributeError):
            image.mine = 1
        image.GetImageWidth()
        del image
        assert bench.core.freed[-1] == bench.core.given[-1]

    stays_flat(bench, 10_000, call, data, gray, bench.orthanc.Image)


def rest_callbacks(bench: Bench) -> None:
    answer = b"ok" * 100

    def callback(output: Any, _uri: str, **_request: Any) -> None:
        output.AnswerBuffer(answer, "text/plain")

    address = bench.register_rest(callback)
    pairs = {"a": "b", "c": "d"}
    arguments = bench.rest_arguments(get=pairs, headers=pairs, groups=("x", "y"))
    raw = [bench.core.memory.lend(a.encode()) if isinstance(a, str) else a for a in arguments]
    bench.core.answer_in_c(bench.threads.succeed)
    fire = lambda: bench.threads.fire(address, raw, repeat=100)  # noqa: E731
    stays_flat(bench, 1_000, fire, callback, answer, bench.orthanc.RestOutput)
    bench.core.answer_in_c(None)


def failing_callbacks(bench: Bench) -> None:
    def callback(*_args: Any, **_request: Any) -> None:
        raise bench.orthanc.OrthancException(17, "gone")

    address = bench.register_rest(callback)
    raw = [a if isinstance(a, int) else bench.core.memory.lend(b"/u") for a in bench.rest_arguments()]
    bench.core.answer_in_c(bench.threads.succeed)
    fire = lambda: bench.threads.fire(address, raw, repeat=10)  # noqa: E731
    stays_flat(bench, 2_000, fire, callback, bench.orthanc.RestOutput)
    bench.core.answer_in_c(None)


def refused_registrations(bench: Bench) -> None:
    def callback(*_args: Any, **_request: Any) -> None:
        pass

    bench.threads.released.value = 1
    bench.core.answer_in_c(bench.threads.wait_until_released)
    call = refused(lambda: bench.orthanc.RegisterRestCallback("/", callback))
    stays_flat(bench, 100_000, call, callback)
    bench.core.answer_in_c(None)
