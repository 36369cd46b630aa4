"""Find the functions of a script that the core calls, by their registrations."""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from orthanc_codegen.check.flow import Flow, Unit
from orthanc_codegen.check.interface import CallbackShape, Function, Interface
from orthanc_codegen.check.names import Names
from orthanc_codegen.check.types import Callable, Types


@dataclass(frozen=True, slots=True)
class Role:
    """A function of the script as a callback."""

    unit: Unit
    shape: CallbackShape
    registrar: str  # the function that registers it, or that takes its object
    line: int  # of the registration
    wrapped: bool = False  # another callable stands between it and the core

    @property
    def arguments(self) -> ast.arguments | None:
        """The parameters; None for a class, whose instance is called."""
        return None if isinstance(self.unit.node, ast.ClassDef | ast.Module) else self.unit.node.args

    @property
    def positional(self) -> list[ast.arg]:
        """The parameters that the core can pass by position, without self."""
        if self.arguments is None:
            return []
        every = [*self.arguments.posonlyargs, *self.arguments.args]
        return every[1:] if self.unit.is_method and "staticmethod" not in decorators(self.unit) else every

    @property
    def received(self) -> dict[str, str]:
        """The parameters that are handles, with their classes."""
        by_position = [p for p in self.shape.parameters if not p.keyword]
        pairs = zip([] if self.wrapped else self.positional, by_position, strict=False)
        return {argument.arg: p.handle for argument, p in pairs if p.handle is not None}


def roles_of(flow: Flow, names: Names, interface: Interface, types: Types) -> list[Role]:
    """Return the callbacks of a script."""
    roles = list(_registered(flow, names, interface, types))
    used = dict(_protocols(flow, types))
    used |= {r.shape.makes: (r.registrar, r.line) for r in roles if r.shape.makes is not None}
    classes = [unit for unit in flow.units if isinstance(unit.node, ast.ClassDef)]
    for name, (registrar, line) in used.items():
        protocol = interface.protocols[name]
        for members in map(names.members, classes):
            if protocol.required <= members.keys():
                shapes = [shape for shape in protocol.methods if shape.name in members]
                roles += [Role(members[s.name], s, registrar, line) for s in shapes]
    return roles


def received_by(roles: list[Role]) -> Mapping[tuple[Unit, str], str]:
    """Return the parameters of callbacks that are handles, with their classes."""
    return {(role.unit, name): class_ for role in roles for name, class_ in role.received.items()}


def during(roles: Iterable[Role], flow: Flow, names: Names) -> dict[Unit, tuple[Role, ...]]:
    """Return the callbacks during which each function runs, as far as calls show it."""
    called = defaultdict[Unit, set[Unit]](set)
    for site in flow.sites:
        if isinstance(site.node, ast.Call):
            called[site.unit].update(names.referred(site.node.func, site.unit))
    found = defaultdict[Unit, list[Role]](list)
    for role in roles:
        reached, waiting = {role.unit}, [role.unit]
        while waiting:
            unit = waiting.pop()
            found[unit].append(role)
            new = called[unit] - reached
            reached |= new
            waiting += new
    return {unit: tuple(roles) for unit, roles in found.items()}


def given(call: ast.Call, function: Function) -> dict[str, ast.expr]:
    """Return the arguments of a call by the names of the parameters."""
    by_position = dict(zip(function.parameters, call.args, strict=False))
    return by_position | {k.arg: k.value for k in call.keywords if k.arg is not None}


def decorators(unit: Unit) -> list[str]:
    """Return the names of the decorators of a function."""
    match unit.node:
        case ast.FunctionDef() | ast.AsyncFunctionDef():
            return [ast.unparse(decorator) for decorator in unit.node.decorator_list]
        case _:
            return []


def _registered(flow: Flow, names: Names, interface: Interface, types: Types) -> Iterator[Role]:
    for site in flow.sites:
        if not isinstance(site.node, ast.Call):
            continue
        match types.of(site.node.func, site.unit):
            case Callable(function):
                arguments = given(site.node, function)
                for parameter, callback in function.callables.items():
                    value = arguments.get(parameter)
                    for unit in names.referred(value, site.unit) if value is not None else ():
                        wrapped = isinstance(value, ast.Call) or isinstance(unit.node, ast.ClassDef)
                        shape, line = interface.callbacks[callback], (value or site.node).lineno
                        yield Role(unit, shape, function.name, line, wrapped)
    for unit in flow.units:
        if isinstance(unit.node, ast.FunctionDef | ast.AsyncFunctionDef):
            for index, decorator in enumerate(unit.node.decorator_list):
                match types.of(decorator, unit.parent or unit):
                    case Callable(function) if function.decorates:
                        wrapped = index + 1 < len(unit.node.decorator_list)
                        for callback in function.callables.values():
                            shape, line = interface.callbacks[callback], decorator.lineno
                            yield Role(unit, shape, function.name, line, wrapped)


def _protocols(flow: Flow, types: Types) -> Iterator[tuple[str, tuple[str, int]]]:
    """Yield the protocols of the objects that the script passes to the core, the function and the line."""
    for site in flow.sites:
        if isinstance(site.node, ast.Call):
            match types.of(site.node.func, site.unit):
                case Callable(function):
                    arguments = given(site.node, function)
                    for parameter, protocol in function.protocols.items():
                        yield protocol, (function.name, arguments.get(parameter, site.node).lineno)
