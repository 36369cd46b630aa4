"""A readable listing of the plan: for each function, its Python signature and its C call."""

from __future__ import annotations

import dataclasses
import enum
from collections.abc import Iterator
from typing import Any, assert_never

from orthanc_codegen.ir import Version
from orthanc_codegen.plan import (
    AnswerPlan,
    CallbackArgumentPlan,
    CallbackPlan,
    ClassPlan,
    FunctionPlan,
    ModulePlan,
    Place,
    SymbolPlan,
)
from orthanc_codegen.plan.constants import Enumerator, Null, Number
from orthanc_codegen.plan.functions import (
    Callee,
    CallResult,
    HandleFunction,
    KeepsGil,
    KeepsGilBelow,
    Part,
    Passed,
    PassedArgument,
    PassedOutput,
    Raises,
    SdkFunction,
)
from orthanc_codegen.plan.parameters import typed
from orthanc_codegen.plan.python_types import (
    answer_type,
    callable_parameters,
    field_type,
    output_type,
    parameters_of,
    result_type,
    return_type,
    special_methods,
)


def listing(plan: ModulePlan) -> str:
    """Return the listing of a plan. Conversions appear as their class, without default values."""
    return "\n".join(_lines(plan)) + "\n"


def _lines(plan: ModulePlan) -> Iterator[str]:
    yield f"sdk {plan.sdk}"
    for group in plan.groups:
        yield from ("", f"group {group.name}")
        for function in group.functions:
            yield from _function(function)
    for class_ in plan.classes:
        yield from ("", f"class {class_.name} <- {class_.c_name}{_class(class_)}")
        for function in class_.methods:
            yield from _function(function)
        for method in special_methods(class_):
            yield f"  {method.name}({typed(method.parameters)}) -> {method.result}"
    for callback in plan.callbacks:
        yield ""
        yield from _callback(callback)
    for protocol in plan.protocols:
        methods = ", ".join(
            f"{c.method}{'?' if c.payload and c.payload.optional else ''}" for c in protocol.methods
        )
        yield from ("", f"protocol {protocol.name} of {protocol.registrar}: {methods}")
    yield from _types(plan)
    yield from _symbols("functions", plan.functions)
    yield from _symbols("callback types", plan.callback_types)


# -- Functions -----------------------------------------------------------------------------------------------


def _function(function: FunctionPlan) -> Iterator[str]:
    parameters = typed(parameters_of(function))
    yield f"  {function.qualified_name}({parameters}) -> {return_type(function)}"
    passed = ", ".join(_passed(function, value) for value in function.call.passed)
    yield f"    <- {_callee(function.call.callee)}({passed}){_result(function)}{_notes(function)}"


def _callee(callee: Callee) -> str:
    match callee:
        case SdkFunction(c_name):
            return c_name
        case HandleFunction(c_type):
            return f"{c_type} of the handle"
        case _:
            assert_never(callee)


def _passed(function: FunctionPlan, value: Passed) -> str:
    match value:
        case PassedArgument(c_name, part):
            where = "" if part is Part.VALUE else f".{part}"
            if function.bound_self and c_name == function.bound_self.c_name:
                return f"self: {_shown(function.bound_self.handle)}"
            argument = next(a for a in function.arguments if a.c_name == c_name)
            first = part in (Part.VALUE, Part.DATA, Part.COUNT)
            return f"{argument.name}{where}" + (f": {_shown(argument.conversion)}" if first else "")
        case PassedOutput(c_name):
            output = next(o for o in function.outputs if o.c_name == c_name)
            return f"&{output.name}: {_shown(output.conversion)}"
        case _:
            return _shown(value)


def _result(function: FunctionPlan) -> str:
    match function.call.result:
        case CallResult.NOTHING:
            return ""
        case CallResult.STATUS:
            return " -> status"
        case CallResult.OUTPUT:
            return f" -> {_shown(function.outputs[-1].conversion)}"
        case _:
            assert_never(function.call.result)


def _notes(function: FunctionPlan) -> str:
    """Return the exceptions to the rule: guards, limits, locks, the GIL, errors that are not raised."""
    call = function.call
    notes = [*map(_shown, call.guards), *map(_shown, call.limits)]
    notes += [f"keeps {lock}" for lock in call.keeps]
    match call.gil:
        case KeepsGil():
            notes.append("keeps the GIL")
        case KeepsGilBelow(argument, limit):
            notes.append(f"keeps the GIL for a {argument} below {limit} bytes")
    notes += [] if isinstance(call.errors, Raises) else [_shown(call.errors)]
    notes += ["responds"] if function.bound_self and function.bound_self.responds else []
    return "".join(f"; {note}" for note in notes)


# -- Callbacks -----------------------------------------------------------------------------------------------


