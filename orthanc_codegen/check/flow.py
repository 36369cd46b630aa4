"""Walk a script: every expression with the function that contains it, and the guards around it."""

from __future__ import annotations

import ast
import dataclasses
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from orthanc_codegen.check.conditions import Conditions, catches, is_main, is_typing, suppresses
from orthanc_codegen.ir import Version

Scope = ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda


@dataclass(frozen=True, eq=False, slots=True)
class Unit:
    """Code with names of its own: the module, a class, a function or a lambda."""

    node: Scope
    parent: Unit | None
    defined: Context | None  # where it is defined; None for the module

    @property
    def name(self) -> str:
        """The name, ex) ``on_rest``."""
        match self.node:
            case ast.Module():
                return "the script"
            case ast.Lambda():
                return "a lambda"
            case _:
                return self.node.name

    @property
    def is_method(self) -> bool:
        """Whether it is a function of a class."""
        return self.parent is not None and isinstance(self.parent.node, ast.ClassDef)


@dataclass(frozen=True, slots=True)
class Context:
    """The facts that hold while an expression is evaluated."""

    unit: Unit
    at_least: Version | None = None  # the release of the running server
    caught: bool = False  # an OrthancException is caught
    compared: bool = False  # the value is only compared
    outside: bool = False  # runs only outside the server: `if __name__ == "__main__"`

    def raised(self, release: Version | None) -> Context:
        """Return the context in which the server has at least a release."""
        known = [r for r in (self.at_least, release) if r is not None]
        return dataclasses.replace(self, at_least=max(known, default=None))


@dataclass(frozen=True, slots=True)
class Site:
    """An expression and its context."""

    node: ast.expr
    context: Context

    @property
    def unit(self) -> Unit:
        """The code that contains it."""
        return self.context.unit


@dataclass(frozen=True, slots=True)
class Flow:
    """All code of a script."""

    module: Unit
    units: tuple[Unit, ...]
    sites: tuple[Site, ...]
    statements: tuple[tuple[ast.stmt, Context], ...]


def walk(tree: ast.Module, release_checks: frozenset[str], *, is_main: bool = False) -> Flow:
    """Walk a script. `is_main` states that it is the module ``__main__`` in the server, too."""
    module = Unit(tree, None, None)
    walker = _Walker(Conditions(tree, release_checks), is_main)
    walker.units.append(module)
    walker.block(tree.body, Context(module))
    return Flow(module, tuple(walker.units), tuple(walker.sites), tuple(walker.statements))


