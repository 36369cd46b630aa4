"""The wrapper of a function: the guards, the arguments of the call, and the checks after it."""

from __future__ import annotations

import pytest

from orthanc_codegen.cpp.calls import spell_function
from orthanc_codegen.ir import Version
from orthanc_codegen.plan import GilPolicy, KeepsGil, KeepsGilBelow, LimitPlan, ReleasesGil
from orthanc_codegen.plan.constants import Number
from orthanc_codegen.plan.conversions import Integer, Measured
from orthanc_codegen.plan.functions import (
    Callee,
    CallResult,
    ErrorPolicy,
    Guard,
    HandleFunction,
    LocksNeeded,
    Part,
    Passed,
    PassedArgument,
    PassedConstant,
    PassedMethod,
    PassedNumber,
    PassedOutcome,
    PassedOutput,
    PassedRelease,
    Raises,
    RaisesUnlessAnswered,
    RegistrationOpen,
    ReleaseNeeded,
    ReturnsCode,
    SdkFunction,
)

from ..plan.made import BELL_SELF, argument, called, function, output

# The value that a C parameter receives, and its expression.
PASSED: tuple[tuple[Passed, str], ...] = (
    (PassedArgument("x"), "in_x.Get()"),
    (PassedArgument("x", Part.DATA), "in_x.Data()"),
    (PassedArgument("x", Part.SIZE), "in_x.GetSize()"),
    (PassedArgument("x", Part.COUNT), "in_x.Count()"),
    (PassedArgument("x", Part.KEYS), "in_x.Keys()"),
    (PassedArgument("x", Part.VALUES), "in_x.Values()"),
    (PassedOutput("y"), "out_y.Address()"),
    (PassedMethod("JobStep"), "&PayloadTrampoline<Callback_JobStep>::Call"),
    (PassedRelease("OrthancPluginEnd", ()), "&PayloadRelease<OrthancPluginEnd>::Call"),
    (
        PassedRelease("OrthancPluginEnd", ("main_door", "gate")),
        "&PayloadRelease<OrthancPluginEnd, &locks::kMainDoor, &locks::kGate>::Call",
    ),
    (PassedConstant("OrthancPluginCount", Number(1)), "&ConstantCallback<OrthancPluginCount, 1>::Call"),
    (PassedOutcome("OrthancPluginApply"), "&PayloadOutcome<OrthancPluginApply>::Call"),
    (PassedNumber(-4), "-4"),
)


@pytest.mark.parametrize(("value", "expression"), PASSED)
def test_what_a_parameter_is_given(value: Passed, expression: str) -> None:
    spelled = spell_function(called(passed=(value,)))
    assert spelled.statement == f"call.Returned(OrthancPluginRing(call.Context(), {expression}));"


def test_parameters_keep_their_order() -> None:
    values = (PassedOutput("y"), PassedArgument("x"), PassedNumber(3))
    assert (
        "(call.Context(), out_y.Address(), in_x.Get(), 3)" in spell_function(called(passed=values)).statement
    )


# The result of the C function, and the statement of the call.
RESULTS: tuple[tuple[CallResult, str], ...] = (
    (CallResult.NOTHING, "OrthancPluginRing(call.Context());"),
    (CallResult.STATUS, "call.Returned(OrthancPluginRing(call.Context()));"),
    (CallResult.OUTPUT, "out_y.Assign(OrthancPluginRing(call.Context()));"),
)


@pytest.mark.parametrize(("result", "statement"), RESULTS)
def test_what_becomes_of_the_result_of_c(result: CallResult, statement: str) -> None:
    outputs = (output(Integer("int32_t"), "target"), output(Integer("int32_t")))
    plan = function(call=called(result=result).call, outputs=outputs)
    assert spell_function(plan).statement == statement


# Each guard, and the condition that checks it.
GUARDS: tuple[tuple[Guard, str], ...] = (
    (ReleaseNeeded(Version(1, 12, 9)), "call.Begin(kSignature.function, Release{1, 12, 9})"),
    (
        LocksNeeded(("door", "gate")),
        "(call.Begin() && MayTake(kSignature.function, locks::kDoor, locks::kGate))",
    ),
    (RegistrationOpen(3), "(call.Begin() && call.MayRegister(kSignature.function, 3))"),
)


