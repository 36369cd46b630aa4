"""Reject a header without the declarations on which all generated code depends."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from orthanc_codegen import ir
from orthanc_codegen.diagnostics import CodegenError, Diagnostic
from orthanc_codegen.lower.index import CONTEXT, ERROR_CODE

_FREE: Final = "OrthancPluginFree"
_FIELDS: Final[dict[str, ir.CType]] = {
    "orthancVersion": ir.PointerType(ir.CharType(), const=True),
    "Free": ir.CallbackType(_FREE),
}
_ENUMERATORS: Final = tuple(f"{ERROR_CODE}_{name}" for name in ("Success", "Plugin"))
_FREED: Final = (ir.PointerType(ir.VoidType(), const=False),)


def check_required(header: ir.Header) -> None:
    """Reject a header without the declarations that the runtime uses."""
    problems = [
        Diagnostic(
            f"the header {what}, which all generated code needs; pass the OrthancCPlugin.h of an Orthanc SDK",
            header.path,
            line,
        )
        for what, line in _lacking(header)
    ]
    if problems:
        raise CodegenError(*problems)


def _lacking(header: ir.Header) -> Iterator[tuple[str, int | None]]:
    structs = {struct.name: struct for struct in header.structs}
    enums = {enum.name: enum for enum in header.enums}
    callbacks = {callback.name: callback for callback in header.callbacks}
    types = {field.name: field.type for field in structs[CONTEXT].fields}
    for name, ctype in _FIELDS.items():
        if types.get(name) != ctype:
            yield f"has no {name} of type {ir.spell(ctype)} in {CONTEXT}", structs[CONTEXT].line
    known = {enumerator.name for enumerator in enums[ERROR_CODE].enumerators}
    for name in _ENUMERATORS:
        if name not in known:
            yield f"does not define {name}", enums[ERROR_CODE].line
    free = callbacks.get(_FREE)
    if free is None or tuple(parameter.type for parameter in free.parameters) != _FREED:
        yield f"has no {_FREE} that takes a void*", free.line if free else None
