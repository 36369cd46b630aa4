"""Translate the answers of callbacks to C++: convert what the callable returns, pass it to the core."""

from __future__ import annotations

from typing import assert_never

from orthanc_codegen.cpp.model import CppAnswer, Holder
from orthanc_codegen.cpp.names import (
    SUCCESS,
    class_object,
    enum_object,
    in_local,
    out_local,
    quoted,
    spell_constant,
)
from orthanc_codegen.plan import AnswerPlan, CallbackPlan
from orthanc_codegen.plan.callbacks import (
    AnswerResult,
    CallbackResult,
    CarriedFailure,
    FailurePolicy,
    FixedFailure,
    GivenResult,
    KeptDataResult,
    KeptSizeResult,
    NoResult,
    RaisedCode,
    RefusalResult,
    Success,
)
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


def spell_answer(callback: CallbackPlan, answer: AnswerPlan) -> CppAnswer:
    """Return the C++ for one value that the callable returns."""
    holder = _holder(answer.conversion, out_local(answer.c_name))
    if answer.rejects_none:
        holder = Holder(f"RequiredAnswer<{holder.type}>", holder.local, holder.initializer)
    return CppAnswer(answer.name, holder, _store(callback, answer))


def _holder(conversion: Answer, local: str) -> Holder:
    match conversion:
        case StatusCode(name=name):
            return Holder("CodeAnswer", local, enum_object(name))
        case Flag():
            return Holder("FlagAnswer", local)
        case Integer(c_type):
            return Holder(f"IntegerArgument<{c_type}>", local)
        case Float(c_type):
            return Holder(f"FloatArgument<{c_type}>", local)
        case Enumeration(c_name, name):
            return Holder(f"EnumArgument<{c_name}>", local, enum_object(name))
        case NewBytes(c_name, create, otherwise, header):
            memory = f"MemoryAnswer<{c_name}, {create}>"
            kind = f"HeaderAnswer<{memory}>" if header else memory
            return Holder(kind, local, f'"{otherwise}"' if otherwise else "")
        case AllocatedBytes():
            return Holder("AllocatedAnswer", local)
        case FilledBytes():
            return Holder("FilledAnswer", local)
        case KeptText():
            return Holder("KeptTextAnswer", local, "call.Kept()")
        case NewPayload(name, methods):
            return Holder("PayloadAnswer", local, quoted(methods) if name else "")
        case Handle(c_name, name):
            return Holder(f"HandleAnswer<{c_name}>", local, class_object(name))
        case _:
            assert_never(conversion)


def _store(callback: CallbackPlan, answer: AnswerPlan) -> str | None:
    """Return the condition that stores an answer in the C outputs; None if it fills none."""
    if not answer.filled:
        return None
    local, targets = out_local(answer.c_name), ", ".join(map(in_local, answer.filled))
    match answer.conversion:
        case Flag() | Integer() | Float() | Enumeration():
            store = f"Fill({targets}, {local}.Get())"
        case (
            StatusCode()
            | NewBytes()
            | AllocatedBytes()
            | FilledBytes()
            | KeptText()
            | NewPayload()
            | Handle()
        ):
            store = f"{local}.Store({targets})"
        case _:
            assert_never(answer.conversion)
    if callback.result.stores_on_success:
        return f"({spell_success(callback)} != {SUCCESS} || {store})"
    return store


def spell_success(callback: CallbackPlan) -> str:
    """Return the C result for a callable that returned."""
    result: CallbackResult = callback.result.success
    match result:
        case NoResult():
            return ""
        case Success():
            return SUCCESS
        case AnswerResult():
            first = callback.result.answers[0]
            handed_over = isinstance(first.conversion, NewPayload | Handle)
            return f"{out_local(first.c_name)}.{'Release' if handed_over else 'Get'}()"
        case GivenResult():
            return f"{out_local(callback.result.answers[0].c_name)}.IsGiven() ? 1 : 0"
        case RefusalResult():
            return f"{out_local(callback.result.answers[0].c_name)}.Get() == 0 ? 1 : 0"
        case KeptDataResult():
            return "answer->data"
        case KeptSizeResult(c_type):
            return f"static_cast<{c_type}>(answer->size)"
        case _:
            assert_never(result)


def spell_failure(policy: FailurePolicy) -> str:
    """Return the statement for a callable that raised."""
    match policy:
        case CarriedFailure():
            return "return call.FailedPayload();"
        case RaisedCode(silent):
            return f"return {_failed(silent)};"
        case FixedFailure(value, silent):
            result = f" {spell_constant(value)}" if value is not None else ""
            return f"{{ {_failed(silent)}; return{result}; }}"
        case _:
            assert_never(policy)


def _failed(silent: bool) -> str:
    return "call.FailedSilently()" if silent else "call.Failed()"
