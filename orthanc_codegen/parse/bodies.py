"""Parse the body of an inline function: the requested service, its parameter block, and the answer."""

from __future__ import annotations

import re
from collections.abc import Iterator

from orthanc_codegen.ir import Answer, Call
from orthanc_codegen.parse.binding import Cursor, CursorKind
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
        calls = function.below(CursorKind.CALL_EXPR)
        invoke = next((call for call in calls if call.spelling == _INVOKE), None)
        arguments = invoke.arguments if invoke is not None else []
        self._arguments = arguments if len(arguments) == 3 else None

    def service(self) -> str | None:
        """Return the enumerator that is passed to InvokeService."""
        if self._arguments is None:
            return None
        service = _reference(self._arguments[1], CursorKind.ENUM_CONSTANT_DECL)
        return None if service is None else str(service.spelling)

    def block(self) -> str | None:
        """Return the name of the struct that is passed to InvokeService."""
        local = self._local()
        if local is None:
            return None
        tag = local.referenced.type.canonical.declaration
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
        return _reference(self._arguments[2], CursorKind.VAR_DECL)

    def _assignments(self, block: str) -> Iterator[tuple[str, str]]:
        """Yield the assignments to fields of the block, in order."""
        for statement in self._statements():
            if statement.kind != CursorKind.BINARY_OPERATOR:
                continue
            left, right = statement.children
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
        condition, *paths = branch.children
        if len(paths) == 1:
            paths += [s for s in statements if s.kind == CursorKind.RETURN_STMT]
        text = self._text(condition)
        test = _SUCCESS.search(text)
        if test is None or len(paths) != 2:
            return None
        success, failure = paths if test[1] == "==" else reversed(paths)
        local, returned, else_returned = (
            _reference(success, CursorKind.VAR_DECL),
            self._returned(success),
            self._returned(failure),
        )
        if local is None or returned is None or else_returned is None:
            return None
        variable = local.referenced
        initial = next(
            (
                c
                for c in variable.children
                if CursorKind.FIRST_EXPRESSION <= c.kind <= CursorKind.LAST_EXPRESSION
            ),
            None,
        )
        return Answer(
            name=str(variable.spelling),
            type=self._types.convert(variable.type),
            initial="" if initial is None else self._text(initial),
            returned=returned,
            failure=else_returned,
            refused=tuple(part.strip() for part in text[test.end() :].split("||") if part.strip()),
        )

    def _returned(self, branch: Cursor) -> str | None:
        statement = next(_of_kind(branch, CursorKind.RETURN_STMT), None)
        values = statement.children if statement is not None else []
        return _unwrapped(self._text(values[0])) if values else None

    def _statements(self) -> Iterator[Cursor]:
        for child in self._function.children:
            if child.kind == CursorKind.COMPOUND_STMT:
                yield from child.children

    def _text(self, cursor: Cursor) -> str:
        """Return the C text of an expression, on one line."""
        start, end = cursor.span
        text = self._data[start:end]
        code = LEXEME.sub(lambda found: b" " if found[0][:1] == b"/" else found[0], text)
        return " ".join(code.decode("utf-8").replace("\\\n", " ").split())


def _unwrapped(text: str) -> str:
    """Remove the parentheses around a whole expression."""
    inner = text[1:-1]
    return inner if text.startswith("(") and text.endswith(")") and "(" not in inner else text


def _of_kind(root: Cursor, kind: int) -> Iterator[Cursor]:
    """Yield the cursors of a kind: the root, and those below it."""
    if root.kind == kind:
        yield root
    yield from root.below(kind)


def _reference(root: Cursor, kind: int) -> Cursor | None:
    """Return the first reference to a declaration of a kind."""
    references = _of_kind(root, CursorKind.DECL_REF_EXPR)
    return next((found for found in references if found.referenced.kind == kind), None)
