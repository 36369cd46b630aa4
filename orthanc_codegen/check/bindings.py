"""The names of a script and where their values come from."""

from __future__ import annotations

import ast
import enum
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from orthanc_codegen.check.flow import Flow, Unit

MODULE: Final = "orthanc"
FIRST: Final = frozenset({"self", "cls"})  # names of the first parameter of methods


class Kind(enum.Enum):
    """The relation of an expression to the value of a name."""

    VALUE = enum.auto()  # it is the value
    ANNOTATION = enum.auto()  # it is the annotation
    ITEM = enum.auto()  # the value is one of its items
    UNKNOWN = enum.auto()


@dataclass(frozen=True, slots=True)
class Source:
    """An expression that says where a value comes from."""

    kind: Kind
    node: ast.expr
    unit: Unit  # whose names the expression uses


def imports(flow: Flow) -> Iterator[tuple[Unit, str, str]]:
    """Yield the imported names, with their names in the module; other modules have an impossible one."""
    for statement, context in flow.statements:
        match statement:
            case ast.Import(aliases):
                for alias in aliases:
                    own = alias.name == MODULE
                    yield context.unit, alias.asname or alias.name.partition(".")[0], "" if own else "."
            case ast.ImportFrom(module, aliases, level):
                own = module == MODULE and level == 0
                for alias in aliases:
                    yield context.unit, alias.asname or alias.name, alias.name if own else "."


def bindings(flow: Flow) -> Iterator[tuple[Unit, str, Source]]:
    """Yield the names of each unit with their values."""
    for unit in flow.units:
        if isinstance(unit.node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            yield from _parameters(unit, unit.node.args)
    shared = {
        (context.unit, name)
        for statement, context in flow.statements
        if isinstance(statement, ast.Global)
        for name in statement.names
    }
    for statement, context in flow.statements:
        for target, kind, value in _assigned(statement):
            for unit, name, source in _targets(target, kind, value, context.unit):
                yield flow.module if (unit, name) in shared else unit, name, source
    for site in flow.sites:
        match site.node:
            case ast.NamedExpr(target, value):
                yield from _targets(target, Kind.VALUE, value, site.unit)
            case ast.ListComp() | ast.SetComp() | ast.DictComp() | ast.GeneratorExp():
                for part in site.node.generators:
                    yield from _targets(part.target, Kind.ITEM, part.iter, site.unit)


def _parameters(unit: Unit, arguments: ast.arguments) -> Iterator[tuple[Unit, str, Source]]:
    outer = unit.parent or unit
    for argument in [*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs]:
        if argument.annotation is not None:
            yield unit, argument.arg, Source(Kind.ANNOTATION, argument.annotation, outer)
        else:
            yield unit, argument.arg, Source(Kind.UNKNOWN, ast.Name(argument.arg), outer)
    for packed in (arguments.vararg, arguments.kwarg):
        if packed is not None:
            yield unit, packed.arg, Source(Kind.VALUE, ast.Tuple([], ast.Load()), outer)


def _assigned(statement: ast.stmt) -> Iterator[tuple[ast.expr, Kind, ast.expr]]:
    match statement:
        case ast.Assign(targets, value):
            yield from ((target, Kind.VALUE, value) for target in targets)
        case ast.AnnAssign(target, annotation):
            yield target, Kind.ANNOTATION, annotation
        case ast.For(target, iterable) | ast.AsyncFor(target, iterable):
            yield target, Kind.ITEM, iterable
        case ast.With(items) | ast.AsyncWith(items):
            yield from ((i.optional_vars, Kind.VALUE, i.context_expr) for i in items if i.optional_vars)


def _targets(target: ast.expr, kind: Kind, value: ast.expr, unit: Unit) -> Iterator[tuple[Unit, str, Source]]:
    match target:
        case ast.Name(name):
            yield unit, name, Source(kind, value, unit)
        case ast.Attribute(ast.Name(first)) if first in FIRST:
            class_ = unit.parent
            if class_ is not None and isinstance(class_.node, ast.ClassDef):
                yield class_, ast.unparse(target), Source(kind, value, unit)
        case ast.Tuple(items) | ast.List(items):
            for item in items:
                yield from _targets(item, Kind.UNKNOWN, value, unit)
