"""Reject names of a header that would collide, or be invalid, in Python or in the generated files."""

from __future__ import annotations

import keyword
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from orthanc_codegen.diagnostics import CodegenError, Diagnostic
from orthanc_codegen.ir import Header
from orthanc_codegen.plan import CallbackPlan, ClassPlan, FunctionPlan, ModulePlan, NamedTuplePlan
from orthanc_codegen.plan.functions import ReturnsTuple
from orthanc_codegen.plan.python_types import (
    STUB_PREFIX,
    input_type,
    output_type,
    return_type,
    special_methods,
)

# Names that the module, its stub and its documentation define independently of the header.
_FIXED = ("OrthancException", "Bytes", f"{STUB_PREFIX}Bytes")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class _Name:
    """A Python name and the C name from which it is derived."""

    python: str  # ex) "foo_bar"
    c: str  # ex) "fooBar"; "" for a generated name


@dataclass(frozen=True, slots=True)
class _Scope:
    """Names that must be distinct."""

    owner: str  # the C symbol to report, ex) "OrthancPluginFoo"; "" for each name's own
    names: tuple[_Name, ...]
    hidden: frozenset[str] = frozenset()  # type names that names of the scope must not hide


def check_names(plan: ModulePlan, header: Header) -> None:
    """Raise CodegenError with every invalid or colliding name."""
    lines = {
        item.name: item.line
        for kind in (header.functions, header.enums, header.structs, header.opaques, header.callbacks)
        for item in kind
    }
    problems = [
        Diagnostic(message, header.path, lines.get(symbol))
        for scope in _scopes(plan)
        for message, symbol in _problems(scope)
    ]
    if problems:
        raise CodegenError(*dict.fromkeys(problems))


def _problems(scope: _Scope) -> Iterator[tuple[str, str]]:
    """Yield the problems of a scope, each with the C symbol to report."""
    seen: dict[str, _Name] = {}
    of = f" of {scope.owner}" if scope.owner else ""
    for name in scope.names:
        symbol = scope.owner or name.c
        other = seen.setdefault(name.python, name)
        if other is not name:
            both = f"{name.c or 'a generated name'} and {other.c or 'a generated name'}{of} would both become"
            yield f"{both} '{name.python}' in Python", symbol if name.c else (scope.owner or other.c)
        elif name.c and not _is_usable(name.python):
            yield f"{name.c}{of} would become '{name.python}', which is not a valid name in Python", symbol
        elif name.python in scope.hidden:
            yield f"{name.c}{of} would become '{name.python}', which hides the type of that name", symbol


def _is_usable(name: str) -> bool:
    """Return whether a Python name is valid. Python mangles names with two leading underscores."""
    return name.isidentifier() and not keyword.iskeyword(name) and not name.startswith("__")


def _scopes(plan: ModulePlan) -> Iterator[_Scope]:
    yield _Scope("", tuple(_module(plan)))
    for function in plan.every_function:
        names = tuple(_Name(a.name, " and ".join(a.c_names)) for a in function.arguments)
        yield _Scope(function.c_name, (*([_Name("self", "")] if function.bound_self else []), *names))
    yield from (_class(c) for c in plan.classes)
    yield from (_callback(c) for c in plan.callbacks)
    for protocol in plan.protocols:
        methods = [(c.method, c.c_name) for c in protocol.methods if c.method]
        yield _Scope("", tuple(_Name(*method) for method in methods))
    for enum in plan.enums:
        # Python's enumerations reserve names such as _order_.
        yield _Scope(enum.c_name, tuple(_Name(_member(m.name), m.c_name) for m in enum.members))
    for dict_ in plan.dicts:
        yield _Scope(dict_.c_name, tuple(_Name(key.name, f"the field {key.name}") for key in dict_.keys))
    for record in plan.named_tuples:
        makers = [f.c_name for f in plan.every_function if _makes(f, record)]
        names = tuple(_Name(field.name, f"the output {field.name}") for field in record.fields)
        types = _words(output_type(field.conversion) for field in record.fields)
        yield _Scope(makers[0] if makers else "", names, types)


def _makes(function: FunctionPlan, record: NamedTuplePlan) -> bool:
    return isinstance(function.returns, ReturnsTuple) and function.returns.name == record.name


def _module(plan: ModulePlan) -> Iterator[_Name]:
    """Yield the names at module level: of the module, of its stub and of its documentation."""
    yield from (_Name(name, "") for name in _FIXED)
    yield from (_Name(enum.name, enum.c_name) for enum in plan.enums)
    yield from (_Name(class_.name, class_.c_name) for class_ in plan.classes)
    yield from (_Name(f.name, f.c_name) for group in plan.groups for f in group.functions)
    yield from (_Name(record.name, f"the results {record.name}") for record in plan.named_tuples)
    hidden = [(d.name, d.c_name) for d in plan.dicts]
    hidden += [(c.name, c.c_name) for c in plan.callbacks if not c.method]
    hidden += [(p.name, f"the methods for {p.registrar}()") for p in plan.protocols]
    for name, c_name in hidden:
        yield _Name(name, c_name)
        yield _Name(f"{STUB_PREFIX}{name}", c_name)


def _class(class_: ClassPlan) -> _Scope:
    own = tuple(_Name(method.name, "") for method in special_methods(class_))
    methods = tuple(_Name(method.name, method.c_name) for method in class_.methods)
    types = [input_type(a.conversion) for method in class_.methods for a in method.arguments]
    types += map(return_type, class_.methods)
    return _Scope(class_.c_name, (*own, *methods), _words(types))


def _callback(callback: CallbackPlan) -> _Scope:
    names = tuple(_Name(a.name, f"the argument {a.name}") for a in callback.arguments)
    return _Scope(callback.c_name, (_Name("self", ""), *names))


def _member(name: str) -> str:
    """Return the name of a member; the empty string if Python's enumerations reserve it."""
    return "" if name.startswith("_") and name.endswith("_") else name


def _words(annotations: Iterable[str]) -> frozenset[str]:
    return frozenset(word for annotation in annotations for word in _WORD.findall(annotation))
