"""Read the attributes of a declaration: first release, markers, deprecation."""

from __future__ import annotations

from typing import Final, assert_never

from orthanc_codegen.diagnostics import CodegenError
from orthanc_codegen.ir import CallbackType, CType, IntegerType, Mark, PointerType, Version
from orthanc_codegen.parse.binding import DEPRECATED, NOT_AVAILABLE, Cursor, CursorKind

# Under clang, this macro expands to an annotation of the form "ORTHANC_PLUGIN_SINCE_SDK 1.12.10".
_SINCE = "ORTHANC_PLUGIN_SINCE_SDK "
# Each of these macros expands to an annotation with the name of the macro.
_MARKERS: Final = {f"ORTHANC_PLUGIN_{mark.name}": mark for mark in Mark}
MARKER_MACROS = tuple(_MARKERS)


def since(path: str, *declarations: Cursor) -> Version | None:
    """Return the first release from the annotation of any of these cursors, ex) a typedef and its struct."""
    for declaration in declarations:
        for child in declaration.children:
            if child.kind == CursorKind.ANNOTATE_ATTR and child.spelling.startswith(_SINCE):
                return _version(child, path)
    return None


def marks(path: str, cursor: Cursor, ctype: CType) -> frozenset[Mark]:
    """Return the markers of a declaration; raise CodegenError if one does not match its type.

    For a function or callback type, ``ctype`` is the type of its result.
    """
    found = [c for c in cursor.children if c.kind == CursorKind.ANNOTATE_ATTR and c.spelling in _MARKERS]
    for annotation in found:
        if not _fits(_MARKERS[annotation.spelling], ctype):
            name = cursor.spelling if cursor.spelling.isidentifier() else "its declaration"
            message = f"{annotation.spelling} is not applicable to the type of {name}"
            raise CodegenError.of(message, path, annotation.location.line)
    return frozenset(_MARKERS[annotation.spelling] for annotation in found)


def _fits(mark: Mark, ctype: CType) -> bool:
    match mark:
        case Mark.NULLABLE:
            return isinstance(ctype, PointerType | CallbackType)
        case Mark.FLAG:
            return isinstance(_value(ctype), IntegerType)
        case Mark.FOUND:
            return isinstance(ctype, PointerType) and isinstance(_value(ctype), IntegerType)
        case Mark.HTTP_STATUS:
            return isinstance(number := _value(ctype), IntegerType) and number.bits == 16
        case _:
            assert_never(mark)


def _value(ctype: CType) -> CType:
    """Return the type of a value that is passed directly or, if the other side fills it, by a pointer."""
    return ctype.pointee if isinstance(ctype, PointerType) and not ctype.const else ctype


def is_deprecated(cursor: Cursor) -> bool:
    """Return whether the declaration has ``__attribute__((deprecated))``."""
    return bool(cursor.availability == DEPRECATED)


def is_unavailable(cursor: Cursor) -> bool:
    """Return whether the declaration has ``__attribute__((unavailable))``, which forbids its use."""
    return bool(cursor.availability == NOT_AVAILABLE)


def _version(annotation: Cursor, path: str) -> Version:
    text = annotation.spelling.removeprefix(_SINCE)
    try:
        return Version.parse(text)
    except ValueError:
        message = f"ORTHANC_PLUGIN_SINCE_SDK expects a release such as 1.12.10, not {text!r}"
        raise CodegenError.of(message, path, annotation.location.line) from None
