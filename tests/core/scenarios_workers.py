"""Scenarios of threads whose Python runs on a worker, as where no stack of our own can be used."""

from __future__ import annotations

import ctypes
import mmap
from collections.abc import Callable
from pathlib import Path

from . import scenarios_servers as servers
from . import scenarios_stacks as stacks
from . import scenarios_threads as scenarios
from .bench import Bench
from .scenarios_threads import answering

_WANTS_ITS_STACK = 0x030E0000  # CPython 3.14 has to be told of another stack, by a function that 3.13 lacks
TELLS = "PyUnstable_ThreadState_SetStackProtection"
_SCENARIOS: list[Callable[[Bench], None]] = [
    scenarios.reentrancy,
    scenarios.reentrancy_over_two_threads,
    scenarios.many_core_threads,
    scenarios.detaching_waits_for_callbacks,
    stacks.deep_recursion_on_a_small_stack,
    stacks.nested_json_of_a_request,
    stacks.locals_are_finalised_with_their_thread,
    servers.servers_go_while_threads_call,
]


def _pretend() -> None:
    """Change the version that this process's Python tells extension modules: it is only read."""
    version = ctypes.c_ulong.in_dll(ctypes.pythonapi, "Py_Version")
    page = ctypes.addressof(version) & -mmap.PAGESIZE
    libc = ctypes.CDLL(None, use_errno=True)
    writable = mmap.PROT_READ | mmap.PROT_WRITE
    assert libc.mprotect(ctypes.c_void_p(page), ctypes.c_size_t(mmap.PAGESIZE), writable) == 0
    version.value = _WANTS_ITS_STACK


def _threads() -> int:
    return len(list(Path("/proc/self/task").iterdir()))


def _threads_of_a_callback(bench: Bench) -> int:
    """Count the threads that one callback on a thread of the core takes."""
    counts: list[int] = []
    address = bench.register_rest(answering(lambda: counts.append(_threads())))
    before = _threads()
    assert bench.fire_on_core_thread(address, *bench.rest_arguments()) == 0
    return counts[0] - before


def threads_of_the_core_have_workers(bench: Bench) -> None:
    assert _threads_of_a_callback(bench) == 1
    _pretend()
    assert _threads_of_a_callback(bench) == 2, "no worker"
    for scenario in _SCENARIOS:
        print(scenario.__name__, flush=True)
        bench.core.requests.clear()
        scenario(bench)
