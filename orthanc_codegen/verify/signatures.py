"""Compare the Python signatures of two headers: arguments, results and fields in their stubs."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from orthanc_codegen.verify.compare import Difference

# The stub lists optional methods of a protocol in comments.
_OPTIONAL_METHOD = re.compile(r"^( *)#   (def .*)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class _Signature:
    """The signature of one function, method or field in a stub."""

    kind: str  # ex) "method"
    positional: tuple[tuple[str, str], ...]  # without self; their names are not part of the signature
    named: Mapping[str, str]  # ex) {"uri": "str", "body": "_Bytes = None", "*late": "bool"}
    result: str  # for a field, its type

    def names(self) -> str:
        """Return the parameters, ex) ``event / uri *late``."""
        positional = [*(name for name, _ in self.positional), "/"] if self.positional else []
        return " ".join([*positional, *self.named]) or "none"


def compare_signatures(ours: str, official: str) -> tuple[Difference, ...]:
    """Return every difference between two stubs, except documentation and values of enumerations."""
    own, theirs = _signatures(ours), _signatures(official)
    names = {**theirs, **own}
    return tuple(
        difference for name in names for difference in _differ(name, own.get(name), theirs.get(name))
    )


def _differ(name: str, own: _Signature | None, theirs: _Signature | None) -> Iterator[Difference]:
    if own is None or theirs is None:
        yield Difference(name, "Python name", own.kind if own else "", theirs.kind if theirs else "")
        return
    if own.result != theirs.result:
        yield Difference(name, "Python type", own.result, theirs.result)
    if len(own.positional) != len(theirs.positional) or list(own.named) != list(theirs.named):
        yield Difference(name, "Python arguments", own.names(), theirs.names())
    by_position = zip(own.positional, theirs.positional, strict=False)
    pairs = [(parameter, ours, other) for (parameter, ours), (_, other) in by_position]
    pairs += [(p, ours, theirs.named[p]) for p, ours in own.named.items() if p in theirs.named]
    for parameter, ours, other in pairs:
        if ours != other:
            yield Difference(f"{name}({parameter})", "Python type", ours, other)


def _signatures(stub: str) -> dict[str, _Signature]:
    return dict(_in_body(ast.parse(_OPTIONAL_METHOD.sub(r"\1\2: ...", stub)).body, ""))


def _in_body(body: list[ast.stmt], owner: str) -> Iterator[tuple[str, _Signature]]:
    for statement in body:
        match statement:
            case ast.ClassDef(name=name):
                yield from _in_body(statement.body, f"{name}.")
            case ast.FunctionDef(name=name, args=arguments, returns=ast.expr() as returns):
                kind, result = "method" if owner else "function", ast.unparse(returns)
                positional, named = _parameters(arguments)
                yield owner + name, _Signature(kind, positional, named, result)
            case ast.AnnAssign(target=ast.Name(id=name), annotation=annotation):
                yield owner + name, _Signature("field", (), {}, ast.unparse(annotation))
            case _:
                pass


def _parameters(arguments: ast.arguments) -> tuple[tuple[tuple[str, str], ...], dict[str, str]]:
    """Return the types and defaults of positional parameters, and those of the others by name."""
    ordered = [*arguments.posonlyargs, *arguments.args]
    defaults = [None] * (len(ordered) - len(arguments.defaults)) + arguments.defaults
    positional = [*map(_parameter, ordered, defaults)]
    keyword = map(_parameter, arguments.kwonlyargs, arguments.kw_defaults)
    count = len(arguments.posonlyargs)
    named = {**dict(positional[count:]), **{f"*{name}": annotation for name, annotation in keyword}}
    named.pop("self", None)
    return tuple(pair for pair in positional[:count] if pair[0] != "self"), named


def _parameter(parameter: ast.arg, default: ast.expr | None) -> tuple[str, str]:
    annotation = ast.unparse(parameter.annotation) if parameter.annotation else ""
    return parameter.arg, f"{annotation} = {ast.unparse(default)}" if default else annotation
