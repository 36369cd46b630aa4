"""One function of the SDK → one function or method of Python, by rules over its parameters."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator, Mapping

from orthanc_codegen.ir import Doc, Function, Parameter, VoidType, spell
from orthanc_codegen.lower import inputs, outputs
from orthanc_codegen.lower.annotations import FunctionNote
from orthanc_codegen.lower.callbacks import groups_of, uses_in
from orthanc_codegen.lower.calls import plan_call, returns_status
from orthanc_codegen.lower.index import CONTEXT, Index, opaque_name
from orthanc_codegen.lower.naming import (
    CALL_PREFIX,
    RECORD_PREFIX,
    field_name,
    method_name,
    python_name,
    snake_case,
)
from orthanc_codegen.lower.pieces import Piece, Scope, UnboundError, local_of
from orthanc_codegen.plan import (
    ArgumentPlan,
    CallbackPlan,
    DictPlan,
    FunctionPlan,
    NamedTuplePlan,
    OutputPlan,
    ReturnPlan,
    SelfPlan,
)

Rule = Callable[[Scope, tuple[Parameter, ...]], Piece | None]


# Tried in this order at each parameter; the first that matches takes as many parameters as it explains.
RULES: tuple[Rule, ...] = (
    outputs.memory_buffer,
    inputs.headers,
    inputs.sized_bytes,
    inputs.ignored_size,
    inputs.pixels,
    inputs.text,
    inputs.number,
    inputs.enumeration,
    inputs.handle,
    inputs.callable_,
    inputs.payload,
    outputs.scalar,
    outputs.struct,
)


@dataclasses.dataclass(frozen=True, slots=True)
class BoundFunction:
    """What one C function became."""

    plans: tuple[FunctionPlan, ...]  # several where its outputs are functions of their own
    self_class: str | None  # the opaque type of which they are methods
    dicts: tuple[DictPlan, ...]
    named_tuples: tuple[NamedTuplePlan, ...]


def lower_function(
    index: Index, function: Function, note: FunctionNote | None, callbacks: Mapping[str, CallbackPlan]
) -> BoundFunction:
    """Plan one function, or raise UnboundError with the reason."""
    function = dataclasses.replace(function, doc=_told(function.doc, note))
    self_class = _self_class(index, function)
    registrar = note.name if note and note.name else python_name(function.name)
    uses = uses_in(index, function, registrar)
    scope = Scope(index, function, note, self_class, callbacks, groups_of(index, function), uses)
    bound_self, pieces = _match(scope)
    arguments = _defaults([piece.argument for piece in pieces if piece.argument])
    outs = [piece.output for piece in pieces if piece.output]
    if not isinstance(function.result, VoidType) and not returns_status(scope):
        outs.append(outputs.result(scope))
    found, values = _found(outs)
    several = len(values) > 1 and not (note and note.split)
    named = _named_tuple(scope, values, bool(found)) if several else None
    call = plan_call(scope, pieces)
    return BoundFunction(
        tuple(
            FunctionPlan(
                c_name=function.name,
                c_signature=_signature(function),
                name=name,
                qualified_name=_qualify(name, self_class, "."),
                cpp_name=f"{CALL_PREFIX}{_qualify(name, self_class, '_')}",
                since=function.since,
                group=function.doc.group or "Other",
                doc=function.doc,
                bound_self=bound_self,
                arguments=arguments,
                required=sum(argument.default is None for argument in arguments),
                outputs=tuple(outs),
                call=call,
                returns=returns,
            )
            for name, returns in _variants(scope, outs, named, _decorated(scope, arguments))
        ),
        self_class,
        tuple(piece.dict_plan for piece in pieces if piece.dict_plan),
        (named,) if named else (),
    )


def _self_class(index: Index, function: Function) -> str | None:
    """The opaque type of the first parameter that Python passes in."""
    for parameter in function.parameters[1:]:
        opaque = opaque_name(parameter.type)
        if opaque is not None and opaque in index.opaques:
            return opaque
        if not _is_output(index, function, parameter):
            return None
    return None


def _is_output(index: Index, function: Function, parameter: Parameter) -> bool:
    """Whether a parameter is filled by the core."""
    scope = Scope(index, function, None, None, {})
    rest = (parameter,)
    return bool(outputs.memory_buffer(scope, rest) or outputs.scalar(scope, rest))


def _told(doc: Doc, note: FunctionNote | None) -> Doc:
    """What is said of a function, with what the annotations say in place of the header's words."""
    if note is None:
        return doc
    notes = note.parameters
    texts = tuple((name, notes[name].doc if name in notes else "", text) for name, text in doc.parameters)
    return dataclasses.replace(
        doc,
        brief=note.brief or doc.brief,
        description=() if note.brief else doc.description,
        parameters=tuple((name, told or text) for name, told, text in texts),
        returns=note.returns or doc.returns,
    )


def _match(scope: Scope) -> tuple[SelfPlan | None, list[Piece]]:
    """Explain every parameter after the context by a rule."""
    function = scope.function
    if not function.parameters or CONTEXT not in spell(function.parameters[0].type):
        raise UnboundError("its first parameter is not the context of the plugin")
    bound_self: SelfPlan | None = None
    pieces: list[Piece] = []
    rest = function.parameters[1:]
    while rest:
        if bound_self is None and scope.self_class and opaque_name(rest[0].type) == scope.self_class:
            bound_self = _bind_self(scope, rest[0])
            piece = Piece((f"{bound_self.local}.Get()",))
        else:
            piece = _apply_rules(scope, rest)
        pieces.append(piece)
        rest = rest[len(piece.expressions) :]
    return bound_self, pieces


