"""What attributes say of a declaration: since which release it exists, and whether it is deprecated."""

from __future__ import annotations

from orthanc_codegen.diagnostics import CodegenError
from orthanc_codegen.ir import Version
from orthanc_codegen.parse.cindex import AvailabilityKind, Cursor, CursorKind

# Under clang, the macro of this name becomes an annotation of the form "ORTHANC_PLUGIN_SINCE_SDK 1.12.10".
_SINCE = "ORTHANC_PLUGIN_SINCE_SDK "


def since(path: str, *declarations: Cursor) -> Version | None:
    """Return the release that an annotation on one of these names; a typedef and its struct are two, say."""
    for declaration in declarations:
        for child in declaration.get_children():
            if child.kind == CursorKind.ANNOTATE_ATTR and child.spelling.startswith(_SINCE):
                return _version(child, path)
    return None


def is_deprecated(cursor: Cursor) -> bool:
    """Whether the declaration carries ``__attribute__((deprecated))``."""
    return bool(cursor.availability == AvailabilityKind.DEPRECATED)


def is_unavailable(cursor: Cursor) -> bool:
    """Whether the declaration carries ``__attribute__((unavailable))``: no compiler takes a use of it."""
    return bool(cursor.availability == AvailabilityKind.NOT_AVAILABLE)


def _version(annotation: Cursor, path: str) -> Version:
    text = annotation.spelling.removeprefix(_SINCE)
    try:
        return Version.parse(text)
    except ValueError:
        message = f"ORTHANC_PLUGIN_SINCE_SDK takes a release such as 1.12.10, not {text!r}"
        raise CodegenError.of(message, path, annotation.location.line) from None
