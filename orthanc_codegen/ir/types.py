"""The C types that an SDK header uses, as values that can be compared and matched on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class VoidType:
    """``void``, as a result or behind a pointer."""


@dataclass(frozen=True, slots=True)
class CharType:
    """``char``: only ever met behind a pointer, where it is text."""


@dataclass(frozen=True, slots=True)
class IntegerType:
    """An integer of fixed width; ``int`` counts as 32 bits on every platform that Orthanc runs on."""

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
    """A struct that the header only names: a handle of the core, met behind a pointer."""

    name: str  # ex) "OrthancPluginRestOutput"


@dataclass(frozen=True, slots=True)
class CallbackType:
    """A named pointer to a function, by the name of its typedef."""

    name: str  # ex) "OrthancPluginRestCallback"


@dataclass(frozen=True, slots=True)
class PointerType:
    """A pointer to data."""

    pointee: CType  # ex) CharType()
    const: bool  # whether the pointee is const, ex) True for "const char*"


@dataclass(frozen=True, slots=True)
class UnsupportedType:
    """A type for which the IR has no word, kept as it is spelled so that a report can name it."""

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
    """The type as C spells it, ex) ``const char *const *``."""
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
