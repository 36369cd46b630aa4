"""A struct that the core fills, as a dict: each field is a key."""

from __future__ import annotations

from orthanc_codegen.ir import EnumType, Field, FloatType, IntegerType, spell
from orthanc_codegen.lower.index import Index
from orthanc_codegen.lower.naming import ENUM_PREFIX, python_name, upper_camel_case
from orthanc_codegen.lower.pieces import UnboundError
from orthanc_codegen.plan import DictPlan, KeyPlan


def dict_of(index: Index, c_name: str) -> DictPlan:
    """Plan the dict of a struct, or raise UnboundError."""
    struct = index.structs[c_name]
    keys = tuple(_key(c_name, field) for field in struct.fields)
    return DictPlan(python_name(c_name), c_name, f"{python_name(c_name)}ToPython", keys, struct.doc)


def _key(c_name: str, field: Field) -> KeyPlan:
    value = f"value.{field.name}"
    match field.type:
        case IntegerType():
            name, annotation, to_python = upper_camel_case(field.name), "int", f"IntegerToPython({value})"
        case FloatType():
            name, annotation, to_python = (
                upper_camel_case(field.name),
                "float",
                f"PyFloat_FromDouble({value})",
            )
        case EnumType(enum):
            # Named after its type: the header abbreviates, ex) "OrthancPluginValueRepresentation vr".
            name = annotation = python_name(enum)
            to_python = f"{ENUM_PREFIX}{name}.ToPython({value})"
        case _:
            raise UnboundError(
                f"no rule binds the field '{field.name}' of {c_name}, of type '{spell(field.type)}'"
            )
    return KeyPlan(name, annotation, field.doc, to_python)
