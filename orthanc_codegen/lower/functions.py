"""One function of the SDK → one function or method of Python, by rules over its parameters."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator

from orthanc_codegen.ir import EnumType, Function, Parameter, VoidType, spell
from orthanc_codegen.lower import inputs, outputs
from orthanc_codegen.lower.index import CONTEXT, ERROR_CODE, OLDEST_CORE, Index, opaque_name, release_literal
from orthanc_codegen.lower.naming import OUT_PREFIX, method_name, python_name, snake_case
from orthanc_codegen.lower.pieces import Piece, Scope, UnboundError, local_of
from orthanc_codegen.plan import (
    ArgumentPlan,
    CallPlan,
    DictPlan,
    FunctionPlan,
    GilPolicy,
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
    inputs.pixels,
    inputs.text,
    inputs.number,
    inputs.enumeration,
    inputs.handle,
    inputs.callable_,
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


def lower_function(index: Index, function: Function, callbacks: frozenset[str]) -> BoundFunction:
    """Plan one function, or raise UnboundError with the reason."""
    self_class = _self_class(index, function)
    note = index.annotations.functions.get(function.name)
    scope = Scope(index, function, note, self_class, callbacks)
    bound_self, pieces = _match(scope)
    arguments = _defaults([piece.argument for piece in pieces if piece.argument])
    outs = [piece.output for piece in pieces if piece.output]
    if not isinstance(function.result, VoidType) and not _returns_status(scope):
        outs.append(outputs.result(scope))
    named = _named_tuple(scope, outs) if len(outs) > 1 and not (note and note.split) else None
    base = FunctionPlan(
        c_name=function.name,
        c_signature=_signature(function),
        name="",
        qualified_name="",
        cpp_name="",
        since=function.since,
        group=function.doc.group or "Other",
        doc=function.doc,
        bound_self=bound_self,
        arguments=arguments,
        required=sum(argument.default is None for argument in arguments),
        outputs=tuple(outs),
        call=_call(scope, pieces),
        returns=ReturnPlan("None", "Py_NewRef(Py_None)", ""),
    )
    return BoundFunction(
        tuple(
            dataclasses.replace(
                base,
                name=name,
                qualified_name=_qualify(name, self_class, "."),
                cpp_name=_qualify(name, self_class, "_"),
                returns=returns,
            )
            for name, returns in _variants(scope, outs, named)
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
    scope = Scope(index, function, None, None, frozenset())
    rest = (parameter,)
    return bool(outputs.memory_buffer(scope, rest) or outputs.scalar(scope, rest))


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
        commit = f"{local}.Consume();"
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


def _call(scope: Scope, pieces: list[Piece]) -> CallPlan:
    function, note = scope.function, scope.note
    expressions = [expression for piece in pieces for expression in piece.expressions]
    call = f"{function.name}({', '.join(['call.Context()', *expressions])})"
    measures = note.measured_by if note else ()
    handle = expressions[0] if expressions else ""
    before = tuple(f"{OUT_PREFIX}result.Measure({name}(call.Context(), {handle}));" for name in measures)
    match function.result:
        case VoidType():
            statement = f"{call};"
        case _ if _returns_status(scope):
            statement = f"call.Returned({call});"
        case _:
            statement = f"{OUT_PREFIX}result.Assign({call});"
    return CallPlan(_begin(function), before, statement, GilPolicy(note.gil if note else GilPolicy.RELEASE))


def _begin(function: Function) -> str:
    """The condition that the running core has the function."""
    if function.since is None or function.since <= OLDEST_CORE:
        return "call.Begin()"
    return f"call.Begin(kSignature.function, {release_literal(function.since)})"


def _returns_status(scope: Scope) -> bool:
    """Whether the result only tells if the call succeeded."""
    note = scope.note
    return scope.function.result == EnumType(ERROR_CODE) and not (note and note.returns_code)


def _named_tuple(scope: Scope, outs: list[OutputPlan]) -> NamedTuplePlan:
    note = scope.note
    name = note.result if note and note.result else f"{python_name(scope.function.name)}Result"
    fields = tuple((field, out.annotation, out.doc) for field, out in _ordered(scope, outs))
    return NamedTuplePlan(name, f"The results of {python_name(scope.function.name)}().", fields)


def _ordered(scope: Scope, outs: list[OutputPlan]) -> Iterator[tuple[str, OutputPlan]]:
    """The outputs under the names and in the order in which Python gets them."""
    notes = scope.note.outputs if scope.note else ()
    if not notes:
        yield from ((out.name, out) for out in outs)
        return
    by_name = {out.name: out for out in outs}
    if {snake_case(note.source) for note in notes} != set(by_name):
        raise UnboundError(f"its outputs are {', '.join(by_name)}, but the annotations name others")
    yield from ((note.name, by_name[snake_case(note.source)]) for note in notes)


def _variants(
    scope: Scope, outs: list[OutputPlan], named: NamedTuplePlan | None
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
    if named is not None:
        locals_ = ", ".join(out.local for _, out in _ordered(scope, outs))
        yield own_name, ReturnPlan(named.name, f"records::{named.name}.Of({locals_})", named.doc)
    elif outs:
        yield own_name, _return_one(outs[0])
    else:
        yield own_name, ReturnPlan("None", "Py_NewRef(Py_None)", "")


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
