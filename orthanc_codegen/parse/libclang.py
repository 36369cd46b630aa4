"""Run libclang on text in memory; return cursors, or raise its errors as diagnostics."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager

from orthanc_codegen.diagnostics import CodegenError, Diagnostic
from orthanc_codegen.parse.attributes import MARKER_MACROS
from orthanc_codegen.parse.binding import Cursor, CursorKind, Location
from orthanc_codegen.parse.directives import foreign_include
from orthanc_codegen.parse.stand_ins import STAND_INS
from orthanc_codegen.parse.translation import ERROR, SKIP_BODIES, TranslationUnit, UnitError

# The virtual folder of all parsed files. The header's name there differs from "OrthancCPlugin.h", which
# other headers of the SDK include.
_FOLDER = "/orthanc-codegen-virtual"
_ERRORS = 100  # libclang stops after this number
_LONGEST = 500  # maximum length of a message, which quotes the header
_HEADER = f"{_FOLDER}/parsed-header.h"
_C = ("-x", "c", "-std=c99")
_CPP = ("-x", "c++", "-std=c++17")
_ARGUMENTS = (
    "-nostdinc",
    "-fno-trigraphs",  # like the compilers of the generated code
    # Types have the same sizes as on Linux, but libclang does not search for an installed gcc.
    "--target=x86_64-unknown-none-elf",
    f"-I{_FOLDER}",
    "-w",
    f"-ferror-limit={_ERRORS}",
    # The stand-ins lack most of the C library, which bodies may call.
    "-Wno-implicit-function-declaration",
)
# Includes the stand-ins and the header, and evaluates macros.
_PROBES = f"{_FOLDER}/probes.cpp"
_EVERY_STAND_IN = "".join(f"#include <{name}>\n" for name in STAND_INS)
VERSION_MACROS = tuple(f"ORTHANC_PLUGINS_MINIMAL_{part}_NUMBER" for part in ("MAJOR", "MINOR", "REVISION"))
_MARKED = "header_is_marked"
_SEARCH_PATHS = ("CPATH", "C_INCLUDE_PATH", "CPLUS_INCLUDE_PATH")
_NOT_FOUND = re.compile(r"'([^']*)' file not found")


class Unit:
    """One header, parsed by libclang."""

    def __init__(self, data: bytes, path: str) -> None:
        """Parse the header with its function bodies; raise CodegenError with every error of libclang."""
        self._path = path
        self._unit = _parse(_HEADER, {_HEADER: data}, _C, path)
        self._check(self._unit)
        # The generated C++ includes the header, so it must also be valid C++.
        probes = "".join(map(_probe, VERSION_MACROS)) + _MARKER_PROBE
        text = f'{_EVERY_STAND_IN}#include "{_HEADER}"\n{probes}'.encode()
        self._cpp = _parse(_PROBES, {_PROBES: text, _HEADER: data}, _CPP, path, SKIP_BODIES)
        self._check(self._cpp, "as C++: ")

    def declarations(self) -> list[Cursor]:
        """Return the header's own top-level declarations, in order."""
        return [cursor for cursor in self._unit.cursors if cursor.location.file == _HEADER]

    def version_numbers(self) -> list[int | None]:
        """Return the values of the version macros; None for one that is not defined as an integer."""
        values = self._probed()
        return [values.get(f"value_of_{name}") for name in VERSION_MACROS]

    def is_marked(self) -> bool:
        """Return whether the header defines a macro for markers."""
        return _MARKED in self._probed()

    def _probed(self) -> dict[str, int]:
        """Return the values of the probes' enumerators, except erroneous ones."""
        wrong = {(found.file, found.line) for found in self._cpp.findings if found.severity >= ERROR}
        return {
            enumerator.spelling: enumerator.enum_value
            for cursor in self._cpp.cursors
            if cursor.kind == CursorKind.ENUM_DECL and cursor.location.file == _PROBES
            for enumerator in cursor.children
            if _place(enumerator.location) not in wrong
        }

    def _check(self, unit: TranslationUnit, language: str = "") -> None:
        problems = list(self._foreign_files(unit)) or list(self._errors(unit, language))
        if problems:
            raise CodegenError(*problems)

    def _foreign_files(self, unit: TranslationUnit) -> Iterator[Diagnostic]:
        """Yield a diagnostic for each file that was read from disk."""
        for inclusion in unit.inclusions:
            name = inclusion.file
            if name != _HEADER and name.removeprefix(f"{_FOLDER}/") not in STAND_INS:
                yield foreign_include(f"<{name}>", self._path, inclusion.line)

    def _errors(self, unit: TranslationUnit, language: str) -> Iterator[Diagnostic]:
        for found in unit.findings:
            if found.severity < ERROR or found.file == _PROBES:
                continue
            missing = _NOT_FOUND.search(found.message)
            if missing:
                yield foreign_include(f'"{missing[1]}"', self._path, found.line)
            else:
                yield Diagnostic(f"{language}{found.message[:_LONGEST]}", self._path, found.line or None)


def _probe(macro: str) -> str:
    """Return the declaration that evaluates a macro, on its own line."""
    return f"#ifdef {macro}\nenum {{ value_of_{macro} = ({macro}) }};\n#endif\n"


_MARKER_PROBE = (
    f"#if {' || '.join(f'defined({macro})' for macro in MARKER_MACROS)}\nenum {{ {_MARKED} }};\n#endif\n"
)


def _place(location: Location) -> tuple[str, int]:
    return (location.file, location.line)


@contextmanager
def _no_search_paths() -> Iterator[None]:
    """Hide the environment variables that add search paths despite ``-nostdinc``."""
    hidden = {name: os.environ.pop(name) for name in _SEARCH_PATHS if name in os.environ}
    try:
        yield
    finally:
        os.environ.update(hidden)


def _parse(
    main: str, files: dict[str, bytes], language: tuple[str, ...], path: str, options: int = 0
) -> TranslationUnit:
    unsaved = files | {f"{_FOLDER}/{name}": text.encode() for name, text in STAND_INS.items()}
    try:
        with _no_search_paths():
            return TranslationUnit(main, [*language, *_ARGUMENTS], unsaved, options)
    except UnitError:
        raise CodegenError.of(
            "libclang could not parse the header: check that it is complete", path
        ) from None
