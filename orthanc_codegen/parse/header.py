"""Parse a header: its bytes → the IR."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from orthanc_codegen import ir
from orthanc_codegen.parse.binding import visitor_errors
from orthanc_codegen.parse.comments import Comments
from orthanc_codegen.parse.declarations import Declaration, Reader
from orthanc_codegen.parse.doxygen import parse_groups
from orthanc_codegen.parse.libclang import VERSION_MACROS, Unit
from orthanc_codegen.parse.source import check_source, not_an_sdk_header
from orthanc_codegen.parse.types import Types

_CONTEXT = "OrthancPluginContext"
_ERROR_CODE = "OrthancPluginErrorCode"
_NEWEST = 9999  # maximum of each part of a version

_Kind = TypeVar("_Kind")


@visitor_errors()
def parse_header(text: bytes, path: str) -> ir.Header:
    """Parse the text of an SDK header; raise CodegenError if it is invalid. ``path`` is for diagnostics."""
    data = check_source(text, path)
    unit = Unit(data, path)
    cursors = list(unit.declarations())
    comments = Comments(data)
    reader = Reader(path, data, Types(cursors), comments, marked=unit.is_marked())
    found = [declaration for cursor in cursors if (declaration := reader.read(cursor)) is not None]
    declarations = _give_back_docs(_distinct(found))
    structs, enums = _of_kind(ir.Struct, declarations), _of_kind(ir.Enum, declarations)
    if not any(struct.name == _CONTEXT for struct in structs):
        raise not_an_sdk_header(f"it does not define the struct {_CONTEXT}", path)
    if not any(enum.name == _ERROR_CODE for enum in enums):
        raise not_an_sdk_header(f"it does not define the enumeration {_ERROR_CODE}", path)
    return ir.Header(
        path=path,
        version=_version(unit, data, path),
        functions=_of_kind(ir.Function, declarations),
        entry_points=_of_kind(ir.EntryPoint, declarations),
        enums=enums,
        structs=structs,
        opaques=_of_kind(ir.Opaque, declarations),
        callbacks=_of_kind(ir.Callback, declarations),
        groups=parse_groups(comments.blocks()),
    )


def _version(unit: Unit, data: bytes, path: str) -> ir.Version:
    numbers = dict(zip(VERSION_MACROS, unit.version_numbers(), strict=True))
    if missing := [name for name, number in numbers.items() if number is None]:
        raise not_an_sdk_header(f"it does not define {', '.join(missing)} as numbers", path)
    parts = [number for number in numbers.values() if number is not None]
    for name, part in zip(numbers, parts, strict=True):
        if not 0 <= part <= _NEWEST:
            defined = re.search(rb"^\s*#\s*define\s+%b\b" % name.encode(), data, re.MULTILINE)
            line = data.count(b"\n", 0, defined.end()) + 1 if defined else None
            raise not_an_sdk_header(f"its {name} is {part}", path, line)
    return ir.Version(*parts)


def _distinct(declarations: Iterable[Declaration]) -> list[Declaration]:
    """Keep the first of repeated declarations, which C allows for typedefs and entry points."""
    return list({(type(item), item.name): item for item in reversed([*declarations])}.values())[::-1]


def _give_back_docs(declarations: Sequence[Declaration]) -> list[Declaration]:
    """Move a doc comment from a parameter block to its function."""
    result = list(declarations)
    for index in range(1, len(result)):
        block, function = result[index - 1], result[index]
        if (
            isinstance(block, ir.Struct)
            and isinstance(function, ir.Function)
            and block.name == function.block
            and not function.doc.brief
        ):
            doc = replace(block.doc, deprecated=function.doc.deprecated or block.doc.deprecated)
            result[index - 1] = replace(block, doc=ir.Doc())
            result[index] = replace(function, doc=doc)
    return result


def _of_kind(kind: type[_Kind], declarations: Iterable[object]) -> tuple[_Kind, ...]:
    return tuple(declaration for declaration in declarations if isinstance(declaration, kind))
