"""The C result of a callback: after the callable returned, after it raised, and if it could not run."""

from __future__ import annotations

from pathlib import Path

import pytest

from orthanc_codegen.plan import Answer, Place
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
    OneOf,
    RaisedCode,
    RefusalResult,
    RunLater,
    RunNow,
    RunOnce,
    Success,
)
from orthanc_codegen.plan.constants import Constant, Enumerator, Null, Number
from orthanc_codegen.plan.conversions import (
    Flag,
    Float,
    Handle,
    Integer,
    KeptText,
    NewPayload,
    Ownership,
    StatusCode,
)
from orthanc_codegen.plan.python_types import result_type

from ....headers.bare import function
from ..snippets import notes, plan, symbol
from .declared import CREATE_CHUNK, ENTRY, callback, declare

_PLUGIN = Enumerator("OrthancPluginErrorCode_Plugin")
_BELL = Handle("OrthancPluginBell", "Bell", Ownership.CONSUMED)


@pytest.mark.parametrize(
    ("ctype", "success", "answer", "failure", "refused", "annotation"),
    [
        ("OrthancPluginErrorCode", Success(), None, RaisedCode(silent=False), _PLUGIN, "None"),
        ("void", NoResult(), None, FixedFailure(None, silent=False), None, "None"),
        (
            "int32_t",
            AnswerResult(),
            Flag("int32_t"),
            FixedFailure(Number(-1), silent=False),
            Number(-1),
            "bool",
        ),
        (
            "uint32_t",
            AnswerResult(),
            Integer("uint32_t"),
            FixedFailure(Number(0), silent=True),
            Number(0),
            "int",
        ),
        ("float", AnswerResult(), Float("float"), FixedFailure(Number(0), silent=False), Number(0), "float"),
        ("void*", AnswerResult(), NewPayload(""), FixedFailure(Null(), silent=False), Null(), "object"),
        (
            "OrthancPluginBell*",
            AnswerResult(),
            _BELL,
            FixedFailure(Null(), silent=False),
            Null(),
            "Bell | None",
        ),
    ],
)
def test_the_result_by_its_type(
    ctype: str,
    success: CallbackResult,
    answer: Answer | None,
    failure: FailurePolicy,
    refused: Constant | None,
    annotation: str,
) -> None:
    ring = function("Ring", "OrthancPluginBell* bell")
    strike = callback(plan(declare("const char* x", ctype) + ring))
    result = strike.result
    assert (result.success, result.failure, result.refused) == (success, failure, refused)
    assert [a.conversion for a in result.answers] == ([answer] if answer else [])
    assert [a.filled for a in result.answers] == ([()] if answer else [])
    assert (result.run, result_type(strike)) == (RunNow(), annotation)
    assert (result.must_respond, result.none_code, result.stores_on_success) == (None, None, False)


def test_text_needs_a_payload_that_keeps_it() -> None:
    alone = plan(declare("const char* x", "const char*"))
    assert alone.callbacks == ()
    assert any("no payload that could keep the text" in (s.reason or "") for s in alone.callback_types)
    taken = function("Hit", "OrthancPluginStrike strike, void* payload")
    kept = f"typedef const char* (*OrthancPluginStrike) (void* payload, const char* x);\n{taken}"
    assert [a.conversion for a in callback(plan(kept)).result.answers] == [KeptText()]


def test_an_enumerator_that_stands_for_a_failure(tmp_path: Path) -> None:
    declared = declare("const char* x", "OrthancPluginVerb")
    entry = notes(f'{ENTRY}result = {{ failure = "OrthancPluginVerb_Get" }}\n', tmp_path)
    result = callback(plan(declared, entry)).result
    assert result.failure == FixedFailure(Enumerator("OrthancPluginVerb_Get"), silent=False)
    assert result.refused == Enumerator("OrthancPluginVerb_Get")
    failing = declared.replace("Verb_Put", "Verb_Failure")
    assert plan(failing).callbacks == ()  # a name does not make it a failure


def test_new_bytes_may_be_the_whole_answer() -> None:
    result = callback(plan(declare("OrthancPluginChunk* x", "int32_t") + CREATE_CHUNK)).result
    assert (result.success, result.refused) == (GivenResult(), Number(-1))
    assert not result.answers[0].rejects_none  # the result reports None


