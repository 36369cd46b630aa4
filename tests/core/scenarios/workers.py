"""Scenarios of threads of the core that have worker threads, because they cannot switch stacks."""

from __future__ import annotations

import ctypes
import functools
import mmap
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

from ..harness.bench import Bench
from . import coroutines, servers, stacks
from . import threads as scenarios
from .threads import answering

_WANTS_ITS_STACK = 0x030E0000  # from CPython 3.14 on, a switch of stacks needs a function that 3.13 lacks
TELLS = "PyUnstable_ThreadState_SetStackProtection"
_SCENARIOS: tuple[Callable[[Bench], None], ...] = (
    scenarios.reentrancy,
    scenarios.endless_reentrancy,
    scenarios.reentrancy_over_two_threads,
    scenarios.many_core_threads,
    scenarios.detaching_waits_for_callbacks,
    stacks.deep_recursion_on_a_small_stack,
    stacks.nested_json_of_a_request,
    stacks.locals_are_finalised_with_their_thread,
    servers.servers_go_while_threads_call,
    coroutines.many_coroutines,
    coroutines.servers_go_while_coroutines_run,
)
BY_OPTION = {scenario.__name__: scenario for scenario in _SCENARIOS}


def _pretend() -> None:
    """Change the version that Python reports to extension modules; the variable is read-only memory."""
    version = ctypes.c_ulong.in_dll(ctypes.pythonapi, "Py_Version")
    page = ctypes.addressof(version) & -mmap.PAGESIZE
    libc = ctypes.CDLL(None, use_errno=True)
    writable = mmap.PROT_READ | mmap.PROT_WRITE
    assert libc.mprotect(ctypes.c_void_p(page), ctypes.c_size_t(mmap.PAGESIZE), writable) == 0
    version.value = _WANTS_ITS_STACK


def _threads() -> int:
    return len(list(Path("/proc/self/task").iterdir()))


def _threads_of_a_callback(bench: Bench, **options: int) -> int:
    """Count the threads that exist during a callback on a thread of the core."""
    counts: list[int] = []
    address = bench.register_rest(answering(lambda: counts.append(_threads())))
    before = _threads()
    assert bench.fire_on_core_thread(address, *bench.rest_arguments(), **options) == 0
    bench.until(lambda: _threads() <= before)  # the kernel removes a thread after it was joined
    return counts[0] - before


def threads_of_the_core_have_workers(bench: Bench) -> None:
    """Use workers in Pythons without PyUnstable_ThreadState_SetStackProtection."""
    assert _threads_of_a_callback(bench) == 1
    _pretend()
    assert _threads_of_a_callback(bench) == 2, "the callback ran without a worker"


def _use_workers(bench: Bench) -> None:
    bench.detach()
    bench.core.worker_threads = 1
    bench.attach()
    assert _threads_of_a_callback(bench) == 2, "the callback ran without a worker"
    # The stand-in core is written in Python, so it needs a large stack. But a thread gets a worker
    # only if its stack is smaller than 1 MiB, part of which sanitizers use.
    sizes = range(1000 << 10, 4 << 20, 100 << 10)
    size = max(size for size in sizes if _threads_of_a_callback(bench, stack=size) == 2)
    setattr(bench.threads, "fire", functools.partial(bench.threads.fire, stack=size))  # noqa: B010


def workers_by_option(bench: Bench, name: str) -> None:
    _use_workers(bench)
    bench.core.requests.clear()
    BY_OPTION[name](bench)


def the_thread_of_the_core_makes_the_calls(bench: Bench) -> None:
    """Calls of a worker run on the thread of the callback, on which the core may hold a recursive lock."""
    native: list[int] = []
    levels: list[int] = []

    def rest_api_get(request: Any) -> int:
        native.append(threading.get_native_id())
        code: int = 0
        if len(native) < 3:
            code = bench.fire("RestCallback", address, *arguments)
        request.fill("target", b"done")
        return code

    def body() -> None:
        levels.append(threading.get_native_id())
        assert bench.orthanc.RestApiGet("/") == b"done"

    address = bench.register_rest(answering(body))
    arguments = bench.rest_arguments()
    bench.core.on("RestApiGet", rest_api_get)
    _use_workers(bench)
    address = bench.register_rest(answering(body))
    assert bench.fire_on_core_thread(address, *arguments) == 0
    assert len(set(native)) == 1, native
    assert levels[0] not in native
