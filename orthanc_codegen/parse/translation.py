"""A translation unit of libclang: parses a file from memory; holds cursors, diagnostics and inclusions."""

from __future__ import annotations

import ctypes
from collections.abc import Mapping, Sequence
from ctypes import POINTER, Structure, c_char_p, c_int, c_uint, c_ulong, c_void_p
from dataclasses import dataclass
from typing import Any, Final

from orthanc_codegen.parse.binding import Cursor, Location, String, function, name_of_file, text_of

ERROR: Final = 3  # a value of `Finding.severity`; fatal errors have a higher one
SKIP_BODIES: Final = 0x40  # an option of `TranslationUnit`


class UnitError(Exception):
    """libclang returned no unit."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A diagnostic of libclang."""

    severity: int
    message: str
    file: str  # empty if there is none
    line: int


@dataclass(frozen=True, slots=True)
class Inclusion:
    """A file that an #include read."""

    file: str
    line: int  # of the #include


class TranslationUnit:
    """A parsed file. Its cursors are valid as long as the unit."""

    def __init__(
        self, main: str, arguments: Sequence[str], files: Mapping[str, bytes], options: int = 0
    ) -> None:
        """Parse a file, which reads the others; raise UnitError if that is impossible."""
        self._unit = None
        self._index = c_void_p(_create_index(0, 0))
        unsaved = (_Unsaved * len(files))(*(_Unsaved(n.encode(), t, len(t)) for n, t in files.items()))
        words = (c_char_p * len(arguments))(*map(str.encode, arguments))
        found = _parse(self._index, main.encode(), words, len(words), unsaved, len(unsaved), options)
        if not found:
            raise UnitError(main)
        self._unit = c_void_p(found)

    def __del__(self) -> None:
        if self._unit is not None:
            _dispose(self._unit)
        _dispose_index(self._index)

    @property
    def cursors(self) -> Sequence[Cursor]:
        """The declarations of all files."""
        whole: Cursor = _whole(self._unit)
        return whole.children

    @property
    def findings(self) -> list[Finding]:
        """The diagnostics."""
        return [self._finding(number) for number in range(_count(self._unit))]

    def _finding(self, number: int) -> Finding:
        diagnostic = c_void_p(_diagnostic(self._unit, number))
        try:
            place: Location = _location(diagnostic)
            return Finding(_severity(diagnostic), text_of(_message(diagnostic)), place.file, place.line)
        finally:
            _dispose_diagnostic(diagnostic)

    @property
    def inclusions(self) -> list[Inclusion]:
        """The inclusions."""
        found: list[tuple[int, int]] = []
        _visit_inclusions(self._unit, _add_inclusion, ctypes.py_object(found))
        return [Inclusion(name_of_file(file), line) for file, line in found]


class _Unsaved(Structure):
    _fields_ = (("name", c_char_p), ("text", c_char_p), ("size", c_ulong))


_VISITOR: Any = ctypes.PYFUNCTYPE(None, c_void_p, POINTER(Location), c_uint, ctypes.py_object)


@_VISITOR  # type: ignore[untyped-decorator]
def _add_inclusion(file: int, stack: Sequence[Location], depth: int, found: list[tuple[int, int]]) -> None:
    if depth:  # otherwise the main file
        found.append((file, stack[0].line))


_create_index = function("createIndex", c_void_p)
_dispose_index = function("disposeIndex", None)
_parse = function("parseTranslationUnit", c_void_p)
_dispose = function("disposeTranslationUnit", None)
_whole = function("getTranslationUnitCursor", Cursor)
_count = function("getNumDiagnostics")
_diagnostic = function("getDiagnostic", c_void_p)
_dispose_diagnostic = function("disposeDiagnostic", None)
_severity = function("getDiagnosticSeverity", c_int)
_message = function("getDiagnosticSpelling", String)
_location = function("getDiagnosticLocation", Location)
_visit_inclusions = function("getInclusions", None)
