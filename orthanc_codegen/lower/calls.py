"""Lower the call of one function: guards before it, values of the C parameters, and the error policy."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from orthanc_codegen.ir import EnumType, Function, IntegerType, Mark, PointerType, VoidType
from orthanc_codegen.lower.index import ERROR_CODE, OLDEST_CORE
from orthanc_codegen.lower.locks import kept, needed
from orthanc_codegen.lower.naming import is_number
from orthanc_codegen.lower.scope import Fragment, Scope, UnboundError
from orthanc_codegen.plan import (
    CallPlan,
    GilPolicy,
    KeepsGil,
    KeepsGilBelow,
    LimitPlan,
    LockPlan,
    ReleasesGil,
)
from orthanc_codegen.plan.conversions import Bytes, Callback, Lifetime, Payload
from orthanc_codegen.plan.functions import (
    Callee,
    CallResult,
    ErrorPolicy,
    Guard,
    LocksNeeded,
    Passed,
    PassedNumber,
    Raises,
    RaisesUnlessAnswered,
    RegistrationOpen,
    ReleaseNeeded,
    ReturnsCode,
    SdkFunction,
    SingleRegistration,
)

_LARGE = 1 << 20  # bytes; a copy of them would stall other threads


def plan_call(scope: Scope, fragments: Sequence[Fragment]) -> CallPlan:
    """Plan the call. Requires a fragment for every parameter of the function."""
    function, constants = _function(scope)
    callee: Callee = scope.handle_function or SdkFunction(function.name)
    override = scope.override
    if override is not None and override.measured_by and not isinstance(scope.function.result, PointerType):
        raise UnboundError("the annotations set 'measured_by', but it returns no memory")
    passed: list[Passed] = [value for fragment in fragments for value in fragment.passed]
    return CallPlan(
        callee=callee,
        passed=(*passed, *(PassedNumber(int(constant)) for constant in constants)),
        guards=tuple(_guards(scope, function, fragments)),
        limits=tuple(_limits(scope)),
        keeps=_names(kept(scope.index.annotations, scope.function.name)),
        gil=_gil(scope, fragments),
        result=_result(scope),
        errors=_errors(scope, fragments),
        single=_single(scope),
    )


def _gil(scope: Scope, fragments: Sequence[Fragment]) -> GilPolicy:
    """Decide whether the call releases the GIL."""
    arguments = (fragment.argument for fragment in fragments)
    measured = [a.c_name for a in arguments if a is not None and isinstance(a.conversion, Bytes)]
    if scope.handle_function:
        # It runs during a callback and only records its arguments in the core, which copies bytes.
        return KeepsGilBelow(measured[0], _LARGE) if measured else KeepsGil()
    entries = scope.index.annotations.gil.values()
    entry = next((entry for entry in entries if scope.function.name in entry.functions), None)
    if entry is None:
        return ReleasesGil()
    if entry.bytes == 0:
        return KeepsGil()
    if len(measured) != 1:
        raise UnboundError(f"[gil] limits its bytes, but it has {len(measured)} arguments of bytes")
    return KeepsGilBelow(measured[0], entry.bytes)


def _function(scope: Scope) -> tuple[Function, tuple[str, ...]]:
    """Return the C function to call, and the constants to pass after the Python arguments."""
    function, delegate = scope.function, scope.override.delegate if scope.override else None
    if delegate is None:
        return function, ()
    callee = scope.index.functions[scope.index.declared(delegate.function)]
    own = len(function.parameters)
    further = callee.parameters[own:]
    if (
        callee.result != function.result
        or [p.type for p in callee.parameters[:own]] != [p.type for p in function.parameters]
        or len(further) != len(delegate.arguments)
        or not all(isinstance(p.type, IntegerType) for p in further)
        or not all(map(is_number, delegate.arguments))
    ):
        raise UnboundError(
            f"the annotations delegate it to {callee.name}, whose result or parameters do not match"
        )
    return callee, delegate.arguments


def _guards(scope: Scope, function: Function, fragments: Sequence[Fragment]) -> Iterator[Guard]:
    """Yield the guards: the core must provide the function, and the call must not deadlock."""
    if scope.handle_function is not None:
        return
    if function.since is not None and function.since > OLDEST_CORE:
        yield ReleaseNeeded(function.since)
    locks = _names(needed(scope.index.annotations, scope.function))
    if locks:
        yield LocksNeeded(locks)
    if scope.registers and any(_is_called_later(fragment) for fragment in fragments):
        yield RegistrationOpen(scope.index.registries[scope.function.name])


def _single(scope: Scope) -> SingleRegistration | None:
    """Return the refusal of a second registration, if the annotations state it."""
    name, index = scope.function.name, scope.index
    code = next((e.code for e in index.annotations.single.values() if name in e.functions), None)
    known = {enumerator.name for enumerator in index.enums[ERROR_CODE].enumerators}
    if code not in known or name not in index.registries:
        return None
    return SingleRegistration(index.registries[name], code)


def _is_called_later(fragment: Fragment) -> bool:
    """Return whether the core keeps a callable or payload after the call."""
    match fragment.argument.conversion if fragment.argument else None:
        case Callback() | Payload() as kept_by_core:
            return kept_by_core.lifetime is not Lifetime.CALL
        case _:
            return False


def _limits(scope: Scope) -> Iterator[LimitPlan]:
    """Yield the limits of indices."""
    for parameter in scope.function.parameters:
        count = scope.parameter(parameter.name).below
        if count:
            yield LimitPlan(parameter.name, scope.index.declared(count))


def _names(locks: Sequence[LockPlan]) -> tuple[str, ...]:
    return tuple(lock.name for lock in locks)


def _result(scope: Scope) -> CallResult:
    if isinstance(scope.function.result, VoidType):
        return CallResult.NOTHING
    return CallResult.STATUS if returns_status(scope) else CallResult.OUTPUT


def _errors(scope: Scope, fragments: Sequence[Fragment]) -> ErrorPolicy:
    """Return the policy for errors. An HTTP status output shows that a server has answered."""
    if scope.override is not None and not scope.override.raises:
        return ReturnsCode()
    outputs = [fragment.output for fragment in fragments if fragment.output]
    status = scope.marked_output(outputs, Mark.HTTP_STATUS)
    return RaisesUnlessAnswered(status.c_name) if status else Raises()


def returns_status(scope: Scope) -> bool:
    """Return whether the result only states if the call succeeded."""
    override = scope.override
    return scope.function.result == EnumType(ERROR_CODE) and not (override and override.returns_code)
