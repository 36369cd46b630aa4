"""Runs libclang on text in memory and gives back its cursors, or its errors as diagnostics."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager

from orthanc_codegen.diagnostics import CodegenError, Diagnostic, Severity
from orthanc_codegen.parse import cindex
from orthanc_codegen.parse.directives import foreign_include
from orthanc_codegen.parse.stand_ins import STAND_INS

# A folder that no machine has; all that is parsed seems to lie in it. The header has a name there that
# no header includes, since others of the SDK include "OrthancCPlugin.h".
_FOLDER = "/orthanc-codegen-virtual"
_ERRORS = 100  # after which libclang stops
_LONGEST = 500  # of what it says, which quotes the header
_HEADER = f"{_FOLDER}/parsed-header.h"
_C = ("-x", "c", "-std=c99")
_CPP = ("-x", "c++", "-std=c++17")
_ARGUMENTS = (
    "-nostdinc",
    "-fno-trigraphs",  # as the compilers that get the header have it
    # Like Linux in every size, but libclang looks for no distribution and no gcc on the machine.
    "--target=x86_64-unknown-none-elf",
    f"-I{_FOLDER}",
    "-w",
    f"-ferror-limit={_ERRORS}",
    # The stand-ins declare little of the C library; bodies may call what they lack.
    "-Wno-implicit-function-declaration",
)
# Includes the header after all that it may include, and asks for the values of macros.
_PROBES = f"{_FOLDER}/probes.cpp"
_EVERY_STAND_IN = "".join(f"#include <{name}>\n" for name in STAND_INS)
VERSION_MACROS = tuple(f"ORTHANC_PLUGINS_MINIMAL_{part}_NUMBER" for part in ("MAJOR", "MINOR", "REVISION"))
_ERROR = cindex.Diagnostic.Error
_SEARCH_PATHS = ("CPATH", "C_INCLUDE_PATH", "CPLUS_INCLUDE_PATH")
_NOT_FOUND = re.compile(r"'([^']*)' file not found")


class Unit:
    """One header as libclang sees it."""

    def __init__(self, data: bytes, path: str) -> None:
        """Parse the header with its function bodies; CodegenError with every error that libclang reports."""
        self._path = path
        self._unit = _parse(_HEADER, {_HEADER: data}, _C, path)
        self._check(self._unit)
        # The generated C++ includes the header: what only C accepts would be its first error.
        probes = "".join(map(_probe, VERSION_MACROS))
        text = f'{_EVERY_STAND_IN}#include "{_HEADER}"\n{probes}'.encode()
        skip = cindex.TranslationUnit.PARSE_SKIP_FUNCTION_BODIES
        self._cpp = _parse(_PROBES, {_PROBES: text, _HEADER: data}, _CPP, path, skip)
        self._check(self._cpp, "as C++: ")

    def declarations(self) -> Iterator[cindex.Cursor]:
        """Yield what the header itself declares at its top level, in order."""
        for cursor in self._unit.cursor.get_children():
            file = cursor.location.file
            if file is not None and file.name == _HEADER:
                yield cursor

    def version_numbers(self) -> list[int | None]:
        """Evaluate the version macros; None for one that the header does not define as an integer."""
        wrong = {_place(found.location) for found in self._cpp.diagnostics if found.severity >= _ERROR}
        values = {
            enumerator.spelling: enumerator.enum_value
            for cursor in self._cpp.cursor.get_children()
            if cursor.kind == cindex.CursorKind.ENUM_DECL and _place(cursor.location)[0] == _PROBES
            for enumerator in cursor.get_children()
            if _place(enumerator.location) not in wrong
        }
        return [values.get(f"value_of_{name}") for name in VERSION_MACROS]

    def _check(self, unit: cindex.TranslationUnit, language: str = "") -> None:
        problems = list(self._foreign_files(unit)) or list(self._errors(unit, language))
        if problems:
            raise CodegenError(*problems)

    def _foreign_files(self, unit: cindex.TranslationUnit) -> Iterator[Diagnostic]:
        """Find files that were read from the machine after all."""
        for inclusion in unit.get_includes():
            name = inclusion.include.name
            if name != _HEADER and name.removeprefix(f"{_FOLDER}/") not in STAND_INS:
                yield foreign_include(f"<{name}>", self._path, inclusion.location.line)

    def _errors(self, unit: cindex.TranslationUnit, language: str) -> Iterator[Diagnostic]:
        for found in unit.diagnostics:
            file, line = _place(found.location)
            if found.severity < _ERROR or file == _PROBES:
                continue
            missing = _NOT_FOUND.search(found.spelling)
            if missing:
                yield foreign_include(f'"{missing[1]}"', self._path, line)
            else:
                yield Diagnostic(
                    Severity.ERROR, f"{language}{found.spelling[:_LONGEST]}", self._path, line or None
                )


def _probe(macro: str) -> str:
    """Write the declaration that tells the value of a macro, on a line of its own."""
    return f"#ifdef {macro}\nenum {{ value_of_{macro} = ({macro}) }};\n#endif\n"


def _place(location: cindex.SourceLocation) -> tuple[str, int]:
    return (location.file.name if location.file else "", location.line)


@contextmanager
def _no_search_paths() -> Iterator[None]:
    """Hide the folders in which libclang looks for headers although it was told to look in none."""
    hidden = {name: os.environ.pop(name) for name in _SEARCH_PATHS if name in os.environ}
    try:
        yield
    finally:
        os.environ.update(hidden)


def _parse(
    main: str, files: dict[str, bytes], language: tuple[str, ...], path: str, options: int = 0
) -> cindex.TranslationUnit:
    # The binding wants text or bytes alike, whatever its annotations say.
    unsaved: list[tuple[str, str | bytes]] = [*files.items()]
    unsaved += [(f"{_FOLDER}/{name}", text) for name, text in STAND_INS.items()]
    arguments = [*language, *_ARGUMENTS]
    try:
        with _no_search_paths():
            return cindex.Index.create().parse(main, arguments, unsaved, options)
    except cindex.TranslationUnitLoadError:
        raise CodegenError.of("libclang could not read the header at all; is it complete?", path) from None
