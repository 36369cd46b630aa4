"""Runs libclang on text in memory and gives back its cursors, or its errors as diagnostics."""

from __future__ import annotations

import re
from collections.abc import Iterator

from orthanc_codegen.diagnostics import CodegenError, Diagnostic, Severity
from orthanc_codegen.parse import cindex
from orthanc_codegen.parse.source import foreign_include
from orthanc_codegen.parse.stand_ins import STAND_INS

# A folder that no machine has; all that is parsed seems to lie in it. The header has a name there that
# no header includes, since others of the SDK include "OrthancCPlugin.h".
_FOLDER = "/orthanc-codegen-virtual"
_HEADER = f"{_FOLDER}/parsed-header.h"
_ARGUMENTS = (
    "-x",
    "c",
    "-std=c99",
    "-nostdinc",
    # Like Linux in every size, but libclang looks for no distribution and no gcc on the machine.
    "--target=x86_64-unknown-none-elf",
    f"-I{_FOLDER}",
    "-w",
    "-ferror-limit=0",
    # The stand-ins declare little of the C library; bodies may call what they lack.
    "-Wno-implicit-function-declaration",
)
_NOT_FOUND = re.compile(r"'([^']*)' file not found")


class Unit:
    """One header as libclang sees it."""

    def __init__(self, data: bytes, path: str) -> None:
        """Parse the header with its function bodies; CodegenError with every error that libclang reports."""
        self._data = data
        self._path = path
        self._unit = _parse(_HEADER, {_HEADER: data}, path)
        problems = list(self._foreign_files()) or list(self._errors())
        if problems:
            raise CodegenError(*problems)

    def declarations(self) -> Iterator[cindex.Cursor]:
        """Yield what the header itself declares at its top level, in order."""
        for cursor in self._unit.cursor.get_children():
            file = cursor.location.file
            if file is not None and file.name == _HEADER:
                yield cursor

    def macro_values(self, names: tuple[str, ...]) -> dict[str, int]:
        """Evaluate each of these macros that the header defines as an integer constant."""
        main = f"{_FOLDER}/macros.c"
        lines = [f"#ifdef {n}\nenum {{ value_of_{n} = ({n}) }};\n#endif\n" for n in names]
        text = f'#include "{_HEADER}"\n' + "".join(lines)
        skip = cindex.TranslationUnit.PARSE_SKIP_FUNCTION_BODIES
        unit = _parse(main, {main: text.encode(), _HEADER: self._data}, self._path, skip)
        if any(d.severity >= cindex.Diagnostic.Error for d in unit.diagnostics):
            return {}
        enumerators = (
            enumerator
            for cursor in unit.cursor.get_children()
            if cursor.kind == cindex.CursorKind.ENUM_DECL
            for enumerator in cursor.get_children()
        )
        return {
            cursor.spelling.removeprefix("value_of_"): cursor.enum_value
            for cursor in enumerators
            if cursor.spelling.startswith("value_of_")
        }

    def _foreign_files(self) -> Iterator[Diagnostic]:
        """Find files that were read from the machine after all, through an environment variable, say."""
        for inclusion in self._unit.get_includes():
            name = inclusion.include.name
            if inclusion.depth == 1 and name.removeprefix(f"{_FOLDER}/") not in STAND_INS:
                yield foreign_include(f"<{name}>", self._path, inclusion.location.line)

    def _errors(self) -> Iterator[Diagnostic]:
        for found in self._unit.diagnostics:
            if found.severity < cindex.Diagnostic.Error:
                continue
            missing = _NOT_FOUND.search(found.spelling)
            if missing:
                yield foreign_include(f'"{missing[1]}"', self._path, found.location.line)
            else:
                yield Diagnostic(Severity.ERROR, found.spelling, self._path, found.location.line or None)


def _parse(main: str, files: dict[str, bytes], path: str, options: int = 0) -> cindex.TranslationUnit:
    # The binding wants text or bytes alike, whatever its annotations say.
    unsaved: list[tuple[str, str | bytes]] = [*files.items()]
    unsaved += [(f"{_FOLDER}/{name}", text) for name, text in STAND_INS.items()]
    try:
        index = cindex.Index.create()
        return index.parse(main, args=list(_ARGUMENTS), unsaved_files=unsaved, options=options)
    except cindex.TranslationUnitLoadError:
        raise CodegenError.of("libclang could not read the header at all; is it complete?", path) from None
