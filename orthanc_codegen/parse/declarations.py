"""Convert libclang's top-level cursors to declarations of the IR."""

from __future__ import annotations

import re

from orthanc_codegen import ir
from orthanc_codegen.diagnostics import CodegenError
from orthanc_codegen.parse.attributes import is_deprecated, is_unavailable, marks, since
from orthanc_codegen.parse.binding import STATIC, Cursor, CursorKind, Type, TypeKind
from orthanc_codegen.parse.bodies import Body
from orthanc_codegen.parse.comments import Comments
from orthanc_codegen.parse.doxygen import parse_doc, summary
from orthanc_codegen.parse.types import Types, is_callback, is_of_the_sdk

Declaration = ir.Function | ir.EntryPoint | ir.Enum | ir.Struct | ir.Opaque | ir.Callback

_PUBLIC = "OrthancPlugin"
# Valid as an identifier in C, C++ and Python, and as a part of a file name.
_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]{0,199}")
_PARAMETERS = 127  # the minimum that C guarantees
_SMALLEST, _LARGEST = -(1 << 31), (1 << 31) - 1  # all enumerations of the SDK have 32 bits


class Reader:
    """Reader for the declarations of one header."""

    def __init__(self, path: str, data: bytes, types: Types, comments: Comments, *, marked: bool) -> None:
        """Initialize the reader; ``marked`` if the header uses markers, so their absence has a meaning."""
        self._path = path
        self._data = data
        self._types = types
        self._comments = comments
        self._marked = marked

    def read(self, cursor: Cursor) -> Declaration | None:
        """Return the declaration, or None if the IR does not represent it."""
        try:
            return self._read(cursor)
        except RecursionError:
            raise self._error(cursor, "this declaration is nested too deeply") from None

    def _read(self, cursor: Cursor) -> Declaration | None:
        match cursor.kind:
            case CursorKind.FUNCTION_DECL:
                return self._function(cursor)
            case CursorKind.TYPEDEF_DECL:
                return self._typedef(cursor)
            case CursorKind.STRUCT_DECL | CursorKind.ENUM_DECL if self._stands_alone(cursor):
                return self._tag(cursor, cursor)
            case _:
                return None

    def _function(self, cursor: Cursor) -> ir.Function | ir.EntryPoint | None:
        if not cursor.spelling.startswith(_PUBLIC):
            return None
        name = self._name(cursor)
        if is_unavailable(cursor):
            raise self._error(cursor, f"{name} is declared unavailable, so it can't be called")
        result = self._types.convert(cursor.result_type)
        parameters = self._parameters(cursor, cursor.type)
        line = cursor.location.line
        if cursor.storage_class != STATIC:
            return None if cursor.is_definition else ir.EntryPoint(name, result, parameters, line)
        if not cursor.is_definition:
            return None
        body = Body(cursor, self._data, self._types)
        service, block = body.service(), body.block()
        version = since(self._path, cursor)
        doc = self._doc(cursor)
        marked = self._marks(cursor, result)
        return ir.Function(name, result, parameters, doc, version, line, service, block, body.call(), marked)

    def _typedef(self, cursor: Cursor) -> Declaration | None:
        underlying = cursor.underlying_type
        if not is_of_the_sdk(cursor.spelling):
            return None
        if is_callback(underlying):
            return self._callback(cursor, underlying.canonical.pointee)
        tag = underlying.canonical.declaration
        if tag.kind not in (CursorKind.STRUCT_DECL, CursorKind.ENUM_DECL):
            return None
        # A second typedef of the same struct is only an alias.
        return self._tag(tag, cursor) if self._types.name_of(tag) == cursor.spelling else None

    def _callback(self, cursor: Cursor, function: Type) -> ir.Callback | None:
        if cursor.underlying_type.declaration.kind == CursorKind.TYPEDEF_DECL:
            return None  # an alias of another callback type
        result = self._types.convert(cursor.underlying_type.pointee.result)
        parameters = self._parameters(cursor, function)
        version = since(self._path, cursor)
        name, line = self._name(cursor), cursor.location.line
        marked = self._marks(cursor, result)
        return ir.Callback(name, result, parameters, self._doc(cursor), version, line, marked)

    def _stands_alone(self, tag: Cursor) -> bool:
        """Return whether this is a definition without a typedef."""
        named = not tag.is_anonymous and is_of_the_sdk(tag.spelling)
        return bool(named and tag.is_definition and not self._types.has_typedef(tag))

    def _tag(self, tag: Cursor, named_by: Cursor) -> ir.Struct | ir.Opaque | ir.Enum:
        name, doc, line = self._name(named_by), self._doc(named_by), named_by.location.line
        version = since(self._path, named_by, tag)
        definition = tag.definition
        if tag.kind == CursorKind.ENUM_DECL:
            values = [c for c in tag.children if c.kind == CursorKind.ENUM_CONSTANT_DECL]
            return ir.Enum(name, tuple(map(self._enumerator, values)), doc, version, line)
        if definition is None:
            return ir.Opaque(name, doc, version, line)
        fields = tuple(map(self._field, definition.type.fields))
        return ir.Struct(name, fields, doc, version, line)

    def _enumerator(self, cursor: Cursor) -> ir.Enumerator:
        name, value, version = self._name(cursor), cursor.enum_value, since(self._path, cursor)
        if not is_of_the_sdk(name):
            raise self._error(
                cursor, f"the enumerator {name} must begin with {_PUBLIC}, like all enumerators of the SDK"
            )
        if not _SMALLEST <= value <= _LARGEST:
            raise self._error(
                cursor, f"{name} is {value}, which does not fit in the 32 bits of the SDK's enumerations"
            )
        return ir.Enumerator(name, value, self._summary(cursor), version)

    def _field(self, cursor: Cursor) -> ir.Field:
        bits = f" : {cursor.bitfield_width}" if cursor.is_bitfield else ""
        ctype = ir.UnsupportedType(cursor.type.spelling + bits) if bits else self._types.convert(cursor.type)
        # libclang describes unnamed fields, ex) "union (anonymous at …)"
        name = self._name(cursor) if cursor.spelling and "(" not in cursor.spelling else ""
        version = since(self._path, cursor)
        return ir.Field(name, ctype, self._summary(cursor), version, self._marks(cursor, ctype))

    def _parameters(self, cursor: Cursor, function: Type) -> tuple[ir.Parameter, ...]:
        declared = [c for c in cursor.children if c.kind == CursorKind.PARM_DECL]
        if len(declared) > _PARAMETERS:
            raise self._error(cursor, f"{cursor.spelling} has more than {_PARAMETERS} parameters")
        parameters = [self._parameter(c) for c in declared]
        if function.kind == TypeKind.FUNCTIONPROTO and function.is_variadic:
            parameters.append(ir.Parameter("", ir.UnsupportedType("...")))
        return tuple(parameters)

    def _parameter(self, cursor: Cursor) -> ir.Parameter:
        name = self._name(cursor) if cursor.spelling else ""
        ctype = self._types.convert(cursor.type)
        return ir.Parameter(name, ctype, self._marks(cursor, ctype))

    def _marks(self, cursor: Cursor, ctype: ir.CType) -> ir.Marks:
        return marks(self._path, cursor, ctype) if self._marked else None

    def _name(self, cursor: Cursor) -> str:
        name = str(cursor.spelling)
        if not _NAME.fullmatch(name):
            shown = name if len(name) < 80 else f"{name[:80]}…"
            raise self._error(
                cursor, f"{shown} is not a valid name: use up to 200 ASCII letters, digits and underscores"
            )
        return name

    def _error(self, cursor: Cursor, message: str) -> CodegenError:
        return CodegenError.of(message, self._path, cursor.location.line)

    def _doc(self, cursor: Cursor) -> ir.Doc:
        comment = self._comments.before(cursor.span[0])
        return parse_doc(comment, deprecated=is_deprecated(cursor))

    def _summary(self, cursor: Cursor) -> str:
        start, end = cursor.span
        return summary(self._comments.after(end) or self._comments.before(start))
