"""Rule for structs that the core fills: a dict with one key per field."""

from __future__ import annotations

from orthanc_codegen.ir import EnumType, Field, FloatType, IntegerType, PointerType, StructType, spell
from orthanc_codegen.lower.index import Index
from orthanc_codegen.lower.naming import python_name, upper_camel_case
from orthanc_codegen.lower.scalars import enumeration_of
from orthanc_codegen.lower.scope import Fragment, Parameters, Scope, UnboundError, output
from orthanc_codegen.plan import DictPlan, KeyPlan
from orthanc_codegen.plan.conversions import Dict, Float, Integer
from orthanc_codegen.plan.functions import PassedOutput


def struct(scope: Scope, rest: Parameters) -> Fragment | None:
    """Match a struct that the core fills."""
    match rest[0].type:
        case PointerType(StructType(name), const=False) if name in scope.index.structs:
            made = dict_of(scope.index, name)
            plan = output(scope, rest[0], Dict(name, made.name))
            return Fragment((PassedOutput(plan.c_name),), output=plan, dict_plan=made)
        case _:
            return None


def dict_of(index: Index, c_name: str) -> DictPlan:
    """Plan the dict of a struct; raise UnboundError if no rule binds a field."""
    declared = index.structs[c_name]
    keys = tuple(_key(index, c_name, field) for field in declared.fields)
    return DictPlan(python_name(c_name), c_name, keys, declared.doc)


def _key(index: Index, c_name: str, field: Field) -> KeyPlan:
    match field.type:
        case IntegerType(name):
            return KeyPlan(upper_camel_case(field.name), field.name, Integer(name), field.doc)
        case FloatType(name):
            return KeyPlan(upper_camel_case(field.name), field.name, Float(name), field.doc)
        case EnumType(name):
            # Named after its type, since the header abbreviates, ex) "OrthancPluginValueRepresentation vr".
            return KeyPlan(python_name(name), field.name, enumeration_of(index, name), field.doc)
        case _:
            raise UnboundError(
                f"no rule binds the field '{field.name}' of {c_name}, of type '{spell(field.type)}'"
            )
