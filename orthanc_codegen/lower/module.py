"""A header and its annotations → the plan of the whole module."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from dataclasses import dataclass, field

from orthanc_codegen.ir import Callback, CType, Function, Header
from orthanc_codegen.lower.annotations import Annotations, check_against
from orthanc_codegen.lower.callbacks import callback_names, lower_callback
from orthanc_codegen.lower.enums import lower_enum_tables, lower_enums
from orthanc_codegen.lower.functions import BoundFunction, lower_function
from orthanc_codegen.lower.index import Index
from orthanc_codegen.lower.naming import FREE_PREFIX, english_list, identifier, python_name
from orthanc_codegen.lower.pieces import UnboundError
from orthanc_codegen.plan import (
    CallbackPlan,
    ClassPlan,
    DictPlan,
    FunctionPlan,
    GroupPlan,
    ModulePlan,
    NamedTuplePlan,
    Status,
    SymbolPlan,
)

FREE_REASON = (
    "Memory of the core is given back by the runtime, as soon as Python has a copy or no longer uses it."
)


@dataclass(slots=True)
class _Collected:
    """What the functions of a header came to, while they are gone through."""

    bound: list[BoundFunction] = field(default_factory=list)
    symbols: list[SymbolPlan] = field(default_factory=list)


def lower(header: Header, annotations: Annotations) -> ModulePlan:
    """Decide how Python sees everything that a header declares."""
    check_against(annotations, header)
    index = Index.of(header, _for_header(annotations, header))
    callbacks, unbound_callbacks = _lower_callbacks(index)
    collected = _Collected()
    for function in header.functions:
        _lower_symbol(index, function, callbacks, unbound_callbacks, collected)
    plans = [plan for bound in collected.bound for plan in bound.plans]
    registered = {plan.c_name for plan in callbacks.values() if _is_taken(plan.name, plans)}
    bound_callbacks = tuple(plan for plan in callbacks.values() if plan.c_name in registered)
    return ModulePlan(
        sdk=header.version,
        groups=_groups(header, [plan for plan in plans if plan.bound_self is None]),
        classes=_classes(index, collected.bound, bound_callbacks),
        enums=lower_enums(index),
        enum_tables=lower_enum_tables(index),
        dicts=_unique_dicts(collected.bound),
        named_tuples=_unique_named_tuples(collected.bound),
        callbacks=bound_callbacks,
        functions=tuple(collected.symbols),
        callback_types=_callback_symbols(index, callbacks, registered, unbound_callbacks),
    )


def _for_header(annotations: Annotations, header: Header) -> Annotations:
    """Drop what is said of symbols that the header is too old for."""
    return dataclasses.replace(
        annotations,
        functions={n: note for n, note in annotations.functions.items() if note.since <= header.version},
        callbacks={n: note for n, note in annotations.callbacks.items() if note.since <= header.version},
        classes={n: note for n, note in annotations.classes.items() if note.since <= header.version},
        enums={n: note for n, note in annotations.enums.items() if note.since <= header.version},
    )


def _lower_callbacks(index: Index) -> tuple[dict[str, CallbackPlan], dict[str, str]]:
    """The plans of the callback types that functions take, and why others have none."""
    plans: dict[str, CallbackPlan] = {}
    reasons: dict[str, str] = {}
    for callback in index.header.callbacks:
        taker = _taker(index, callback)
        if taker is None:
            reasons[callback.name] = "No function that Python calls takes a callback of this type."
            continue
        note = index.annotations.functions.get(taker.name)
        try:
            registrar = note.name if note and note.name else python_name(taker.name)
            plans[callback.name] = lower_callback(index, callback, registrar)
        except UnboundError as error:
            reasons[callback.name] = (
                f"How Python serves its callback {callback.name} is not described yet: {error}."
            )
    return plans, reasons


def _taker(index: Index, callback: Callback) -> Function | None:
    """The first function that takes a callback of this type and is not excluded."""
    for function in index.header.functions:
        note = index.annotations.functions.get(function.name)
        if note is not None and note.status == "excluded":
            continue
        if callback.name in callback_names(_types(function)):
            return function
    return None


def _lower_symbol(
    index: Index,
    function: Function,
    callbacks: dict[str, CallbackPlan],
    unbound_callbacks: dict[str, str],
    collected: _Collected,
) -> None:
    """Bind one function, or note why it is not bound."""
    note = index.annotations.functions.get(function.name)
    if note is not None and note.status:
        collected.symbols.append(_symbol(function, Status(note.status), note.reason))
        return
    if function.name.startswith(FREE_PREFIX):
        collected.symbols.append(_symbol(function, Status.RUNTIME, FREE_REASON))
        return
    try:
        bound = lower_function(index, function, frozenset(callbacks))
    except UnboundError as error:
        names = callback_names(_types(function))
        why = next((unbound_callbacks[name] for name in names if name in unbound_callbacks), str(error))
        collected.symbols.append(_symbol(function, Status.EXCLUDED, _sentence(why)))
        return
    collected.bound.append(bound)
    used = [index.annotations.callbacks.get(name) for name in callback_names(_types(function))]
    notes = [note for note in (note, *used) if note is not None]
    status = Status.ANNOTATED if notes else Status.AUTOMATIC
    python = tuple(f"orthanc.{plan.qualified_name}" for plan in bound.plans)
    reason = " ".join(dict.fromkeys(note.reason for note in notes)) or None
    collected.symbols.append(SymbolPlan(function.name, status, python, function.since, reason))


def _types(function: Function) -> tuple[CType, ...]:
    return tuple(p.type for p in function.parameters)


def _symbol(function: Function, status: Status, reason: str) -> SymbolPlan:
    return SymbolPlan(function.name, status, (), function.since, reason)


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:].rstrip('.')}."


def _is_taken(callback: str, plans: Iterable[FunctionPlan]) -> bool:
    return any(argument.holder == f"CallableArgument<{callback}>" for p in plans for argument in p.arguments)


def _groups(header: Header, plans: list[FunctionPlan]) -> tuple[GroupPlan, ...]:
    """The functions of the module, in the groups of the SDK's documentation and the order of the header."""
    docs = dict(header.groups)
    names = [*docs, *(plan.group for plan in plans)]
    return tuple(
        GroupPlan(name, identifier(name), docs.get(name, ""), functions)
        for name in dict.fromkeys(names)
        if (functions := tuple(plan for plan in plans if plan.group == name))
    )


