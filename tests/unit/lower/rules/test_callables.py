"""Callables and objects that a script passes to the core, and how long the core keeps them."""

from __future__ import annotations

from pathlib import Path

import pytest

from orthanc_codegen.plan import Input, Status
from orthanc_codegen.plan.constants import Constant, Enumerator, Number
from orthanc_codegen.plan.conversions import Callback, Lifetime, Payload
from orthanc_codegen.plan.functions import (
    PassedArgument,
    PassedConstant,
    PassedMethod,
    PassedOutcome,
    PassedRelease,
    ReturnsArgument,
    ReturnsNothing,
)
from orthanc_codegen.plan.python_types import input_type

from ....headers.bare import function
from ..snippets import functions, notes, only, plan, symbol

_VISITOR = "typedef OrthancPluginErrorCode (*OrthancPluginVisitor)(const char* name, void* payload);\n"
_VISIT = _VISITOR + function("Visit", "OrthancPluginVisitor visitor, void* payload")
_LOOKER = "typedef OrthancPluginErrorCode (*OrthancPluginLooker)(const char* name);\n"


@pytest.mark.parametrize(
    ("declarations", "conversion"),
    [
        (_VISIT, Payload("Visitor", None, Lifetime.CALL)),
        (
            _LOOKER + function("Look", "OrthancPluginLooker visitor"),
            Callback("OrthancPluginLooker", "Looker", Lifetime.CALL),
        ),
    ],
)
def test_a_callable_that_is_used_during_the_call(declarations: str, conversion: Input) -> None:
    look = only(plan(declarations))
    assert look.arguments[0].conversion == conversion
    assert isinstance(look.returns, ReturnsNothing)


def test_one_that_the_core_keeps() -> None:
    module = plan(_LOOKER + function("RegisterLooker", "OrthancPluginLooker looker"))
    (looker,) = only(module).arguments
    assert looker.conversion == Callback("OrthancPluginLooker", "Looker", Lifetime.REGISTRATION)
    assert input_type(looker.conversion) == "_Looker"
    assert isinstance(only(module).returns, ReturnsArgument)  # makes it usable as a decorator
    assert only(module).call.passed == (PassedArgument("looker"),)
    assert symbol(module, "RegisterLooker").status is Status.AUTOMATIC
    assert symbol(module, "Looker").python == ("orthanc.RegisterLooker",)


def test_the_function_that_calls_a_payload_is_passed_with_it() -> None:
    assert only(plan(_VISIT)).call.passed == (PassedMethod("Visitor"), PassedArgument("visitor"))


def test_an_object_that_is_used_during_the_call_may_be_left_out(tmp_path: Path) -> None:
    entry = (
        '[functions.OrthancPluginVisit]\nsince = "1.0.0"\nreason = "r"\nparameters.visitor.optional = true\n'
    )
    (argument,) = only(plan(_VISIT, notes(entry, tmp_path))).arguments
    assert argument.conversion == Payload("Visitor", None, Lifetime.CALL, optional=True)
    assert (input_type(argument.conversion), argument.default) == ("_Visitor | None", "None")


_JOB = """
typedef OrthancPluginErrorCode (*OrthancPluginStep) (void* job);
typedef void (*OrthancPluginStop) (void* job, int32_t reason);
typedef void (*OrthancPluginJobEnd) (void* job);
"""


def test_an_object_with_methods_that_the_core_gives_back(tmp_path: Path) -> None:
    given = "void* job, OrthancPluginStep step, OrthancPluginStop stop, OrthancPluginJobEnd end"
    locked = notes(
        '[locks.door]\nreason = "r"\nguards = "its door"\ncallbacks = ["OrthancPluginJobEnd"]\n', tmp_path
    )
    create = only(plan(_JOB + function("CreateJob", given), locked))
    (job,) = create.arguments
    assert job.conversion == Payload("CreateJobJob", ("step", "stop"), Lifetime.RELEASE)
    assert create.call.passed == (
        PassedArgument("job"),
        PassedMethod("Step"),
        PassedMethod("Stop"),
        PassedRelease("OrthancPluginJobEnd", ("door",)),
    )


def test_an_object_with_methods_that_lives_until_the_stop() -> None:
    given = "void* job, OrthancPluginStep step, OrthancPluginStop stop"
    (job,) = only(plan(_JOB + function("RegisterJob", given))).arguments
    assert job.conversion == Payload("RegisterJobJob", ("step", "stop"), Lifetime.REGISTRATION)


_DRIVEN = """
typedef void* (*OrthancPluginStrike) (const char* x);
typedef RESULT (*OrthancPluginApply) (void* driver);
typedef void (*OrthancPluginEnd) (void* driver);
""" + function("RegisterStrike", "OrthancPluginStrike strike, OrthancPluginApply apply, OrthancPluginEnd end")
_SERVED = """
[functions.OrthancPluginRegisterStrike]
since = "1.0.0"
reason = "r"
parameters.apply.constant = "CONSTANT"
parameters.end.constant = "release"
"""


def test_a_callback_may_report_the_failure_of_its_payload(tmp_path: Path) -> None:
    entry = notes(_SERVED.replace("CONSTANT", "outcome"), tmp_path)
    register = functions(plan(_DRIVEN.replace("RESULT", "OrthancPluginErrorCode"), entry))["RegisterStrike"]
    assert [a.name for a in register.arguments] == ["strike"]
    assert register.call.passed == (
        PassedArgument("strike"),
        PassedOutcome("OrthancPluginApply"),
        PassedRelease("OrthancPluginEnd", ()),
    )
    module = plan(_DRIVEN.replace("RESULT", "int32_t"), entry)
    reason = symbol(module, "RegisterStrike").reason or ""
    assert "OrthancPluginApply, which can't return the error code of a payload" in reason


@pytest.mark.parametrize(
    ("result", "text", "constant"),
    [
        ("int32_t", "1", Number(1)),
        (
            "OrthancPluginErrorCode",
            "OrthancPluginErrorCode_Plugin",
            Enumerator("OrthancPluginErrorCode_Plugin"),
        ),
        ("int32_t", "OrthancPluginErrorCode_Plugin", None),
        ("OrthancPluginErrorCode", "1", None),
        ("void", "1", None),
    ],
)
def test_a_callback_may_always_return_the_same(
    result: str, text: str, constant: Constant | None, tmp_path: Path
) -> None:
    entry = notes(_SERVED.replace("CONSTANT", text), tmp_path)
    module = plan(_DRIVEN.replace("RESULT", result), entry)
    if constant is not None:
        passed = functions(module)["RegisterStrike"].call.passed
        assert passed[1] == PassedConstant("OrthancPluginApply", constant)
    else:
        reason = symbol(module, "RegisterStrike").reason or ""
        assert f"set the constant '{text}', which is not a result of OrthancPluginApply" in reason
