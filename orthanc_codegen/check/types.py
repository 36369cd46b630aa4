"""Infer locally which expressions are parts of the module ``orthanc``, and which are handles."""

from __future__ import annotations

import ast
import builtins
from collections import abc, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias, assert_never

from orthanc_codegen.check.bindings import FIRST, Kind, Source, bindings, imports
from orthanc_codegen.check.flow import Flow, Unit
from orthanc_codegen.check.interface import Function, Interface
from orthanc_codegen.check.names import Names


@dataclass(frozen=True, slots=True)
class Module:
    """The module itself."""


@dataclass(frozen=True, slots=True)
class Callable:
    """A function of the module, or a method of a handle."""

    function: Function


@dataclass(frozen=True, slots=True)
class HandleClass:
    """A class of handles."""

    name: str


@dataclass(frozen=True, slots=True)
class Handle:
    """A handle."""

    name: str


@dataclass(frozen=True, slots=True)
class EnumClass:
    """An enumeration."""

    name: str


@dataclass(frozen=True, slots=True)
class Foreign:
    """Anything that is known to be no handle."""


Type: TypeAlias = Module | Callable | HandleClass | Handle | EnumClass | Foreign
Sources: TypeAlias = abc.Callable[[], list[Type | None]]


class Types:
    """The types of the expressions of one script."""

    def __init__(
        self, flow: Flow, names: Names, interface: Interface, received: Mapping[tuple[Unit, str], str]
    ) -> None:
        """Use `received`, the classes of the parameters of callbacks."""
        self.handles = set(received.values())  # the classes of all handles in the script
        self._interface = interface
        self._names = names
        self._received = received
        self._sources: defaultdict[tuple[Unit, str], list[Source]] = defaultdict(list)
        self._imported: dict[tuple[Unit, str], Type] = {}
        self._found: dict[tuple[Unit, str], Type | None] = {}
        for unit, name, source in bindings(flow):
            self._sources[unit, name].append(source)
        for unit, name, imported in imports(flow):
            self._imported[unit, name] = self._member(imported)
        self._has_star = any(name == "*" for _, name in self._imported)
        self._returned = defaultdict[Unit, list[ast.expr]](list)
        for statement, context in flow.statements:
            if isinstance(statement, ast.Return) and statement.value is not None:
                self._returned[context.unit].append(statement.value)
        for site in flow.sites:
            match self.of(site.node, site.unit):
                case Handle(name) | HandleClass(name):
                    self.handles.add(name)

    def of(self, node: ast.expr, unit: Unit) -> Type | None:
        """Return the type of an expression; None if it is unknown."""
        match node:
            case ast.Name(name):
                return self._named(name, unit)
            case ast.Attribute(value, name):
                return self._attribute(node, value, name, unit)
            case ast.Call(ast.Name("getattr"), [value, ast.Constant(str(name)), *_]):
                return self._attribute(node, value, name, unit)
            case ast.Call(func):
                return self._called(func, unit)
            case ast.Subscript(value) if isinstance(found := self.of(value, unit), Handle):
                return self._item(found)
            case ast.Await(value) | ast.NamedExpr(_, value):
                return self.of(value, unit)
            case ast.IfExp(_, body, orelse):
                return _same([self.of(body, unit), self.of(orelse, unit)])
            case ast.BoolOp(_, values):
                return _same([self.of(value, unit) for value in values])
            case ast.Constant(None):
                return None
            case ast.Constant() | ast.JoinedStr() | ast.List() | ast.Dict() | ast.Set() | ast.Tuple():
                return Foreign()
            case _:
                return None

    def methods(self, node: ast.Attribute, unit: Unit) -> list[Function]:
        """Return the methods that a name may mean if the type of the object is unknown.

        Only classes that occur in the script count, since other libraries have methods of the same name.
        """
        if self.of(node.value, unit) is not None:
            return []
        classes = [self._interface.classes[name] for name in sorted(self.handles)]
        return [class_.methods[node.attr] for class_ in classes if node.attr in class_.methods]

    def _named(self, name: str, unit: Unit) -> Type | None:
        scope: Unit | None = unit
        while scope is not None:
            key = (scope, name)
            if key in self._received:
                return Handle(self._received[key])
            if key in self._imported:
                return self._imported[key]
            if key in self._sources:
                return self._bound(key)
            scope = scope.parent
        if hasattr(builtins, name) or self._names.named(name, unit):
            return Foreign()
        return self._member(name) if self._has_star else None

    def _bound(self, key: tuple[Unit, str]) -> Type | None:
        return self._once(key, lambda: [self._source(s) for s in self._sources[key] if not _is_none(s.node)])

    def _once(self, key: tuple[Unit, str], found: Sources) -> Type | None:
        """Return the type of a name, found once. Within its own definition, it is unknown."""
        if key not in self._found:
            self._found[key] = None
            self._found[key] = _same(found())
        return self._found[key]

    def _source(self, source: Source) -> Type | None:
        match source.kind:
            case Kind.VALUE:
                return self.of(source.node, source.unit)
            case Kind.ANNOTATION:
                return self.annotated(source.node, source.unit)
            case Kind.ITEM:
                found = self.of(source.node, source.unit)
                return self._item(found) if isinstance(found, Handle) else None
            case Kind.UNKNOWN:
                return None
            case _:
                assert_never(source.kind)

    def _attribute(self, node: ast.expr, value: ast.expr, name: str, unit: Unit) -> Type | None:
        match self.of(value, unit):
            case Module():
                return self._member(name)
            case Handle(class_) | HandleClass(class_):
                method = self._interface.classes[class_].methods.get(name)
                return Foreign() if method is None else Callable(method)
            case Foreign() if isinstance(value, ast.Name) and value.id in FIRST:
                return self._of_instance(node, unit)
            case None if isinstance(value, ast.Name) and value.id in FIRST:
                return self._of_instance(node, unit)
            case None:
                return None
            case Callable() | EnumClass() | Foreign():
                return Foreign()
            case other:
                assert_never(other)

    def _of_instance(self, node: ast.expr, unit: Unit) -> Type | None:
        """Return the type of ``self.name``, which the methods of the class assign."""
        scope: Unit | None = unit
        while scope is not None and not isinstance(scope.node, ast.ClassDef):
            scope = scope.parent
        if scope is None:
            return None
        return (
            self._bound((scope, ast.unparse(node))) if (scope, ast.unparse(node)) in self._sources else None
        )

    def _called(self, func: ast.expr, unit: Unit) -> Type | None:
        match self.of(func, unit):
            case Callable(function):
                return Foreign() if function.result is None else Handle(function.result)
            case HandleClass() | EnumClass():
                return Foreign()
            case _:
                results = [self._result(made) for made in self._names.referred(func, unit)]
                return _same(results) if results else None

    def _result(self, unit: Unit) -> Type | None:
        """Return the type that a function of the script returns."""
        match unit.node:
            case ast.FunctionDef(returns=ast.expr() as annotation) | ast.AsyncFunctionDef(
                returns=ast.expr() as annotation
            ):
                return self.annotated(annotation, unit)
            case ast.Lambda(_, body):
                return self.of(body, unit)
            case _:
                values = self._returned[unit]
                return self._once(
                    (unit, "return"), lambda: [self.of(v, unit) for v in values if not _is_none(v)]
                )

    def _item(self, handle: Handle) -> Type:
        item = self._interface.classes[handle.name].item
        return Foreign() if item is None else Handle(item)

    def _member(self, name: str) -> Type:
        if name == "":
            return Module()
        if name in self._interface.functions:
            return Callable(self._interface.functions[name])
        if name in self._interface.classes:
            return HandleClass(name)
        return EnumClass(name) if name in self._interface.enums else Foreign()

    def annotated(self, node: ast.expr, unit: Unit) -> Type | None:
        """Return the type that an annotation states."""
        match node:
            case ast.Constant(str(text)):
                try:
                    return self.annotated(ast.parse(text, mode="eval").body, unit)
                except SyntaxError:
                    return None
            case ast.BinOp(left, ast.BitOr(), right):
                sides = [side for side in (left, right) if not _is_none(side)]
                return _same([self.annotated(side, unit) for side in sides])
            case ast.Subscript(ast.Name("Optional") | ast.Attribute(attr="Optional"), inner):
                return self.annotated(inner, unit)
            case ast.Name("Any" | "object"):
                return None
            case _:
                match self.of(node, unit):
                    case HandleClass(name):
                        return Handle(name)
                    case EnumClass() | Foreign():
                        return Foreign()
                    case _:
                        return None


def _same(found: list[Type | None]) -> Type | None:
    """Return the type that all share; None if they differ or are unknown."""
    return found[0] if found and all(one == found[0] for one in found) else None


def _is_none(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and node.value is None
