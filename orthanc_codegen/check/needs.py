"""The symbols of a script that need a release of Orthanc."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator

from orthanc_codegen.check.findings import Need
from orthanc_codegen.check.flow import Site
from orthanc_codegen.check.interface import Function
from orthanc_codegen.check.script import Script
from orthanc_codegen.check.types import Callable, EnumClass
from orthanc_codegen.ir import Version


def needs_of(script: Script) -> list[Need]:
    """Return the symbols that a server must have, without those that the script guards."""
    return sorted({need for site in script.flow.sites for need in _unguarded(script, site, compared=False)})


def arrivals_of(script: Script) -> list[Need]:
    """Return the enumerators that the script only compares with: an older server never passes them."""
    return sorted({need for site in script.flow.sites for need in _unguarded(script, site, compared=True)})


def _unguarded(script: Script, site: Site, *, compared: bool) -> Iterator[Need]:
    if site.context.outside or script.entries.is_caught(site.context):
        return
    at_least = script.entries.at_least(site.context)
    for symbol, since, only_compared in _symbols(script, site):
        if since is not None and only_compared is compared and (at_least is None or at_least < since):
            yield Need(site.node.lineno, site.node.col_offset + 1, symbol, since)


def _symbols(script: Script, site: Site) -> Iterator[tuple[str, Version | None, bool]]:
    """Yield the symbols that an expression uses, with their dates, and whether it only compares with them."""
    node = site.node
    if isinstance(node, ast.Name | ast.Attribute) and not isinstance(node.ctx, ast.Load):
        return
    match script.types.of(node, site.unit):
        case Callable(function):
            yield function.name, function.since, False
            return
    match node:
        case ast.Attribute(value, name):
            match script.types.of(value, site.unit):
                case EnumClass(enum) if name in script.interface.enums[enum]:
                    yield f"{enum}.{name}", script.interface.enums[enum][name], site.context.compared
                case None if methods := script.types.methods(node, site.unit):
                    yield name, _earliest(methods), False
        case ast.Subscript(ast.Name(packed), ast.Constant(str(key))):
            for role in script.roles:
                arguments = role.arguments if role.unit is site.unit else None
                if arguments is not None and arguments.kwarg is not None and arguments.kwarg.arg == packed:
                    since = [p.since for p in role.shape.parameters if p.name == key]
                    yield from ((f"{packed}[{key!r}]", date, False) for date in since)


def _earliest(methods: Iterable[Function]) -> Version | None:
    """Return the earliest date of methods of the same name, since the class is unknown."""
    dates = [method.since for method in methods]
    return None if None in dates else min(date for date in dates if date is not None)
