"""Run libclang on text in memory; return cursors, or raise its errors as diagnostics."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager

from orthanc_codegen.diagnostics import CodegenError, Diagnostic
from orthanc_codegen.parse import cindex
from orthanc_codegen.parse.attributes import MARKER_MACROS
from orthanc_codegen.parse.directives import foreign_include
from orthanc_codegen.parse.stand_ins import STAND_INS

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
_ERROR = cindex.Diagnostic.Error
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
        skip = cindex.TranslationUnit.PARSE_SKIP_FUNCTION_BODIES
        self._cpp = _parse(_PROBES, {_PROBES: text, _HEADER: data}, _CPP, path, skip)
        self._check(self._cpp, "as C++: ")

    def declarations(self) -> Iterator[cindex.Cursor]:
        """Yield the header's own top-level declarations, in order."""
        for cursor in self._unit.cursor.get_children():
            file = cursor.location.file
            if file is not None and file.name == _HEADER:
                yield cursor

    def version_numbers(self) -> list[int | None]:
        """Return the values of the version macros; None for one that is not defined as an integer."""
        values = self._probed()
        return [values.get(f"value_of_{name}") for name in VERSION_MACROS]

    def is_marked(self) -> bool:
        """Return whether the header defines a macro for markers."""
        return _MARKED in self._probed()

    def _probed(self) -> dict[str, int]:
        """Return the values of the probes' enumerators, except erroneous ones."""
        wrong = {_place(found.location) for found in self._cpp.diagnostics if found.severity >= _ERROR}
        return {
            enumerator.spelling: enumerator.enum_value
            for cursor in self._cpp.cursor.get_children()
            if cursor.kind == cindex.CursorKind.ENUM_DECL and _place(cursor.location)[0] == _PROBES
            for enumerator in cursor.get_children()
            if _place(enumerator.location) not in wrong
        }

    def _check(self, unit: cindex.TranslationUnit, language: str = "") -> None:
        problems = list(self._foreign_files(unit)) or list(self._errors(unit, language))
        if problems:
            raise CodegenError(*problems)

    def _foreign_files(self, unit: cindex.TranslationUnit) -> Iterator[Diagnostic]:
        """Yield a diagnostic for each file that was read from disk."""
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
                yield Diagnostic(f"{language}{found.spelling[:_LONGEST]}", self._path, line or None)


def _probe(macro: str) -> str:
    """Return the declaration that evaluates a macro, on its own line."""
    return f"#ifdef {macro}\nenum {{ value_of_{macro} = ({macro}) }};\n#endif\n"


_MARKER_PROBE = (
    f"#if {' || '.join(f'defined({macro})' for macro in MARKER_MACROS)}\nenum {{ {_MARKED} }};\n#endif\n"
)


def _place(location: cindex.SourceLocation) -> tuple[str, int]:
    return (location.file.name if location.file else "", location.line)


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
) -> cindex.TranslationUnit:
    # The binding accepts both text and bytes.
    unsaved: list[tuple[str, str | bytes]] = [*files.items()]
    unsaved += [(f"{_FOLDER}/{name}", text) for name, text in STAND_INS.items()]
    arguments = [*language, *_ARGUMENTS]
    try:
        with _no_search_paths():
            return cindex.Index.create().parse(main, arguments, unsaved, options)
    except cindex.TranslationUnitLoadError:
        raise CodegenError.of(
            "libclang could not parse the header: check that it is complete", path
        ) from None
