"""Lower a header and its annotations to the plan of the whole module."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping

from orthanc_codegen.ir import Header
from orthanc_codegen.lower.annotations import Annotations
from orthanc_codegen.lower.callbacks.callback import lower_callback
from orthanc_codegen.lower.checks import check_names, check_overrides, check_payloads, check_required
from orthanc_codegen.lower.classes import lower_classes, lower_handle_functions
from orthanc_codegen.lower.enums import lower_enum_tables, lower_enums
from orthanc_codegen.lower.functions import BoundFunction
from orthanc_codegen.lower.guesses import with_guesses
from orthanc_codegen.lower.index import Index, UnboundError, with_names
from orthanc_codegen.lower.locks import plan_locks
from orthanc_codegen.lower.roles import Protocol, Use, UseKind, protocols_of, uses_of
from orthanc_codegen.lower.symbols import Collected, callback_symbols, lower_symbol
from orthanc_codegen.plan import (
    CallbackPlan,
    DictPlan,
    FieldPlan,
    FunctionPlan,
    GroupPlan,
    ModulePlan,
    NamedTuplePlan,
    ProtocolPlan,
)
from orthanc_codegen.plan.functions import ReturnsTuple


def lower(header: Header, annotations: Annotations) -> ModulePlan:
    """Lower the declarations of a header."""
    check_required(header)
    check_overrides(annotations, header)
    header = with_guesses(with_names(header))
    index = Index.of(header, _for_header(annotations, header))
    uses = uses_of(index)
    protocols = protocols_of(index, uses)
    callbacks, reasons = _lower_callbacks(index, uses, protocols)
    collected = Collected()
    for function in header.functions:
        lower_symbol(index, function, callbacks, reasons, collected)
    with_handles, unbound = lower_handle_functions(index, callbacks)
    reasons.update(unbound)
    functions = [plan for bound in collected.bound for plan in bound.plans]
    bound_callbacks = {name: plan for name, plan in callbacks.items() if name in collected.taken}
    plan = ModulePlan(
        sdk=header.version,
        groups=_groups(header, [plan for plan in functions if plan.bound_self is None]),
        classes=lower_classes(index, [*collected.bound, *with_handles], bound_callbacks.values()),
        enums=lower_enums(index),
        enum_tables=lower_enum_tables(index),
        dicts=_unique_dicts(collected.bound),
        named_tuples=_named_tuples(collected.bound),
        callbacks=tuple(bound_callbacks.values()),
        protocols=tuple(_protocols(protocols, bound_callbacks)),
        locks=plan_locks(annotations),
        functions=tuple(collected.symbols),
        callback_types=tuple(callback_symbols(index, uses, bound_callbacks, reasons, with_handles)),
        other_names=tuple(
            (c_name, entry.name)
            for c_name, entry in annotations.functions.items()
            if entry.name and c_name not in index.functions
        ),
    )
    check_names(plan, header)
    check_payloads(plan, header)
    return plan


def _for_header(annotations: Annotations, header: Header) -> Annotations:
    """Drop overrides of symbols that are newer than the header."""
    return dataclasses.replace(
        annotations,
        functions={n: o for n, o in annotations.functions.items() if o.since <= header.version},
        callbacks={n: o for n, o in annotations.callbacks.items() if o.since <= header.version},
        classes={n: o for n, o in annotations.classes.items() if o.since <= header.version},
        enums={n: o for n, o in annotations.enums.items() if o.since <= header.version},
    )


def _lower_callbacks(
    index: Index, uses: Mapping[str, Use], protocols: Mapping[str, Protocol]
) -> tuple[dict[str, CallbackPlan], dict[str, str]]:
    """Return the plans of the callback types that functions use, and the reasons for unbound ones."""
    plans: dict[str, CallbackPlan] = {}
    reasons: dict[str, str] = {}
    for callback in index.callbacks.values():
        use = uses.get(callback.name)
        if use is None or use.kind in (UseKind.RELEASE, UseKind.FUNCTION):
            continue
        try:
            plans[callback.name] = lower_callback(index, callback, use, protocols)
        except UnboundError as error:
            reasons[callback.name] = f"Its callback {callback.name} is not bound: {error}."
    return plans, reasons


def _protocols(
    protocols: Mapping[str, Protocol], callbacks: Mapping[str, CallbackPlan]
) -> list[ProtocolPlan]:
    """Return the protocols whose methods are all bound."""
    return [
        ProtocolPlan(p.name, p.registrar, tuple(callbacks[c.name] for c in p.methods.values()))
        for p in protocols.values()
        if all(c.name in callbacks for c in p.methods.values())
    ]


def _groups(header: Header, plans: list[FunctionPlan]) -> tuple[GroupPlan, ...]:
    """Group the functions of the module as in the SDK's documentation, in the order of the header."""
    docs = dict(header.groups)
    members: dict[str, list[FunctionPlan]] = {name: [] for name in docs}
    for plan in plans:
        members.setdefault(plan.group, []).append(plan)
    return tuple(
        GroupPlan(name, docs.get(name, ""), tuple(functions))
        for name, functions in members.items()
        if functions
    )


def _unique_dicts(bound: list[BoundFunction]) -> tuple[DictPlan, ...]:
    return tuple({plan.name: plan for b in bound for plan in b.dicts}.values())


def _named_tuples(bound: list[BoundFunction]) -> tuple[NamedTuplePlan, ...]:
    """Return each named tuple once, with the functions that return it."""
    makers: dict[str, list[str]] = {}
    fields: dict[str, tuple[FieldPlan, ...]] = {}
    for made in bound:
        for plan in made.plans:
            if isinstance(plan.returns, ReturnsTuple):
                makers.setdefault(plan.returns.name, []).append(plan.qualified_name)
                fields.setdefault(plan.returns.name, made.fields)
    return tuple(NamedTuplePlan(name, tuple(names), fields[name]) for name, names in makers.items())
