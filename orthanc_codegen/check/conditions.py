"""Conditions of a script: what they say about the release of the server, and which errors are caught."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator

from orthanc_codegen.check.definitions import one_liners, single_assignments
from orthanc_codegen.check.releases import Releases
from orthanc_codegen.ir import Version

EXCEPTION = "OrthancException"  # of the module
_CATCHING = frozenset({EXCEPTION, "Exception", "BaseException"})


class Conditions:
    """The conditions of one script, with the names that it gives to them."""

    def __init__(self, tree: ast.Module, release_checks: frozenset[str]) -> None:
        self._named = dict(single_assignments(tree))
        self._functions = dict(one_liners(tree))
        self._releases = Releases(release_checks, self._named)
        self._busy: set[str] = set()

    def known(self, test: ast.expr, truth: bool) -> Version | None:
        """Return the release that the server has at least, if a condition is true or false."""
        match test:
            case ast.UnaryOp(ast.Not(), operand):
                return self.known(operand, not truth)
            case ast.BoolOp(op, values):
                found = [self.known(value, truth) for value in values]
                known = [release for release in found if release is not None]
                if isinstance(op, ast.And) is truth:  # each of them holds
                    return max(known, default=None)
                return min(known) if len(known) == len(found) else None
            case ast.Compare(left, [operator], [ast.Constant(0 | 1 as number)]):
                equal = isinstance(operator, ast.Eq | ast.Is) or (
                    isinstance(operator, ast.GtE) and number == 1
                )
                unequal = isinstance(operator, ast.NotEq | ast.IsNot)
                unequal = unequal or (isinstance(operator, ast.Gt) and number == 0)
                if equal or unequal:
                    return self.known(left, truth is (equal is bool(number)))
                return None
            case ast.Compare():
                return self._releases.compared(test, truth)
            case ast.NamedExpr(_, value) | ast.Call(ast.Name("bool"), [value]):
                return self.known(value, truth)
            case ast.Name(name):
                return self._aliased(name, self._named.get(name), truth)
            case ast.Call(ast.Name(name), arguments, keywords) if name in self._functions:
                given = list(self._releases.expanded(arguments))
                return self._aliased(name, self._functions[name].inlined(given, keywords), truth)
            case ast.Call():
                return self._releases.called(test) if truth else None
            case _:
                return None

    def _aliased(self, name: str, value: ast.expr | None, truth: bool) -> Version | None:
        if value is None or name in self._busy:
            return None
        self._busy.add(name)
        try:
            return self.known(value, truth)
        finally:
            self._busy.remove(name)


def catches(handlers: Iterable[ast.ExceptHandler]) -> bool:
    """Return whether one of the handlers catches OrthancException, and does not raise it again."""
    return any(
        (handler.type is None or _CATCHING & set(_names(handler.type)))
        and not isinstance(handler.body[-1], ast.Raise)
        for handler in handlers
    )


def suppresses(expression: ast.expr) -> bool:
    """Return whether it is ``contextlib.suppress(orthanc.OrthancException)``."""
    match expression:
        case ast.Call(ast.Attribute(attr="suppress") | ast.Name("suppress"), args):
            return any(_CATCHING & set(_names(argument)) for argument in args)
        case _:
            return False


def is_main(test: ast.expr) -> bool:
    """Return whether it is ``__name__ == "__main__"``, which is false in the server."""
    match test:
        case ast.Compare(ast.Name("__name__"), [ast.Eq()], [ast.Constant("__main__")]):
            return True
        case _:
            return False


def is_typing(test: ast.expr) -> bool:
    """Return whether it is ``TYPE_CHECKING``, which is false at run time."""
    return "TYPE_CHECKING" in _names(test)


def _names(expression: ast.expr) -> Iterator[str]:
    """Yield the last part of each name, ex) ``OrthancException``."""
    match expression:
        case ast.Name(name) | ast.Attribute(attr=name):
            yield name
        case ast.Tuple(items):
            for item in items:
                yield from _names(item)
