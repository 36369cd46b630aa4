"""Find the threads, tasks and futures that a function waits for."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

_ENDING: Final = frozenset({"join", "result"})  # methods that return when the work has ended
_WAITING: Final = frozenset({"wait", "as_completed"})  # functions that do so for their arguments
_COLLECTING: Final = frozenset({"append", "add"})


class Waiting:
    """The work that ends before one function does."""

    def __init__(self, statements: Sequence[ast.stmt], expressions: Sequence[ast.expr]) -> None:
        awaited = list(_awaited(expressions))
        names = {name for expression in awaited for name in _names(expression)}
        for target, items in _loops(statements, expressions):
            if names & set(_names(target)):
                awaited.append(items)
                names |= set(_names(items))
        for name, value in _stored(statements, expressions):
            if name in names:
                awaited.append(value)
        self._calls = {
            id(node) for value in awaited for node in ast.walk(value) if isinstance(node, ast.Call)
        }
        self._receivers = {*_managed(statements), *_joined(expressions)}

    def covers(self, call: ast.Call) -> bool:
        """Return whether the function waits for the work that a call starts."""
        if id(call) in self._calls:
            return True
        return isinstance(call.func, ast.Attribute) and ast.unparse(call.func.value) in self._receivers


def _awaited(expressions: Iterable[ast.expr]) -> Iterator[ast.expr]:
    """Yield the expressions whose value the function waits for."""
    for expression in expressions:
        match expression:
            case ast.Await(value):
                yield value
            case ast.Call(ast.Attribute(receiver, name)) if name in _ENDING:
                yield receiver
            case ast.Call(ast.Attribute(attr=name) | ast.Name(name), args) if name in _WAITING:
                yield from args


def _joined(expressions: Iterable[ast.expr]) -> Iterator[str]:
    """Yield the pools that are joined, ex) ``pool.join()``."""
    for expression in expressions:
        match expression:
            case ast.Call(ast.Attribute(receiver, "join")):
                yield ast.unparse(receiver)


def _managed(statements: Iterable[ast.stmt]) -> Iterator[str]:
    """Yield the context managers of the function, ex) a group of tasks: they wait at the end."""
    for statement in statements:
        if isinstance(statement, ast.With | ast.AsyncWith):
            for item in statement.items:
                yield ast.unparse(item.optional_vars or item.context_expr)


def _loops(
    statements: Iterable[ast.stmt], expressions: Iterable[ast.expr]
) -> Iterator[tuple[ast.expr, ast.expr]]:
    """Yield the variable and the items of each loop."""
    for statement in statements:
        if isinstance(statement, ast.For | ast.AsyncFor):
            yield statement.target, statement.iter
    for expression in expressions:
        if isinstance(expression, ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp):
            yield from ((part.target, part.iter) for part in expression.generators)


def _stored(
    statements: Iterable[ast.stmt], expressions: Iterable[ast.expr]
) -> Iterator[tuple[str, ast.expr]]:
    """Yield the names that get a value, or to whose list a value is added."""
    for statement in statements:
        match statement:
            case ast.Assign(targets, value):
                yield from ((name, value) for target in targets for name in _names(target))
            case ast.AnnAssign(target, _, ast.expr() as value) | ast.AugAssign(target, _, value):
                yield from ((name, value) for name in _names(target))
    for expression in expressions:
        match expression:
            case ast.NamedExpr(ast.Name(name), value):
                yield name, value
            case ast.Call(ast.Attribute(receiver, method), [value]) if method in _COLLECTING:
                yield ast.unparse(receiver), value


def _names(expression: ast.expr) -> Iterator[str]:
    """Yield the names and attributes in an expression, ex) ``self.task``."""
    for node in ast.walk(expression):
        if isinstance(node, ast.Name | ast.Attribute):
            yield ast.unparse(node)
