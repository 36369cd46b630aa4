"""Parse the body of an inline function: the requested service, its parameter block, and the answer."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from orthanc_codegen.ir import Answer, Call
from orthanc_codegen.parse.cindex import Cursor, CursorKind
from orthanc_codegen.parse.comments import LEXEME
from orthanc_codegen.parse.types import Types, is_of_the_sdk

_INVOKE = "InvokeService"
_SUCCESS = re.compile(r"(==|!=) ?OrthancPluginErrorCode_Success\b")


class Body:
    """The body of one inline function."""

    def __init__(self, function: Cursor, data: bytes, types: Types) -> None:
        """Find the call of InvokeService; ``data`` is the text of the cursors' offsets."""
        self._function = function
        self._data = data
        self._types = types
        invoke = _find(function, lambda c: c.kind == CursorKind.CALL_EXPR and c.spelling == _INVOKE)
        arguments = list(invoke.get_arguments()) if invoke is not None else []
        self._arguments = arguments if len(arguments) == 3 else None

    def service(self) -> str | None:
        """Return the enumerator that is passed to InvokeService."""
        if self._arguments is None:
            return None
        service = _find(self._arguments[1], lambda c: _refers_to(c, CursorKind.ENUM_CONSTANT_DECL))
        return None if service is None else str(service.spelling)

    def block(self) -> str | None:
        """Return the name of the struct that is passed to InvokeService."""
        local = self._local()
        if local is None:
            return None
        tag = local.referenced.type.get_canonical().get_declaration()
        name = self._types.name_of(tag)
        return name if tag.kind == CursorKind.STRUCT_DECL and is_of_the_sdk(name) else None

    def call(self) -> Call | None:
        """Return the call with its assignments and its answer; None if there is no call."""
        if self._arguments is None:
            return None
        local = self._local()
        argument = self._text(self._arguments[2])
        assignments = tuple(self._assignments(local.spelling)) if local is not None else ()
        return Call(argument, assignments, self._answer())

    def _local(self) -> Cursor | None:
        if self._arguments is None:
            return None
        return _find(self._arguments[2], lambda c: _refers_to(c, CursorKind.VAR_DECL))

    def _assignments(self, block: str) -> Iterator[tuple[str, str]]:
        """Yield the assignments to fields of the block, in order."""
        for statement in self._statements():
            if statement.kind != CursorKind.BINARY_OPERATOR:
                continue
            left, right = statement.get_children()
            path = self._text(left)
            if path.startswith(f"{block}."):
                yield path.removeprefix(f"{block}."), self._text(right)

    def _answer(self) -> Answer | None:
        """Parse ``if (… InvokeService(…) != Success || refused) { return failure; } else { return … }``.

        The second return may also follow the ``if`` without ``else``.
        """
        statements = list(self._statements())
        branch = next((s for s in statements if s.kind == CursorKind.IF_STMT), None)
        if branch is None:
            return None
        condition, *paths = branch.get_children()
        if len(paths) == 1:
            paths += [s for s in statements if s.kind == CursorKind.RETURN_STMT]
        text = self._text(condition)
        test = _SUCCESS.search(text)
        if test is None or len(paths) != 2:
            return None
        success, failure = paths if test[1] == "==" else reversed(paths)
        local, returned, else_returned = (
            _find(success, _is_local),
            self._returned(success),
            self._returned(failure),
        )
        if local is None or returned is None or else_returned is None:
            return None
        variable = local.referenced
        initial = next((c for c in variable.get_children() if c.kind.is_expression()), None)
        return Answer(
            name=str(variable.spelling),
            type=self._types.convert(variable.type),
            initial="" if initial is None else self._text(initial),
            returned=returned,
            failure=else_returned,
            refused=tuple(part.strip() for part in text[test.end() :].split("||") if part.strip()),
        )

    def _returned(self, branch: Cursor) -> str | None:
        statement = _find(branch, lambda c: c.kind == CursorKind.RETURN_STMT)
        values = list(statement.get_children()) if statement is not None else []
        return _unwrapped(self._text(values[0])) if values else None

    def _statements(self) -> Iterator[Cursor]:
        for child in self._function.get_children():
            if child.kind == CursorKind.COMPOUND_STMT:
                yield from child.get_children()

    def _text(self, cursor: Cursor) -> str:
        """Return the C text of an expression, on one line."""
        extent = cursor.extent
        text = self._data[extent.start.offset : extent.end.offset]
        code = LEXEME.sub(lambda found: b" " if found[0][:1] == b"/" else found[0], text)
        return " ".join(code.decode("utf-8").replace("\\\n", " ").split())


def _unwrapped(text: str) -> str:
    """Remove the parentheses around a whole expression."""
    inner = text[1:-1]
    return inner if text.startswith("(") and text.endswith(")") and "(" not in inner else text


def _find(root: Cursor, wanted: Callable[[Cursor], bool]) -> Cursor | None:
    waiting = [root]  # not recursive, since expressions may be nested very deeply
    while waiting:
        cursor = waiting.pop()
        if wanted(cursor):
            return cursor
        waiting.extend(reversed(list(cursor.get_children())))
    return None


def _refers_to(cursor: Cursor, kind: CursorKind) -> bool:
    return bool(cursor.kind == CursorKind.DECL_REF_EXPR and cursor.referenced.kind == kind)


def _is_local(cursor: Cursor) -> bool:
    return _refers_to(cursor, CursorKind.VAR_DECL)
