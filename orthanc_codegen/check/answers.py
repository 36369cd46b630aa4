"""Find callbacks that return a truth value where the core expects 0 to accept."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from orthanc_codegen.check.findings import Finding, Severity
from orthanc_codegen.check.flow import Unit
from orthanc_codegen.check.script import Script


def truth_values(script: Script) -> Iterator[Finding]:
    """Yield the truth values that a filter returns, of which False accepts and True refuses."""
    for role in script.roles:
        if not role.shape.refusal or role.wrapped:
            continue
        for value in _returned(script, role.unit):
            for part in _truths(value):
                shown = str(part.value) if isinstance(part, ast.Constant) else "a truth value"
                text = (
                    f"the callback {role.unit.name} returns {shown}, but False counts as 0 and True as 1. "
                    f"It must return {role.shape.refusal}"
                )
                yield Finding(part.lineno, part.col_offset + 1, Severity.WARNING, "truth-value", text)


def _returned(script: Script, unit: Unit) -> Iterator[ast.expr]:
    """Yield the values that a function returns."""
    if isinstance(unit.node, ast.Lambda):
        yield unit.node.body
    for statement, context in script.flow.statements:
        if isinstance(statement, ast.Return) and statement.value is not None and context.unit is unit:
            yield statement.value


def _truths(value: ast.expr) -> Iterator[ast.expr]:
    """Yield the parts of a value that are True, False, a comparison or a negation."""
    match value:
        case ast.Constant(bool()) | ast.Compare() | ast.UnaryOp(op=ast.Not()):
            yield value
        case ast.IfExp(body=first, orelse=second):
            yield from (*_truths(first), *_truths(second))
        case ast.BoolOp(values=values):
            yield from (part for item in values for part in _truths(item))
        case _:
            pass
