"""Convert libclang's types to types of the IR."""

from __future__ import annotations

from collections.abc import Iterable

from orthanc_codegen.ir import (
    CallbackType,
    CharType,
    CType,
    EnumType,
    FloatType,
    IntegerType,
    OpaqueType,
    PointerType,
    StructType,
    UnsupportedType,
    VoidType,
)
from orthanc_codegen.parse.binding import UNSIGNED_KINDS, Cursor, CursorKind, Type, TypeKind

_CHAR = frozenset({TypeKind.CHAR_S, TypeKind.CHAR_U})
_SIGNED = frozenset({TypeKind.SCHAR, TypeKind.SHORT, TypeKind.INT, TypeKind.LONG, TypeKind.LONGLONG})
_FLOATS = frozenset({TypeKind.FLOAT, TypeKind.DOUBLE})
_FUNCTIONS = frozenset({TypeKind.FUNCTIONPROTO, TypeKind.FUNCTIONNOPROTO})
_STANDARD = frozenset({"size_t", *(f"{u}int{n}_t" for u in ("", "u") for n in (8, 16, 32, 64))})
_TAGS = frozenset({CursorKind.STRUCT_DECL, CursorKind.ENUM_DECL})


_PREFIX = "OrthancPlugin"
_INDIRECTIONS = 8  # maximum depth of nested pointers


def is_of_the_sdk(name: str) -> bool:
    """Return whether a name belongs to the SDK. Other names could collide with the generated code."""
    return name.lstrip("_").startswith(_PREFIX)


def is_callback(ctype: Type) -> bool:
    """Return whether this is a pointer to a function."""
    canonical = ctype.canonical
    return canonical.kind == TypeKind.POINTER and canonical.pointee.canonical.kind in _FUNCTIONS


class Types:
    """Converter for types, with the typedef names of structs and enumerations."""

    def __init__(self, declarations: Iterable[Cursor]) -> None:
        self._names: dict[str, str] = {}
        self._converted: dict[int, CType] = {}
        for cursor in declarations:
            if cursor.kind == CursorKind.TYPEDEF_DECL:
                tag = cursor.underlying_type.canonical.declaration
                if tag.kind in _TAGS:
                    self._names.setdefault(tag.usr, cursor.spelling)

    def has_typedef(self, tag: Cursor) -> bool:
        """Return whether a typedef names this struct or enumeration."""
        return tag.usr in self._names

    def name_of(self, tag: Cursor) -> str:
        """Return the name of a struct or enumeration: its typedef, or else its tag."""
        return str(self._names.get(tag.usr, tag.spelling))

    def convert(self, ctype: Type) -> CType:
        """Convert a type. A top-level ``const`` is dropped; that of a pointee is kept."""
        found = self._converted.get(ctype.data)
        if found is None:
            found = self._converted[ctype.data] = self._convert(ctype, _INDIRECTIONS)
        return found

    def _convert(self, ctype: Type, depth: int) -> CType:
        canonical = ctype.canonical
        match canonical.kind:
            case TypeKind.VOID:
                return VoidType()
            case kind if kind in _CHAR:
                return CharType()
            case kind if kind in _SIGNED or kind in UNSIGNED_KINDS:
                return IntegerType(_number(ctype), canonical.size * 8, kind in _SIGNED)
            case kind if kind in _FLOATS:
                return FloatType(_number(ctype), canonical.size * 8)
            case TypeKind.ENUM | TypeKind.RECORD:
                return self._tagged(canonical)
            case TypeKind.POINTER:
                return self._pointer(ctype, canonical, depth)
            case _:
                return UnsupportedType(_spelling(ctype))

    def _tagged(self, canonical: Type) -> CType:
        declaration = canonical.declaration
        if declaration.kind not in _TAGS:
            return UnsupportedType("union")
        if declaration.is_anonymous and not self.has_typedef(declaration):
            return UnsupportedType("enum" if canonical.kind == TypeKind.ENUM else "struct")
        name = self.name_of(declaration)
        if not is_of_the_sdk(name):
            return UnsupportedType(name)
        if canonical.kind == TypeKind.ENUM:
            return EnumType(name)
        return OpaqueType(name) if declaration.definition is None else StructType(name)

    def _pointer(self, ctype: Type, canonical: Type, depth: int) -> CType:
        if is_callback(ctype):
            declaration = ctype.declaration
            if declaration.kind == CursorKind.TYPEDEF_DECL and is_of_the_sdk(declaration.spelling):
                return CallbackType(declaration.spelling)
            return UnsupportedType(_spelling(ctype))
        # For a typedef of a pointer, only the canonical type has a pointee.
        pointee = ctype.pointee if ctype.kind == TypeKind.POINTER else canonical.pointee
        inner = self._convert(pointee, depth - 1) if depth else None
        # The IR does not represent these, although they belong to the type of a callback.
        qualified = pointee.is_volatile or pointee.is_restrict
        if inner is None or qualified or isinstance(inner, UnsupportedType):
            return UnsupportedType(_spelling(ctype))
        return PointerType(inner, bool(pointee.is_const))


def _number(ctype: Type) -> str:
    """Return the spelling of a number. The header's own typedefs are resolved."""
    declaration = ctype.declaration
    while declaration.kind == CursorKind.TYPEDEF_DECL and declaration.spelling not in _STANDARD:
        ctype = declaration.underlying_type
        declaration = ctype.declaration
    spelling = _spelling(ctype)
    if "(" in spelling:  # ex) ``typeof (1)``, which is not standard C++
        spelling = _spelling(ctype.canonical)
    return " ".join(word for word in spelling.split() if word not in ("const", "volatile"))


def _spelling(ctype: Type) -> str:
    return str(ctype.spelling).removeprefix("const ").removesuffix(" const")
