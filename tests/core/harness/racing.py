"""A core in C, whose objects sanitizers can check, and threads that pass these objects to callbacks."""

from __future__ import annotations

import contextlib
import ctypes
import enum
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from orthanc_codegen.ir import CallbackType, CharType, CType, Function, OpaqueType, PointerType, VoidType
from orthanc_codegen.plan import CallbackPlan

from .answering import CoreInC
from .arrivals import Arrival
from .bench import Bench
from .firing import CORE_THREAD_STACK
from .instrumented import build_instrumented
from .plans import consumes_its_handle

_MAX_ARGUMENTS = 12
_MAX_OBJECTS = 4
_PATIENCE = 20  # seconds; normally a fraction of one is enough
DATA = b"alive"  # the first bytes in the memory of each object


class _Kind(enum.IntEnum):
    """The enumeration Use of racing.c."""

    SHARED = 0
    EXCLUSIVE = 1
    TAKEN = 2
    MADE = 3
    SHOWN = 4


class _ObjectUse(ctypes.Structure):
    """The struct ObjectUse of racing.c."""

    _fields_ = (("service", ctypes.c_int32), ("use", ctypes.c_int32), ("offset", ctypes.c_size_t))


class _Loan(ctypes.Structure):
    """The struct Loan of racing.c."""

    _fields_ = (
        ("function", ctypes.c_void_p),
        ("arguments", ctypes.c_ssize_t * _MAX_ARGUMENTS),
        ("objects", ctypes.c_int32 * _MAX_OBJECTS),
        ("object_count", ctypes.c_int32),
        ("answers", ctypes.c_int32),
        ("answer", ctypes.c_void_p),
        ("ending", ctypes.c_void_p),
        ("rounds", ctypes.c_int64),
        ("given", ctypes.c_int64),
    )


class RacingCore:
    """The library of racing.c: it serves the module of a bench, or acts as a server of its own."""

    def __init__(self, bench: Bench) -> None:
        self._bench = bench
        self._folder = tempfile.TemporaryDirectory()  # kept for sanitizers, which read symbols there
        library = build_instrumented(Path(self._folder.name), "racing.c", "answering.c")
        self.library = ctypes.CDLL(str(library))
        self.library.MakeObject.restype = ctypes.c_void_p
        self._answers = CoreInC(self.library, bench.header)
        rows = list(_uses(bench))
        self._table = (_ObjectUse * len(rows))(*rows)
        self.library.UseObjects(self._table, ctypes.c_size_t(len(rows)))
        self.lent = ctypes.cast(self.library.UseLent, ctypes.c_void_p).value or 0

    def count(self, name: str) -> int:
        """Return a counter, ex) ``used_late``."""
        return ctypes.c_int64.in_dll(self.library, name).value

    def check(self) -> None:
        """Check that no object was used after its end, or by two calls at once."""
        assert self.count("used_late") == 0, "an object was used after its end"
        assert self.count("used_together") == 0, "two calls used one object at once"

    @contextlib.contextmanager
    def serving(self) -> Iterator[None]:
        """Answer requests in place of the stand-in core for the duration of a block."""
        context, core = self.new_context(), self._bench.core
        core.answer_in_c(context.InvokeService, context.Free, context.pluginsManager)
        try:
            yield
        finally:
            core.answer_in_c(None)
            self.library.TakeObject(ctypes.c_void_p(context.pluginsManager))

    def new_context(self) -> Any:
        """Make the context of a server to which a module can be attached."""
        context = self._bench.core.layouts.struct("OrthancPluginContext")()
        self.library.StartCore(ctypes.byref(context), self._bench.core.version)
        return context

    def end(self, context: Any) -> None:
        """End a server: any later use of it counts as late."""
        self.library.EndCore(ctypes.byref(context))