def _apply_rules(scope: Scope, rest: tuple[Parameter, ...]) -> Piece:
    for rule in RULES:
        piece = rule(scope, rest)
        if piece is not None:
            return piece
    raise UnboundError(f"no rule binds its parameter '{rest[0].name}' of type '{spell(rest[0].type)}'")


def _bind_self(scope: Scope, parameter: Parameter) -> SelfPlan:
    opaque = scope.self_class
    assert opaque is not None
    local = local_of(parameter)
    note = scope.index.class_note(opaque)
    commit = None
    holder = f"HandleArgument<{opaque}>"
    if scope.parameter_note(parameter.name).consumed:
        holder = f"ConsumedHandleArgument<{opaque}>"
    elif note is not None and any(word in scope.function.name for word in note.answering_words):
        commit = f"{local}.MarkAnswered();"
    return SelfPlan(python_name(opaque), parameter.name, holder, local, commit)


def _defaults(arguments: list[ArgumentPlan]) -> tuple[ArgumentPlan, ...]:
    """Keep a default only where every later argument has one too."""
    kept: list[ArgumentPlan] = []
    for argument in reversed(arguments):
        followed_by_required = bool(kept) and kept[-1].default is None
        kept.append(dataclasses.replace(argument, default=None) if followed_by_required else argument)
    return tuple(reversed(kept))


def _named_tuple(scope: Scope, outs: list[OutputPlan], may_lack: bool) -> NamedTuplePlan:
    note = scope.note
    name = note.result if note and note.result else f"{python_name(scope.function.name)}Result"
    none = " | None" if may_lack else ""
    fields = tuple((field, f"{out.annotation}{none}", out.doc) for field, out in _ordered(scope, outs))
    return NamedTuplePlan(name, f"The results of {python_name(scope.function.name)}().", fields)


def _ordered(scope: Scope, outs: list[OutputPlan]) -> Iterator[tuple[str, OutputPlan]]:
    """The outputs under the names and in the order in which Python gets them."""
    notes = scope.note.outputs if scope.note else ()
    if not notes:
        yield from ((field_name(out.name), out) for out in outs)
        return
    by_name = {out.name: out for out in outs}
    if {snake_case(note.source) for note in notes} != set(by_name):
        raise UnboundError(f"its outputs are {', '.join(by_name)}, but the annotations name others")
    for note in notes:
        out = by_name[snake_case(note.source)]
        yield note.name, dataclasses.replace(out, doc=note.doc or out.doc)


def _variants(
    scope: Scope, outs: list[OutputPlan], named: NamedTuplePlan | None, returned: ReturnPlan | None
) -> Iterator[tuple[str, ReturnPlan]]:
    """The Python functions of one C function, each with what it returns."""
    note = scope.note
    if note and note.split:
        if len(note.split) != len(outs):
            raise UnboundError(
                f"it has {len(outs)} outputs, but the annotations name {len(note.split)} functions"
            )
        yield from ((name, _return_one(out)) for name, out in zip(note.split, outs, strict=True))
        return
    own_name = note.name if note and note.name else _default_name(scope)
    found, values = _found(outs)
    if named is not None:
        locals_ = ", ".join(out.local for _, out in _ordered(scope, values))
        made = f"{found}{RECORD_PREFIX}{named.name}.Of({locals_})"
        nothing = f" : {RECORD_PREFIX}{named.name}.OfNone()" if found else ""
        yield own_name, ReturnPlan(named.name, f"{made}{nothing}", named.doc)
    elif values:
        plan = _return_one(values[0])
        if found:
            expression = f"{found}{plan.expression} : Py_NewRef(Py_None)"
            plan = ReturnPlan(f"{plan.annotation} | None", expression, plan.doc)
        yield own_name, plan
    else:
        yield own_name, returned or ReturnPlan("None", "Py_NewRef(Py_None)", "")


def _found(outs: list[OutputPlan]) -> tuple[str, list[OutputPlan]]:
    """The C++ of whether there are values at all, where the core tells that by a flag, and the values."""
    flag = next((out for out in outs if out.name == "found" and out.annotation == "bool"), None)
    if flag is None or len(outs) == 1:
        return "", outs
    return f"{flag.local}.IsSet() ? ", [out for out in outs if out is not flag]


def _decorated(scope: Scope, arguments: tuple[ArgumentPlan, ...]) -> ReturnPlan | None:
    """What a registration returns whose only argument is the callable, so that it is a decorator too."""
    if not scope.registers or len(arguments) != 1 or "Callable" not in arguments[0].holder:
        return None
    doc = "The callable itself, so that this is a decorator too."
    return ReturnPlan(arguments[0].annotation, "Py_NewRef(values[0])", doc)


def _default_name(scope: Scope) -> str:
    if scope.self_class is None:
        return python_name(scope.function.name)
    return method_name(scope.function.name, python_name(scope.self_class))


def _return_one(out: OutputPlan) -> ReturnPlan:
    return ReturnPlan(out.annotation, f"{out.local}.ToPython()", out.doc)


def _qualify(name: str, self_class: str | None, separator: str) -> str:
    return f"{python_name(self_class)}{separator}{name}" if self_class else name


def _signature(function: Function) -> str:
    return f"{function.name}({', '.join(p.name for p in function.parameters[1:])})"
