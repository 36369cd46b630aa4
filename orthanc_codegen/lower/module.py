"""A header and its annotations → the plan of the whole module."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass, field

from orthanc_codegen.ir import CallbackType, Function, Header
from orthanc_codegen.lower.annotations import Annotations, FunctionNote, check_against
from orthanc_codegen.lower.callbacks import Use, UseKind, groups_of, is_release, lower_callback, uses_of
from orthanc_codegen.lower.classes import CLOSE, lower_classes, lower_lent
from orthanc_codegen.lower.collisions import check_names
from orthanc_codegen.lower.enums import lower_enum_tables, lower_enums
from orthanc_codegen.lower.functions import BoundFunction, lower_function
from orthanc_codegen.lower.index import Index, freed_by, with_names
from orthanc_codegen.lower.inputs import method_list
from orthanc_codegen.lower.locks import plan_locks
from orthanc_codegen.lower.naming import (
    FREE_PREFIX,
    OUT_PREFIX,
    STUB_PREFIX,
    distinct,
    english_list,
    identifier,
    protocol_name,
    python_name,
)
from orthanc_codegen.lower.pieces import UnboundError
from orthanc_codegen.lower.references import in_terms_of_python
from orthanc_codegen.lower.required import check_required
from orthanc_codegen.plan import (
    AnswerPlan,
    CallbackPlan,
    DictPlan,
    FunctionPlan,
    GroupPlan,
    ModulePlan,
    NamedTuplePlan,
    ProtocolPlan,
    Status,
    SymbolPlan,
)

FREE_REASON = (
    "Memory of the core is given back by the runtime, as soon as Python has a copy or no longer uses it."
)
RELEASE_REASON = "The runtime lets go of the Python object when the core gives it back."


@dataclass(slots=True)
class _Collected:
    """What the functions of a header came to, while they are gone through."""

    bound: list[BoundFunction] = field(default_factory=list)
    symbols: list[SymbolPlan] = field(default_factory=list)
    taken: set[str] = field(default_factory=set)  # the callback types that bound functions take


def lower(header: Header, annotations: Annotations) -> ModulePlan:
    """Decide how Python sees everything that a header declares."""
    check_required(header)
    check_against(annotations, header)
    header = with_names(header)
    index = Index.of(header, _for_header(annotations, header))
    uses = uses_of(index)
    callbacks, unbound_callbacks = _lower_callbacks(index, uses)
    protocols = _protocols(index, callbacks)
    names = {protocol.name: protocol for protocol in protocols}
    callbacks = {name: _typed(plan, names) for name, plan in callbacks.items()}
    collected = _Collected()
    for function in header.functions:
        _lower_symbol(index, function, callbacks, unbound_callbacks, collected)
    lent = lower_lent(index, callbacks)
    plans = [plan for bound in collected.bound for plan in bound.plans]
    bound_callbacks = tuple(plan for plan in callbacks.values() if plan.c_name in collected.taken)
    kept = {plan.name for plan in bound_callbacks}
    plan = ModulePlan(
        sdk=header.version,
        groups=_groups(header, [plan for plan in plans if plan.bound_self is None]),
        classes=lower_classes(index, [*collected.bound, *lent], bound_callbacks),
        enums=lower_enums(index),
        enum_tables=lower_enum_tables(index),
        dicts=_unique_dicts(collected.bound),
        named_tuples=_unique_named_tuples(collected.bound),
        callbacks=bound_callbacks,
        protocols=tuple(p for p in protocols if all(m.name in kept for m in p.methods)),
        locks=plan_locks(annotations),
        functions=tuple(collected.symbols),
        callback_types=_callback_symbols(index, uses, bound_callbacks, unbound_callbacks, lent),
    )
    check_names(plan, header)
    return in_terms_of_python(plan)


def _for_header(annotations: Annotations, header: Header) -> Annotations:
    """Drop what is said of symbols that the header is too old for."""
    return dataclasses.replace(
        annotations,
        functions={n: note for n, note in annotations.functions.items() if note.since <= header.version},
        callbacks={n: note for n, note in annotations.callbacks.items() if note.since <= header.version},
        classes={n: note for n, note in annotations.classes.items() if note.since <= header.version},
        enums={n: note for n, note in annotations.enums.items() if note.since <= header.version},
    )


def _lower_callbacks(index: Index, uses: Mapping[str, Use]) -> tuple[dict[str, CallbackPlan], dict[str, str]]:
    """The plans of the callback types that functions take, and why others have none."""
    plans: dict[str, CallbackPlan] = {}
    reasons: dict[str, str] = {}
    for callback in index.callbacks.values():
        use = uses.get(callback.name)
        if use is None or use.kind in (UseKind.RELEASE, UseKind.LENT):
            continue
        try:
            plans[callback.name] = lower_callback(index, callback, use)
        except UnboundError as error:
            reasons[callback.name] = (
                f"How Python serves its callback {callback.name} is not described yet: {error}."
            )
    return plans, reasons


def _protocols(index: Index, plans: Mapping[str, CallbackPlan]) -> tuple[ProtocolPlan, ...]:
    """The methods of payloads, by the function that takes the object or the callable that makes it."""
    protocols: dict[str, ProtocolPlan] = {}
    for function in index.header.functions:
        note = index.annotations.functions.get(function.name)
        registrar = note.name if note and note.name else python_name(function.name)
        for group in groups_of(index, function):
            called = [plans[c.name] for _, c in group.called if c.name in plans]
            methods: dict[str, CallbackPlan] = {}
            for plan in called:
                if plan.payload and plan.payload.method:
                    # Of two callbacks for one method, the first gives the bytes, the second their number.
                    methods.setdefault(plan.payload.method, plan)
            if methods and len(called) == len(group.called):
                name = protocol_name(registrar, group.member)
                protocols.setdefault(name, ProtocolPlan(name, registrar, tuple(methods.values())))
    return tuple(protocols.values())


def _typed(plan: CallbackPlan, protocols: Mapping[str, ProtocolPlan]) -> CallbackPlan:
    """The same, with the protocol of the object that the callable makes."""
    answers = tuple(_typed_answer(plan.registrar, answer, protocols) for answer in plan.result.answers)
    annotation = answers[0].annotation if len(answers) == 1 else plan.result.annotation
    result = dataclasses.replace(plan.result, answers=answers, annotation=annotation)
    return dataclasses.replace(plan, result=result)


def _typed_answer(registrar: str, answer: AnswerPlan, protocols: Mapping[str, ProtocolPlan]) -> AnswerPlan:
    protocol = protocols.get(protocol_name(registrar, answer.local.removeprefix(OUT_PREFIX)))
    if protocol is None or answer.holder != "PayloadAnswer":
        return answer
    return dataclasses.replace(
        answer, annotation=f"{STUB_PREFIX}{protocol.name}", initializer=method_list(protocol.methods)
    )


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
    freed = freed_by(function)
    if freed is not None:
        method = f"orthanc.{python_name(freed)}.{CLOSE}"
        collected.symbols.append(SymbolPlan(function.name, Status.AUTOMATIC, (method,), function.since, None))
        return
    if function.name.startswith(FREE_PREFIX):
        collected.symbols.append(_symbol(function, Status.RUNTIME, FREE_REASON))
        return
    names = callback_names(function)
    try:
        bound = [lower_function(index, function, n, callbacks) for n in _variants(note)]
    except UnboundError as error:
        why = next((unbound_callbacks[name] for name in names if name in unbound_callbacks), str(error))
        collected.symbols.append(_symbol(function, Status.EXCLUDED, _sentence(why)))
        return
    collected.bound.extend(bound)
    collected.taken.update(names)
    used = [index.annotations.callbacks.get(name) for name in names]
    notes = [note for note in (note, *used) if note is not None]
    status = Status.ANNOTATED if notes else Status.AUTOMATIC
    python = tuple(f"orthanc.{plan.qualified_name}" for b in bound for plan in b.plans)
    reason = " ".join(dict.fromkeys(note.reason for note in notes)) or None
    collected.symbols.append(SymbolPlan(function.name, status, python, function.since, reason))


def _variants(note: FunctionNote | None) -> list[FunctionNote | None]:
    """What is known of each of the Python functions for a C function."""
    if note is None:
        return [None]
    plain = dataclasses.replace(note, also=())
    return [plain, *(dataclasses.replace(plain, name=v.name, parameters=v.parameters) for v in note.also)]


def callback_names(function: Function) -> tuple[str, ...]:
    """The callback types among the parameters of a function."""
    return tuple(p.type.name for p in function.parameters if isinstance(p.type, CallbackType))


def _symbol(function: Function, status: Status, reason: str) -> SymbolPlan:
    return SymbolPlan(function.name, status, (), function.since, reason)


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:].rstrip('.')}."


def _groups(header: Header, plans: list[FunctionPlan]) -> tuple[GroupPlan, ...]:
    """The functions of the module, in the groups of the SDK's documentation and the order of the header."""
    docs = dict(header.groups)
    members: dict[str, list[FunctionPlan]] = {name: [] for name in docs}
    for plan in plans:
        members.setdefault(plan.group, []).append(plan)
    names = [name for name, functions in members.items() if functions]
    return tuple(
        GroupPlan(name, cpp_name, docs.get(name, ""), tuple(members[name]))
        for name, cpp_name in zip(names, distinct(map(identifier, names)), strict=True)
    )


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
    index: Index,
    uses: Mapping[str, Use],
    bound: tuple[CallbackPlan, ...],
    reasons: dict[str, str],
    lent: list[BoundFunction],
) -> tuple[SymbolPlan, ...]:
    """What became of every callback type."""
    plans = {plan.c_name: plan for plan in bound}
    methods = {f.c_name: f"orthanc.{f.qualified_name}" for b in lent for f in b.plans}
    symbols: list[SymbolPlan] = []
    for callback in index.header.callbacks:
        name, since = callback.name, callback.since
        note, use = index.annotations.callbacks.get(name), uses.get(name)
        if name in plans:
            status = Status.ANNOTATED if note else Status.AUTOMATIC
            python = (f"orthanc.{plans[name].registrar}",)
            symbols.append(SymbolPlan(name, status, python, since, note.reason if note else None))
        elif name in methods:
            symbols.append(SymbolPlan(name, Status.AUTOMATIC, (methods[name],), since, None))
        elif use is not None and use.kind is UseKind.RELEASE:
            symbols.append(SymbolPlan(name, Status.RUNTIME, (), since, RELEASE_REASON))
        elif use is None and is_release(index, callback):
            symbols.append(SymbolPlan(name, Status.RUNTIME, (), since, FREE_REASON))
        else:
            reason = reasons.get(name, "The function that takes it is not bound.")
            symbols.append(SymbolPlan(name, Status.EXCLUDED, (), since, reason))
    return tuple(symbols)
