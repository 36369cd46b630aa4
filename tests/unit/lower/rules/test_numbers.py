"""Numbers, flags and enumerations as arguments and as outputs."""

from __future__ import annotations

from pathlib import Path

import pytest

from orthanc_codegen.plan import Input, Output, ReleasesGil
from orthanc_codegen.plan.conversions import Enumeration, Flag, Float, HttpStatus, Integer
from orthanc_codegen.plan.functions import (
    CallResult,
    PassedArgument,
    PassedOutput,
    ReturnsValue,
    SdkFunction,
)
from orthanc_codegen.plan.python_types import input_type, return_type

from ....headers.bare import function
from ..snippets import BUFFER, TONE, argument, notes, only, plan

_TONE = Enumeration("OrthancPluginTone", "Tone")


@pytest.mark.parametrize(
    ("parameter", "conversion", "annotation"),
    [
        ("int8_t x", Integer("int8_t"), "int"),
        ("uint64_t x", Integer("uint64_t"), "int"),
        ("float x", Float("float"), "float"),
        ("OrthancPluginTone x", _TONE, "Tone"),
    ],
)
def test_what_python_passes(parameter: str, conversion: Input, annotation: str) -> None:
    x = argument(parameter, declarations=TONE)
    assert (x.conversion, x.c_names, x.default) == (conversion, ("x",), None)
    assert input_type(x.conversion) == annotation
    assert only(plan(TONE + function("Ring", parameter))).call.passed == (PassedArgument("x"),)


def test_a_flag_may_be_left_out() -> None:
    loud = argument("uint8_t loud", doc="@param loud 1 for loud, 0 otherwise.")
    assert (loud.conversion, loud.default) == (Flag("uint8_t"), "False")


def test_a_status_of_http_has_16_bits() -> None:
    assert argument("uint16_t httpStatus").conversion == HttpStatus()
    assert argument("uint32_t httpStatus").conversion == Integer("uint32_t")


def test_a_number_that_may_be_left_out(tmp_path: Path) -> None:
    entry = '[functions.OrthancPluginRing]\nsince = "1.0.0"\nreason = "r"\nparameters.x.optional = true\n'
    (x,) = only(plan(function("Ring", "int32_t x"), notes(entry, tmp_path))).arguments
    assert (x.conversion, x.default) == (Integer("int32_t"), "0")


def test_an_open_enumeration_takes_any_number(tmp_path: Path) -> None:
    entry = '[enums.OrthancPluginTone]\nsince = "1.0.0"\nreason = "r"\nkind = "open"\n'
    (tone,) = only(plan(TONE + function("Ring", "OrthancPluginTone tone"), notes(entry, tmp_path))).arguments
    assert tone.conversion == Enumeration("OrthancPluginTone", "Tone", open=True)
    assert input_type(tone.conversion) == "int"


@pytest.mark.parametrize(
    ("pointee", "conversion", "annotation"),
    [
        ("int32_t", Integer("int32_t"), "int"),
        ("uint8_t", Flag("uint8_t"), "bool"),
        ("double", Float("double"), "float"),
        ("OrthancPluginTone", _TONE, "Tone"),
    ],
)
def test_a_pointer_that_the_core_fills(pointee: str, conversion: Output, annotation: str) -> None:
    ask = only(plan(BUFFER + TONE + function("Ask", f"{pointee}* target")))
    (out,) = ask.outputs
    assert (out.conversion, out.c_name, ask.arguments) == (conversion, "target", ())
    assert (ask.returns, return_type(ask)) == (ReturnsValue(out), annotation)
    assert (ask.call.callee, ask.call.passed) == (SdkFunction("OrthancPluginAsk"), (PassedOutput("target"),))
    assert (ask.call.result, ask.call.gil) == (CallResult.STATUS, ReleasesGil())
