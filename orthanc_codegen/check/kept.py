"""Find handles that a script keeps beyond the callback that received them."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import Final

from orthanc_codegen.check.findings import Finding, Severity
from orthanc_codegen.check.flow import Unit
from orthanc_codegen.check.script import Script
from orthanc_codegen.check.waited import Waiting

# Methods of containers and queues that keep their argument.
_KEEPING: Final = frozenset(
    {
        *("add", "append", "appendleft", "extend", "insert", "put", "put_nowait"),
        *("push", "send", "set", "setdefault", "update"),
    }
)
# Functions that run a callable later, or in another thread.
_LATER: Final = frozenset(
    {
        *("Thread", "Timer", "Process", "start_new_thread", "to_thread", "run_in_executor"),
        *("submit", "apply_async", "map_async", "starmap_async"),
        *("create_task", "ensure_future", "run_coroutine_threadsafe"),
        *("call_soon", "call_soon_threadsafe", "call_later"),
    }
)


def kept_handles(script: Script) -> Iterator[Finding]:
    """Yield the places where a callback keeps a handle that closes when it returns."""
    handles: dict[Unit, set[str]] = {}
    for role in script.roles:
        handles.setdefault(role.unit, set()).update(role.received)
    for unit, names in handles.items():
        if names:
            yield from _Keeper(script, unit, names).findings()


class _Keeper:
    """The search in one callback."""

    def __init__(self, script: Script, unit: Unit, names: set[str]) -> None:
        self._script = script
        self._unit = unit
        statements = [s for s, context in script.flow.statements if context.unit is unit]
        shared = [s.names for s in statements if isinstance(s, ast.Global | ast.Nonlocal)]
        self._shared = {name for group in shared for name in group}
        self._statements = statements
        self._waiting = Waiting(statements, [s.node for s in script.flow.sites if s.unit is unit])
        self._names = names | set(_aliases(statements, names))

    def findings(self) -> Iterator[Finding]:
        for statement in self._statements:
            match statement:
                case ast.Assign(targets, value):
                    if any(map(self._outlives, targets)):
                        yield from self._kept(value)
                case ast.AnnAssign(target, _, ast.expr() as value) if self._outlives(target):
                    yield from self._kept(value)
        for site in self._script.flow.sites:
            if site.unit is self._unit and isinstance(site.node, ast.Call) and self._keeps(site.node):
                for argument in [*site.node.args, *(k.value for k in site.node.keywords)]:
                    yield from self._kept(argument)

    def _outlives(self, target: ast.expr) -> bool:
        """Return whether a target still exists when the callback has returned."""
        match target:
            case ast.Name(name):
                return name in self._shared
            case ast.Subscript(ast.Name(name)):
                return not self._is_local(name)
            case ast.Tuple(items) | ast.List(items):
                return any(map(self._outlives, items))
            case _:
                return True

    def _keeps(self, call: ast.Call) -> bool:
        match call.func:
            case ast.Attribute(attr=name) | ast.Name(name) if name in _LATER:
                return not self._waiting.covers(call)
            case ast.Attribute(ast.Name(receiver), name):
                return name in _KEEPING and not self._is_local(receiver)
            case ast.Attribute(attr=name):
                return name in _KEEPING
            case _:
                return False

    def _is_local(self, name: str) -> bool:
        assert not isinstance(self._unit.node, ast.Module)
        stored = {
            site.node.id
            for site in self._script.flow.sites
            if site.unit is self._unit and isinstance(site.node, ast.Name)
            if isinstance(site.node.ctx, ast.Store)
        }
        return name in stored - self._shared

    def _kept(self, value: ast.expr) -> Iterator[Finding]:
        for name in dict.fromkeys(self._handles_in(value)):
            text = f"'{name}' is kept, but it closes when {self._unit.name} returns: keep what it contains"
            yield Finding(value.lineno, value.col_offset + 1, Severity.WARNING, "kept-handle", text)

    def _handles_in(self, value: ast.expr) -> Iterator[str]:
        """Yield the handles in a value, also those that a function of the script captures."""
        match value:
            case ast.Name(name) if name in self._names:
                yield name
            case ast.Name() | ast.Lambda():
                for unit in self._script.names.referred(value, self._unit):
                    if unit.parent is self._unit:
                        yield from self._captured(unit)
            case ast.Tuple(items) | ast.List(items) | ast.Set(items):
                for item in items:
                    yield from self._handles_in(item)
            case ast.Dict(_, values):
                for item in values:
                    yield from self._handles_in(item)
            case ast.Starred(inner) | ast.NamedExpr(_, inner):
                yield from self._handles_in(inner)
            case ast.IfExp(_, body, orelse):
                yield from self._handles_in(body)
                yield from self._handles_in(orelse)
            case ast.Call(ast.Attribute(attr="partial") | ast.Name("partial"), args):
                for item in args:
                    yield from self._handles_in(item)
            case ast.Call(func, args) if self._script.names.referred(func, self._unit):
                for item in args:  # ex) a coroutine, or an object of the script
                    yield from self._handles_in(item)

    def _captured(self, unit: Unit) -> Iterator[str]:
        node = unit.node
        own = {a.arg for a in ast.walk(node) if isinstance(a, ast.arg)}
        for part in ast.walk(node):
            if isinstance(part, ast.Name) and part.id in self._names - own:
                yield part.id


def _aliases(statements: list[ast.stmt], names: set[str]) -> Iterator[str]:
    """Yield the other names of the handles."""
    for statement in statements:
        match statement:
            case ast.Assign([ast.Name(alias)], ast.Name(name)) if name in names:
                yield alias
