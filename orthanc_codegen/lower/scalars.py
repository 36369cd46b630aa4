"""The conversions of numbers, flags and enumerators that the other side provides."""

from __future__ import annotations

from orthanc_codegen.ir import EnumType, FloatType, IntegerType
from orthanc_codegen.lower.index import Index
from orthanc_codegen.lower.naming import python_name
from orthanc_codegen.plan.conversions import Enumeration, Flag, Float, Integer, Scalar


def scalar_of(index: Index, ctype: IntegerType | FloatType | EnumType, *, flag: bool) -> Scalar:
    """Return the conversion of a scalar that the other side provides; ``flag`` if it has that marker."""
    match ctype:
        case IntegerType(name):
            return Flag(name) if flag else Integer(name)
        case FloatType(name):
            return Float(name)
        case EnumType(name):
            return enumeration_of(index, name)


def enumeration_of(index: Index, c_name: str) -> Enumeration:
    """Return the conversion of an enumeration."""
    override = index.annotations.enums.get(c_name)
    return Enumeration(c_name, python_name(c_name), open=override is not None and override.kind == "open")
