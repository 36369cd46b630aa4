"""Translate the outputs of functions to C++ holders, and to the result that Python gets."""

from __future__ import annotations

from typing import assert_never

from orthanc_codegen.cpp.model import Holder
from orthanc_codegen.cpp.names import class_object, dict_function, enum_object, out_local, record_object
from orthanc_codegen.plan import FunctionPlan, OutputPlan
from orthanc_codegen.plan.conversions import (
    BorrowedText,
    Buffer,
    Content,
    Dict,
    Enumeration,
    Flag,
    Float,
    Handle,
    Integer,
    Measured,
    OwnedText,
)
from orthanc_codegen.plan.functions import ReturnsArgument, ReturnsNothing, ReturnsTuple, ReturnsValue

_BUFFERS = {
    Content.BYTES: "MemoryBufferResult",
    Content.TEXT: "TextBufferResult",
    Content.JSON: "JsonResult",
}


def spell_output(output: OutputPlan) -> Holder:
    """Return the holder of one output."""
    conversion, local = output.conversion, out_local(output.c_name)
    match conversion:
        case Flag(c_type):
            return Holder(f"FlagResult<{c_type}>", local)
        case Integer(c_type):
            return Holder(f"IntegerResult<{c_type}>", local)
        case Float(c_type):
            return Holder(f"FloatResult<{c_type}>", local)
        case Enumeration(c_name, name):
            return Holder(f"EnumResult<{c_name}>", local, enum_object(name))
        case Buffer(c_name, content):
            return Holder(f"{_BUFFERS[content]}<{c_name}>", local, prepares=content is Content.JSON)
        case Dict(c_name, name):
            return Holder(f"StructResult<{c_name}>", local, dict_function(name))
        case OwnedText():
            return Holder("TextResult", local)
        case BorrowedText():
            return Holder("BorrowedTextResult", local)
        case Measured():
            return Holder("MeasuredResult", local)
        case Handle(name=name):
            return Holder("OwnedHandle", local, class_object(name))
        case _:
            assert_never(conversion)


def spell_result(function: FunctionPlan) -> str:
    """Return the expression of the wrapper's result."""
    returns = function.returns
    match returns:
        case ReturnsNothing():
            return "Py_NewRef(Py_None)"
        case ReturnsArgument():
            return "Py_NewRef(values[0])"
        case ReturnsValue(output, found):
            return _where(found, f"{out_local(output.c_name)}.ToPython()", "Py_NewRef(Py_None)")
        case ReturnsTuple(name, outputs, found):
            values = ", ".join(out_local(output.c_name) for output in outputs)
            record = record_object(name)
            return _where(found, f"{record}.Of({values})", f"{record}.OfNone()")
        case _:
            assert_never(returns)


def _where(found: OutputPlan | None, value: str, otherwise: str) -> str:
    return value if found is None else f"{out_local(found.c_name)}.IsSet() ? {value} : {otherwise}"
