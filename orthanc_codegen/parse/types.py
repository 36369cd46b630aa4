"""libclang's types to the types of the IR."""

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
from orthanc_codegen.parse.cindex import Cursor, CursorKind, Type, TypeKind

_CHAR = frozenset({TypeKind.CHAR_S, TypeKind.CHAR_U})
_SIGNED = frozenset({TypeKind.SCHAR, TypeKind.SHORT, TypeKind.INT, TypeKind.LONG, TypeKind.LONGLONG})
_UNSIGNED = frozenset({TypeKind.UCHAR, TypeKind.USHORT, TypeKind.UINT, TypeKind.ULONG, TypeKind.ULONGLONG})
_FLOATS = frozenset({TypeKind.FLOAT, TypeKind.DOUBLE})
_FUNCTIONS = frozenset({TypeKind.FUNCTIONPROTO, TypeKind.FUNCTIONNOPROTO})
_TAGS = frozenset({CursorKind.STRUCT_DECL, CursorKind.ENUM_DECL})


def is_callback(ctype: Type) -> bool:
    """Tell whether this is a pointer to a function."""
    canonical = ctype.get_canonical()
    return canonical.kind == TypeKind.POINTER and canonical.get_pointee().get_canonical().kind in _FUNCTIONS


class Types:
    """Translates types; knows by which typedef each struct and enumeration goes."""

    def __init__(self, declarations: Iterable[Cursor]) -> None:
        self._names: dict[str, str] = {}
        for cursor in declarations:
            if cursor.kind == CursorKind.TYPEDEF_DECL:
                tag = cursor.underlying_typedef_type.get_canonical().get_declaration()
                if tag.kind in _TAGS:
                    self._names.setdefault(tag.get_usr(), cursor.spelling)

    def has_typedef(self, tag: Cursor) -> bool:
        """Tell whether a typedef names this struct or enumeration."""
        return tag.get_usr() in self._names

    def name_of(self, tag: Cursor) -> str:
        """Return the name of a struct or enumeration: that of its typedef, else its tag."""
        return str(self._names.get(tag.get_usr(), tag.spelling))

    def convert(self, ctype: Type) -> CType:
        """Put the type in the IR's words; its own ``const`` is dropped, that behind a pointer is not."""
        canonical = ctype.get_canonical()
        match canonical.kind:
            case TypeKind.VOID:
                return VoidType()
            case kind if kind in _CHAR:
                return CharType()
            case kind if kind in _SIGNED or kind in _UNSIGNED:
                return IntegerType(_spelling(ctype), canonical.get_size() * 8, kind in _SIGNED)
            case kind if kind in _FLOATS:
                return FloatType(_spelling(ctype), canonical.get_size() * 8)
            case TypeKind.ENUM | TypeKind.RECORD:
                return self._tagged(canonical)
            case TypeKind.POINTER:
                return self._pointer(ctype, canonical)
            case _:
                return UnsupportedType(_spelling(ctype))

    def _tagged(self, canonical: Type) -> CType:
        declaration = canonical.get_declaration()
        if declaration.kind not in _TAGS:
            return UnsupportedType("union")
        if declaration.is_anonymous() and not self.has_typedef(declaration):
            return UnsupportedType("enum" if canonical.kind == TypeKind.ENUM else "struct")
        name = self.name_of(declaration)
        if canonical.kind == TypeKind.ENUM:
            return EnumType(name)
        return OpaqueType(name) if declaration.get_definition() is None else StructType(name)

    def _pointer(self, ctype: Type, canonical: Type) -> CType:
        if is_callback(ctype):
            declaration = ctype.get_declaration()
            if declaration.kind == CursorKind.TYPEDEF_DECL:
                return CallbackType(declaration.spelling)
            return UnsupportedType(_spelling(ctype))
        # Through a typedef of a pointer, only the canonical type has a pointee.
        pointee = ctype.get_pointee() if ctype.kind == TypeKind.POINTER else canonical.get_pointee()
        inner = self.convert(pointee)
        if isinstance(inner, UnsupportedType):
            return UnsupportedType(_spelling(ctype))
        return PointerType(inner, pointee.is_const_qualified())


def _spelling(ctype: Type) -> str:
    return str(ctype.spelling).removeprefix("const ").removesuffix(" const")
