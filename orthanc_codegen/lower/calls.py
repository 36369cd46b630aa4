"""The C++ that calls one function of the SDK: what comes before, the call, what has to hold afterwards."""

from __future__ import annotations

from orthanc_codegen.ir import EnumType, Function, IntegerType, PointerType, VoidType
from orthanc_codegen.lower.index import ERROR_CODE, OLDEST_CORE, release_literal
from orthanc_codegen.lower.locks import constants, kept, needed
from orthanc_codegen.lower.naming import LIMIT_PREFIX, OUT_PREFIX
from orthanc_codegen.lower.pieces import Piece, Scope, UnboundError, argument_place, is_number, local_of
from orthanc_codegen.plan import CallPlan, GilPolicy, LimitPlan

# What the core keeps and calls.
_CALLED_LATER = {"CallableArgument", "OptionalCallableArgument", "PayloadArgument"}

HTTP_STATUS = "http_status"  # the output that holds the status of an answer


def plan_call(scope: Scope, pieces: list[Piece]) -> CallPlan:
    """Plan the call once every parameter of the function is explained."""
    function, note = scope.function, scope.note
    expressions = [expression for piece in pieces for expression in piece.expressions]
    callee, constants_ = _callee(scope)
    call = f"{callee.name}({', '.join(['call.Context()', *expressions, *constants_])})"
    measures = _measures(scope)
    handle = expressions[0] if expressions else ""
    keeps = ", ".join(constants(kept(scope.index.annotations, function.name)))
    before = [f"const LockHeld held({keeps});"] if keeps else []
    before += [f"{OUT_PREFIX}{scope.result}.Measure({name}(call.Context(), {handle}));" for name in measures]
    before += [
        f"{local_of(p)}.Consume();" for p in function.parameters if scope.parameter_note(p.name).consumed
    ]
    match function.result:
        case VoidType():
            statement = f"{call};"
        case _ if returns_status(scope):
            statement = f"call.Returned({call});"
        case _:
            statement = f"{OUT_PREFIX}{scope.result}.Assign({call});"
    return CallPlan(
        _begin(scope, pieces),
        _limits(scope),
        tuple(before),
        statement,
        GilPolicy(note.gil if note else GilPolicy.RELEASE),
        checks=(*_raised_by_callbacks(pieces), *(_success(pieces) if not note or note.raises else ())),
    )


def _callee(scope: Scope) -> tuple[Function, tuple[str, ...]]:
    """Return the C function to call, and the constants to pass after the Python arguments."""
    function, note = scope.function, scope.note.delegate if scope.note else None
    if note is None:
        return function, ()
    callee = scope.index.functions[_declared(scope, note.function)]
    own = len(function.parameters)
    further = callee.parameters[own:]
    if (
        callee.result != function.result
        or [p.type for p in callee.parameters[:own]] != [p.type for p in function.parameters]
        or len(further) != len(note.arguments)
        or not all(isinstance(p.type, IntegerType) for p in further)
        or not all(map(is_number, note.arguments))
    ):
        raise UnboundError(
            f"the annotations delegate it to {callee.name}, whose result or parameters do not fit"
        )
    return callee, note.arguments


def _measures(scope: Scope) -> tuple[str, ...]:
    """The functions whose product is the size of the memory that the core returns."""
    measures = scope.note.measured_by if scope.note else ()
    if measures and not isinstance(scope.function.result, PointerType):
        raise UnboundError("it returns no memory that the annotations could measure")
    return tuple(_declared(scope, name) for name in measures)


def _declared(scope: Scope, name: str) -> str:
    """The function, or UnboundError where the header lacks it."""
    if name not in scope.index.functions:
        raise UnboundError(f"the header has no function {name}, which the annotations name")
    return name


def _raised_by_callbacks(pieces: list[Piece]) -> tuple[str, ...]:
    """That no callable has raised which the core uses only until the call returns."""
    arguments = [piece.argument for piece in pieces if piece.argument and piece.argument.raises]
    return tuple(f"{argument.local}.NothingRaised()" for argument in arguments)


def _success(pieces: list[Piece]) -> tuple[str]:
    """That the core succeeded; where an HTTP server has answered, its status tells how."""
    outs = [piece.output for piece in pieces if piece.output]
    status = next((f"{out.local}.IsSet() || " for out in outs if out.name == HTTP_STATUS), "")
    return (f"({status}call.Succeeded())" if status else "call.Succeeded()",)


def _begin(scope: Scope, pieces: list[Piece]) -> str:
    """The condition that the running core has the function, and that it would not wait for itself."""
    since = _callee(scope)[0].since
    begin = "call.Begin()"
    if since is not None and since > OLDEST_CORE:
        begin = f"call.Begin(kSignature.function, {release_literal(since)})"
    locks = ", ".join(constants(needed(scope.index.annotations, scope.function)))
    if locks:
        begin = f"({begin} && MayTake(kSignature.function, {locks}))"
    holders = {piece.argument.holder.split("<")[0] for piece in pieces if piece.argument}
    if scope.registers and holders & _CALLED_LATER:
        registry = scope.index.registries[scope.function.name]
        return f"({begin} && call.MayRegister(kSignature.function, {registry}))"
    return begin


def _limits(scope: Scope) -> tuple[LimitPlan, ...]:
    """The indices that must be below what the core counts."""
    limited = [(p, scope.parameter_note(p.name).below) for p in scope.function.parameters]
    return tuple(
        LimitPlan(
            f"{LIMIT_PREFIX}{p.name}",
            f"{_declared(scope, count)}(call.Context())",
            f"{local_of(p)}.IsBelow({LIMIT_PREFIX}{p.name}, {argument_place(p)})",
        )
        for p, count in limited
        if count
    )


def returns_status(scope: Scope) -> bool:
    """Whether the result only tells if the call succeeded."""
    note = scope.note
    return scope.function.result == EnumType(ERROR_CODE) and not (note and note.returns_code)