def _classes(
    index: Index, bound: list[BoundFunction], callbacks: Iterable[CallbackPlan]
) -> tuple[ClassPlan, ...]:
    """The handle classes that Python can meet: as self, argument or result, or in a callback."""
    initializers = {out.initializer for b in bound for plan in b.plans for out in plan.outputs}
    initializers |= {argument.initializer for b in bound for plan in b.plans for argument in plan.arguments}
    met = {name.removeprefix("classes::") for name in initializers if name.startswith("classes::")}
    met |= {borrow.class_name for callback in callbacks for borrow in callback.borrows}
    met |= {python_name(b.self_class) for b in bound if b.self_class}
    classes: list[ClassPlan] = []
    for opaque in index.header.opaques:
        name = python_name(opaque.name)
        if name not in met:
            continue
        free = index.free_function(opaque.name)
        methods = tuple(plan for b in bound if b.self_class == opaque.name for plan in b.plans)
        classes.append(
            ClassPlan(name, opaque.name, free.name if free else None, methods, opaque.doc, opaque.since)
        )
    return tuple(classes)


def _unique_dicts(bound: list[BoundFunction]) -> tuple[DictPlan, ...]:
    return tuple({plan.name: plan for b in bound for plan in b.dicts}.values())


def _unique_named_tuples(bound: list[BoundFunction]) -> tuple[NamedTuplePlan, ...]:
    """Each named tuple once, with the functions that return it in its documentation."""
    shared = {plan.name: plan for b in reversed(bound) for plan in b.named_tuples}
    makers = {
        name: [f"{f.qualified_name}()" for b in bound for f in b.plans if f.returns.annotation == name]
        for name in shared
    }
    return tuple(
        dataclasses.replace(plan, doc=f"The results of {english_list(makers[plan.name])}.")
        for plan in reversed(shared.values())
    )


def _callback_symbols(
    index: Index, plans: dict[str, CallbackPlan], registered: set[str], reasons: dict[str, str]
) -> tuple[SymbolPlan, ...]:
    """What became of every callback type."""
    symbols: list[SymbolPlan] = []
    for callback in index.header.callbacks:
        note = index.annotations.callbacks.get(callback.name)
        if callback.name in registered:
            status = Status.ANNOTATED if note else Status.AUTOMATIC
            python = (f"orthanc.{plans[callback.name].registrar}",)
            symbols.append(
                SymbolPlan(callback.name, status, python, callback.since, note.reason if note else None)
            )
        else:
            reason = reasons.get(callback.name, "The function that takes it is not bound.")
            symbols.append(SymbolPlan(callback.name, Status.EXCLUDED, (), callback.since, reason))
    return tuple(symbols)