def test_an_answer_of_0_may_be_a_refusal(tmp_path: Path) -> None:
    entry = notes(f'{ENTRY}result = {{ kind = "refusal" }}\n', tmp_path)
    result = callback(plan(declare("uint8_t* x", "int32_t"), entry)).result
    assert (result.success, result.refused) == (RefusalResult(), Number(-1))
    assert result.failure == FixedFailure(Number(-1), silent=False)


def test_an_error_code_that_scripts_return(tmp_path: Path) -> None:
    entry = notes(f'{ENTRY}result = {{ kind = "code" }}\n', tmp_path)
    strike = callback(plan(declare("int32_t* x"), entry))
    code, x = strike.result.answers
    assert (code.name, code.conversion) == ("error_code", StatusCode("OrthancPluginErrorCode", "ErrorCode"))
    assert (strike.result.success, strike.result.stores_on_success) == (AnswerResult(), True)
    assert (x.filled, result_type(strike)) == (("x",), "tuple[int | None, int]")


def test_an_error_that_the_core_ignores(tmp_path: Path) -> None:
    entry = notes(f"{ENTRY}result = {{ ignored = true }}\n", tmp_path)
    assert callback(plan(declare("const char* x"), entry)).result.failure == RaisedCode(silent=True)


def test_a_flag_as_a_result(tmp_path: Path) -> None:
    entry = notes(f'{ENTRY}result = {{ doc = "True allows." }}\n', tmp_path)
    strike = callback(plan(declare("const char* x", "int32_t"), entry))
    assert (result_type(strike), strike.result.doc) == ("bool", "True allows.")
    assert (strike.result.success, strike.result.refused) == (AnswerResult(), Number(-1))
    assert strike.result.failure == FixedFailure(Number(-1), silent=False)


def test_a_payload_may_carry_the_failure(tmp_path: Path) -> None:
    entry = notes(f"{ENTRY}result = {{ carried = true }}\n", tmp_path)
    result = callback(plan(declare("const char* x", "void*"), entry)).result
    assert (result.failure, result.refused) == (CarriedFailure(), Null())
    module = plan(declare("const char* x", "int32_t"), entry)
    assert "not a payload that could carry a failure" in (symbol(module, "RegisterStrike").reason or "")


def test_what_none_stands_for_must_be_an_error_code(tmp_path: Path) -> None:
    entry = notes(f'{ENTRY}result = {{ none = "OrthancPluginVerb_Get" }}\n', tmp_path)
    module = plan(declare("const char* x"), entry)
    assert "'OrthancPluginVerb_Get'" in (symbol(module, "RegisterStrike").reason or "")


# -- How it runs ---------------------------------------------------------------------------------------------


def test_a_callable_may_run_while_the_core_goes_on(tmp_path: Path) -> None:
    declared = declare("OrthancPluginVerb verb")
    result = callback(plan(declared, notes(f"{ENTRY}deferred = true\n", tmp_path))).result
    assert (result.run, result.doc) == (RunLater(None), "The core does not wait for the callable.")
    awaited = 'awaited = { of = "verb", when = ["OrthancPluginVerb_Put"] }\n'
    result = callback(plan(declared, notes(f"{ENTRY}deferred = true\n{awaited}", tmp_path))).result
    put = OneOf(Place("verb"), "OrthancPluginVerb", ("OrthancPluginVerb_Put",))
    assert result.run == RunLater(put)


def test_a_handle_ends_before_a_deferred_call(tmp_path: Path) -> None:
    module = plan(declare("OrthancPluginBell* bell"), notes(f"{ENTRY}deferred = true\n", tmp_path))
    assert "handles would be invalid" in (symbol(module, "RegisterStrike").reason or "")


def test_two_callbacks_for_the_same_bytes() -> None:
    declared = (
        "typedef const void* (*OrthancPluginReadData) (void* reader);\n"
        "typedef uint32_t (*OrthancPluginReadSize) (void* reader);\n"
    ) + function(
        "RegisterRead", "void* reader, OrthancPluginReadData readData, OrthancPluginReadSize readSize"
    )
    halves = {c.name: c for c in plan(declared).callbacks}
    data, size = halves["ReadData"], halves["ReadSize"]
    assert (data.method, size.method) == ("read", "read")
    assert (data.result.run, size.result.run) == (RunOnce(second=False), RunOnce(second=True))
    assert (data.result.success, data.result.refused) == (KeptDataResult(), Null())
    assert (size.result.success, size.result.refused) == (KeptSizeResult("uint32_t"), Number(0))
    assert data.result.failure == FixedFailure(Null(), silent=True)
    assert result_type(data) == "_Bytes"
