"""Lower the result of a callback: conversion of the returned value, and the failure policy."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from orthanc_codegen.ir import (
    Callback,
    CharType,
    EnumType,
    FloatType,
    IntegerType,
    Mark,
    OpaqueType,
    PointerType,
    VoidType,
    has_mark,
    spell,
)
from orthanc_codegen.lower.callbacks.answers import CallbackScope, Filling, filling, plan_filled
from orthanc_codegen.lower.callbacks.arguments import plan_condition
from orthanc_codegen.lower.docs import for_flag, for_python
from orthanc_codegen.lower.index import ERROR_CODE, Index, UnboundError
from orthanc_codegen.lower.naming import free_name, is_number, python_name
from orthanc_codegen.lower.roles import Protocol, Roles, Use, UseKind
from orthanc_codegen.lower.scalars import scalar_of
from orthanc_codegen.plan import Answer, AnswerPlan, CallbackResultPlan
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
    Run,
    RunLater,
    RunNow,
    RunOnce,
    Success,
)
from orthanc_codegen.plan.constants import Constant, Enumerator, Null, Number
from orthanc_codegen.plan.conversions import (
    Flag,
    Handle,
    KeptText,
    NewBytes,
    NewPayload,
    Ownership,
    StatusCode,
)

_CODE_OF_PLUGIN = Enumerator(f"{ERROR_CODE}_Plugin")
_ERROR = Number(-1)  # of callbacks that return a flag
_NOT_AWAITED = "The core does not wait for the callable."


@dataclass(frozen=True, slots=True)
class _Outcome:
    """The C result of a callback."""

    success: CallbackResult
    refused: Constant | None  # the result if Python is not running; None for nothing
    answer: Answer | None = None  # the source of the result
    silent: bool = False  # the core can't recognize a failure


def lower_result(
    index: Index,
    callback: Callback,
    roles: Roles,
    use: Use,
    registrar: str,
    protocols: Mapping[str, Protocol],
) -> CallbackResultPlan:
    """Plan the result of a callback; raise UnboundError if no rule binds it."""
    scope = CallbackScope(
        index, callback, index.annotations.callbacks.get(callback.name), registrar, protocols
    )
    filled = [filling(scope, output) for output in roles.outputs]
    if use.reader:
        return _half_of_bytes(callback, use)
    outcome = _outcome(scope, filled)
    if isinstance(outcome.answer, KeptText) and (roles.payload is None or use.kind is UseKind.SLOT):
        raise UnboundError("it returns text, but has no payload that could keep the text until the next call")
    if scope.result.carried and not isinstance(outcome.answer, NewPayload):
        raise UnboundError(
            "the annotations set 'carried', but its result is not a payload that could carry a failure"
        )
    answers = tuple(_answers(scope, outcome, filled))
    return CallbackResultPlan(
        run=_run(scope),
        must_respond=scope.override.responds if scope.override and scope.override.responds else None,
        none_code=_none_code(scope),
        answers=answers,
        stores_on_success=scope.result.kind == "code",
        success=outcome.success,
        failure=_failure(scope, outcome),
        refused=outcome.refused,
        doc=_doc(scope, answers, outcome),
    )


# -- The C result --------------------------------------------------------------------------------------------


def _outcome(scope: CallbackScope, filled: Sequence[Filling]) -> _Outcome:
    """Return the source of the C result, and its value after an exception."""
    result, ctype = scope.result, scope.callback.result
    is_flag = has_mark(scope.callback.result_marks, Mark.FLAG)
    if result.failure and not isinstance(ctype, EnumType) and not is_number(result.failure):
        raise UnboundError(f"'{result.failure}', its result after a failure, is not a number")
    match ctype:
        case EnumType(name) if name == ERROR_CODE and result.kind == "code":
            return _Outcome(AnswerResult(), _CODE_OF_PLUGIN, StatusCode(name, python_name(name)))
        case EnumType(name) if name == ERROR_CODE:
            return _Outcome(Success(), _CODE_OF_PLUGIN, silent=result.ignored)
        case VoidType():
            return _Outcome(NoResult(), None)
        case IntegerType(signed=True) if result.kind == "refusal" and len(filled) == 1:
            return _Outcome(RefusalResult(), _ERROR)
        case IntegerType(signed=True) if is_flag and len(filled) == 1 and _is_new_bytes(filled[0]):
            return _Outcome(GivenResult(), _ERROR)
        case IntegerType(name, signed=True) if is_flag and not filled:
            return _Outcome(AnswerResult(), _number_or(result.failure, _ERROR), Flag(name))
        case IntegerType() | FloatType() | EnumType():
            return _number(scope, ctype)
        case PointerType(VoidType(), const=False):
            return _Outcome(AnswerResult(), Null(), scope.new_payload(_result_name(scope.callback)))
        case PointerType(CharType(), const=True):
            return _Outcome(AnswerResult(), Null(), KeptText())
        case PointerType(OpaqueType(name), const=False) if name in scope.index.opaques:
            return _Outcome(AnswerResult(), Null(), Handle(name, python_name(name), Ownership.CONSUMED))
        case _:
            raise UnboundError(f"no rule binds its result of type '{spell(ctype)}'")


def _is_new_bytes(made: Filling) -> bool:
    return isinstance(made.conversion, NewBytes)


def _number(scope: CallbackScope, ctype: IntegerType | FloatType | EnumType) -> _Outcome:
    """Return the outcome for a number or an enumerator that the callable returns."""
    failure: Constant
    if isinstance(ctype, EnumType):
        failure = _failing_enumerator(scope, ctype.name)
    else:
        failure = _number_or(scope.result.failure, Number(0))
    scalar = scalar_of(scope.index, ctype, flag=has_mark(scope.callback.result_marks, Mark.FLAG))
    return _Outcome(AnswerResult(), failure, scalar, silent=isinstance(ctype, IntegerType))


def _number_or(annotated: str, otherwise: Number) -> Number:
    return Number(int(annotated)) if annotated else otherwise


def _failing_enumerator(scope: CallbackScope, c_enum: str) -> Enumerator:
    """Return the enumerator that the annotations state for a failure."""
    failure = scope.result.failure
    if not failure:
        raise UnboundError(f"the annotations name no {c_enum} for a failure")
    if failure not in {e.name for e in scope.index.enums[c_enum].enumerators}:
        raise UnboundError(f"'{failure}', its result after a failure, is not an {c_enum}")
    return Enumerator(failure)


def _failure(scope: CallbackScope, outcome: _Outcome) -> FailurePolicy:
    """Return the policy for an exception."""
    if scope.result.carried:
        return CarriedFailure()
    if scope.callback.result == EnumType(ERROR_CODE):
        return RaisedCode(outcome.silent)
    return FixedFailure(outcome.refused, outcome.silent)


def _half_of_bytes(callback: Callback, use: Use) -> CallbackResultPlan:
    """Plan one of two callbacks for the same bytes: the one for the data, or the one for the size."""
    success: CallbackResult
    refused: Constant
    match callback.result:
        case IntegerType(name):
            success, refused = KeptSizeResult(name), Number(0)
        case PointerType(VoidType(), const=True):
            success, refused = KeptDataResult(), Null()
        case ctype:
            raise UnboundError(f"no rule binds its result of type '{spell(ctype)}'")
    return CallbackResultPlan(
        run=RunOnce(second=use.reader == 2),
        must_respond=None,
        none_code=None,
        answers=(),
        stores_on_success=False,
        success=success,
        failure=FixedFailure(refused, silent=True),
        refused=refused,
        doc=for_python(callback.doc.returns),
    )


# -- Execution and answers -----------------------------------------------------------------------------------


def _run(scope: CallbackScope) -> Run:
    if scope.override is None or not scope.override.deferred:
        return RunNow()
    awaited = scope.override.awaited
    return RunLater(plan_condition(scope.index, scope.callback, awaited) if awaited else None)


def _none_code(scope: CallbackScope) -> Enumerator | None:
    """Return the error code for None, if the annotations state one."""
    code = scope.result.none
    if code and code not in {e.name for e in scope.index.enums[ERROR_CODE].enumerators}:
        raise UnboundError(f"'{code}', its result for None, is not an {ERROR_CODE}")
    return Enumerator(code) if code else None


def _answers(scope: CallbackScope, outcome: _Outcome, filled: Sequence[Filling]) -> list[AnswerPlan]:
    """Plan the values that the callable returns: the C result, if it is one of them, then the outputs."""
    optional = scope.override is not None and scope.override.optional
    none_is_answer = isinstance(outcome.success, GivenResult) or scope.result.none != "" or optional
    answers = [_result_answer(scope.callback, outcome.answer)] if outcome.answer else []
    for made in filled:
        answers.append(plan_filled(scope, made, follows=bool(answers), none_is_answer=none_is_answer))
    return answers


def _result_answer(callback: Callback, conversion: Answer) -> AnswerPlan:
    return AnswerPlan(
        name="error_code" if isinstance(conversion, StatusCode) else "result",
        c_name=_result_name(callback),
        conversion=conversion,
        filled=(),
        optional=False,
        rejects_none=False,
        doc=for_flag(callback.doc.returns, flag=isinstance(conversion, Flag)),
    )


def _result_name(callback: Callback) -> str:
    """Return a name for the result that differs from those of the parameters."""
    return free_name("result", [p.name for p in callback.parameters])


def _doc(scope: CallbackScope, answers: Sequence[AnswerPlan], outcome: _Outcome) -> str:
    if scope.override is not None and scope.override.deferred:
        return _NOT_AWAITED
    if scope.result.doc:
        return scope.result.doc
    if len(answers) == 1:
        return answers[0].doc or for_python(scope.callback.doc.returns)
    return "" if outcome.answer is None else for_python(scope.callback.doc.returns)
