"""Makes small plans by hand; a test changes the fields that it is about."""

from __future__ import annotations

import dataclasses
from typing import Any

from orthanc_codegen.ir import Doc, EnumType, Version
from orthanc_codegen.plan import (
    Answer,
    AnswerPlan,
    ArgumentPlan,
    Arrival,
    CallbackArgumentPlan,
    CallbackPlan,
    CallbackResultPlan,
    CallPlan,
    ClassPlan,
    FunctionPlan,
    GroupPlan,
    Input,
    ModulePlan,
    Output,
    OutputPlan,
    Place,
    ReleasesGil,
    SelfPlan,
)
from orthanc_codegen.plan.callbacks import FixedFailure, NoResult, RunNow
from orthanc_codegen.plan.conversions import Handle, Ownership
from orthanc_codegen.plan.functions import CallResult, Raises, ReturnsNothing, SdkFunction

BELL = Handle("OrthancPluginBell", "Bell", Ownership.BORROWED)
BELL_SELF = SelfPlan(BELL, "bell")

_CALL = CallPlan(
    callee=SdkFunction("OrthancPluginRing"),
    passed=(),
    guards=(),
    limits=(),
    keeps=(),
    gil=ReleasesGil(),
    result=CallResult.STATUS,
    errors=Raises(),
)
_FUNCTION = FunctionPlan(
    c_name="OrthancPluginRing",
    c_parameters=(),
    name="Ring",
    since=None,
    group="Bells",
    doc=Doc(),
    bound_self=None,
    arguments=(),
    outputs=(),
    call=_CALL,
    returns=ReturnsNothing(),
)
_RESULT = CallbackResultPlan(
    run=RunNow(),
    must_respond=None,
    none_code=None,
    answers=(),
    stores_on_success=False,
    success=NoResult(),
    failure=FixedFailure(None, silent=False),
    refused=None,
    doc="",
)
_CALLBACK = CallbackPlan(
    c_name="OrthancPluginStrike",
    name="Strike",
    since=None,
    doc=Doc(),
    registrar="RegisterStrike",
    c_result=EnumType("OrthancPluginErrorCode"),
    c_parameters=(),
    registry=0,
    locks=(),
    slots=64,
    payload=None,
    about=None,
    releases=None,
    arguments=(),
    subject=None,
    result=_RESULT,
)
_CLASS = ClassPlan(
    name="Bell",
    c_name="OrthancPluginBell",
    free=None,
    clone=None,
    memory=None,
    container=None,
    functions=(),
    concurrent=False,
    methods=(),
    doc=Doc(),
    since=None,
)
_MODULE = ModulePlan(
    sdk=Version(1, 0, 0),
    groups=(),
    classes=(),
    enums=(),
    enum_tables=(),
    dicts=(),
    named_tuples=(),
    callbacks=(),
    protocols=(),
    locks=(),
    functions=(),
    callback_types=(),
)


def function(*arguments: ArgumentPlan, **changes: Any) -> FunctionPlan:
    """Make a plain function with some fields changed."""
    return dataclasses.replace(_FUNCTION, arguments=arguments, **changes)


def called(*, bound_self: SelfPlan | None = None, **changes: Any) -> FunctionPlan:
    """Make a plain function with some fields of its call changed."""
    return function(call=dataclasses.replace(_CALL, **changes), bound_self=bound_self)


def argument(conversion: Input, name: str = "x") -> ArgumentPlan:
    """Make an argument."""
    return ArgumentPlan(name, name, (name,), conversion, default=None, doc="")


def output(conversion: Output, name: str = "y") -> OutputPlan:
    """Make an output."""
    return OutputPlan(name, name, conversion, doc="")


def callback(*arguments: CallbackArgumentPlan, **changes: Any) -> CallbackPlan:
    """Make a plain callback with some fields changed."""
    return dataclasses.replace(_CALLBACK, arguments=arguments, **changes)


def returning(*answers: AnswerPlan, **changes: Any) -> CallbackPlan:
    """Make a plain callback with some fields of its result changed."""
    return callback(result=dataclasses.replace(_RESULT, answers=answers, **changes))


def passed(conversion: Arrival, *places: Place, name: str = "x", **changes: Any) -> CallbackArgumentPlan:
    """Make an argument of a callable, from the parameter of the same name unless places are given."""
    plain = CallbackArgumentPlan(
        name,
        conversion,
        places or (Place(name),),
        keyword=False,
        conditions=(),
        condition_doc="",
        doc="",
    )
    return dataclasses.replace(plain, **changes)


def answer(conversion: Answer, *, name: str = "y", **changes: Any) -> AnswerPlan:
    """Make a value that a callable returns."""
    plain = AnswerPlan(name, name, conversion, filled=(), optional=False, rejects_none=False, doc="")
    return dataclasses.replace(plain, **changes)


def class_(**changes: Any) -> ClassPlan:
    """Make a plain class with some fields changed."""
    return dataclasses.replace(_CLASS, **changes)


def module(**changes: Any) -> ModulePlan:
    """Make an empty module with some fields changed."""
    return dataclasses.replace(_MODULE, **changes)


def group(name: str) -> GroupPlan:
    """Make a group with one function."""
    return GroupPlan(name, "", (function(),))
