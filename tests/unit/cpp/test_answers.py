"""The holder of each kind of answer in C++, and what the core receives."""

from __future__ import annotations

import pytest

from orthanc_codegen.cpp.answers import spell_answer, spell_failure, spell_success
from orthanc_codegen.cpp.names import spell_constant
from orthanc_codegen.plan import Answer
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
from orthanc_codegen.plan.constants import Constant, Enumerator, Null, Number
from orthanc_codegen.plan.conversions import (
    AllocatedBytes,
    Enumeration,
    FilledBytes,
    Flag,
    Float,
    Handle,
    Integer,
    KeptText,
    NewBytes,
    NewPayload,
    Ownership,
    StatusCode,
)

from ..plan.made import answer, returning

_BUFFER, _CREATE = "OrthancPluginMemoryBuffer", "OrthancPluginCreateMemoryBuffer"
_MEMORY = f"MemoryAnswer<{_BUFFER}, {_CREATE}>"
_BELL = Handle("OrthancPluginBell", "Bell", Ownership.CONSUMED)

# Each conversion of an answer `y`, and the declaration of its holder.
ANSWERS: tuple[tuple[Answer, str], ...] = (
    (StatusCode("OrthancPluginErrorCode", "ErrorCode"), "CodeAnswer out_y(enums::kErrorCode);"),
    (Flag("int32_t"), "FlagAnswer out_y;"),
    (Integer("int64_t"), "IntegerArgument<int64_t> out_y;"),
    (Float("float"), "FloatArgument<float> out_y;"),
    (Enumeration("OrthancPluginTone", "Tone"), "EnumArgument<OrthancPluginTone> out_y(enums::kTone);"),
    (NewBytes(_BUFFER, _CREATE), f"{_MEMORY} out_y;"),
    (NewBytes(_BUFFER, _CREATE, otherwise="{}"), f'{_MEMORY} out_y("{{}}");'),
    (NewBytes(_BUFFER, _CREATE, header=True), f"HeaderAnswer<{_MEMORY}> out_y;"),
    (AllocatedBytes(), "AllocatedAnswer out_y;"),
    (FilledBytes(), "FilledAnswer out_y;"),
    (KeptText(), "KeptTextAnswer out_y(call.Kept());"),
    (NewPayload(""), "PayloadAnswer out_y;"),
    (NewPayload("Reader", ("add", "run")), 'PayloadAnswer out_y("add run");'),
    (_BELL, "HandleAnswer<OrthancPluginBell> out_y(classes::kBell);"),
)


@pytest.mark.parametrize(("conversion", "declaration"), ANSWERS)
def test_what_takes_an_answer_apart(conversion: Answer, declaration: str) -> None:
    assert spell_answer(returning(), answer(conversion)).holder.declaration == declaration


@pytest.mark.parametrize(
    ("conversion", "declaration"),
    [
        (AllocatedBytes(), "RequiredAnswer<AllocatedAnswer> out_y;"),
        (
            NewBytes(_BUFFER, _CREATE, otherwise="{}"),
            f'RequiredAnswer<{_MEMORY}> out_y("{{}}");',
        ),
    ],
)
def test_bytes_that_may_not_be_none(conversion: Answer, declaration: str) -> None:
    assert spell_answer(returning(), answer(conversion, rejects_none=True)).holder.declaration == declaration


@pytest.mark.parametrize(
    ("conversion", "store"),
    [
        (Flag("uint8_t"), "Fill(in_y, out_y.Get())"),
        (Integer("int32_t"), "Fill(in_y, out_y.Get())"),
        (Float("float"), "Fill(in_y, out_y.Get())"),
        (Enumeration("OrthancPluginTone", "Tone"), "Fill(in_y, out_y.Get())"),
        (NewBytes(_BUFFER, _CREATE), "out_y.Store(in_y)"),
        (FilledBytes(), "out_y.Store(in_y)"),
        (NewPayload(""), "out_y.Store(in_y)"),
        (_BELL, "out_y.Store(in_y)"),
    ],
)
def test_what_the_core_gets_of_an_answer(conversion: Answer, store: str) -> None:
    assert spell_answer(returning(), answer(conversion, filled=("y",))).store == store


def test_memory_is_stored_with_its_size() -> None:
    stored = spell_answer(returning(), answer(AllocatedBytes(), filled=("y", "size"))).store
    assert stored == "out_y.Store(in_y, in_size)"


def test_the_result_is_not_stored() -> None:
    assert spell_answer(returning(), answer(Flag("int32_t"))).store is None


def test_outputs_may_be_filled_only_where_the_error_code_is_success() -> None:
    code = answer(StatusCode("OrthancPluginErrorCode", "ErrorCode"), name="result")
    number = answer(Integer("int32_t"), filled=("y",))
    plan = returning(code, number, success=AnswerResult(), stores_on_success=True)
    assert spell_answer(plan, number).store == (
        "(out_result.Get() != OrthancPluginErrorCode_Success || Fill(in_y, out_y.Get()))"
    )


# The C result after the callable returned, and its expression.
SUCCESSES: tuple[tuple[CallbackResult, Answer, str], ...] = (
    (NoResult(), Flag("uint8_t"), ""),
    (Success(), Flag("uint8_t"), "OrthancPluginErrorCode_Success"),
    (AnswerResult(), Flag("int32_t"), "out_y.Get()"),
    (AnswerResult(), KeptText(), "out_y.Get()"),
    (AnswerResult(), NewPayload(""), "out_y.Release()"),
    (AnswerResult(), _BELL, "out_y.Release()"),
    (GivenResult(), NewBytes(_BUFFER, _CREATE), "out_y.IsGiven() ? 1 : 0"),
    (RefusalResult(), Integer("int32_t"), "out_y.Get() == 0 ? 1 : 0"),
    (KeptDataResult(), Flag("uint8_t"), "answer->data"),
    (KeptSizeResult("uint32_t"), Flag("uint8_t"), "static_cast<uint32_t>(answer->size)"),
)


@pytest.mark.parametrize(("success", "first", "expression"), SUCCESSES)
def test_the_result_of_c(success: CallbackResult, first: Answer, expression: str) -> None:
    assert spell_success(returning(answer(first), success=success)) == expression


# The failure policy for an exception, and its statement.
FAILURES: tuple[tuple[FailurePolicy, str], ...] = (
    (CarriedFailure(), "return call.FailedPayload();"),
    (RaisedCode(silent=False), "return call.Failed();"),
    (RaisedCode(silent=True), "return call.FailedSilently();"),
    (FixedFailure(Number(-1), silent=False), "{ call.Failed(); return -1; }"),
    (FixedFailure(Number(0), silent=True), "{ call.FailedSilently(); return 0; }"),
    (FixedFailure(Null(), silent=False), "{ call.Failed(); return nullptr; }"),
    (FixedFailure(None, silent=False), "{ call.Failed(); return; }"),
)


@pytest.mark.parametrize(("policy", "statement"), FAILURES)
def test_what_becomes_of_an_exception(policy: FailurePolicy, statement: str) -> None:
    assert spell_failure(policy) == statement


CONSTANTS: tuple[tuple[Constant, str], ...] = (
    (Number(-1), "-1"),
    (Null(), "nullptr"),
    (Enumerator("OrthancPluginErrorCode_Plugin"), "OrthancPluginErrorCode_Plugin"),
)


@pytest.mark.parametrize(("constant", "expression"), CONSTANTS)
def test_results_that_are_always_the_same(constant: Constant, expression: str) -> None:
    assert spell_constant(constant) == expression
