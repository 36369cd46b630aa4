"""One callback type of the SDK → a Python callable, or a method of a Python object."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable

from orthanc_codegen.ir import Callback, VoidType, spell
from orthanc_codegen.lower.annotations import CallbackArgumentNote, CallbackNote
from orthanc_codegen.lower.callbacks.answers import lower_result
from orthanc_codegen.lower.callbacks.arguments import (
    Converted,
    convert,
    plan_argument,
    plan_condition,
    rule_arguments,
)
from orthanc_codegen.lower.callbacks.roles import (
    Group,
    Roles,
    Use,
    UseKind,
    groups_of,
    is_release,
    roles_of,
    uses_in,
    uses_of,
)
from orthanc_codegen.lower.index import Index, is_text
from orthanc_codegen.lower.locks import held
from orthanc_codegen.lower.naming import CALLBACK_PREFIX, IN_PREFIX, OUT_PREFIX, python_name
from orthanc_codegen.lower.pieces import UnboundError, local_of
from orthanc_codegen.lower.registries import NO_REGISTRY
from orthanc_codegen.plan import CallbackPlan, CallbackResultPlan, PayloadPlan

__all__ = ["Group", "Use", "UseKind", "groups_of", "is_release", "lower_callback", "uses_in", "uses_of"]

DEFAULT_SLOTS = 64


def lower_callback(index: Index, callback: Callback, use: Use) -> CallbackPlan:
    """Plan one callback type, or raise UnboundError with the reason."""
    note = index.annotations.callbacks.get(callback.name)
    roles = roles_of(index, callback)
    noted = tuple(
        _resolve(callback, source)
        for source in (note.arguments if note else ())
        if source.since is None or source.since <= index.header.version
    )
    sources = noted or rule_arguments(index, callback, roles)
    converted = [convert(index, callback, source) for source in sources]
    arguments = tuple(
        plan_argument(index, callback, source, made) for source, made in zip(sources, converted, strict=True)
    )
    borrows = tuple(made.borrow for made in converted if made.borrow)
    if borrows and note and note.deferred:
        raise UnboundError("it lends handles, which end before a deferred call")
    subject = _resolve_name(callback, note.subject) if note else ""
    known = {p.name: p.type for p in callback.parameters}
    if subject and not is_text(known.get(subject, VoidType())):
        raise UnboundError(f"it has no text '{subject}', which the annotations name")
    if note and note.answers and f"{OUT_PREFIX}{note.answers}" not in {b.local for b in borrows}:
        raise UnboundError(f"it lends no '{note.answers}', which the annotations name")
    used = _used(sources, converted, note, roles) | {subject}
    payload = _payload(roles, use, note)
    releases = roles.payload is not None and payload is None and is_release(index, callback)
    if roles.payload and not payload and roles.payload.name not in used:
        raise UnboundError(
            f"no rule binds its parameter '{roles.payload.name}' of type '{spell(roles.payload.type)}'"
        )
    used |= {roles.payload.name} if roles.payload and payload else set()
    return CallbackPlan(
        c_name=callback.name,
        name=python_name(callback.name),
        cpp_name=f"{CALLBACK_PREFIX}{python_name(callback.name)}",
        since=callback.since,
        doc=callback.doc,
        registrar=note.registrar if note and note.registrar else use.registrar,
        c_result=spell(callback.result),
        cpp_parameters=_cpp_parameters(callback, used, payload),
        registry=index.registries.get(callback.name, NO_REGISTRY),
        locks=held(index.annotations, callback.name),
        slots=0 if payload else note.slots if note else DEFAULT_SLOTS,
        payload=payload,
        about=local_of(roles.payload) if roles.payload and not payload and not releases else None,
        releases=local_of(roles.payload) if roles.payload and releases else None,
        borrows=borrows,
        arguments=arguments,
        positional=sum(not argument.keyword for argument in arguments),
        subject=f"{IN_PREFIX}{subject}" if subject else "nullptr",
        result=_result(index, callback, roles, note, use),
    )


def _used(
    sources: Iterable[CallbackArgumentNote],
    converted: Iterable[Converted],
    note: CallbackNote | None,
    roles: Roles,
) -> set[str]:
    """The names of the C parameters that become arguments or outputs, or that conditions ask about."""
    conditions = [source.only for source in sources] + ([note.awaited] if note else [])
    used = {source.source.split(".")[0] for source in sources}
    used |= {name for made in converted for name in made.used}
    used |= {condition.of.split(".")[0] for condition in conditions if condition}
    return used | {p.name for output in roles.outputs for p in output}


def _cpp_parameters(
    callback: Callback, used: set[str], payload: PayloadPlan | None
) -> tuple[tuple[str, str], ...]:
    """The slot, if one has the callable, then those of C; an unused one keeps its name as a comment."""
    slot = () if payload else (("const CallbackSlot&", "slot"),)
    named = ((spell(p.type), local_of(p) if p.name in used else f"/*{p.name}*/") for p in callback.parameters)
    return (*slot, *named)


def _payload(roles: Roles, use: Use, note: CallbackNote | None) -> PayloadPlan | None:
    if roles.payload is None or use.kind is UseKind.SLOT:
        return None
    optional = note is not None and note.optional
    return PayloadPlan(local_of(roles.payload), use.method, optional)


def _result(
    index: Index, callback: Callback, roles: Roles, note: CallbackNote | None, use: Use
) -> CallbackResultPlan:
    result = lower_result(index, callback, roles, note, use)
    if note is None or not note.deferred:
        return result
    awaited, _ = plan_condition(index, callback, note.awaited)
    run = (f"if (!call.Defer({awaited or 'false'})) {result.failure}",)
    return dataclasses.replace(result, run=run, doc="The core does not wait for the callable.")


def _resolve(callback: Callback, source: CallbackArgumentNote) -> CallbackArgumentNote:
    return dataclasses.replace(source, source=_resolve_name(callback, source.source))


def _resolve_name(callback: Callback, name: str) -> str:
    """The name that this release gives a parameter that others call differently, ex) ``url|uri``."""
    parameters = {p.name for p in callback.parameters}
    return next((choice for choice in name.split("|") if choice in parameters), name)
