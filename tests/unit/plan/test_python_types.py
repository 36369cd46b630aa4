"""The Python type of each conversion, as stubs spell it."""

from __future__ import annotations

from typing import get_args

import pytest

from orthanc_codegen.plan import Answer, Arrival, Input, Output, PayloadPlan
from orthanc_codegen.plan.callbacks import RunOnce
from orthanc_codegen.plan.conversions import (
    AllocatedBytes,
    BorrowedHandle,
    BorrowedText,
    Buffer,
    Bytes,
    Callback,
    Content,
    Dict,
    Enumeration,
    EnumeratorName,
    FilledBytes,
    Flag,
    Float,
    Handle,
    Headers,
    HttpStatus,
    IgnoredSize,
    Integer,
    IntegerArray,
    KeptText,
    Lifetime,
    Measured,
    NewBytes,
    NewPayload,
    OwnedText,
    Ownership,
    OwnObject,
    Payload,
    Pixels,
    ReceivedBytes,
    StatusCode,
    Text,
    TextArray,
    TextMapping,
)
from orthanc_codegen.plan.functions import (
    Returned,
    ReturnsArgument,
    ReturnsNothing,
    ReturnsTuple,
    ReturnsValue,
)
from orthanc_codegen.plan.parameters import typed
from orthanc_codegen.plan.python_types import (
    answer_type,
    arrival_type,
    field_type,
    input_type,
    item_type,
    output_type,
    result_type,
    return_type,
    special_methods,
)
from orthanc_codegen.plan.types import Cursor, FieldPlan, FlatMemory, Sequence

from .made import BELL, answer, argument, callback, class_, function, output, returning

_TONE = Enumeration("OrthancPluginTone", "Tone")
_MAYBE_BELL = Handle("OrthancPluginBell", "Bell", Ownership.BORROWED, optional=True)
_BUFFER, _CREATE = "OrthancPluginMemoryBuffer", "OrthancPluginCreateMemoryBuffer"

INPUTS: tuple[tuple[Input, str], ...] = (
    (Text(), "str"),
    (Text(optional=True), "str | None"),
    (Text(header=True), "str"),
    (HttpStatus(), "int"),
    (Bytes("uint32_t"), "_Bytes"),
    (IgnoredSize("uint32_t"), "int"),
    (Headers(), "Mapping[str, str] | None"),
    (Pixels("format", "width", "height", "pitch"), "_Bytes"),
    (BELL, "Bell"),
    (_MAYBE_BELL, "Bell | None"),
    (Callback("OrthancPluginStrike", "Strike", Lifetime.REGISTRATION), "_Strike"),
    (Callback("OrthancPluginStrike", "Strike", Lifetime.REGISTRATION, optional=True), "_Strike | None"),
    (Payload("Job", (), Lifetime.RELEASE), "_Job"),
    (Payload("Job", (), Lifetime.CALL, optional=True), "_Job | None"),
    (Flag("uint8_t"), "bool"),
    (Integer("int8_t"), "int"),
    (Float("float"), "float"),
    (_TONE, "Tone"),
    (Enumeration("OrthancPluginTone", "Tone", open=True), "int"),
)
OUTPUTS: tuple[tuple[Output, str], ...] = (
    (Buffer(_BUFFER), "bytes"),
    (Buffer(_BUFFER, Content.TEXT), "str"),
    (Buffer(_BUFFER, Content.JSON, "dict[str, str]"), "dict[str, str]"),
    (Dict("OrthancPluginNote", "Note"), "_Note"),
    (OwnedText(), "str"),
    (BorrowedText(), "str | None"),
    (Measured(()), "bytes"),
    (Handle("OrthancPluginBell", "Bell", Ownership.OWNED), "Bell"),
    (Flag("uint8_t"), "bool"),
    (Integer("int32_t"), "int"),
    (Float("double"), "float"),
    (_TONE, "Tone"),
)
ARRIVALS: tuple[tuple[Arrival, str], ...] = (
    (Text(), "str"),
    (EnumeratorName("Verb"), "str"),
    (TextArray(), "list[str]"),
    (TextArray(as_tuple=True), "tuple[str, ...]"),
    (IntegerArray(), "list[int]"),
    (IntegerArray(as_tuple=True), "tuple[int, ...]"),
    (TextMapping(), "dict[str, str]"),
    (ReceivedBytes(), "bytes"),
    (OwnObject(), "Any"),
    (BorrowedHandle(BELL), "Bell"),
    (BorrowedHandle(_MAYBE_BELL), "Bell | None"),
    (Flag("uint8_t"), "bool"),
    (Integer("int64_t"), "int"),
    (Float("float"), "float"),
    (_TONE, "Tone"),
)
ANSWERS: tuple[tuple[Answer, str], ...] = (
    (StatusCode("OrthancPluginErrorCode", "ErrorCode"), "int | None"),
    (NewBytes(_BUFFER, _CREATE), "_Bytes"),
    (NewBytes(_BUFFER, _CREATE, header=True), "str | None"),
    (AllocatedBytes(), "_Bytes"),
    (FilledBytes(), "_Bytes"),
    (KeptText(), "str | None"),
    (NewPayload(""), "object"),
    (NewPayload("Reader", ("add",)), "_Reader"),
    (Handle("OrthancPluginBell", "Bell", Ownership.CONSUMED), "Bell | None"),
    (Flag("int32_t"), "bool"),
    (Integer("int32_t"), "int"),
    (Float("float"), "float"),
    (_TONE, "Tone"),
)


