"""Composes the parser: the bytes of a header in, its IR out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from orthanc_codegen import ir
from orthanc_codegen.parse.comments import Comments
from orthanc_codegen.parse.declarations import Declaration, Reader
from orthanc_codegen.parse.doxygen import parse_groups
from orthanc_codegen.parse.libclang import Unit
from orthanc_codegen.parse.source import check_source, not_an_sdk_header
from orthanc_codegen.parse.types import Types

_CONTEXT = "OrthancPluginContext"
_VERSION_MACROS = tuple(f"ORTHANC_PLUGINS_MINIMAL_{part}_NUMBER" for part in ("MAJOR", "MINOR", "REVISION"))

_Kind = TypeVar("_Kind")


def parse_header(text: bytes, path: str) -> ir.Header:
    """Read the text of an SDK header; ``path`` is only for messages. CodegenError when it can't be read."""
    data = check_source(text, path)
    unit = Unit(data, path)
    cursors = list(unit.declarations())
    comments = Comments(data)
    reader = Reader(path, data, Types(cursors), comments)
    found = [declaration for cursor in cursors if (declaration := reader.read(cursor)) is not None]
    declarations = _give_back_docs(found)
    structs = _of_kind(ir.Struct, declarations)
    if not any(struct.name == _CONTEXT for struct in structs):
        raise not_an_sdk_header(f"it does not define the struct {_CONTEXT}", path)
    return ir.Header(
        path=path,
        version=_version(unit, path),
        functions=_of_kind(ir.Function, declarations),
        entry_points=_of_kind(ir.EntryPoint, declarations),
        enums=_of_kind(ir.Enum, declarations),
        structs=structs,
        opaques=_of_kind(ir.Opaque, declarations),
        callbacks=_of_kind(ir.Callback, declarations),
        groups=parse_groups(comments.blocks()),
    )


def _version(unit: Unit, path: str) -> ir.Version:
    values = unit.macro_values(_VERSION_MACROS)
    missing = [name for name in _VERSION_MACROS if name not in values]
    if missing:
        raise not_an_sdk_header(f"it does not define {', '.join(missing)} as numbers", path)
    return ir.Version(*(values[name] for name in _VERSION_MACROS))


def _give_back_docs(declarations: Sequence[Declaration]) -> list[Declaration]:
    """Move a doc that was written above a function's parameter block to the function itself."""
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
