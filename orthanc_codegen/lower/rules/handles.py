"""Rules for handles: pointers to opaque objects of the core."""

from __future__ import annotations

from orthanc_codegen.lower.index import opaque_name
from orthanc_codegen.lower.naming import python_name
from orthanc_codegen.lower.scope import Fragment, Parameters, Scope, argument
from orthanc_codegen.plan import SelfPlan
from orthanc_codegen.plan.conversions import Handle, Ownership
from orthanc_codegen.plan.functions import PassedArgument


def handle(scope: Scope, rest: Parameters) -> Fragment | None:
    """Match a handle, or None if the header allows NULL."""
    opaque = opaque_name(rest[0].type)
    if opaque is None:
        return None
    optional = scope.may_be_null(rest[0])
    conversion = Handle(opaque, python_name(opaque), _ownership(scope, rest[0].name), optional)
    plan = argument(scope, rest[:1], conversion, default="None" if optional else None)
    return Fragment((PassedArgument(rest[0].name),), plan)


def bind_self(scope: Scope, opaque: str, c_name: str) -> SelfPlan:
    """Plan the handle of a method."""
    ownership = _ownership(scope, c_name)
    override = scope.index.class_override(opaque)
    responding = override.responding if override is not None else ()
    return SelfPlan(
        Handle(opaque, python_name(opaque), ownership),
        c_name,
        responds=scope.function.name in responding,
    )


def _ownership(scope: Scope, c_name: str) -> Ownership:
    return Ownership.CONSUMED if scope.parameter(c_name).consumed else Ownership.BORROWED
