"""Find what works on a desk and not in a server: print, late registrations, processes, the main guard."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import Final

from orthanc_codegen.check.findings import Finding, Severity
from orthanc_codegen.check.flow import Site
from orthanc_codegen.check.script import Script
from orthanc_codegen.check.types import Callable

_FRESH: Final = frozenset({"spawn", "forkserver"})  # start methods whose processes import the script again
_CHOOSING: Final = frozenset({"set_start_method", "get_context"})
# Functions of multiprocessing and concurrent.futures that run a function in another process.
_SENDING: Final = frozenset(
    {
        *("Process", "Pool", "ProcessPoolExecutor", "submit", "apply", "apply_async"),
        *("map", "map_async", "imap", "imap_unordered", "starmap", "starmap_async"),
    }
)
_REMEDY: Final = (
    "move it to a module beside the script, or register only if multiprocessing.parent_process() is None"
)
_PROCESS_TESTS: Final = frozenset({"parent_process", "current_process"})


def prints(script: Script) -> Iterator[Finding]:
    """Yield the calls of print that run in callbacks."""
    for site in script.flow.sites:
        match site.node:
            case ast.Call(ast.Name("print")) if roles := script.during.get(site.unit):
                callback = roles[0].unit.name
                text = f"print runs in the callback {callback}, and writes past Orthanc's log: use logging"
                yield _warning(site, "print", text)


def late_registrations(script: Script) -> Iterator[Finding]:
    """Yield the registrations that run in a callback of the same kind."""
    for site, name, registry in _registrations(script):
        for role in script.during.get(site.unit, ()):
            if role.shape.registry == registry:
                text = f"{name} raises RuntimeError in the callback {role.unit.name}: call it earlier"
                yield _warning(site, "late-registration", text)
                break


def never_run(script: Script) -> Iterator[Finding]:
    """Yield the first registration that only runs outside the server."""
    for site, name, _ in _registrations(script):
        if site.context.outside:
            text = f'{name} never runs in the server, where __name__ is not "__main__"'
            yield _warning(site, "main-guard", text)
            return


def unguarded_processes(script: Script) -> Iterator[Finding]:
    """Yield the functions for which a fresh process would import the script and its registrations."""
    chosen = [name for site in script.flow.sites for name in _start_method(site.node)]
    if not chosen or not _registers_in_processes(script):
        return
    for site in script.flow.sites:
        match site.node:
            case ast.Call(ast.Attribute(attr=called) | ast.Name(called)) if called in _SENDING:
                for value in [*site.node.args, *(k.value for k in site.node.keywords)]:
                    if isinstance(value, ast.Name) and script.names.named(value.id, site.unit):
                        text = f"a process by '{chosen[0]}' imports this script again to find {value.id}"
                        yield _warning(site, "unguarded-process", f"{text}: {_REMEDY}")


def _registrations(script: Script) -> Iterator[tuple[Site, str, int]]:
    """Yield the uses of functions that register callbacks, with their names and registries."""
    for site in script.flow.sites:
        if isinstance(site.node, ast.Attribute | ast.Name):
            match script.types.of(site.node, site.unit):
                case Callable(function) if function.registry:
                    yield site, function.name, function.registry


def _registers_in_processes(script: Script) -> bool:
    """Return whether a process that imports the script would register callbacks."""
    guarded = {
        id(node)
        for statement, _ in script.flow.statements
        if isinstance(statement, ast.If) and _asks_for_process(statement.test)
        for part in statement.body
        for node in ast.walk(part)
    }
    return any(
        site.unit is script.flow.module and id(site.node) not in guarded and not site.context.outside
        for site, _, _ in _registrations(script)
    )


def _asks_for_process(test: ast.expr) -> bool:
    names = {node.attr for node in ast.walk(test) if isinstance(node, ast.Attribute)}
    names |= {node.id for node in ast.walk(test) if isinstance(node, ast.Name)}
    return bool(names & _PROCESS_TESTS)


def _start_method(node: ast.expr) -> Iterator[str]:
    match node:
        case ast.Call(ast.Attribute(attr=name) | ast.Name(name), args, keywords) if name in _CHOOSING:
            for value in [*args, *(keyword.value for keyword in keywords)]:
                if isinstance(value, ast.Constant) and value.value in _FRESH:
                    yield str(value.value)


def _warning(site: Site, code: str, text: str) -> Finding:
    return Finding(site.node.lineno, site.node.col_offset + 1, Severity.WARNING, code, text)
