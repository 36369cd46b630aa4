"""Lower one function of the SDK to Python functions or methods, by rules over its parameters."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping, Sequence

from orthanc_codegen.ir import Doc, Function, Mark, Parameter, VoidType, spell
from orthanc_codegen.lower.annotations import FunctionOverride
from orthanc_codegen.lower.calls import plan_call, returns_status
from orthanc_codegen.lower.docs import overridden, with_errors
from orthanc_codegen.lower.index import CONTEXT, ERROR_CODE, Index, opaque_name
from orthanc_codegen.lower.naming import field_name, method_name, python_name, snake_case
from orthanc_codegen.lower.roles import groups_of, uses_in
from orthanc_codegen.lower.rules import RULES, buffers, handles, numbers, results
from orthanc_codegen.lower.scope import Fragment, Scope, UnboundError
from orthanc_codegen.plan import (
    ArgumentPlan,
    CallbackPlan,
    DictPlan,
    FieldPlan,
    FunctionPlan,
    OutputPlan,
    SelfPlan,
)
from orthanc_codegen.plan.conversions import Callback, Lifetime
from orthanc_codegen.plan.functions import (
    HandleFunction,
    PassedArgument,
    Returned,
    ReturnsArgument,
    ReturnsNothing,
    ReturnsTuple,
    ReturnsValue,
)


@dataclasses.dataclass(frozen=True, slots=True)
class BoundFunction:
    """The Python functions of one C function."""

    plans: tuple[FunctionPlan, ...]  # several if each output has its own function
    self_class: str | None  # the opaque type of which they are methods
    dicts: tuple[DictPlan, ...]
    fields: tuple[FieldPlan, ...]  # of the named tuple that it returns; empty for other results


def lower_function(
    index: Index,
    function: Function,
    override: FunctionOverride | None,
    callbacks: Mapping[str, CallbackPlan],
    handle_function: HandleFunction | None = None,
) -> BoundFunction:
    """Plan one function; raise UnboundError if no rule binds it."""
    function = dataclasses.replace(function, doc=_documented(index, function, override))
    scope = _scope(index, function, override, callbacks, handle_function)
    bound_self, fragments = _match(scope)
    arguments = _arguments(fragments)
    outputs = [fragment.output for fragment in fragments if fragment.output]
    if not isinstance(function.result, VoidType) and not returns_status(scope):
        outputs.append(results.result(scope))
    call = plan_call(scope, fragments)
    found, values = _found(scope, outputs)
    several = len(values) > 1 and not (override and override.split)
    return BoundFunction(
        tuple(
            FunctionPlan(
                c_name=function.name,
                c_parameters=tuple(p.name for p in function.parameters[1:]),
                name=name,
                since=function.since,
                group=function.doc.group or "Other",
                doc=function.doc,
                bound_self=bound_self,
                arguments=arguments,
                outputs=tuple(outputs),
                call=call,
                returns=returns,
            )
            for name, returns in _variants(scope, outputs, arguments)
        ),
        scope.self_class,
        tuple(fragment.dict_plan for fragment in fragments if fragment.dict_plan),
        tuple(_fields(scope, values, found is not None)) if several else (),
    )


def _documented(index: Index, function: Function, override: FunctionOverride | None) -> Doc:
    """Return the doc comment of a function with the texts and error codes of the annotations."""
    codes = {enumerator.name for enumerator in index.enums[ERROR_CODE].enumerators}
    entries = index.annotations.errors.values()
    return with_errors(overridden(function.doc, override), function.name, entries, codes)


def _scope(
    index: Index,
    function: Function,
    override: FunctionOverride | None,
    callbacks: Mapping[str, CallbackPlan],
    handle_function: HandleFunction | None,
) -> Scope:
    registrar = override.name if override and override.name else python_name(function.name)
    return Scope(
        index,
        function,
        override,
        _self_class(index, function),
        callbacks,
        groups_of(index, function),
        uses_in(index, function, registrar),
        handle_function,
    )


def _self_class(index: Index, function: Function) -> str | None:
    """Return the opaque type of the first input parameter, or None."""
    for parameter in function.parameters[1:]:
        opaque = opaque_name(parameter.type)
        if opaque is not None and opaque in index.opaques:
            return opaque
        if not _is_output(index, function, parameter):
            return None
    return None


def _is_output(index: Index, function: Function, parameter: Parameter) -> bool:
    """Return whether the core fills a parameter."""
    scope = Scope(index, function, None, None, {})
    rest = (parameter,)
    return bool(buffers.memory_buffer(scope, rest) or numbers.output(scope, rest))


# -- Parameters ----------------------------------------------------------------------------------------------


def _match(scope: Scope) -> tuple[SelfPlan | None, list[Fragment]]:
    """Match every parameter after the context with a rule."""
    function = scope.function
    if not function.parameters or CONTEXT not in spell(function.parameters[0].type):
        raise UnboundError("its first parameter is not the plugin's context")
    bound_self: SelfPlan | None = None
    fragments: list[Fragment] = []
    rest = function.parameters[1:]
    while rest:
        if bound_self is None and scope.self_class and opaque_name(rest[0].type) == scope.self_class:
            bound_self = handles.bind_self(scope, scope.self_class, rest[0].name)
            fragment = Fragment((PassedArgument(rest[0].name),))
        else:
            fragment = _apply_rules(scope, rest)
        fragments.append(fragment)
        rest = rest[len(fragment.passed) :]
    return bound_self, fragments


def _apply_rules(scope: Scope, rest: tuple[Parameter, ...]) -> Fragment:
    for rule in RULES:
        fragment = rule(scope, rest)
        if fragment is not None:
            return fragment
    raise UnboundError(f"no rule binds its parameter '{rest[0].name}' of type '{spell(rest[0].type)}'")


def _arguments(fragments: Sequence[Fragment]) -> tuple[ArgumentPlan, ...]:
    """Return the arguments. A default requires that all later arguments have one, too."""
    arguments = [fragment.argument for fragment in fragments if fragment.argument]
    required = max((i for i, a in enumerate(arguments, start=1) if a.default is None), default=0)
    return tuple(
        dataclasses.replace(argument, default=None) if i < required else argument
        for i, argument in enumerate(arguments)
    )


# -- Results -------------------------------------------------------------------------------------------------


def _variants(
    scope: Scope, outputs: list[OutputPlan], arguments: tuple[ArgumentPlan, ...]
) -> Iterator[tuple[str, Returned]]:
    """Yield the names of the Python functions for one C function, each with its result."""
    override = scope.override
    if override and override.split:
        if len(override.split) != len(outputs):
            raise UnboundError(
                f"it has {len(outputs)} outputs, but the annotations name {len(override.split)} functions"
            )
        for name, output in zip(override.split, outputs, strict=True):
            yield name, ReturnsValue(output)
        return
    found, values = _found(scope, outputs)
    if len(values) > 1:
        ordered = tuple(output for _, output in _ordered(scope, values))
        yield _name(scope), ReturnsTuple(_tuple_name(scope), ordered, found)
    elif values:
        yield _name(scope), ReturnsValue(values[0], found)
    else:
        yield _name(scope), ReturnsArgument() if _is_decorator(scope, arguments) else ReturnsNothing()


def _found(scope: Scope, outputs: list[OutputPlan]) -> tuple[OutputPlan | None, list[OutputPlan]]:
    """Separate the flag that states whether there are values from the values."""
    flag = scope.marked_output(outputs, Mark.FOUND)
    if flag is None or len(outputs) == 1:
        return None, outputs
    return flag, [output for output in outputs if output is not flag]


def _is_decorator(scope: Scope, arguments: tuple[ArgumentPlan, ...]) -> bool:
    """Return whether a registration takes only one callable."""
    if not scope.registers or len(arguments) != 1:
        return False
    match arguments[0].conversion:
        case Callback(lifetime=Lifetime.REGISTRATION):
            return True
        case _:
            return False


def _name(scope: Scope) -> str:
    if scope.handle_function is not None:
        return scope.handle_function.name
    if scope.override and scope.override.name:
        return scope.override.name
    if scope.self_class is None:
        return python_name(scope.function.name)
    return method_name(scope.function.name, python_name(scope.self_class))


def _tuple_name(scope: Scope) -> str:
    override = scope.override
    return override.result if override and override.result else f"{python_name(scope.function.name)}Result"


def _fields(scope: Scope, outputs: list[OutputPlan], may_lack: bool) -> Iterator[FieldPlan]:
    """Yield the fields of the named tuple."""
    docs = {o.name: o.doc for o in scope.override.outputs} if scope.override else {}
    for name, output in _ordered(scope, outputs):
        yield FieldPlan(name, output.conversion, may_lack, docs.get(name) or output.doc)


def _ordered(scope: Scope, outputs: list[OutputPlan]) -> Iterator[tuple[str, OutputPlan]]:
    """Yield the outputs with their Python names, in the order of the named tuple."""
    overrides = scope.override.outputs if scope.override else ()
    if not overrides:
        yield from ((field_name(output.name), output) for output in outputs)
        return
    by_name = {output.name: output for output in outputs}
    if {snake_case(override.source) for override in overrides} != set(by_name):
        raise UnboundError(f"its outputs are {', '.join(by_name)}, but the annotations list others")
    yield from ((override.name, by_name[snake_case(override.source)]) for override in overrides)