@pytest.mark.parametrize(("guard", "condition"), GUARDS)
def test_what_has_to_hold_before_the_call(guard: Guard, condition: str) -> None:
    assert spell_function(called(guards=(guard,), bound_self=BELL_SELF)).begin == condition


def test_without_guards_only_the_core_has_to_be_there() -> None:
    assert spell_function(called()).begin == "call.Begin()"


def test_all_guards_have_to_hold() -> None:
    guards = (ReleaseNeeded(Version(1, 12, 9)), LocksNeeded(("door",)), RegistrationOpen(3))
    assert spell_function(called(guards=guards)).begin == (
        "((call.Begin(kSignature.function, Release{1, 12, 9}) && MayTake(kSignature.function, locks::kDoor))"
        " && call.MayRegister(kSignature.function, 3))"
    )


# Each callee, the condition before the call, and the statement of the call.
CALLEES: tuple[tuple[Callee, str, str], ...] = (
    (
        SdkFunction("OrthancPluginRing"),
        "call.Begin()",
        "call.Returned(OrthancPluginRing(call.Context(), in_bell.Get()));",
    ),
    (
        HandleFunction("OrthancPluginBellRing", "Bell", "Ring"),
        "(call.Begin() && in_bell.Provides(&Functions_Bell::Ring, kSignature.function))",
        "call.Returned(in_bell.GetFunctions().Ring(in_bell.Get()));",
    ),
)


@pytest.mark.parametrize(("callee", "condition", "statement"), CALLEES)
def test_what_is_called(callee: Callee, condition: str, statement: str) -> None:
    plan = called(bound_self=BELL_SELF, callee=callee, passed=(PassedArgument("bell"),))
    assert spell_function(plan).begin == condition
    assert spell_function(plan).statement == statement


# Each error policy, and the conditions after the call.
ERRORS: tuple[tuple[ErrorPolicy, tuple[str, ...]], ...] = (
    (Raises(), ("call.Succeeded()",)),
    (RaisesUnlessAnswered("httpStatus"), ("(out_httpStatus.IsSet() || call.Succeeded())",)),
    (ReturnsCode(), ()),
)


@pytest.mark.parametrize(("errors", "checks"), ERRORS)
def test_what_has_to_hold_after_the_call(errors: ErrorPolicy, checks: tuple[str, ...]) -> None:
    assert spell_function(called(errors=errors)).checks == checks


GILS: list[tuple[GilPolicy, str]] = [
    (ReleasesGil(), "const GilRelease unlocked;"),
    (KeepsGil(), ""),
    (KeepsGilBelow("data", 10), "const GilRelease unlocked(in_data.GetSize() >= 10);"),
]


@pytest.mark.parametrize(("gil", "spelled"), GILS)
def test_whether_others_run_meanwhile(gil: GilPolicy, spelled: str) -> None:
    assert spell_function(called(gil=gil)).unlocked == spelled


def test_locks_that_the_core_keeps_are_noted_before_the_call() -> None:
    assert spell_function(called(keeps=("gate",))).before == ("const LockHeld held(locks::kGate);",)
    assert spell_function(called()).before == ()


def test_memory_is_measured_before_the_call() -> None:
    pixels = output(Measured(("OrthancPluginGetPitch", "OrthancPluginGetHeight")), "result")
    plan = function(
        outputs=(pixels,), bound_self=BELL_SELF, call=called(passed=(PassedArgument("bell"),)).call
    )
    assert spell_function(plan).before == (
        "out_result.Measure(OrthancPluginGetPitch(call.Context(), in_bell.Get()));",
        "out_result.Measure(OrthancPluginGetHeight(call.Context(), in_bell.Get()));",
    )


def test_an_index_is_compared_with_what_the_core_counts() -> None:
    call = called(limits=(LimitPlan("at", "OrthancPluginCount"),)).call
    (limit,) = spell_function(function(argument(Integer("uint32_t"), "at"), call=call)).limits
    assert (limit.local, limit.count) == ("limit_at", "OrthancPluginCount(call.Context())")
    assert limit.check == 'in_at.IsBelow(limit_at, {kSignature.function, "at"})'


def test_names_of_wrappers() -> None:
    assert spell_function(function()).name == "Call_Ring"
    assert spell_function(function(bound_self=BELL_SELF)).name == "Call_Bell_Ring"