@pytest.mark.parametrize(("conversion", "annotation"), INPUTS)
def test_what_a_function_takes(conversion: Input, annotation: str) -> None:
    assert input_type(conversion) == annotation


@pytest.mark.parametrize(("conversion", "annotation"), OUTPUTS)
def test_what_a_function_gives_back(conversion: Output, annotation: str) -> None:
    assert output_type(conversion) == annotation
    assert return_type(function(returns=ReturnsValue(output(conversion)))) == annotation


@pytest.mark.parametrize(("conversion", "annotation"), ARRIVALS)
def test_what_a_callable_gets(conversion: Arrival, annotation: str) -> None:
    assert arrival_type(conversion) == annotation


@pytest.mark.parametrize(("conversion", "annotation"), ANSWERS)
def test_what_a_callable_returns(conversion: Answer, annotation: str) -> None:
    assert answer_type(answer(conversion)) == annotation
    assert result_type(returning(answer(conversion))) == annotation


@pytest.mark.parametrize(
    ("union", "table"),
    [(Input, INPUTS), (Output, OUTPUTS), (Arrival, ARRIVALS), (Answer, ANSWERS)],
    ids=["Input", "Output", "Arrival", "Answer"],
)
def test_every_conversion_has_a_type(union: object, table: tuple[tuple[object, str], ...]) -> None:
    missing = set(get_args(union)) - {type(conversion) for conversion, _ in table}
    assert not missing, f"no row of the tables has a Python type for {missing}"


def test_bytes_that_may_not_be_none() -> None:
    assert answer_type(answer(AllocatedBytes(), rejects_none=True)) == "Buffer | str"


_NUMBER, _FOUND = output(Integer("int32_t")), output(Flag("uint8_t"), "found")


@pytest.mark.parametrize(
    ("returns", "annotation"),
    [
        (ReturnsNothing(), "None"),
        (ReturnsArgument(), "_Strike"),
        (ReturnsValue(_NUMBER), "int"),
        (ReturnsValue(_NUMBER, _FOUND), "int | None"),
        (ReturnsTuple("Place", (_NUMBER,)), "Place"),
    ],
)
def test_what_a_function_returns(returns: Returned, annotation: str) -> None:
    strike = argument(Callback("OrthancPluginStrike", "Strike", Lifetime.REGISTRATION))
    assert return_type(function(strike, returns=returns)) == annotation


def test_fields_of_a_named_tuple() -> None:
    assert field_type(FieldPlan("size", Integer("int32_t"), optional=False, doc="")) == "int"
    assert field_type(FieldPlan("size", Integer("int32_t"), optional=True, doc="")) == "int | None"


def test_a_callable_without_answers() -> None:
    assert result_type(callback()) == "None"
    halves = returning(run=RunOnce(second=False)).result
    assert result_type(callback(result=halves, payload=PayloadPlan("reader", "read", False))) == "_Bytes"


def test_answers_at_the_end_may_be_left_out() -> None:
    first = answer(Integer("int32_t"), name="first")
    second, third = (answer(Flag("int32_t"), name=name, optional=True) for name in ("second", "third"))
    assert result_type(returning(first, answer(Flag("int32_t")))) == "tuple[int, bool]"
    assert result_type(returning(first, second)) == "int | tuple[int, bool] | tuple[int]"
    assert result_type(returning(first, second, third)) == (
        "int | tuple[int, bool, bool] | tuple[int, bool] | tuple[int]"
    )


def test_items_of_a_container_are_never_none() -> None:
    for conversion, expected in ((BorrowedText(), "str"), (Integer("int32_t"), "int"), (OwnedText(), "str")):
        assert item_type(function(returns=ReturnsValue(output(conversion)))) == expected
    assert item_type(function(returns=ReturnsValue(_NUMBER, _FOUND))) == "int"


def test_methods_that_no_function_of_the_sdk_stands_behind() -> None:
    text = function(returns=ReturnsValue(output(BorrowedText())))
    number = function(returns=ReturnsValue(_NUMBER))

    def shown(**changes: object) -> list[tuple[str, str, str]]:
        return [(m.name, typed(m.parameters), m.result) for m in special_methods(class_(**changes))]

    assert shown() == []
    assert shown(container=Sequence(number, text)) == [
        ("__len__", "", "int"),
        ("__getitem__", "index: int, /", "str"),
        ("__iter__", "", "Iterator[str]"),
    ]
    assert shown(container=Cursor(number, (text, number))) == [
        ("__iter__", "", "Iterator[tuple[str, int]]"),
        ("__next__", "", "tuple[str, int]"),
    ]
    assert shown(free="OrthancPluginFreeBell") == [
        ("Close", "", "None"),
        ("__enter__", "", "Bell"),
        ("__exit__", "*exception: object", "None"),
    ]
    assert shown(memory=FlatMemory("a", "b")) == [("__buffer__", "flags: int, /", "memoryview")]
