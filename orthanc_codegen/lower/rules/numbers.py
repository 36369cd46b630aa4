"""Rules for numbers, bools and enumerations, as inputs and outputs."""

from __future__ import annotations

from orthanc_codegen.ir import EnumType, FloatType, IntegerType, Mark, PointerType, has_mark
from orthanc_codegen.lower.scalars import enumeration_of, scalar_of
from orthanc_codegen.lower.scope import Fragment, Parameters, Scope, argument
from orthanc_codegen.lower.scope import output as plan_output
from orthanc_codegen.plan.conversions import Flag, Float, HttpStatus, Integer
from orthanc_codegen.plan.functions import PassedArgument, PassedOutput


def number(scope: Scope, rest: Parameters) -> Fragment | None:
    """Match a number. Markers distinguish flags and HTTP statuses."""
    default = "0" if scope.parameter(rest[0].name).optional else None
    match rest[0].type:
        case IntegerType(name) if has_mark(rest[0].marks, Mark.FLAG):
            plan = argument(scope, rest[:1], Flag(name), default="False")
        case IntegerType() if has_mark(rest[0].marks, Mark.HTTP_STATUS):
            plan = argument(scope, rest[:1], HttpStatus())
        case IntegerType(name):
            plan = argument(scope, rest[:1], Integer(name), default=default)
        case FloatType(name):
            plan = argument(scope, rest[:1], Float(name))
        case _:
            return None
    return Fragment((PassedArgument(rest[0].name),), plan)


def enumeration(scope: Scope, rest: Parameters) -> Fragment | None:
    """Match a value of an enumeration, or any int if the enumeration is open."""
    if not isinstance(rest[0].type, EnumType):
        return None
    plan = argument(scope, rest[:1], enumeration_of(scope.index, rest[0].type.name))
    return Fragment((PassedArgument(rest[0].name),), plan)


def output(scope: Scope, rest: Parameters) -> Fragment | None:
    """Match a number, bool or enumerator that the core fills."""
    match rest[0].type:
        case PointerType(IntegerType() | FloatType() | EnumType() as pointee, const=False):
            flag = has_mark(rest[0].marks, Mark.FLAG) or has_mark(rest[0].marks, Mark.FOUND)
            plan = plan_output(scope, rest[0], scalar_of(scope.index, pointee, flag=flag))
            return Fragment((PassedOutput(plan.c_name),), output=plan)
        case _:
            return None