def _callback(callback: CallbackPlan) -> Iterator[str]:
    kind = f"method {callback.method}" if callback.method else f"callable {callback.name}"
    slots = f", {callback.slots} slots" if callback.slots else ""
    parameters = typed(callable_parameters(callback))
    yield f"{kind}({parameters}) -> {result_type(callback)} by {callback.registrar}{slots}"
    yield f"  <- {callback.c_name}{_callback_notes(callback)}"
    yield from (_arrival(argument) for argument in callback.arguments)
    yield from (_answer(answer) for answer in callback.result.answers)
    result = callback.result
    yield (
        f"  -> {_shown(result.success)}; {_shown(result.failure)} after an exception; "
        f"{result.refused or 'nothing'} without Python"
    )


def _callback_notes(callback: CallbackPlan) -> str:
    result = callback.result
    notes = [_shown(result.run), *(f"holds {lock.name}" for lock in callback.locks)]
    notes += [f"registry {callback.registry}"] if callback.registry else []
    notes += [f"the log names {callback.subject}"] if callback.subject else []
    notes += [f"about {callback.about}"] if callback.about else []
    notes += [f"releases {callback.releases}"] if callback.releases else []
    notes += [f"must respond through {result.must_respond}"] if result.must_respond else []
    notes += [f"None is {result.none_code}"] if result.none_code else []
    notes += ["outputs on success only"] if result.stores_on_success else []
    return "".join(f"; {note}" for note in notes)


def _arrival(argument: CallbackArgumentPlan) -> str:
    places = ", ".join(map(_place, argument.places))
    conditions = "".join(f" if {_shown(condition)}" for condition in argument.conditions)
    return f"  {argument.name} = {_shown(argument.conversion)} of {places}{conditions}"


def _answer(answer: AnswerPlan) -> str:
    target = ", ".join(answer.filled) or "the result"
    marks = f"{', optional' if answer.optional else ''}{', not None' if answer.rejects_none else ''}"
    return f"  {target} = {_shown(answer.conversion)} of {answer.name}: {answer_type(answer)}{marks}"


def _place(place: Place) -> str:
    return f"{place.parameter}.{place.field}" if place.field else place.parameter


# -- Types and symbols ---------------------------------------------------------------------------------------


def _class(class_: ClassPlan) -> str:
    notes = [f"freed by {class_.free}"] if class_.free else []
    notes += [_shown(part) for part in (class_.clone, class_.memory) if part]
    notes += [f"gets {name} by {c_type}" for c_type, name in class_.functions]
    notes += ["concurrent"] if class_.concurrent else []
    return "".join(f"; {note}" for note in notes)


def _types(plan: ModulePlan) -> Iterator[str]:
    for enum_plan in plan.enums:
        yield from ("", f"enum {enum_plan.name} <- {enum_plan.c_name}; {enum_plan.kind}")
        yield from (f"  {m.name} = {m.value} <- {m.c_name}" for m in enum_plan.members)
    for table in plan.enum_tables:
        yield from ("", f"table {table.name} of {table.c_enum}")
        yield from (f"  {name} = {number}" for name, number in table.rows)
    for dict_ in plan.dicts:
        yield from ("", f"dict {dict_.name} <- {dict_.c_name}")
        yield from (f"  {k.name}: {output_type(k.conversion)} <- {k.field}" for k in dict_.keys)
    for record in plan.named_tuples:
        yield from ("", f"tuple {record.name} of {', '.join(record.makers)}")
        yield from (f"  {field.name}: {field_type(field)}" for field in record.fields)
    for lock in plan.locks:
        until = f" until {lock.until}" if lock.until else ""
        yield from ("", f"lock {lock.name}{until}: {_line(lock.guards)}")


def _symbols(title: str, symbols: tuple[SymbolPlan, ...]) -> Iterator[str]:
    """Yield the symbols that are not available in Python, with the reason."""
    unseen = [symbol for symbol in symbols if not symbol.python]
    if unseen:
        yield from ("", f"unseen {title}")
        yield from (f"  {symbol.name}: {symbol.status}. {_line(symbol.reason or '')}" for symbol in unseen)


def _line(text: str) -> str:
    return " ".join(text.split())


# -- Values --------------------------------------------------------------------------------------------------


def _shown(value: Any) -> str:
    """Format a value as its class and its fields without default values, ex) ``Text(header)``."""
    match value:
        case Version():
            return str(value)
        case Place():
            return _place(value)
        case FunctionPlan():
            return value.qualified_name
        case enum.Enum() | Number() | Enumerator() | Null():
            return str(value)
        case tuple():
            return f"[{', '.join(map(_shown, value))}]"
        case _ if dataclasses.is_dataclass(value):
            fields = (_field(field, getattr(value, field.name)) for field in dataclasses.fields(value))
            given = ", ".join(text for text in fields if text)
            return f"{type(value).__name__}({given})" if given else type(value).__name__
        case _:
            return str(value)


def _field(field: dataclasses.Field[Any], value: Any) -> str:
    """Format a field: a flag as its name, a default value as the empty string."""
    if isinstance(value, bool):
        return field.name if value else ""
    return "" if value is None or value == field.default else _shown(value)
