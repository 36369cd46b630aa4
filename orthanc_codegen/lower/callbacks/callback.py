"""Lower one callback type: combine its arguments, answers, result and payload to a plan."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence

from orthanc_codegen.ir import Callback, CallbackType, VoidType, spell
from orthanc_codegen.lower.annotations import ArgumentEntry, CallbackOverride
from orthanc_codegen.lower.callbacks.arguments import plan_arguments, used_parameters
from orthanc_codegen.lower.callbacks.results import lower_result
from orthanc_codegen.lower.index import Index, UnboundError, is_text
from orthanc_codegen.lower.locks import held
from orthanc_codegen.lower.naming import python_name
from orthanc_codegen.lower.registries import NO_REGISTRY
from orthanc_codegen.lower.roles import Protocol, Roles, Use, UseKind, is_release, roles_of
from orthanc_codegen.plan import CallbackArgumentPlan, CallbackPlan, PayloadPlan
from orthanc_codegen.plan.conversions import BorrowedHandle

_DEFAULT_SLOTS = 64


def lower_callback(
    index: Index, callback: Callback, use: Use, protocols: Mapping[str, Protocol]
) -> CallbackPlan:
    """Plan one callback type; raise UnboundError if no rule binds it."""
    override = index.annotations.callbacks.get(callback.name)
    roles = roles_of(index, callback)
    arguments = plan_arguments(index, callback, roles, _entries(index, callback, override))
    _check_handles(override, arguments)
    subject = _subject(callback, override)
    payload = _payload(roles, use, override)
    releases = roles.payload is not None and payload is None and is_release(index, callback)
    _check_payload(roles, payload, used_parameters(arguments) | {subject})
    own = roles.payload.name if roles.payload and not payload else None
    registrar = override.registrar if override and override.registrar else use.registrar
    return CallbackPlan(
        c_name=callback.name,
        name=python_name(callback.name),
        since=callback.since,
        doc=callback.doc,
        registrar=registrar,
        c_result=callback.result,
        c_parameters=callback.parameters,
        registry=index.registries.get(callback.name, NO_REGISTRY),
        locks=held(index.annotations, callback.name),
        slots=0 if payload else override.slots if override else _DEFAULT_SLOTS,
        payload=payload,
        about=None if releases else own,
        releases=own if releases else None,
        arguments=arguments,
        subject=subject,
        result=lower_result(index, callback, roles, use, registrar, protocols),
        single=_is_single(index, callback),
    )


def _is_single(index: Index, callback: Callback) -> bool:
    """Return whether the core accepts only one registration of a callback."""
    names = (name for entry in index.annotations.single.values() for name in entry.functions)
    functions = (index.functions[name] for name in names if name in index.functions)
    return any(p.type == CallbackType(callback.name) for f in functions for p in f.parameters)


def _entries(
    index: Index, callback: Callback, override: CallbackOverride | None
) -> tuple[ArgumentEntry, ...]:
    """Return the annotated arguments, with the parameter names of this release."""
    return tuple(
        dataclasses.replace(entry, source=_name_in(callback, entry.source))
        for entry in (override.arguments if override else ())
        if entry.since is None or entry.since <= index.header.version
    )


def _name_in(callback: Callback, name: str) -> str:
    """Return the name of a parameter in this release, given its names in all releases, ex) ``url|uri``."""
    parameters = {p.name for p in callback.parameters}
    return next((choice for choice in name.split("|") if choice in parameters), name)


def _subject(callback: Callback, override: CallbackOverride | None) -> str | None:
    """Return the text parameter to name in the log, or None."""
    subject = _name_in(callback, override.subject) if override else ""
    known = {p.name: p.type for p in callback.parameters}
    if subject and not is_text(known.get(subject, VoidType())):
        raise UnboundError(f"it has no text '{subject}', which the annotations name")
    return subject or None


def _check_handles(override: CallbackOverride | None, arguments: Sequence[CallbackArgumentPlan]) -> None:
    """Reject annotations that use a handle after the callback, or a missing handle."""
    handles = {a.places[0] for a in arguments if isinstance(a.conversion, BorrowedHandle)}
    if handles and override and override.deferred:
        raise UnboundError("its handles would be invalid in a deferred call")
    if (
        override
        and override.responds
        and override.responds not in {at.field or at.parameter for at in handles}
    ):
        raise UnboundError(f"it has no handle '{override.responds}', which the annotations name")


def _payload(roles: Roles, use: Use, override: CallbackOverride | None) -> PayloadPlan | None:
    if roles.payload is None or use.kind is UseKind.SLOT:
        return None
    return PayloadPlan(roles.payload.name, use.method, override is not None and override.optional)


def _check_payload(roles: Roles, payload: PayloadPlan | None, used: set[str | None]) -> None:
    """Reject a payload that the plan does not use."""
    if roles.payload and not payload and roles.payload.name not in used:
        raise UnboundError(
            f"no rule binds its parameter '{roles.payload.name}' of type '{spell(roles.payload.type)}'"
        )
