"""Find the names and functions of a script whose value is one expression."""

from __future__ import annotations

import ast
import copy
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class OneLiner:
    """A function that only returns a value."""

    parameters: ast.arguments
    value: ast.expr

    def inlined(self, arguments: Sequence[ast.expr], keywords: Sequence[ast.keyword]) -> ast.expr | None:
        """Return its value for some arguments; None if it does not accept them."""
        names = [p.arg for p in (*self.parameters.posonlyargs, *self.parameters.args)]
        rest = self.parameters.vararg
        if len(arguments) > len(names) and rest is None:
            return None
        unknown = {name: ast.Name("") for name in [*names, *(p.arg for p in self.parameters.kwonlyargs)]}
        given: dict[str, ast.expr] = {**unknown, **dict(zip(names, arguments, strict=False))}
        given |= {keyword.arg: keyword.value for keyword in keywords if keyword.arg in given}
        if rest is not None:
            given[rest.arg] = ast.Tuple([*arguments[len(names) :]])
        return _Replace(given).visit(copy.deepcopy(self.value)) if given else self.value


class _Replace(ast.NodeTransformer):
    def __init__(self, values: Mapping[str, ast.expr]) -> None:
        self._values = values

    def visit_Name(self, node: ast.Name) -> ast.expr:
        return self._values.get(node.id, node)


def single_assignments(tree: ast.Module) -> Iterator[tuple[str, ast.expr]]:
    """Yield the names that are assigned once, with their values."""
    stored = Counter(
        node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)
    )
    for node in ast.walk(tree):
        match node:
            case (
                ast.Assign([ast.Name(name)], value)
                | ast.AnnAssign(ast.Name(name), _, ast.expr() as value)
                | ast.NamedExpr(ast.Name(name), value)
            ) if (stored[name] == 1):
                yield name, value


def one_liners(tree: ast.Module) -> Iterator[tuple[str, OneLiner]]:
    """Yield the functions that only return a value."""
    for node in ast.walk(tree):
        match node:
            case ast.FunctionDef(
                name=name, args=parameters, body=[*doc, ast.Return(ast.expr() as value)]
            ) if all(isinstance(line, ast.Expr) and isinstance(line.value, ast.Constant) for line in doc):
                yield name, OneLiner(parameters, value)
