"""Good answers for any callback, and what the core gets then, both read off the plan."""

from __future__ import annotations

import ctypes
import re
from types import SimpleNamespace
from typing import Any

from orthanc_codegen.plan import AnswerPlan, CallbackPlan

from .arrivals import Arrival
from .bench import Bench
from .memory import encode

BYTES = b"\0\xff answer"
TEXT = "ünï\udcff answer"


def good_answer(bench: Bench, kind: CallbackPlan, arrival: Arrival) -> Any:
    """Make a value that the callable may return."""
    values = [_value(bench, answer, arrival) for answer in kind.result.answers]
    if not values:
        return BYTES if "RunLent" in kind.result.run[0] else None
    return values[0] if len(values) == 1 else tuple(values)


def _value(bench: Bench, answer: AnswerPlan, arrival: Arrival) -> Any:
    holder = holder_of(answer)
    if answer.holder.startswith("HeaderAnswer"):
        return b"/answer\xff"
    if holder == "FilledAnswer":
        return b"f" * arrival.room
    if holder == "HandleAnswer":
        return _handle(bench, answer.annotation.removesuffix(" | None"))
    if holder == "EnumArgument":
        return list(getattr(bench.orthanc, answer.annotation))[-1]
    if holder == "PayloadAnswer":
        return _served(bench, answer.annotation, arrival)
    return {
        "CodeAnswer": 0,
        "FlagAnswer": True,
        "IntegerArgument": 0x1234,
        "FloatArgument": 0.5,
        "MemoryAnswer": BYTES,
        "AllocatedAnswer": BYTES,
        "KeptTextAnswer": TEXT,
    }[holder]


def holder_of(answer: AnswerPlan) -> str:
    """Name the class of the holder, without what it requires of it."""
    return re.sub("^(Required|Header)Answer<", "", answer.holder).rstrip(">").split("<")[0]


def _served(bench: Bench, annotation: str, arrival: Arrival) -> Any:
    """Make an object that has the methods of a protocol; any object will do where none is named."""
    for protocol in bench.plan.protocols:
        if annotation.removesuffix(" | None").endswith(protocol.name):
            methods = [m.payload.method for m in protocol.methods if m.payload]
            return SimpleNamespace(**dict.fromkeys(methods, lambda *_a, **_k: None))
    return arrival


def _handle(bench: Bench, class_name: str) -> Any:
    handles: list[Any] = []
    bench.lend(class_name, handles.append)
    return handles[0]


def check_answer(bench: Bench, kind: CallbackPlan, arrival: Arrival, value: Any, result: Any) -> None:
    """Compare what the core got with what the callable returned."""
    values = value if len(kind.result.answers) > 1 else (value,)
    for answer, item in zip(kind.result.answers, values, strict=False):
        name = answer.local.removeprefix("out_")
        if name in arrival.outputs:
            _check_output(bench, answer, arrival, name, item)
    if not kind.result.answers:
        _check_result(kind, result)
        return
    first = kind.result.answers[0]
    match kind.c_result:
        case "void":
            assert result is None
        case "OrthancPluginErrorCode":
            assert result == 0
        case "const char *":
            assert ctypes.string_at(result) == encode(TEXT)
        case _ if first.holder == "PayloadAnswer":
            bench.keep_payload(result)
        case _ if first.holder.startswith("HandleAnswer"):
            assert result in bench.core.given
            bench.core.handed_over.append(result)
        case _ if first.local in ("out_result",):
            assert result == values[0]
        case _:
            assert result == (0 if first.holder.startswith("IntegerArgument") else 1)


def _check_result(kind: CallbackPlan, result: Any) -> None:
    """Compare the result of a callback that answers nothing, or one half of it: the bytes or their number."""
    match kind.c_result:
        case "void":
            assert result is None
        case "OrthancPluginErrorCode":
            assert result == 0
        case "const void *":
            assert ctypes.string_at(result, len(BYTES)) == BYTES
        case _:
            assert result == len(BYTES)


def _check_output(bench: Bench, answer: AnswerPlan, arrival: Arrival, name: str, item: Any) -> None:
    target = arrival.outputs[name]
    match holder_of(answer):
        case "MemoryAnswer":
            assert ctypes.string_at(target.data, target.size) == item
            bench.core.memory.take_back(target.data)
        case "FilledAnswer":
            assert ctypes.string_at(target.data, target.size) == item
        case "AllocatedAnswer":
            size = next(o for n, o in arrival.outputs.items() if n != name).value
            assert ctypes.string_at(target.value, size) == item
            ctypes.CDLL(None).free(ctypes.c_void_p(target.value))
        case "PayloadAnswer":
            bench.keep_payload(target.value)
        case "HandleAnswer":
            assert target.value in bench.core.given
            bench.core.handed_over.append(target.value)
        case _:
            assert target.value == item


class _Payload:
    """Compare equal to any result: a payload that carries the failure, or NULL for lack of memory."""

    def __eq__(self, other: object) -> bool:
        return other is None or isinstance(other, int)

    def __hash__(self) -> int:
        return 0


def failing_result(bench: Bench, kind: CallbackPlan) -> Any:
    """Say what the core gets when the callable raised."""
    if "FailedPayload" in kind.result.failure:
        return _Payload()
    text = kind.result.refused
    if text in ("", "nullptr"):
        return None
    enumerators = {e.name: e.value for enum in bench.header.enums for e in enum.enumerators}
    return enumerators[text] if text in enumerators else float(text)
