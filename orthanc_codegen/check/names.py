"""Find the functions and classes of a script that an expression refers to."""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterator

from orthanc_codegen.check.flow import Flow, Unit


class Names:
    """The functions and classes of a script by name."""

    def __init__(self, flow: Flow) -> None:
        self._defined: defaultdict[tuple[Unit | None, str], list[Unit]] = defaultdict(list)
        self._methods: defaultdict[str, list[Unit]] = defaultdict(list)
        self._lambdas = {unit.node: unit for unit in flow.units if isinstance(unit.node, ast.Lambda)}
        self._nodes = {unit.node: unit for unit in flow.units}
        for unit in flow.units:
            if not isinstance(unit.node, ast.Module | ast.Lambda):
                self._defined[unit.parent, unit.name].append(unit)
                if unit.is_method:
                    self._methods[unit.name].append(unit)
        for unit, name, value in _aliases(flow):
            self._defined[unit, name] += self._lambda(value)

    def unit(self, node: ast.AST) -> Unit | None:
        """Return the unit of a definition."""
        return self._nodes.get(node)  # type: ignore[call-overload, no-any-return]

    def named(self, name: str, unit: Unit) -> list[Unit]:
        """Return the functions and classes that a name refers to."""
        scope: Unit | None = unit
        while scope is not None:
            # The names of a class are visible only in its own body.
            visible = scope is unit or not isinstance(scope.node, ast.ClassDef)
            if visible and (found := self._defined.get((scope, name))):
                return found
            scope = scope.parent
        return []

    def methods(self, name: str) -> list[Unit]:
        """Return the methods of this name, of all classes of the script."""
        return self._methods.get(name, [])

    def members(self, class_: Unit) -> dict[str, Unit]:
        """Return the methods that a class defines itself."""
        return {
            unit.name: unit for units in self._methods.values() for unit in units if unit.parent is class_
        }

    def referred(self, node: ast.expr, unit: Unit) -> list[Unit]:
        """Return the functions that an expression refers to, also through ``functools.partial``."""
        match node:
            case ast.Name(name):
                return self.named(name, unit)
            case ast.Attribute(attr=name):
                return self.methods(name)
            case ast.Lambda():
                return self._lambda(node)
            case ast.Call(ast.Attribute(attr="partial") | ast.Name("partial"), [function, *_]):
                return self.referred(function, unit)
            case _:
                return []

    def _lambda(self, node: ast.expr) -> list[Unit]:
        return [self._lambdas[node]] if isinstance(node, ast.Lambda) else []


def _aliases(flow: Flow) -> Iterator[tuple[Unit, str, ast.expr]]:
    """Yield the names of lambdas."""
    for statement, context in flow.statements:
        match statement:
            case ast.Assign([ast.Name(name)], ast.Lambda() as value):
                yield context.unit, name, value
