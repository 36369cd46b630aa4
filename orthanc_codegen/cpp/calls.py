"""Translate functions of the SDK to wrappers: guards, the call, and the checks after it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import assert_never

from orthanc_codegen.cpp.arguments import argument_place, spell_argument, spell_self
from orthanc_codegen.cpp.model import CppArgument, CppFunction, CppLimit
from orthanc_codegen.cpp.names import (
    callback,
    functions_struct,
    in_local,
    limit_local,
    lock_object,
    out_local,
    release,
    spell_constant,
    wrapper,
)
from orthanc_codegen.cpp.results import spell_output, spell_result
from orthanc_codegen.plan import FunctionPlan, GilPolicy, KeepsGil, KeepsGilBelow, LimitPlan, ReleasesGil
from orthanc_codegen.plan.conversions import Measured
from orthanc_codegen.plan.functions import (
    CallResult,
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

_PARTS = {
    Part.VALUE: "Get",
    Part.DATA: "Data",
    Part.SIZE: "GetSize",
    Part.COUNT: "Count",
    Part.KEYS: "Keys",
    Part.VALUES: "Values",
}


def spell_function(function: FunctionPlan) -> CppFunction:
    """Return the wrapper of one function."""
    arguments = tuple(spell_argument(function, argument) for argument in function.arguments)
    return CppFunction(
        plan=function,
        name=wrapper(function),
        bound_self=spell_self(function, function.bound_self) if function.bound_self else None,
        arguments=arguments,
        outputs=tuple(map(spell_output, function.outputs)),
        begin=_begin(function),
        limits=tuple(_limit(function, limit) for limit in function.call.limits),
        before=tuple(_before(function)),
        statement=_statement(function),
        unlocked=_unlocked(function.call.gil),
        checks=tuple(_checks(function, arguments)),
        commits=tuple(_commits(function, arguments)),
        result=spell_result(function),
    )


def _unlocked(policy: GilPolicy) -> str:
    """Return the declaration that releases the GIL for the call."""
    match policy:
        case ReleasesGil():
            return "const GilRelease unlocked;"
        case KeepsGil():
            return ""
        case KeepsGilBelow(argument, limit):
            return f"const GilRelease unlocked({in_local(argument)}.GetSize() >= {limit});"
        case _:
            assert_never(policy)


def _begin(function: FunctionPlan) -> str:
    """Return the condition under which the wrapper calls the core."""
    condition, *further = [
        _began(function),
        *filter(None, (_guard(g) for g in function.call.guards)),
        *_is_provided(function),
    ]
    for guard in further:
        condition = f"({condition} && {guard})"
    return condition


def _began(function: FunctionPlan) -> str:
    releases = [guard.since for guard in function.call.guards if isinstance(guard, ReleaseNeeded)]
    return f"call.Begin(kSignature.function, {release(releases[0])})" if releases else "call.Begin()"


def _guard(guard: Guard) -> str | None:
    """Return the condition of a guard; None for a release, which `call.Begin()` checks."""
    match guard:
        case ReleaseNeeded():
            return None
        case LocksNeeded(locks):
            return f"MayTake(kSignature.function, {', '.join(map(lock_object, locks))})"
        case RegistrationOpen(registry):
            return f"call.MayRegister(kSignature.function, {registry})"
        case _:
            assert_never(guard)


def _is_provided(function: FunctionPlan) -> Iterator[str]:
    """Yield the condition that the callback has provided a function with the handle."""
    match function.call.callee:
        case SdkFunction():
            pass
        case HandleFunction(_, class_name, name):
            of_class = f"&{functions_struct(class_name)}::{name}"
            yield f"{_handle(function)}.Provides({of_class}, kSignature.function)"
        case _:
            assert_never(function.call.callee)


def _handle(function: FunctionPlan) -> str:
    assert function.bound_self is not None, f"{function.c_name} has no handle"
    return in_local(function.bound_self.c_name)


def _limit(function: FunctionPlan, limit: LimitPlan) -> CppLimit:
    local = limit_local(limit.argument)
    below = f"{in_local(limit.argument)}.IsBelow({local}, {argument_place(function, limit.argument)})"
    return CppLimit(local, f"{limit.count}(call.Context())", below)


def _before(function: FunctionPlan) -> Iterator[str]:
    """Yield the statements that run after the GIL is released and before the call."""
    if function.call.keeps:
        yield f"const LockHeld held({', '.join(map(lock_object, function.call.keeps))});"
    for output in function.outputs:
        if isinstance(output.conversion, Measured):
            handle = _passed(function.call.passed[0])
            for measure in output.conversion.by:
                yield f"{out_local(output.c_name)}.Measure({measure}(call.Context(), {handle}));"
    for c_name in function.consumed:
        yield f"{in_local(c_name)}.Consume();"


def _statement(function: FunctionPlan) -> str:
    call = _call(function)
    match function.call.result:
        case CallResult.NOTHING:
            return f"{call};"
        case CallResult.STATUS:
            return f"call.Returned({call});"
        case CallResult.OUTPUT:
            return f"{out_local(function.outputs[-1].c_name)}.Assign({call});"
        case _:
            assert_never(function.call.result)


def _call(function: FunctionPlan) -> str:
    passed = [_passed(value) for value in function.call.passed]
    match function.call.callee:
        case SdkFunction(c_name):
            return f"{c_name}({', '.join(['call.Context()', *passed])})"
        case HandleFunction(_, _, name):
            return f"{_handle(function)}.GetFunctions().{name}({', '.join(passed)})"
        case _:
            assert_never(function.call.callee)


def _passed(value: Passed) -> str:
    """Return the expression for one C parameter."""
    match value:
        case PassedArgument(c_name, part):
            return f"{in_local(c_name)}.{_PARTS[part]}()"
        case PassedOutput(c_name):
            return f"{out_local(c_name)}.Address()"
        case PassedMethod(name):
            return f"&PayloadTrampoline<{callback(name)}>::Call"
        case PassedRelease(c_callback, locks):
            given = ", ".join([c_callback, *(f"&{lock_object(lock)}" for lock in locks)])
            return f"&PayloadRelease<{given}>::Call"
        case PassedConstant(c_callback, constant):
            return f"&ConstantCallback<{c_callback}, {spell_constant(constant)}>::Call"
        case PassedOutcome(c_callback):
            return f"&PayloadOutcome<{c_callback}>::Call"
        case PassedNumber(number):
            return str(number)
        case _:
            assert_never(value)


def _checks(function: FunctionPlan, arguments: Sequence[CppArgument]) -> Iterator[str]:
    """Yield the conditions to check after the call."""
    yield from (argument.nothing_raised for argument in arguments if argument.nothing_raised)
    match function.call.errors:
        case Raises():
            yield "call.Succeeded()"
        case RaisesUnlessAnswered(status):
            yield f"({out_local(status)}.IsSet() || call.Succeeded())"
        case ReturnsCode():
            pass
        case _:
            assert_never(function.call.errors)


def _commits(function: FunctionPlan, arguments: Sequence[CppArgument]) -> Iterator[str]:
    """Yield the statements to run after the core has accepted the call."""
    if function.bound_self is not None and function.bound_self.responds:
        yield f"{_handle(function)}.MarkAnswered();"
    yield from (argument.commit for argument in arguments if argument.commit)
