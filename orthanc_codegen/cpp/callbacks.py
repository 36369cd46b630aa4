"""Translate callback types to the C++ functions that call a Python callable for the core."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from orthanc_codegen.cpp.answers import spell_answer, spell_failure, spell_success
from orthanc_codegen.cpp.model import CppBorrow, CppCallback, CppPass
from orthanc_codegen.cpp.names import (
    callback,
    enum_object,
    in_local,
    lock_object,
    out_local,
    place,
    python_shape,
    release,
    scalar_to_python,
    spell_constant,
)
from orthanc_codegen.ir import spell
from orthanc_codegen.plan import CallbackArgumentPlan, CallbackPlan
from orthanc_codegen.plan.callbacks import (
    Condition,
    FromRelease,
    OneOf,
    Present,
    RunLater,
    RunNow,
    RunOnce,
)
from orthanc_codegen.plan.conversions import (
    BorrowedHandle,
    EnumeratorName,
    IntegerArray,
    OwnObject,
    ReceivedBytes,
    Text,
    TextArray,
    TextMapping,
)


def spell_callback(plan: CallbackPlan) -> CppCallback:
    """Return the C++ for one callback type."""
    return CppCallback(
        plan=plan,
        name=callback(plan.name),
        shape=python_shape(plan),
        result=spell(plan.c_result),
        parameters=", ".join(_parameters(plan)),
        locks=", ".join(lock_object(lock.name) for lock in plan.locks),
        releases=in_local(plan.releases) if plan.releases else None,
        borrows=tuple(map(_borrow, plan.borrowed)),
        call=_call(plan),
        about=in_local(plan.about) if plan.about else None,
        passes=tuple(map(_pass, plan.arguments)),
        run=tuple(_run(plan)),
        answers=tuple(spell_answer(plan, answer) for answer in plan.result.answers),
        fewest_answers=plan.result.fewest_answers,
        failure=spell_failure(plan.result.failure),
        success=spell_success(plan),
        refused=spell_constant(plan.result.refused) if plan.result.refused else "",
    )


def _parameters(plan: CallbackPlan) -> Iterator[str]:
    """Yield the parameters: the slot, if there is one, then those of C. Unused names are commented out."""
    if plan.payload is None:
        yield "const CallbackSlot& slot"
    used = set(_used(plan))
    for parameter in plan.c_parameters:
        local = in_local(parameter.name) if parameter.name in used else f"/*{parameter.name}*/"
        yield f"{spell(parameter.type)} {local}"


def _used(plan: CallbackPlan) -> Iterator[str | None]:
    """Yield the names of the C parameters that the body uses."""
    yield from (plan.subject, plan.releases, plan.about, plan.payload.parameter if plan.payload else None)
    for argument in plan.arguments:
        yield from (at.parameter for at in argument.places)
        yield from (c.place.parameter for c in argument.conditions if not isinstance(c, FromRelease))
        if isinstance(argument.conversion, BorrowedHandle):
            yield from argument.conversion.functions
    for answer in plan.result.answers:
        yield from answer.filled
    match plan.result.run:
        case RunLater(OneOf(awaited)):
            yield awaited.parameter


def _call(plan: CallbackPlan) -> str:
    """Return the arguments for the constructor of `CallbackCall`."""
    subject = in_local(plan.subject) if plan.subject else "nullptr"
    if plan.payload is None:
        return f"slot, {subject}"
    optional = "true" if plan.payload.optional else "false"
    called = f'{in_local(plan.payload.parameter)}, "{plan.payload.method}", {optional}'
    return f"{called}, {subject}"


def _borrow(argument: CallbackArgumentPlan) -> CppBorrow:
    """Return the borrowed handle of an argument, which is invalid after the callback."""
    assert isinstance(argument.conversion, BorrowedHandle)
    functions = tuple(in_local(name) if name else "nullptr" for name in argument.conversion.functions)
    return CppBorrow(_handle(argument), argument.conversion.handle.name, place(argument.places[0]), functions)


def _handle(argument: CallbackArgumentPlan) -> str:
    at = argument.places[0]
    return out_local(at.field or at.parameter)


# -- Arguments -----------------------------------------------------------------------------------------------


def _pass(argument: CallbackArgumentPlan) -> CppPass:
    pass_by = f'Keyword("{argument.name}", ' if argument.keyword else "Positional("
    return CppPass(spell_conditions(argument.conditions), f"call.{pass_by}{spell_arrival(argument)});")


def spell_arrival(argument: CallbackArgumentPlan) -> str:
    """Return the expression that creates the Python value of an argument."""
    conversion, values = argument.conversion, [place(at) for at in argument.places]
    match conversion:
        case Text():
            return f"TextToPython({values[0]})"
        case EnumeratorName(name):
            return f"{enum_object(name)}.NameToPython({values[0]})"
        case TextArray(as_tuple):
            return _array("TextListToPython", *values, as_tuple=as_tuple)
        case IntegerArray(as_tuple):
            return _array("IntegerListToPython", *values, as_tuple=as_tuple)
        case TextMapping():
            keys, items, count = values
            return f"TextDictToPython({count}, {keys}, {items})"
        case ReceivedBytes():
            data, size = values
            return f"BytesToPython({data}, static_cast<std::uint64_t>({size}))"
        case OwnObject():
            return f"Payload::ToPython({values[0]})"
        case BorrowedHandle():
            return f"{_handle(argument)}.ToPython()"
        case _:
            return scalar_to_python(conversion, values[0])


def _array(function: str, items: str, count: str, *, as_tuple: bool) -> str:
    made = f"{function}({count}, {items})"
    return f"TupleOf({made})" if as_tuple else made


def spell_conditions(conditions: tuple[Condition, ...]) -> str | None:
    """Return the conjunction of conditions; None if there are none."""
    spelled: str | None = None
    for condition in reversed(conditions):
        own = _condition(condition)
        spelled = own if spelled is None else f"{own} && ({spelled})"
    return spelled


def _condition(condition: Condition) -> str:
    match condition:
        case OneOf(at, _, enumerators):
            return " || ".join(f"{place(at)} == {enumerator}" for enumerator in enumerators)
        case Present(at):
            return f"{place(at)} != nullptr"
        case FromRelease(since):
            return f"Core::Has({release(since)})"
        case _:
            assert_never(condition)


# -- Execution -----------------------------------------------------------------------------------------------


def _run(plan: CallbackPlan) -> Iterator[str]:
    """Yield the statements that call the callable, and the early returns before its answers are read."""
    failure = spell_failure(plan.result.failure)
    run = plan.result.run
    match run:
        case RunLater(awaited):
            condition = spell_conditions((awaited,)) if awaited else "false"
            yield f"if (!call.Defer({condition})) {failure}"
        case RunOnce(second):
            assert plan.payload is not None, "only methods return bytes through two callbacks"
            reader = 2 if second else 1
            yield f'const Payload::KeptBytes* answer = call.RunKept("{plan.payload.method}", {reader});'
            yield f"if (answer == nullptr) {failure}"
        case RunNow():
            yield "const Reference answer = call.Run();"
            yield f"if (!answer) {failure}"
            if plan.result.must_respond:
                yield f"if (!{out_local(plan.result.must_respond)}.Answered()) return call.Unanswered();"
            if plan.result.none_code:
                yield f"if (answer.Get() == Py_None) return {spell_constant(plan.result.none_code)};"
        case _:
            assert_never(run)
