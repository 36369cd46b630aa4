"""A lean binding of libclang: the functions of its C API that the parser calls.

The binding in libclang's wheel makes several Python objects for each value, and declares all functions of the
API. That takes five times as long as the parse itself. The version is pinned, so the layouts are known.
"""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from ctypes import Structure, c_char_p, c_int, c_longlong, c_uint, c_ulonglong, c_void_p
from pathlib import Path
from typing import Any, Final

import clang  # type: ignore[import-untyped]

_NAME: Final = "libclang.dylib" if sys.platform == "darwin" else "libclang.so"
# Most calls are too short to release the GIL for them. No other thread has work during a parse: a header of
# a user is parsed in a process of its own.
_LIBRARY: Final = ctypes.PyDLL(str(Path(clang.__file__).with_name("native") / _NAME))
_CONTINUE: Final = 1  # the result of a visitor: visit the next cursor beside this one
_RECURSE: Final = 2  # visit those below as well
_NO_CURSOR: Final = 70  # the kind of the null cursor

DEPRECATED: Final = 1  # a value of `Cursor.availability`
NOT_AVAILABLE: Final = 2  # another one
STATIC: Final = 3  # a value of `Cursor.storage_class`


class CursorKind:
    """The kinds of cursors that the parser knows."""

    STRUCT_DECL: Final = 2
    ENUM_DECL: Final = 5
    ENUM_CONSTANT_DECL: Final = 7
    FUNCTION_DECL: Final = 8
    VAR_DECL: Final = 9
    PARM_DECL: Final = 10
    TYPEDEF_DECL: Final = 20
    FIRST_EXPRESSION: Final = 100
    DECL_REF_EXPR: Final = 101
    CALL_EXPR: Final = 103
    BINARY_OPERATOR: Final = 114
    LAST_EXPRESSION: Final = 199
    COMPOUND_STMT: Final = 202
    IF_STMT: Final = 205
    RETURN_STMT: Final = 214
    ANNOTATE_ATTR: Final = 406


class TypeKind:
    """The kinds of types that the parser knows."""

    VOID: Final = 2
    CHAR_U: Final = 4
    UCHAR: Final = 5
    USHORT: Final = 8
    UINT: Final = 9
    ULONG: Final = 10
    ULONGLONG: Final = 11
    CHAR_S: Final = 13
    SCHAR: Final = 14
    SHORT: Final = 16
    INT: Final = 17
    LONG: Final = 18
    LONGLONG: Final = 19
    FLOAT: Final = 21
    DOUBLE: Final = 22
    POINTER: Final = 101
    RECORD: Final = 105
    ENUM: Final = 106
    FUNCTIONNOPROTO: Final = 110
    FUNCTIONPROTO: Final = 111


UNSIGNED_KINDS: Final = frozenset(
    {TypeKind.UCHAR, TypeKind.USHORT, TypeKind.UINT, TypeKind.ULONG, TypeKind.ULONGLONG}
)


def function(name: str, result: Any = c_int) -> Any:
    """Return a function of the library. Structures need no declaration of the parameters."""
    found = getattr(_LIBRARY, f"clang_{name}")
    found.restype = result
    return found


@contextmanager
def visitor_errors() -> Iterator[None]:
    """Raise KeyboardInterrupt or MemoryError again that a visitor has raised.

    ctypes cannot raise an exception through libclang: it passes it to ``sys.unraisablehook``, and a cursor is
    lost. An error that follows from the lost cursor is replaced.
    """
    lost: list[type[BaseException]] = []
    previous = sys.unraisablehook

    def hook(unraisable: sys.UnraisableHookArgs) -> None:
        if issubclass(unraisable.exc_type, KeyboardInterrupt | MemoryError):
            lost.append(unraisable.exc_type)
        else:
            previous(unraisable)

    sys.unraisablehook = hook
    try:
        yield
    except Exception:
        if not lost:
            raise
    finally:
        sys.unraisablehook = previous
    if lost:
        raise lost[0]


class String(Structure):
    """A string that libclang owns."""

    _fields_ = (("data", c_void_p), ("flags", c_uint))


_characters = function("getCString", c_char_p)
_dispose_string = function("disposeString", None)


def text_of(string: String) -> str:
    """Return a text, and free it."""
    text: bytes = _characters(string) or b""
    try:
        return text.decode("utf-8")
    finally:
        _dispose_string(string)


class Location(Structure):
    """A position in a source file."""

    _fields_ = (("data", c_void_p * 2), ("encoded", c_uint))

    @property
    def file(self) -> str:
        """The name of the file; empty if there is none."""
        file = c_void_p()
        _place(self, ctypes.byref(file), None, None, None)
        return name_of_file(file.value) if file.value else ""

    @property
    def line(self) -> int:
        """The line, from 1; 0 without a file."""
        line = c_uint()
        _place(self, None, ctypes.byref(line), None, None)
        return line.value

    @property
    def offset(self) -> int:
        """The offset in the file, in bytes."""
        offset = c_uint()
        _place(self, None, None, None, ctypes.byref(offset))
        return offset.value


_place = function("getInstantiationLocation", None)
_file_name = function("getFileName", String)


def name_of_file(file: int) -> str:
    """Return the name of a file."""
    return text_of(_file_name(c_void_p(file)))


class _Range(Structure):
    _fields_ = (("data", c_void_p * 2), ("begin", c_uint), ("end", c_uint))


_range_start = function("getRangeStart", Location)
_range_end = function("getRangeEnd", Location)


