"""The C types of an SDK header, as comparable values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class VoidType:
    """``void``, as a result or behind a pointer."""


@dataclass(frozen=True, slots=True)
class CharType:
    """``char``. It occurs only as a pointee, where it means text."""


@dataclass(frozen=True, slots=True)
class IntegerType:
    """An integer of fixed width. ``int`` has 32 bits on every platform that Orthanc supports."""

    name: str  # as the header spells it, ex) "uint32_t", "int"
    bits: int  # ex) 32
    signed: bool  # ex) False


@dataclass(frozen=True, slots=True)
class FloatType:
    """A floating-point number."""

    name: str  # ex) "float"
    bits: int  # ex) 32


@dataclass(frozen=True, slots=True)
class EnumType:
    """An enumeration of the header, by name."""

    name: str  # ex) "OrthancPluginHttpMethod"


@dataclass(frozen=True, slots=True)
class StructType:
    """A struct whose fields the header declares, by name."""

    name: str  # ex) "OrthancPluginMemoryBuffer"


@dataclass(frozen=True, slots=True)
class OpaqueType:
    """A struct that the header does not define: a handle of the core. It occurs only as a pointee."""

    name: str  # ex) "OrthancPluginRestOutput"


@dataclass(frozen=True, slots=True)
class CallbackType:
    """A function pointer, by the name of its typedef."""

    name: str  # ex) "OrthancPluginRestCallback"


@dataclass(frozen=True, slots=True)
class PointerType:
    """A pointer to data."""

    pointee: CType  # ex) CharType()
    const: bool  # of the pointee, ex) True for "const char*"


@dataclass(frozen=True, slots=True)
class UnsupportedType:
    """A type that the IR does not represent, with its spelling for the report."""

    spelling: str  # ex) "char[16]"


CType: TypeAlias = (
    VoidType
    | CharType
    | IntegerType
    | FloatType
    | EnumType
    | StructType
    | OpaqueType
    | CallbackType
    | PointerType
    | UnsupportedType
)


def spell(ctype: CType) -> str:
    """Return the C spelling of a type, ex) ``const char *const *``."""
    match ctype:
        case VoidType():
            return "void"
        case CharType():
            return "char"
        case PointerType(pointee, const):
            return _spell_pointer(pointee, const)
        case UnsupportedType(spelling):
            return spelling
        case _:
            return ctype.name


def _spell_pointer(pointee: CType, const: bool) -> str:
    inner = spell(pointee)
    if isinstance(pointee, PointerType):
        return f"{inner}const *" if const else f"{inner}*"
    return f"const {inner} *" if const else f"{inner} *"
