"""The own binding of libclang agrees with the one in libclang's wheel."""

from __future__ import annotations

import ctypes
import sys
from typing import Any

import pytest
from clang import cindex  # type: ignore[import-untyped]

from orthanc_codegen.parse import binding, translation


def _layout(structure: Any) -> tuple[int, list[tuple[int, int]]]:
    places = [getattr(structure, name) for name, *_ in structure._fields_]
    return ctypes.sizeof(structure), [(place.offset, place.size) for place in places]


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (binding.String, cindex._CXString),
        (binding.Location, cindex.SourceLocation),
        (binding._Range, cindex.SourceRange),
        (binding.Cursor, cindex.Cursor),
        (translation._Unsaved, cindex._CXUnsavedFile),
    ],
)
def test_structures_have_the_same_layout(ours: Any, theirs: Any) -> None:
    assert _layout(ours) == _layout(theirs)


def test_types_have_the_same_layout() -> None:
    # The binding of the wheel has one array for both pointers.
    assert ctypes.sizeof(binding.Type) == ctypes.sizeof(cindex.Type)
    assert binding.Type.data.offset == cindex.Type.data.offset  # type: ignore[attr-defined]


@pytest.mark.parametrize("kind", ["CursorKind", "TypeKind"])
def test_kinds_have_the_same_numbers(kind: str) -> None:
    theirs = getattr(cindex, kind)
    names = {n: v for n, v in vars(getattr(binding, kind)).items() if n.isupper() and "EXPRESSION" not in n}
    assert names
    assert names == {name: getattr(theirs, name).value for name in names}


def test_other_numbers_are_the_same() -> None:
    assert cindex.AvailabilityKind.DEPRECATED.value == binding.DEPRECATED
    assert cindex.AvailabilityKind.NOT_AVAILABLE.value == binding.NOT_AVAILABLE
    assert cindex.StorageClass.STATIC.value == binding.STATIC
    assert cindex.Diagnostic.Error == translation.ERROR
    assert translation.SKIP_BODIES == cindex.TranslationUnit.PARSE_SKIP_FUNCTION_BODIES
    expressions = {kind.value for kind in cindex.CursorKind.get_all_kinds() if kind.is_expression()}
    assert min(expressions) == binding.CursorKind.FIRST_EXPRESSION
    assert max(expressions) <= binding.CursorKind.LAST_EXPRESSION
    statements = {kind.value for kind in cindex.CursorKind.get_all_kinds() if kind.is_statement()}
    assert min(statements) > binding.CursorKind.LAST_EXPRESSION


def test_children_and_their_names_are_the_same() -> None:
    text = b"struct S { int a; unsigned *b; };\nenum { E = -1, F = 7 };\nint f(const struct S *s, ...);\n"
    ours = translation.TranslationUnit("/virtual/a.h", ["-x", "c"], {"/virtual/a.h": text})
    theirs = cindex.Index.create().parse("/virtual/a.h", ["-x", "c"], [("/virtual/a.h", text)])

    def shown(cursor: binding.Cursor) -> Any:
        return (
            cursor.kind,
            cursor.spelling,
            cursor.usr,
            cursor.type.spelling,
            cursor.location.line,
            [shown(child) for child in cursor.children],
        )

    def expected(cursor: Any) -> Any:
        return (
            cursor.kind.value,
            cursor.spelling,
            cursor.get_usr(),
            cursor.type.spelling,
            cursor.location.line,
            [expected(child) for child in cursor.get_children()],
        )

    assert [shown(cursor) for cursor in ours.cursors] == [
        expected(cursor) for cursor in theirs.cursor.get_children()
    ]


@pytest.mark.parametrize("error", [KeyboardInterrupt, MemoryError])
def test_an_interrupt_in_a_visitor_is_raised(error: type[BaseException]) -> None:
    unit = translation.TranslationUnit("/virtual/a.h", ["-x", "c"], {"/virtual/a.h": b"int a;"})
    hook = sys.unraisablehook

    @binding._VISITOR  # type: ignore[untyped-decorator]
    def visitor(*_: object) -> int:
        raise error

    with pytest.raises(error), binding.visitor_errors():
        binding._visit_children(translation._whole(unit._unit), visitor, ctypes.py_object([]))
    with pytest.raises(error), binding.visitor_errors():
        binding._visit_children(translation._whole(unit._unit), visitor, ctypes.py_object([]))
        raise ValueError("the cursor that was lost is missing")
    assert sys.unraisablehook is hook


def test_an_ordinary_error_is_raised_as_it_is() -> None:
    with pytest.raises(ValueError, match="ordinary"), binding.visitor_errors():
        raise ValueError("ordinary")


def test_enumerators_of_a_typedef_are_unsigned() -> None:
    text = b"typedef unsigned int wide; enum e : wide { a = 0xFFFFFFFFu };"
    unit = translation.TranslationUnit("/virtual/a.h", ["-x", "c++"], {"/virtual/a.h": text})
    (enumerator,) = unit.cursors[1].children
    assert enumerator.enum_value == 0xFFFFFFFF


def test_texts_that_are_no_utf8_are_refused() -> None:
    text = b'int a __attribute__((annotate("\xff")));'
    ours = translation.TranslationUnit("/virtual/a.h", ["-x", "c"], {"/virtual/a.h": text})
    theirs = cindex.Index.create().parse("/virtual/a.h", ["-x", "c"], [("/virtual/a.h", text)])
    for attribute in (ours.cursors[0].children[0], *next(theirs.cursor.get_children()).get_children()):
        with pytest.raises(UnicodeDecodeError):
            _ = attribute.spelling
