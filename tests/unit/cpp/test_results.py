"""The holder of each kind of output in C++, and the Python value that it returns."""

from __future__ import annotations

import pytest

from orthanc_codegen.cpp.results import spell_output, spell_result
from orthanc_codegen.plan import FunctionPlan, Output, OutputPlan
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
    Ownership,
)
from orthanc_codegen.plan.functions import (
    Returned,
    ReturnsArgument,
    ReturnsNothing,
    ReturnsTuple,
    ReturnsValue,
)

from ..plan.made import function, output

_BUFFER = "OrthancPluginMemoryBuffer"

# Each conversion of an output `y`, and the declaration of its holder.
OUTPUTS: tuple[tuple[Output, str], ...] = (
    (Flag("uint8_t"), "FlagResult<uint8_t> out_y;"),
    (Integer("int32_t"), "IntegerResult<int32_t> out_y;"),
    (Float("double"), "FloatResult<double> out_y;"),
    (Enumeration("OrthancPluginTone", "Tone"), "EnumResult<OrthancPluginTone> out_y(enums::kTone);"),
    (Buffer(_BUFFER), "MemoryBufferResult<OrthancPluginMemoryBuffer> out_y;"),
    (Buffer(_BUFFER, Content.TEXT), "TextBufferResult<OrthancPluginMemoryBuffer> out_y;"),
    (Buffer(_BUFFER, Content.JSON, "list[int]"), "JsonResult<OrthancPluginMemoryBuffer> out_y;"),
    (Dict("OrthancPluginNote", "Note"), "StructResult<OrthancPluginNote> out_y(NoteToPython);"),
    (OwnedText(), "TextResult out_y;"),
    (BorrowedText(), "BorrowedTextResult out_y;"),
    (Measured(("OrthancPluginGetSize",)), "MeasuredResult out_y;"),
    (Handle("OrthancPluginBell", "Bell", Ownership.OWNED), "OwnedHandle out_y(classes::kBell);"),
)


@pytest.mark.parametrize(("conversion", "declaration"), OUTPUTS)
def test_what_holds_an_output(conversion: Output, declaration: str) -> None:
    assert spell_output(output(conversion)).declaration == declaration


_ROW, _SHELF = output(Integer("uint16_t"), "row"), output(Float("float"), "shelf")
_FOUND: OutputPlan = output(Flag("uint8_t"), "found")

# The kinds of results of a function, and their expressions.
RETURNED: tuple[tuple[Returned, str], ...] = (
    (ReturnsNothing(), "Py_NewRef(Py_None)"),
    (ReturnsArgument(), "Py_NewRef(values[0])"),
    (ReturnsValue(_ROW), "out_row.ToPython()"),
    (ReturnsValue(_ROW, _FOUND), "out_found.IsSet() ? out_row.ToPython() : Py_NewRef(Py_None)"),
    (ReturnsTuple("Place", (_SHELF, _ROW)), "records::kPlace.Of(out_shelf, out_row)"),
    (
        ReturnsTuple("Place", (_ROW, _SHELF), _FOUND),
        "out_found.IsSet() ? records::kPlace.Of(out_row, out_shelf) : records::kPlace.OfNone()",
    ),
)


@pytest.mark.parametrize(("returns", "expression"), RETURNED)
def test_what_python_gets(returns: Returned, expression: str) -> None:
    plan: FunctionPlan = function(returns=returns)
    assert spell_result(plan) == expression