class _Walker:
    def __init__(self, conditions: Conditions, is_main: bool) -> None:
        self.conditions = conditions
        self.is_main = is_main
        self.units: list[Unit] = []
        self.sites: list[Site] = []
        self.statements: list[tuple[ast.stmt, Context]] = []

    def block(self, body: Iterable[ast.stmt], context: Context) -> None:
        for statement in body:
            self.statements.append((statement, context))
            self.statement(statement, context)
            context = context.raised(self._known_after(statement))

    def statement(self, node: ast.stmt, context: Context) -> None:
        match node:
            case ast.FunctionDef() | ast.AsyncFunctionDef():
                self.expressions([*node.decorator_list, *_defaults(node.args)], context)
                self.block(node.body, self._inside(node, context))
            case ast.ClassDef():
                self.expressions([*node.decorator_list, *node.bases], context)
                unit = self._unit(node, context)
                self.block(node.body, dataclasses.replace(context, unit=unit))
            case ast.If() | ast.While():
                self._branches(node, context)
            case ast.Try() | ast.TryStar():
                caught = context.caught or catches(node.handlers)
                self.block(node.body, dataclasses.replace(context, caught=caught))
                for handler in node.handlers:
                    self.expressions([handler.type] if handler.type else [], context)
                    self.block(handler.body, context)
                self.block([*node.orelse, *node.finalbody], context)
            case ast.With() | ast.AsyncWith():
                self.expressions([item.context_expr for item in node.items], context)
                self.expressions([i.optional_vars for i in node.items if i.optional_vars], context)
                caught = context.caught or any(suppresses(item.context_expr) for item in node.items)
                self.block(node.body, dataclasses.replace(context, caught=caught))
            case ast.Match():
                self.expression(node.subject, context)
                for case in node.cases:
                    self._case(case, context)
            case ast.AnnAssign():
                self.expressions([node.target, *([node.value] if node.value else [])], context)
            case _:
                self._children(node, context)

    def expressions(self, nodes: Iterable[ast.expr], context: Context) -> None:
        for node in nodes:
            self.expression(node, context)

    def expression(self, node: ast.expr, context: Context) -> None:
        self.sites.append(Site(node, context))
        compared = dataclasses.replace(context, compared=True)
        match node:
            case ast.IfExp(test, body, orelse):
                self.expression(test, context)
                self.expression(body, context.raised(self.conditions.known(test, True)))
                self.expression(orelse, context.raised(self.conditions.known(test, False)))
            case ast.BoolOp(op, values):
                for value in values:
                    self.expression(value, context)
                    context = context.raised(self.conditions.known(value, isinstance(op, ast.And)))
            case ast.Lambda(args, body):
                self.expressions(_defaults(args), context)
                self.expression(body, self._inside(node, context))
            case ast.Compare():
                self.expressions([node.left, *node.comparators], compared)
            case ast.Dict(keys, values):
                self.expressions([key for key in keys if key is not None], compared)
                self.expressions(values, context)
            case ast.Tuple() | ast.Set() | ast.List() | ast.Attribute():
                self._children(node, context)  # a comparison with each item
            case _:
                self._children(node, dataclasses.replace(context, compared=False))

    def _children(self, node: ast.AST, context: Context) -> None:
        for child in ast.iter_child_nodes(node):
            match child:
                case ast.expr():
                    self.expression(child, context)
                case ast.stmt():
                    self.block([child], context)
                case _:
                    self._children(child, context)

    def _branches(self, node: ast.If | ast.While, context: Context) -> None:
        self.expression(node.test, context)
        if not is_typing(node.test):
            body = dataclasses.replace(context, outside=context.outside or self._is_outside(node.test))
            self.block(node.body, body.raised(self.conditions.known(node.test, True)))
        self.block(node.orelse, context.raised(self.conditions.known(node.test, False)))

    def _is_outside(self, test: ast.expr) -> bool:
        return not self.is_main and is_main(test)

    def _case(self, case: ast.match_case, context: Context) -> None:
        self._children(case.pattern, dataclasses.replace(context, compared=True))
        if case.guard is not None:
            self.expression(case.guard, context)
            context = context.raised(self.conditions.known(case.guard, True))
        self.block(case.body, context)

    def _known_after(self, node: ast.stmt) -> Version | None:
        """Return the release that is known behind a statement, ex) ``if not …: return``."""
        match node:
            case ast.If(test, body, _) if _leaves(body):
                return self.conditions.known(test, False)
            case ast.If(test, _, orelse) if _leaves(orelse):
                return self.conditions.known(test, True)
            case ast.Assert(test):
                return self.conditions.known(test, True)
            case _:
                return None

    def _unit(self, node: Scope, context: Context) -> Unit:
        unit = Unit(node, context.unit, context)
        self.units.append(unit)
        return unit

    def _inside(self, node: Scope, context: Context) -> Context:
        """Return the context of a function's body, which runs later."""
        return Context(self._unit(node, context), context.at_least, outside=context.outside)


def _defaults(arguments: ast.arguments) -> Iterator[ast.expr]:
    yield from arguments.defaults
    yield from (default for default in arguments.kw_defaults if default is not None)


def _leaves(body: Sequence[ast.stmt]) -> bool:
    """Return whether a block never continues behind it."""
    match body[-1] if body else None:
        case ast.Return() | ast.Raise() | ast.Continue() | ast.Break():
            return True
        case ast.Expr(ast.Call(ast.Attribute(ast.Name("sys"), "exit"))):
            return True
        case _:
            return False
