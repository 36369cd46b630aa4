"""A callable with a valid answer for any callback, or an exception, and how the core frees its answers."""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from typing import Any, assert_never

from orthanc_codegen.plan import CallbackPlan
from orthanc_codegen.plan.conversions import (
    AllocatedBytes,
    Answer,
    Enumeration,
    FilledBytes,
    Flag,
    Float,
    Handle,
    Integer,
    KeptText,
    NewBytes,
    NewPayload,
    StatusCode,
)

from .answering import Kind, releases
from .answers import good_answer
from .arrivals import Arrival
from .bench import Bench
from .firing import Taken
from .plans import class_given_by
from .values import good_arguments


class Answering:
    """A callable that returns a valid answer, or raises."""

    def __init__(self, bench: Bench, kind: CallbackPlan) -> None:
        self._bench = bench
        self._kind = kind
        self._make: Callable[[], Any] | None = None  # for a handle, which can be returned only once
        self.value: Any = None
        self.error = bench.orthanc.OrthancException(17, "gone")
        self.fails = False
        self.awaits = False  # return a coroutine
        self.calls = 0

    def prepare(self, arrival: Arrival) -> None:
        """Make the answer."""
        for answer in self._kind.result.answers:
            if isinstance(answer.conversion, Handle):
                self._make = maker_of(self._bench, answer.conversion.name)
                return
        self.value = good_answer(self._bench, self._kind, arrival)

    def __call__(self, *args: Any, **_kwargs: Any) -> Any:
        return self._later(args) if self.awaits else self._answer(args)

    async def _later(self, args: tuple[Any, ...]) -> Any:
        return self._answer(args)

    def _answer(self, args: tuple[Any, ...]) -> Any:
        self.calls += 1
        if self.fails:
            raise self.error.with_traceback(None)
        if self._make is not None:
            return self._make()
        for value in args:
            if type(value).__name__ == "RestOutput":
                value.AnswerBuffer(b"ok", "text/plain")
        return self.value


def maker_of(bench: Bench, class_name: str) -> Callable[[], Any] | None:
    """Return a function that makes a new handle of a class; None if no function of the module does."""
    for function in bench.plan.every_function:
        if class_given_by(function) == class_name and function.bound_self is None:
            values = [argument.python for argument in good_arguments(bench, function)]
            return lambda: getattr(bench.orthanc, function.name)(*values)
    return None


def taken_of(bench: Bench, kind: CallbackPlan, arrival: Arrival) -> list[Taken]:
    """Return the answers that the core frees before the next call."""
    release = release_of(bench)
    found: list[Taken] = []
    for answer in kind.result.answers:
        taken = _kind_of(answer.conversion)
        if taken is not None:
            assert release or taken is not Kind.RELEASE, f"no callback releases the payloads of {kind.name}"
            place = ctypes.addressof(arrival.outputs[answer.filled[0]]) if answer.filled else None
            found.append(Taken(taken, place, release if taken is Kind.RELEASE else None))
    return found


def _kind_of(conversion: Answer) -> Kind | None:
    """Return how the core frees an answer; None if it does not."""
    match conversion:
        case NewBytes():
            return Kind.BUFFER
        case AllocatedBytes():
            return Kind.GIVEN
        case Handle():
            return Kind.FREED
        case NewPayload():
            return Kind.RELEASE
        case Flag() | Integer() | Float() | Enumeration() | StatusCode() | FilledBytes() | KeptText():
            return None
        case _:
            assert_never(conversion)


def release_of(bench: Bench) -> int | None:
    """Return the function of the last registration with which the core releases payloads."""
    wanted = releases(bench.core.layouts)
    for request in reversed(bench.core.requests):
        for name, value in request.fields.items():
            if value and request.type_of(name) in wanted:
                return int(value)
    return None
