"""The one door to libclang's Python binding; it has no annotations, so all behind it is ``Any``."""

from clang.cindex import (  # type: ignore[import-untyped]
    AvailabilityKind,
    Cursor,
    CursorKind,
    Diagnostic,
    Index,
    SourceLocation,
    StorageClass,
    TranslationUnit,
    TranslationUnitLoadError,
    Type,
    TypeKind,
)

__all__ = [
    "AvailabilityKind",
    "Cursor",
    "CursorKind",
    "Diagnostic",
    "Index",
    "SourceLocation",
    "StorageClass",
    "TranslationUnit",
    "TranslationUnitLoadError",
    "Type",
    "TypeKind",
]
