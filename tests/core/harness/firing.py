"""Calls the C callbacks that the module registers, with real C arguments, from various threads."""

from __future__ import annotations

import ctypes
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from orthanc_testing.inprocess.memory import Memory

from .layout import Layouts

CORE_THREAD_STACK = 100 << 10  # as the HTTP threads of Orthanc
CALL_THREAD = "call_thread.so"
_SOURCES = [Path(__file__).with_name(name) for name in ("call_thread.c", "answering.c")]
_MAX_ARGUMENTS = 12
_MAX_TAKEN = 4


class Taken(ctypes.Structure):
    """The struct Taken of call_thread.c."""

    _fields_ = (("kind", ctypes.c_int32), ("place", ctypes.c_void_p), ("release", ctypes.c_void_p))


class Task(ctypes.Structure):
    """The struct Task of call_thread.c."""

    _fields_ = (
        ("function", ctypes.c_void_p),
        ("arguments", ctypes.c_ssize_t * _MAX_ARGUMENTS),
        ("repeat", ctypes.c_uint),
        ("result", ctypes.c_ssize_t),
        ("taken", Taken * _MAX_TAKEN),
        ("taken_count", ctypes.c_uint),
    )

    def answer(self) -> int:
        """Return the last result as a 32-bit number."""
        return ctypes.c_int32(self.result).value


def build_call_thread(folder: Path) -> Path:
    """Compile the C sources of the tests into a folder."""
    library = folder / CALL_THREAD
    command = ["cc", "-std=c99", "-O1", "-shared", "-fPIC", "-pthread", "-o", str(library)]
    subprocess.run([*command, *map(str, _SOURCES)], check=True)
    return library


def fire(layouts: Layouts, callback: str, address: int, arguments: Sequence[int | None]) -> Any:
    """Call a callback on this thread, which Python created; ctypes releases the GIL meanwhile."""
    return layouts.prototype(callback)(address)(*arguments)


class CoreThreads:
    """Threads of the core: not created by Python, with small stacks."""

    def __init__(self, library: Path) -> None:
        self.library = ctypes.CDLL(str(library))
        self.released = ctypes.c_int32.in_dll(self.library, "released")
        self.succeed = ctypes.cast(self.library.Succeed, ctypes.c_void_p)
        self.wait_until_released = ctypes.cast(self.library.WaitUntilReleased, ctypes.c_void_p)

    def fire(
        self,
        address: int,
        arguments: Sequence[int | None],
        *,
        stack: int = CORE_THREAD_STACK,
        repeat: int = 1,
        taken: Sequence[Taken] = (),
    ) -> int:
        """Call a callback `repeat` times on one new thread; return the last result as a 32-bit number.

        `taken` lists the answers that the core frees before the next call.
        """
        task = prepare(address, arguments, repeat, taken)
        assert self.library.CallOnThread(ctypes.byref(task), ctypes.c_size_t(stack)) == 0
        return task.answer()

    def run_here(self, task: Task) -> None:
        """Run the calls of a task on this thread."""
        self.library.CallHere(ctypes.byref(task))

    def fire_on_other_stack(
        self, address: int, arguments: Sequence[int | None], *, size: int = 1 << 20
    ) -> int:
        """Call a callback on this thread, on a stack that neither the thread nor the module made."""
        task = prepare(address, arguments)
        stack = ctypes.create_string_buffer(size)
        self.library.CallOnOtherStack(ctypes.byref(task), stack, ctypes.c_size_t(size))
        return task.answer()

    def fire_below(self, address: int, arguments: Sequence[int | None], size: int) -> int:
        """Call a callback on this thread after `size` bytes of its stack were used."""
        task = prepare(address, arguments)
        self.library.CallBelow(ctypes.byref(task), ctypes.c_size_t(size))
        return task.answer()


def prepare(
    address: int, arguments: Sequence[int | None], repeat: int = 1, taken: Sequence[Taken] = ()
) -> Task:
    """Make a task that calls a callback `repeat` times."""
    values = [argument or 0 for argument in arguments]
    values += [0] * (_MAX_ARGUMENTS - len(values))
    task = Task(address, (ctypes.c_ssize_t * _MAX_ARGUMENTS)(*values), repeat, 0)
    task.taken[: len(taken)] = taken
    task.taken_count = len(taken)
    return task


class HttpRequest:
    """The struct of an HTTP request, as the core passes it to a REST callback."""

    def __init__(self, layouts: Layouts, memory: Memory, method: int = 1, **fields: Any) -> None:
        struct = layouts.struct("OrthancPluginHttpRequest")
        values: dict[str, Any] = {"method": method}
        for name in ("get", "headers"):
            pairs = fields.get(name, {})
            values[f"{name}Count"] = len(pairs)
            values[f"{name}Keys"] = memory.lend_texts(list(pairs))
            values[f"{name}Values"] = memory.lend_texts(list(pairs.values()))
        groups, body = fields.get("groups", ()), fields.get("body", b"")
        values.update(groupsCount=len(groups), groups=memory.lend_texts(groups))
        values.update(bodySize=len(body), body=memory.lend(body))
        self.address = memory.lend_object(struct(**values))