class Lender:
    """Threads of the core that call callbacks in a loop, each with objects that end after the call."""

    def __init__(self, bench: Bench, core: RacingCore) -> None:
        self._bench, self._core = bench, core
        self._ending = ctypes.c_int32(0)
        self._kept: list[object] = []
        self._threads: list[threading.Thread] = []
        self.loans: list[_Loan] = []

    def prepare(self, plan: CallbackPlan, address: int) -> Arrival:
        """Prepare the calls of a callback; they start with the others."""
        arrival = Arrival(self._bench, plan, lent=self._core.lent)
        classes = {cls.c_name for cls in self._bench.plan.classes}
        callback = self._bench.core.layouts.callbacks[plan.c_name]
        types = [p.type for p in callback.parameters]
        objects = [i for i, t in enumerate(types) if _pointee(t) in classes]
        values = [argument or 0 for argument in arrival.arguments]
        loan = _Loan(address, object_count=len(objects), ending=ctypes.addressof(self._ending))
        loan.arguments[: len(values)] = values
        loan.objects[: len(objects)] = objects
        loan.answers = _pointee(callback.result) in classes
        made = [
            i for i, t in enumerate(types) if isinstance(t, PointerType) and _pointee(t.pointee) in classes
        ]
        if made:
            loan.answer = values[made[0]]
        self._kept.append(arrival)
        self.loans.append(loan)
        return arrival

    @property
    def rounds(self) -> int:
        """How many times callbacks were called so far."""
        return sum(loan.rounds for loan in self.loans)

    @property
    def given(self) -> int:
        """How many objects the callbacks have returned so far."""
        return sum(loan.given for loan in self.loans)

    @contextlib.contextmanager
    def lending(self) -> Iterator[None]:
        """Call the callbacks, each on its own thread, for the duration of a block."""
        start = self._core.library.LendOnThread
        self._threads = [
            threading.Thread(target=start, args=(ctypes.byref(loan), ctypes.c_size_t(CORE_THREAD_STACK)))
            for loan in self.loans
        ]
        for thread in self._threads:
            thread.start()
        try:
            yield
        finally:
            self._ending.value = 1
            for thread in self._threads:
                thread.join()


def until(condition: Callable[[], object], seconds: float, what: Callable[[], object]) -> None:
    """Wait for a number of seconds, and then until a condition holds."""
    begin = time.monotonic()
    while time.monotonic() < begin + seconds or not condition():
        time.sleep(0.005)
        assert time.monotonic() < begin + seconds + _PATIENCE, f"the condition did not hold in time: {what()}"


def _pointee(ctype: CType) -> str:
    """Return the opaque type that a pointer points to; an empty text for other types."""
    match ctype:
        case PointerType(OpaqueType(name)):
            return name
    return ""


def _uses(bench: Bench) -> Iterator[_ObjectUse]:
    """Yield how each service uses the objects that the SDK's function passes to it."""
    services = next(e for e in bench.header.enums if e.name == "_OrthancPluginService")
    numbers = {e.name: e.value for e in services.enumerators}
    shared = {cls.c_name for cls in bench.plan.classes if cls.concurrent}
    consuming = {f.c_name for f in bench.plan.every_function if consumes_its_handle(f)}
    for function in bench.header.functions:
        if not function.service or not function.block or function.call is None:
            continue
        taken = function.name.startswith("OrthancPluginFree") or function.name in consuming
        for offset, ctype in _assigned(bench, function):
            use = _use_of(ctype, taken, shared)
            if use is not None:
                yield _ObjectUse(numbers[function.service], use, offset)


def _use_of(ctype: CType, taken: bool, shared: set[str]) -> _Kind | None:
    match ctype:
        case PointerType(OpaqueType(name)):
            return _Kind.TAKEN if taken else _Kind.SHARED if name in shared else _Kind.EXCLUSIVE
        case PointerType(PointerType(OpaqueType())):
            return _Kind.MADE
        case PointerType(PointerType(VoidType())) | PointerType(PointerType(CharType(), const=True)):
            return _Kind.SHOWN
    return None


def _assigned(bench: Bench, function: Function) -> Iterator[tuple[int, CType]]:
    """Yield the offset and type of each field of the block that a function of the SDK sets."""
    assert function.block is not None and function.call is not None
    struct = bench.core.layouts.struct(function.block)
    assigned = {field for field, _ in function.call.assignments}
    for field in bench.core.layouts.structs[function.block].fields:
        if field.name in assigned and not isinstance(field.type, CallbackType):
            yield getattr(struct, field.name).offset, field.type