class Type(Structure):
    """A type."""

    _fields_ = (("kind", c_int), ("data", c_void_p), ("unit", c_void_p))
    kind: int
    data: int  # equal for the same type, spelled in the same way

    is_const = property(function("isConstQualifiedType"))
    is_volatile = property(function("isVolatileQualifiedType"))
    is_restrict = property(function("isRestrictQualifiedType"))
    is_variadic = property(function("isFunctionTypeVariadic"))
    size = property(function("Type_getSizeOf", c_longlong))

    @property
    def spelling(self) -> str:
        """The type in C."""
        return text_of(_type_spelling(self))

    @property
    def canonical(self) -> Type:
        """The type without typedefs."""
        return _canonical(self)  # type: ignore[no-any-return]

    @property
    def pointee(self) -> Type:
        """The type to which a pointer points."""
        return _pointee(self)  # type: ignore[no-any-return]

    @property
    def result(self) -> Type:
        """The type of a function's result."""
        return _result(self)  # type: ignore[no-any-return]

    @property
    def declaration(self) -> Cursor:
        """The declaration of a struct, an enumeration or a typedef."""
        return _declaration(self)  # type: ignore[no-any-return]

    @property
    def fields(self) -> list[Cursor]:
        """The fields of a struct."""
        found: list[Cursor] = []
        _visit_fields(self, _add_field, ctypes.py_object(found))
        return found


_type_spelling = function("getTypeSpelling", String)
_canonical = function("getCanonicalType", Type)
_pointee = function("getPointeeType", Type)
_result = function("getResultType", Type)


class Cursor(Structure):
    """A declaration, statement, expression or attribute. Valid as long as its unit."""

    _fields_ = (("kind", c_int), ("extra", c_int), ("data", c_void_p * 3))
    kind: int
    _spelling: str | None = None
    _children: list[Cursor] | None = None

    type = property(function("getCursorType", Type))
    result_type = property(function("getCursorResultType", Type))
    underlying_type = property(function("getTypedefDeclUnderlyingType", Type))
    location = property(function("getCursorLocation", Location))
    availability = property(function("getCursorAvailability"))
    storage_class = property(function("Cursor_getStorageClass"))
    is_definition = property(function("isCursorDefinition"))
    is_anonymous = property(function("Cursor_isAnonymous"))
    is_bitfield = property(function("Cursor_isBitField"))
    bitfield_width = property(function("getFieldDeclBitWidth"))

    @property
    def spelling(self) -> str:
        """The name, or the text of an attribute."""
        if self._spelling is None:
            self._spelling = text_of(_cursor_spelling(self))
        return self._spelling

    @property
    def children(self) -> Sequence[Cursor]:
        """The cursors directly below this one."""
        if self._children is None:
            self._children = []
            _visit_children(self, _add_child, ctypes.py_object(self._children))
        return self._children

    def below(self, kind: int) -> Sequence[Cursor]:
        """Return the cursors of a kind at any depth below this one, in the order of the text."""
        found: list[Cursor] = []
        _visit_children(self, _add_below, ctypes.py_object((kind, found)))
        return found

    @property
    def usr(self) -> str:
        """The identifier of the declared entity."""
        return text_of(_usr(self))

    @property
    def enum_value(self) -> int:
        """The value of an enumerator."""
        value: int = _signed_value(self)
        # A large unsigned value is negative as a signed one.
        return _unsigned_value(self) if value < 0 and self._is_unsigned else value

    @property
    def _is_unsigned(self) -> bool:
        ctype = self.type
        if ctype.kind == TypeKind.ENUM:
            ctype = _integer_type(ctype.declaration).canonical
        return ctype.kind in UNSIGNED_KINDS

    @property
    def arguments(self) -> list[Cursor]:
        """The arguments of a call."""
        return [_argument(self, index) for index in range(_argument_count(self))]

    @property
    def referenced(self) -> Cursor:
        """The declaration to which an expression refers."""
        return _referenced(self)  # type: ignore[no-any-return]

    @property
    def definition(self) -> Cursor | None:
        """The definition of the declared entity, if the unit has it."""
        found: Cursor = _definition(self)
        return None if found.kind == _NO_CURSOR else found

    @property
    def span(self) -> tuple[int, int]:
        """The offsets of the begin and the end of the text."""
        extent = _extent(self)
        return _range_start(extent).offset, _range_end(extent).offset


_cursor_spelling = function("getCursorSpelling", String)
_usr = function("getCursorUSR", String)
_signed_value = function("getEnumConstantDeclValue", c_longlong)
_unsigned_value = function("getEnumConstantDeclUnsignedValue", c_ulonglong)
_integer_type = function("getEnumDeclIntegerType", Type)
_argument_count = function("Cursor_getNumArguments")
_argument = function("Cursor_getArgument", Cursor)
_referenced = function("getCursorReferenced", Cursor)
_definition = function("getCursorDefinition", Cursor)
_declaration = function("getTypeDeclaration", Cursor)
_extent = function("getCursorExtent", _Range)
_visit_children = function("visitChildren")
_visit_fields = function("Type_visitFields")


_VISITOR: Any = ctypes.PYFUNCTYPE(c_int, Cursor, Cursor, ctypes.py_object)
_FIELD_VISITOR: Any = ctypes.PYFUNCTYPE(c_int, Cursor, ctypes.py_object)


@_VISITOR  # type: ignore[untyped-decorator]
def _add_child(child: Cursor, _: Cursor, found: list[Cursor]) -> int:
    found.append(child)
    return _CONTINUE


@_VISITOR  # type: ignore[untyped-decorator]
def _add_below(cursor: Cursor, _: Cursor, wanted: tuple[int, list[Cursor]]) -> int:
    if cursor.kind == wanted[0]:
        wanted[1].append(cursor)
    return _RECURSE


@_FIELD_VISITOR  # type: ignore[untyped-decorator]
def _add_field(field: Cursor, found: list[Cursor]) -> int:
    found.append(field)
    return _CONTINUE
