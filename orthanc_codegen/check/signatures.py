"""Find callbacks that the core can't call: missing positional or keyword arguments, and superfluous ones."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from orthanc_codegen.check.findings import Finding, Severity
from orthanc_codegen.check.roles import Role
from orthanc_codegen.check.script import Script
from orthanc_codegen.words import english_list


def wrong_signatures(script: Script) -> Iterator[tuple[Finding, int]]:
    """Yield the callbacks whose calls would raise TypeError, with the lines of their registrations."""
    seen: set[tuple[ast.AST, str]] = set()
    for role in script.roles:
        if role.arguments is None or role.wrapped or (role.unit.node, role.shape.name) in seen:
            continue
        seen.add((role.unit.node, role.shape.name))
        node = role.unit.node
        assert not isinstance(node, ast.Module)
        line, column = node.lineno, node.col_offset + 1
        for problem in _problems(role, role.arguments):
            text = f"{role.unit.name} {problem}"
            yield Finding(line, column, Severity.ERROR, "callback-signature", text), role.line
        for problem in _sometimes(role, role.arguments):
            text = f"{role.unit.name} {problem}"
            yield Finding(line, column, Severity.WARNING, "callback-default", text), role.line


def _problems(role: Role, arguments: ast.arguments) -> Iterator[str]:
    by_position = [p.name for p in role.shape.parameters if not p.keyword]
    by_name = {p.name: p for p in role.shape.parameters if p.keyword}
    count = len(by_position)
    own = [argument.arg for argument in role.positional]
    if len(own) < count and arguments.vararg is None:
        passed = ", ".join(by_position)
        yield f"must accept {_counted(count)} by position: {role.registrar} passes {passed}"
    positional_only = {argument.arg for argument in arguments.posonlyargs}
    named = {name for name in own[count:] if name not in positional_only}
    named |= {argument.arg for argument in arguments.kwonlyargs}
    if arguments.kwarg is None and (missing := [name for name in by_name if name not in named]):
        them = "it" if len(missing) == 1 else "them"
        yield f"must accept {_keywords(missing)}, or **request: {role.registrar} passes {them}"
    required = _required(role, arguments)
    if extra := [name for name in required if name not in by_name or name in positional_only]:
        yield f"requires {_quoted(extra)}, which {role.registrar} does not pass"


def _sometimes(role: Role, arguments: ast.arguments) -> Iterator[str]:
    """Yield the problems of only some calls, ex) of requests with another method."""
    conditions = {p.name: p.condition for p in role.shape.parameters if p.keyword}
    positional_only = {argument.arg for argument in arguments.posonlyargs}
    for name in _required(role, arguments):
        if name not in positional_only and (condition := conditions.get(name)):
            yield f"needs a default for '{name}': {role.registrar} passes it {condition}"


def _required(role: Role, arguments: ast.arguments) -> list[str]:
    """Return the parameters without a default that no positional argument fills."""
    own = [argument.arg for argument in role.positional]
    count = sum(not p.keyword for p in role.shape.parameters)
    without = own[: len(own) - len(arguments.defaults)] if arguments.defaults else own
    keyword_only = zip(arguments.kwonlyargs, arguments.kw_defaults, strict=True)
    return [*without[count:], *(argument.arg for argument, default in keyword_only if default is None)]


def _counted(count: int) -> str:
    return "1 argument" if count == 1 else f"{count} arguments"


def _keywords(names: list[str]) -> str:
    return f"the keyword argument{'' if len(names) == 1 else 's'} {_quoted(names)}"


def _quoted(names: list[str]) -> str:
    return english_list([f"'{name}'" for name in names])
