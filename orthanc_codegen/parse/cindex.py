"""The names from libclang's Python binding. It has no type annotations, so all of them are ``Any``."""

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
