"""What the body of an inline function asks of the core: the service, and the struct it passes."""

from __future__ import annotations

from collections.abc import Callable

from orthanc_codegen.parse.cindex import Cursor, CursorKind

_INVOKE = "InvokeService"


def invoked_service(function: Cursor, name_of: Callable[[Cursor], str]) -> tuple[str | None, str | None]:
    """Return the enumerator and the parameter block given to InvokeService; None for what isn't there."""
    call = _find(function, lambda c: c.kind == CursorKind.CALL_EXPR and c.spelling == _INVOKE)
    arguments = list(call.get_arguments()) if call is not None else []
    if len(arguments) != 3:
        return None, None
    service = _find(arguments[1], lambda c: _refers_to(c, CursorKind.ENUM_CONSTANT_DECL))
    local = _find(arguments[2], lambda c: _refers_to(c, CursorKind.VAR_DECL))
    block = None
    if local is not None:
        tag = local.referenced.type.get_canonical().get_declaration()
        block = name_of(tag) if tag.kind == CursorKind.STRUCT_DECL else None
    return (str(service.spelling) if service is not None else None), block


def _find(root: Cursor, wanted: Callable[[Cursor], bool]) -> Cursor | None:
    if wanted(root):
        return root
    for child in root.get_children():
        found = _find(child, wanted)
        if found is not None:
            return found
    return None


def _refers_to(cursor: Cursor, kind: CursorKind) -> bool:
    return bool(cursor.kind == CursorKind.DECL_REF_EXPR and cursor.referenced.kind == kind)
