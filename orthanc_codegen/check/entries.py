"""The facts that hold whenever a function of the script runs: the meet over everything that refers to it."""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from orthanc_codegen.check.flow import Context, Flow, Unit
from orthanc_codegen.check.names import Names
from orthanc_codegen.ir import Version

_ANY: Final = Version(9999, 0, 0)  # of code that nothing has reached yet


@dataclass(frozen=True, slots=True)
class Entry:
    """The facts that hold when a function is entered."""

    at_least: Version | None
    caught: bool


@dataclass(frozen=True, slots=True)
class _Reference:
    context: Context
    called: bool  # else the function runs later


class Entries:
    """The entries of all functions of a script."""

    def __init__(self, flow: Flow, names: Names) -> None:
        self._references = defaultdict[Unit, list[_Reference]](list)
        for unit, reference in _references(flow, names):
            self._references[unit].append(reference)
        self._entries = {unit: Entry(_ANY, True) for unit in flow.units if self._referred(unit)}
        self._narrow()

    def at_least(self, context: Context) -> Version | None:
        """Return the release that the server has at least where an expression is evaluated."""
        return context.raised(self._entry(context.unit).at_least).at_least

    def is_caught(self, context: Context) -> bool:
        """Return whether an OrthancException of an expression is caught."""
        return context.caught or self._entry(context.unit).caught

    def _narrow(self) -> None:
        """Compute each entry from those of its callers, again whenever one of them changes."""
        dependent = defaultdict[Unit | None, list[Unit]](list)
        for unit in self._entries:
            for reference in self._referred(unit):
                scope: Unit | None = reference.context.unit
                while scope is not None:
                    dependent[scope].append(unit)
                    scope = scope.parent
        waiting = list(self._entries)
        while waiting:
            unit = waiting.pop()
            if (met := self._meet(unit)) != self._entries[unit]:
                self._entries[unit] = met
                waiting += dependent[unit]

    def _meet(self, unit: Unit) -> Entry:
        references = self._referred(unit)
        known = [self.at_least(reference.context) for reference in references]
        least = None if None in known else min(release for release in known if release is not None)
        return Entry(least, all(r.called and self.is_caught(r.context) for r in references))

    def _entry(self, unit: Unit) -> Entry:
        """Return the entry of a unit. A class body runs with its surroundings."""
        if unit in self._entries:
            return self._entries[unit]
        parent = unit.parent
        if parent is None or unit.defined is None:
            return Entry(None, False)
        inherited = self._entry(parent)
        return Entry(inherited.at_least, inherited.caught and isinstance(unit.node, ast.ClassDef))

    def _referred(self, unit: Unit) -> list[_Reference]:
        """Return the references to a function; for methods that nothing names, those to their class."""
        if isinstance(unit.node, ast.ClassDef | ast.Module):
            return []
        found = self._references.get(unit, [])
        if found or not unit.is_method or unit.parent is None:
            return found
        return [_Reference(r.context, False) for r in self._references.get(unit.parent, [])]


def _references(flow: Flow, names: Names) -> Iterator[tuple[Unit, _Reference]]:
    called = {id(site.node.func) for site in flow.sites if isinstance(site.node, ast.Call)}
    for site in flow.sites:
        match site.node:
            case ast.Name(ctx=ast.Load()) | ast.Attribute(ctx=ast.Load()) | ast.Lambda():
                for unit in names.referred(site.node, site.unit):
                    yield unit, _Reference(site.context, id(site.node) in called)
    yield from _decorated(flow.units)


def _decorated(units: Iterable[Unit]) -> Iterator[tuple[Unit, _Reference]]:
    """Yield the functions that a decorator receives, which runs them later."""
    for unit in units:
        match unit.node:
            case ast.FunctionDef(decorator_list=[_, *_]) | ast.AsyncFunctionDef(decorator_list=[_, *_]):
                if unit.defined is not None:
                    yield unit, _Reference(unit.defined, False)
