"""Valid answers for any callback, and the checks of the result in C, by conversion."""

from __future__ import annotations

import ctypes
from types import SimpleNamespace
from typing import Any, assert_never

from orthanc_codegen.plan import AnswerPlan, CallbackPlan
from orthanc_codegen.plan.callbacks import (
    AnswerResult,
    CarriedFailure,
    FixedFailure,
    GivenResult,
    KeptDataResult,
    KeptSizeResult,
    NoResult,
    RaisedCode,
    RefusalResult,
    Success,
)
from orthanc_codegen.plan.constants import Constant, Enumerator, Null, Number
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
from orthanc_testing.inprocess.memory import encode

from .arrivals import Arrival
from .bench import Bench
from .plans import methods_of

BYTES = b"\0\xff answer"
TEXT = "ünï\udcff answer"
_PLUGIN_ERROR = 1  # OrthancPluginErrorCode_Plugin


def good_answer(bench: Bench, kind: CallbackPlan, arrival: Arrival) -> Any:
    """Make a value that the callable may return."""
    values = [_value(bench, answer.conversion, arrival) for answer in kind.result.answers]
    if not values:
        return BYTES if kind.gives_bytes else None
    return values[0] if len(values) == 1 else tuple(values)


def _value(bench: Bench, conversion: Answer, arrival: Arrival) -> Any:
    match conversion:
        case StatusCode():
            return 0
        case Flag():
            return True
        case Integer():
            return 0x1234
        case Float():
            return 0.5
        case Enumeration(name=name):
            return list(getattr(bench.orthanc, name))[-1]
        case NewBytes(header=True):
            return b"/answer\xff"
        case NewBytes() | AllocatedBytes():
            return BYTES
        case FilledBytes():
            return b"f" * arrival.room
        case KeptText():
            return TEXT
        case NewPayload(name):
            methods = methods_of(bench.plan, name)  # without a protocol, any object is valid
            return SimpleNamespace(**dict.fromkeys(methods, lambda *_a, **_k: None)) if name else arrival
        case Handle(name=name):
            return _handle(bench, name)
        case _:
            assert_never(conversion)


def _handle(bench: Bench, class_name: str) -> Any:
    handles: list[Any] = []
    bench.lend(class_name, handles.append)
    return handles[0]


def check_answer(bench: Bench, kind: CallbackPlan, arrival: Arrival, value: Any, result: Any) -> None:
    """Check that the core received the value that the callable returned."""
    values = value if len(kind.result.answers) > 1 else (value,)
    for answer, item in zip(kind.result.answers, values, strict=False):
        if answer.filled:
            _check_output(bench, answer, arrival, item)
    success = kind.result.success
    match success:
        case NoResult():
            assert result is None
        case Success():
            assert result == 0
        case AnswerResult():
            _check_result(bench, kind.result.answers[0].conversion, values[0], result)
        case GivenResult():
            assert result == int(values[0] is not None)
        case RefusalResult():
            assert result == int(values[0] == 0)
        case KeptDataResult():
            assert ctypes.string_at(result, len(BYTES)) == BYTES
        case KeptSizeResult():
            assert result == len(BYTES)
        case _:
            assert_never(success)


def _check_result(bench: Bench, conversion: Answer, item: Any, result: Any) -> None:
    """Compare the C result with the answer."""
    match conversion:
        case StatusCode() | Flag() | Integer() | Float() | Enumeration():
            assert result == item
        case KeptText():
            assert ctypes.string_at(result) == encode(item)
        case NewPayload():
            bench.keep_payload(result)
        case Handle():
            assert result in bench.core.given
            bench.core.handed_over.append(result)
        case NewBytes() | AllocatedBytes() | FilledBytes():
            raise AssertionError(f"{conversion} cannot be the result of a C function")
        case _:
            assert_never(conversion)


def _check_output(bench: Bench, answer: AnswerPlan, arrival: Arrival, item: Any) -> None:
    """Compare a filled output with the answer."""
    conversion, (target, *size) = answer.conversion, [arrival.outputs[name] for name in answer.filled]
    match conversion:
        case NewBytes():
            assert ctypes.string_at(target.data, target.size) == item
            bench.core.memory.take_back(target.data)
        case FilledBytes():
            assert ctypes.string_at(target.data, target.size) == item
        case AllocatedBytes():
            assert ctypes.string_at(target.value, size[0].value) == item
            ctypes.CDLL(None).free(ctypes.c_void_p(target.value))
        case NewPayload():
            bench.keep_payload(target.value)
        case Handle():
            assert target.value in bench.core.given
            bench.core.handed_over.append(target.value)
        case Flag() | Integer() | Float() | Enumeration():
            assert target.value == item
        case StatusCode() | KeptText():
            raise AssertionError(f"{conversion} can only be the result of a C function")
        case _:
            assert_never(conversion)


class _Payload:
    """Equal to any result: a payload that carries the failure, or NULL if there is no memory for it."""

    def __eq__(self, other: object) -> bool:
        return other is None or isinstance(other, int)

    def __hash__(self) -> int:
        return 0


def failing_result(bench: Bench, kind: CallbackPlan) -> Any:
    """Return the C result after an exception without an error code."""
    failure = kind.result.failure
    match failure:
        case CarriedFailure():
            return _Payload()
        case RaisedCode():
            return _PLUGIN_ERROR
        case FixedFailure(value):
            return _constant(bench, value)
        case _:
            assert_never(failure)


def refused_result(bench: Bench, kind: CallbackPlan) -> Any:
    """Return the C result if Python is not running."""
    return _constant(bench, kind.result.refused)


def _constant(bench: Bench, constant: Constant | None) -> Any:
    match constant:
        case None | Null():
            return None
        case Number(value):
            return value
        case Enumerator(c_name):
            return next(e.value for enum in bench.header.enums for e in enum.enumerators if e.name == c_name)
        case _:
            assert_never(constant)
