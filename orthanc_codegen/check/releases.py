"""Find the release that a check of a script compares the server with."""

from __future__ import annotations

import ast
import dataclasses
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from orthanc_codegen.ir import Version

_MAJOR: Final = 1  # of all releases of Orthanc: other tuples are versions of something else
_MIRRORED: Final[dict[type[ast.cmpop], type[ast.cmpop]]] = {
    ast.Lt: ast.Gt,
    ast.LtE: ast.GtE,
    ast.Gt: ast.Lt,
    ast.GtE: ast.LtE,
}
_DEPTH: Final = 4  # of tuples in tuples; `V = (*V, 1)` would have no end


class Releases:
    """The releases in the checks of one script."""

    def __init__(self, checks: frozenset[str], named: Mapping[str, ast.expr]) -> None:
        self._checks = checks
        self._named = named

    def called(self, call: ast.Call) -> Version | None:
        """Return the release in a call that checks it, ex) ``orthanc.CheckVersionAdvanced(1, 12, 8)``."""
        match call.func:
            case ast.Attribute(attr=name) | ast.Name(name) if name in self._checks:
                return self._constant(ast.Tuple([*call.args, *(keyword.value for keyword in call.keywords)]))
            case _:
                return None

    def compared(self, comparison: ast.Compare, truth: bool) -> Version | None:
        """Return the release that the server has at least, ex) by ``version() >= (1, 12, 8)``."""
        left, (operator, *more), right = comparison.left, comparison.ops, comparison.comparators[0]
        release = self._constant(right)
        if release is None and type(operator) in _MIRRORED:
            left, operator, release = right, _MIRRORED[type(operator)](), self._constant(left)
        if more or release is None or release.major != _MAJOR or "version_info" in ast.unparse(left):
            return None  # ex) sys.version_info
        match operator, truth:
            case (ast.GtE(), True) | (ast.Lt(), False):
                return release
            case (ast.Gt(), True) | (ast.LtE(), False):
                return dataclasses.replace(release, revision=release.revision + 1)
            case _:
                return None

    def expanded(self, parts: Iterable[ast.expr], depth: int = _DEPTH) -> Iterator[ast.expr]:
        """Yield arguments or items, with those of constants such as ``*NEEDED``."""
        for part in parts:
            match part:
                case ast.Starred(inner):
                    value = self._value(inner)
                    if isinstance(value, ast.Tuple | ast.List) and depth:
                        yield from self.expanded(value.elts, depth - 1)
                    else:
                        yield part
                case _:
                    yield part

    def _constant(self, expression: ast.expr) -> Version | None:
        """Return the release that a tuple of three integers is."""
        value = self._value(expression)
        if not isinstance(value, ast.Tuple | ast.List):
            return None
        parts = [self._value(part) for part in self.expanded(value.elts)]
        numbers = [
            part.value for part in parts if isinstance(part, ast.Constant) and isinstance(part.value, int)
        ]
        return Version(*numbers) if len(numbers) == len(parts) == 3 else None

    def _value(self, expression: ast.expr) -> ast.expr:
        return self._named.get(expression.id, expression) if isinstance(expression, ast.Name) else expression
