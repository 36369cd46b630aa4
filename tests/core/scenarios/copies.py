"""Scenarios of copies of large buffers, during which other Python threads must run."""

from __future__ import annotations

import ctypes
import threading
import time
from collections.abc import Callable
from typing import Any

from ..harness.arrivals import Arrival
from ..harness.bench import Bench

_SIZE = 128 << 20
_ATTEMPTS = 6


def _stall(action: Callable[[], object]) -> float:
    """Return the longest time for which an action blocks another Python thread."""
    done = threading.Event()
    ticking = threading.Event()
    longest = [0.0]

    def tick() -> None:
        last = time.perf_counter()
        while not done.is_set():
            time.sleep(0.0005)
            now = time.perf_counter()
            longest[0] = max(longest[0], now - last)
            last = now
            ticking.set()

    thread = threading.Thread(target=tick)
    thread.start()
    ticking.wait(20)
    try:
        action()
    finally:
        done.set()
        thread.join()
    return longest[0]


def _answering(bench: Bench, name: str, value: object, finish: Callable[[Arrival], object]) -> Any:
    """Return an action that calls a callback with a large answer."""
    plan = bench.callback(name)
    address = bench.register(name, lambda *_args: value)

    def act() -> None:
        arrival = Arrival(bench, plan)
        for target in arrival.outputs.values():
            if plan.name == "StorageReadRange":
                target.data, target.size = ctypes.addressof(room), _SIZE
        assert bench.fire_on_core_thread(address, *arrival.arguments) == 0, bench.core.log
        finish(arrival)

    room = (ctypes.c_char * _SIZE)()
    return act


def _first(arrival: Arrival) -> Any:
    return next(iter(arrival.outputs.values()))


def _free(address: int) -> None:
    ctypes.CDLL(None).free(ctypes.c_void_p(address))


def _actions(bench: Bench, data: bytearray) -> dict[str, Callable[[], object]]:
    whole = bytes(data)
    request = bench.rest_arguments(method=2, body=whole)
    body: list[bytes] = []

    def post(output: Any, _uri: str, **request: Any) -> None:
        body[:] = [request["body"]]
        output.AnswerBuffer(b"ok", "text/plain")

    route = bench.register_rest(post)
    bench.core.on("RestApiGet", lambda r: r.fill("target", whole))
    bench.core.on("CreateMemoryBuffer64", lambda r: r.fill("target", whole))  # avoids zeros made in Python
    return {
        "argument of a callback": lambda: bench.fire_on_core_thread(route, *request),
        "result": lambda: bench.orthanc.RestApiGet("/"),
        "pixels": lambda: bench.orthanc.CreateImageFromBuffer(1, 1 << 10, _SIZE >> 10, 1 << 10, data),
        "answer that is allocated": _answering(bench, "StorageRead", data, lambda a: _free(_first(a).value)),
        "answer in memory of the core": _answering(
            bench, "StorageReadWhole", data, lambda a: bench.core.memory.take_back(_first(a).data)
        ),
        "answer that fills": _answering(bench, "StorageReadRange", data, lambda _a: None),
    }


def others_run_while_large_buffers_are_copied(bench: Bench) -> None:
    data = bytearray(b"\xa5") * _SIZE
    held = min(_stall(lambda: bytes(data)) for _ in range(3))  # Python copies with the GIL held
    for name, action in _actions(bench, data).items():
        stalls: list[float] = []
        while len(stalls) < _ATTEMPTS and not (stalls and min(stalls) < held / 2):
            stalls.append(_stall(action))
            bench.core.requests.clear()
        print(f"{name}: {min(stalls) * 1000:.1f} ms, with the lock {held * 1000:.1f} ms", flush=True)
        assert min(stalls) < held / 2, f"{name} blocks others for {stalls}, a copy with the GIL for {held}"


def copies_of_large_buffers_are_whole(bench: Bench) -> None:
    """Copy sizes below and above the limit from which copies release the GIL."""
    bodies: list[bytes] = []

    def callback(output: Any, _uri: str, **request: Any) -> None:
        bodies.append(request["body"])
        output.AnswerBuffer(b"ok", "text/plain")

    address = bench.register_rest(callback)
    given: list[bytes] = []
    bench.core.on("RestApiGet", lambda r: r.fill("target", given[-1]))
    for size in ((1 << 20) - 1, 1 << 20, (1 << 20) + 1):
        given.append((bytes(range(251)) * (size // 251 + 1))[:size])
        request = bench.rest_arguments(method=2, body=given[-1])
        assert bench.fire_on_core_thread(address, *request) == 0
        assert bench.orthanc.RestApiGet("/") == given[-1]
    assert bodies == given
