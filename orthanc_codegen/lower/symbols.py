"""Bind every function and callback type of the header, or state why it is not bound."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from orthanc_codegen.ir import Callback, CallbackType, Function
from orthanc_codegen.lower.annotations import FunctionOverride
from orthanc_codegen.lower.functions import BoundFunction, lower_function
from orthanc_codegen.lower.index import Index, UnboundError, freed_by
from orthanc_codegen.lower.naming import FREE_PREFIX, python_name
from orthanc_codegen.lower.roles import Use, UseKind, is_release
from orthanc_codegen.plan import CallbackPlan, Status, SymbolPlan
from orthanc_codegen.words import sentence

FREE_REASON = "The runtime frees memory of the core as soon as Python has copied it or no longer uses it."
RELEASE_REASON = "The runtime releases the Python object when the core no longer uses it."


@dataclass(slots=True)
class Collected:
    """Accumulates results while lowering functions."""

    bound: list[BoundFunction] = field(default_factory=list)
    symbols: list[SymbolPlan] = field(default_factory=list)
    taken: set[str] = field(default_factory=set)  # callback types of bound functions


def lower_symbol(
    index: Index,
    function: Function,
    callbacks: Mapping[str, CallbackPlan],
    reasons: Mapping[str, str],
    collected: Collected,
) -> None:
    """Bind one function, or record why it is not bound."""
    override = index.annotations.functions.get(function.name)
    if override is not None and override.status:
        collected.symbols.append(_unseen(function, Status(override.status), override.reason))
        return
    freed = freed_by(function)
    if freed is not None:
        method = f"orthanc.{python_name(freed)}.Close"
        collected.symbols.append(SymbolPlan(function.name, Status.AUTOMATIC, (method,), function.since, None))
        return
    if function.name.startswith(FREE_PREFIX):
        collected.symbols.append(_unseen(function, Status.RUNTIME, FREE_REASON))
        return
    names = callback_names(function)
    try:
        bound = [lower_function(index, function, variant, callbacks) for variant in _variants(override)]
    except UnboundError as error:
        why = next((reasons[name] for name in names if name in reasons), str(error))
        collected.symbols.append(_unseen(function, Status.EXCLUDED, sentence(why)))
        return
    collected.bound.extend(bound)
    collected.taken.update(names)
    used = [index.annotations.callbacks.get(name) for name in names]
    said = [entry.reason for entry in (override, *used) if entry is not None]
    status = Status.ANNOTATED if said else Status.AUTOMATIC
    python = tuple(f"orthanc.{plan.qualified_name}" for b in bound for plan in b.plans)
    reason = " ".join(dict.fromkeys(said)) or None
    collected.symbols.append(SymbolPlan(function.name, status, python, function.since, reason))


def _variants(override: FunctionOverride | None) -> list[FunctionOverride | None]:
    """Return one override for each Python function of a C function."""
    if override is None:
        return [None]
    plain = dataclasses.replace(override, also=())
    variants = [dataclasses.replace(plain, name=v.name, parameters=v.parameters) for v in override.also]
    return [plain, *variants]


def callback_names(function: Function) -> tuple[str, ...]:
    """Return the callback types among the parameters of a function."""
    return tuple(p.type.name for p in function.parameters if isinstance(p.type, CallbackType))


def _unseen(function: Function, status: Status, reason: str) -> SymbolPlan:
    return SymbolPlan(function.name, status, (), function.since, reason)


def callback_symbols(
    index: Index,
    uses: Mapping[str, Use],
    bound: Mapping[str, CallbackPlan],
    reasons: Mapping[str, str],
    with_handles: list[BoundFunction],
) -> Iterator[SymbolPlan]:
    """Yield the status of every callback type."""
    methods = {f.c_name: f"orthanc.{f.qualified_name}" for b in with_handles for f in b.plans}
    for callback in index.header.callbacks:
        name, since = callback.name, callback.since
        if name in bound:
            override = index.annotations.callbacks.get(name)
            status, reason = (Status.ANNOTATED, override.reason) if override else (Status.AUTOMATIC, None)
            yield SymbolPlan(name, status, (f"orthanc.{bound[name].registrar}",), since, reason)
        elif name in methods:
            yield SymbolPlan(name, Status.AUTOMATIC, (methods[name],), since, None)
        else:
            status, reason = _why_unseen(index, callback, uses.get(name), reasons)
            yield SymbolPlan(name, status, (), since, reason)


def _why_unseen(
    index: Index, callback: Callback, use: Use | None, reasons: Mapping[str, str]
) -> tuple[Status, str]:
    if use is not None and use.kind is UseKind.RELEASE:
        return Status.RUNTIME, RELEASE_REASON
    if use is None and is_release(index, callback):
        return Status.RUNTIME, FREE_REASON
    return Status.EXCLUDED, reasons.get(callback.name, "No bound function takes it.")
