"""Rules for callables, and for payloads whose methods the core calls."""

from __future__ import annotations

from collections.abc import Iterable

from orthanc_codegen.ir import CallbackType, EnumType, IntegerType, Parameter
from orthanc_codegen.lower.index import ERROR_CODE
from orthanc_codegen.lower.locks import held
from orthanc_codegen.lower.naming import is_number, protocol_name, python_name
from orthanc_codegen.lower.roles import Group, UseKind, is_payload
from orthanc_codegen.lower.scope import Fragment, Parameters, Scope, UnboundError, argument
from orthanc_codegen.plan import ArgumentPlan, CallbackPlan
from orthanc_codegen.plan.constants import Constant, Enumerator, Number
from orthanc_codegen.plan.conversions import Callback, Lifetime, Payload
from orthanc_codegen.plan.functions import (
    Passed,
    PassedArgument,
    PassedConstant,
    PassedMethod,
    PassedOutcome,
    PassedRelease,
)


def callback(scope: Scope, rest: Parameters) -> Fragment | None:
    """Match a callback type that is bound, or one that the runtime serves."""
    parameter = rest[0]
    if not isinstance(parameter.type, CallbackType):
        return None
    c_name, name = parameter.type.name, python_name(parameter.type.name)
    use = scope.uses.get(c_name)
    unseen = _unseen(scope, parameter, c_name)
    if unseen is not None:
        return Fragment((unseen,))
    if use is None or c_name not in scope.callbacks:
        return None
    if use.kind is UseKind.SLOT:
        return _slot(scope, parameter, c_name)
    if use.kind is UseKind.METHOD:
        return Fragment((PassedMethod(name),))
    group = next(g for g in scope.groups if parameter in [p for p, _ in g.callbacks])
    return Fragment((PassedMethod(name),), _payload(scope, group, parameter, name, None))


def _unseen(scope: Scope, parameter: Parameter, c_name: str) -> Passed | None:
    """Return the C++ function for a callback that does not call Python, or None."""
    constant, use = scope.parameter(parameter.name).constant, scope.uses.get(c_name)
    if constant == "outcome":
        return _outcome(scope, c_name)
    if constant not in ("", "release"):
        return PassedConstant(c_name, _constant(scope, c_name, constant))
    if constant == "release" or (use is not None and use.kind is UseKind.RELEASE):
        return PassedRelease(c_name, tuple(lock.name for lock in held(scope.index.annotations, c_name)))
    return None


def _outcome(scope: Scope, c_name: str) -> PassedOutcome:
    """Return the C++ function that returns the error code of the payload."""
    declared = scope.index.callbacks[c_name]
    types = [p.type for p in declared.parameters]
    if declared.result != EnumType(ERROR_CODE) or len(types) != 1 or not is_payload(scope.index, types[0]):
        raise UnboundError(
            f"the annotations set 'outcome' for {c_name}, which can't return the error code of a payload"
        )
    return PassedOutcome(c_name)


def _constant(scope: Scope, c_name: str, text: str) -> Constant:
    """Return a constant of the annotations; raise UnboundError if it is not a result of the callback."""
    match scope.index.callbacks[c_name].result:
        case EnumType(name) if text in {e.name for e in scope.index.enums[name].enumerators}:
            return Enumerator(text)
        case IntegerType() if is_number(text):
            return Number(int(text))
        case _:
            raise UnboundError(
                f"the annotations set the constant '{text}', which is not a result of {c_name}"
            )


def _slot(scope: Scope, parameter: Parameter, c_name: str) -> Fragment:
    optional = scope.may_be_null(parameter)
    conversion = Callback(c_name, python_name(c_name), scope.lifetime, optional)
    plan = argument(scope, (parameter,), conversion, default="None" if optional else None)
    return Fragment((PassedArgument(parameter.name),), plan)


def payload(scope: Scope, rest: Parameters) -> Fragment | None:
    """Match the payload of callbacks: an object with methods, or a callable if there is one callback."""
    group = next((g for g in scope.groups if g.payload == rest[0]), None)
    if group is None:
        return None
    if len(group.called) == 1:
        return Fragment((PassedArgument(group.called[0][0].name),))
    plans = [scope.callbacks[c.name] for _, c in group.called if c.name in scope.callbacks]
    if len(plans) < len(group.called):
        return None
    name = protocol_name(scope.registrar, group.member)
    plan = _payload(scope, group, rest[0], name, needed_methods(plans))
    return Fragment((PassedArgument(rest[0].name),), plan)


def needed_methods(plans: Iterable[CallbackPlan]) -> tuple[str, ...]:
    """Return the methods that a payload must have."""
    methods = [p.payload.method for p in plans if p.payload and not p.payload.optional]
    return tuple(dict.fromkeys(methods))


def _payload(
    scope: Scope, group: Group, parameter: Parameter, name: str, methods: tuple[str, ...] | None
) -> ArgumentPlan:
    """Plan the argument that becomes a payload, with its lifetime."""
    lifetime = Lifetime.RELEASE if group.released else scope.lifetime
    optional = scope.may_be_null(parameter) and lifetime is Lifetime.CALL
    conversion = Payload(name, methods, lifetime, optional)
    return argument(scope, (parameter,), conversion, default="None" if optional else None)
