"""libclang's top-level cursors to the declarations of the IR."""

from __future__ import annotations

from orthanc_codegen import ir
from orthanc_codegen.parse.attributes import is_deprecated, since
from orthanc_codegen.parse.bodies import Body
from orthanc_codegen.parse.cindex import Cursor, CursorKind, StorageClass, Type, TypeKind
from orthanc_codegen.parse.comments import Comments
from orthanc_codegen.parse.doxygen import parse_doc, summary
from orthanc_codegen.parse.types import Types, is_callback

Declaration = ir.Function | ir.EntryPoint | ir.Enum | ir.Struct | ir.Opaque | ir.Callback

_PUBLIC = "OrthancPlugin"


class Reader:
    """Reads the declarations of one header."""

    def __init__(self, path: str, data: bytes, types: Types, comments: Comments) -> None:
        self._path = path
        self._data = data
        self._types = types
        self._comments = comments

    def read(self, cursor: Cursor) -> Declaration | None:
        """Return the declaration, or None for what the IR does not keep."""
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
        name = cursor.spelling
        result = self._types.convert(cursor.result_type)
        parameters = self._parameters(cursor, cursor.type)
        line = cursor.location.line
        if not name.startswith(_PUBLIC):
            return None
        if cursor.storage_class != StorageClass.STATIC:
            return None if cursor.is_definition() else ir.EntryPoint(name, result, parameters, line)
        if not cursor.is_definition():
            return None
        body = Body(cursor, self._data, self._types)
        service, block = body.service(), body.block()
        version = since(self._path, cursor)
        doc = self._doc(cursor)
        return ir.Function(name, result, parameters, doc, version, line, service, block, body.call())

    def _typedef(self, cursor: Cursor) -> Declaration | None:
        underlying = cursor.underlying_typedef_type
        if is_callback(underlying):
            return self._callback(cursor, underlying.get_canonical().get_pointee())
        tag = underlying.get_canonical().get_declaration()
        if tag.kind not in (CursorKind.STRUCT_DECL, CursorKind.ENUM_DECL):
            return None
        # A second typedef of the same struct is only another word for it.
        return self._tag(tag, cursor) if self._types.name_of(tag) == cursor.spelling else None

    def _callback(self, cursor: Cursor, function: Type) -> ir.Callback | None:
        if cursor.underlying_typedef_type.get_declaration().kind == CursorKind.TYPEDEF_DECL:
            return None  # another word for a callback that has its own typedef
        result = self._types.convert(cursor.underlying_typedef_type.get_pointee().get_result())
        parameters = self._parameters(cursor, function)
        version = since(self._path, cursor)
        return ir.Callback(
            cursor.spelling, result, parameters, self._doc(cursor), version, cursor.location.line
        )

    def _stands_alone(self, tag: Cursor) -> bool:
        """Tell whether this is a definition that no typedef brings in."""
        return bool(tag.is_definition() and tag.spelling and not self._types.has_typedef(tag))

    def _tag(self, tag: Cursor, named_by: Cursor) -> ir.Struct | ir.Opaque | ir.Enum:
        name, doc, line = self._types.name_of(tag), self._doc(named_by), named_by.location.line
        version = since(self._path, named_by, tag)
        definition = tag.get_definition()
        if tag.kind == CursorKind.ENUM_DECL:
            values = [c for c in tag.get_children() if c.kind == CursorKind.ENUM_CONSTANT_DECL]
            return ir.Enum(name, tuple(map(self._enumerator, values)), doc, version, line)
        if definition is None:
            return ir.Opaque(name, doc, version, line)
        fields = tuple(map(self._field, definition.type.get_fields()))
        return ir.Struct(name, fields, doc, version, line)

    def _enumerator(self, cursor: Cursor) -> ir.Enumerator:
        version = since(self._path, cursor)
        return ir.Enumerator(cursor.spelling, cursor.enum_value, self._summary(cursor), version)

    def _field(self, cursor: Cursor) -> ir.Field:
        bits = f" : {cursor.get_bitfield_width()}" if cursor.is_bitfield() else ""
        ctype = ir.UnsupportedType(cursor.type.spelling + bits) if bits else self._types.convert(cursor.type)
        return ir.Field(cursor.spelling, ctype, self._summary(cursor), since(self._path, cursor))

    def _parameters(self, cursor: Cursor, function: Type) -> tuple[ir.Parameter, ...]:
        declared = [c for c in cursor.get_children() if c.kind == CursorKind.PARM_DECL]
        parameters = [ir.Parameter(c.spelling, self._types.convert(c.type)) for c in declared]
        if function.kind == TypeKind.FUNCTIONPROTO and function.is_function_variadic():
            parameters.append(ir.Parameter("", ir.UnsupportedType("...")))
        return tuple(parameters)

    def _doc(self, cursor: Cursor) -> ir.Doc:
        comment = self._comments.before(cursor.extent.start.offset)
        return parse_doc(comment, deprecated=is_deprecated(cursor))

    def _summary(self, cursor: Cursor) -> str:
        extent = cursor.extent
        return summary(self._comments.after(extent.end.offset) or self._comments.before(extent.start.offset))
