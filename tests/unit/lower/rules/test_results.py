"""The direct result of a C function."""

from __future__ import annotations

from pathlib import Path

import pytest

from orthanc_codegen.plan import FunctionPlan, Output
from orthanc_codegen.plan.conversions import BorrowedText, Enumeration, Integer, Measured, OwnedText
from orthanc_codegen.plan.functions import (
    CallResult,
    PassedArgument,
    ReturnsNothing,
    ReturnsValue,
    SdkFunction,
)
from orthanc_codegen.plan.python_types import return_type

from ....headers.bare import function
from ..snippets import BELL, TONE, functions, notes, plan, symbol


def returned(result: str, *, doc: str = "") -> FunctionPlan:
    """Plan a function with this C result."""
    return functions(plan(TONE + function("Ask", result=result, doc=doc)))["Ask"]


@pytest.mark.parametrize(
    ("result", "doc", "conversion", "annotation"),
    [
        ("int32_t", "", Integer("int32_t"), "int"),
        ("OrthancPluginTone", "", Enumeration("OrthancPluginTone", "Tone"), "Tone"),
        ("char*", "@return The text, or NULL in the case of an error.", OwnedText(), "str"),
        ("char*", "@return The NULL value if there is none, or the text.", OwnedText(), "str"),
        ("const char*", "", BorrowedText(), "str | None"),
    ],
)
def test_a_result(result: str, doc: str, conversion: Output, annotation: str) -> None:
    ask = returned(result, doc=doc)
    (out,) = ask.outputs
    assert (out.conversion, out.c_name) == (conversion, "result")
    assert (ask.returns, return_type(ask)) == (ReturnsValue(out), annotation)
    assert (ask.call.callee, ask.call.passed) == (SdkFunction("OrthancPluginAsk"), ())
    assert ask.call.result is CallResult.OUTPUT


@pytest.mark.parametrize(
    ("result", "of_c"),
    [("void", CallResult.NOTHING), ("OrthancPluginErrorCode", CallResult.STATUS)],
)
def test_nothing_comes_back(result: str, of_c: CallResult) -> None:
    ask = returned(result)
    assert (ask.outputs, ask.returns, return_type(ask)) == ((), ReturnsNothing(), "None")
    assert ask.call.result is of_c


def test_an_error_code_may_be_the_answer(tmp_path: Path) -> None:
    entry = '[functions.OrthancPluginAsk]\nsince = "1.0.0"\nreason = "r"\nreturns_code = true\n'
    ask = functions(plan(function("Ask"), notes(entry, tmp_path)))["Ask"]
    assert (return_type(ask), ask.call.result) == ("ErrorCode", CallResult.OUTPUT)


def test_memory_is_measured_by_other_functions(tmp_path: Path) -> None:
    entry = """
        [functions.OrthancPluginGetPixels]
        since = "1.0.0"
        reason = "r"
        measured_by = ["OrthancPluginGetPitch", "OrthancPluginGetHeight"]
    """
    handle = "const OrthancPluginBell* bell"
    declarations = BELL + "".join(
        function(name, handle, result=result)
        for name, result in (
            ("GetPitch", "uint32_t"),
            ("GetHeight", "uint32_t"),
            ("GetPixels", "const void*"),
        )
    )
    pixels = functions(plan(declarations, notes(entry, tmp_path)))["Bell.GetPixels"]
    measures = Measured(("OrthancPluginGetPitch", "OrthancPluginGetHeight"))
    assert (pixels.outputs[0].conversion, return_type(pixels)) == (measures, "bytes")
    assert pixels.call.passed == (PassedArgument("bell"),)  # also passed to GetPitch and GetHeight
    unmeasured = symbol(plan(declarations), "GetPixels")
    assert unmeasured.reason == "It returns memory whose size the header does not state."
