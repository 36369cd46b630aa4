"""Lower opaque types to classes of handles: methods, copying, memory and iteration."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from orthanc_codegen.ir import Function, OpaqueType, Parameter, PointerType
from orthanc_codegen.lower.annotations import ClassOverride
from orthanc_codegen.lower.functions import BoundFunction, lower_function
from orthanc_codegen.lower.index import CONTEXT, Index, UnboundError
from orthanc_codegen.lower.naming import handle_function_name, python_name
from orthanc_codegen.plan import CallbackPlan, ClassPlan, FunctionPlan
from orthanc_codegen.plan.conversions import BorrowedHandle, Handle
from orthanc_codegen.plan.functions import HandleFunction
from orthanc_codegen.plan.types import (
    Container,
    Cursor,
    FlatMemory,
    ImageClone,
    ImageMemory,
    Memory,
    Sequence,
)
from orthanc_codegen.words import sentence

_CONTEXT = Parameter("context", PointerType(OpaqueType(CONTEXT), const=False))


def lower_handle_functions(
    index: Index, callbacks: Mapping[str, CallbackPlan]
) -> tuple[list[BoundFunction], dict[str, str]]:
    """Plan the functions that callbacks receive with a handle, as methods of the handle.

    Returns also the reasons for those that no rule binds, by callback type.
    """
    bound: list[BoundFunction] = []
    reasons: dict[str, str] = {}
    for opaque, names in index.handle_functions.items():
        if opaque not in index.opaques:
            continue
        owner = python_name(opaque)
        for name in names:
            described = HandleFunction(name, owner, handle_function_name(name, owner))
            try:
                bound.append(lower_function(index, _as_function(index, name), None, callbacks, described))
            except UnboundError as error:
                reasons[name] = sentence(str(error))
    return bound, reasons


def _as_function(index: Index, name: str) -> Function:
    """Return a callback type as a function of the SDK."""
    declared = index.callbacks[name]
    return Function(
        declared.name,
        declared.result,
        (_CONTEXT, *declared.parameters),
        declared.doc,
        declared.since,
        declared.line,
        service=None,
        block=None,
    )


def lower_classes(
    index: Index, bound: list[BoundFunction], callbacks: Iterable[CallbackPlan]
) -> tuple[ClassPlan, ...]:
    """Plan the handle classes that occur in functions or callbacks."""
    met = {handle.name for handle in _handles(bound, callbacks)}
    methods: dict[str, list[FunctionPlan]] = {}
    for made in bound:
        methods.setdefault(made.self_class or "", []).extend(made.plans)
    return tuple(
        _class(index, opaque.name, tuple(methods.get(opaque.name, ())))
        for opaque in index.header.opaques
        if python_name(opaque.name) in met
    )


def _handles(bound: list[BoundFunction], callbacks: Iterable[CallbackPlan]) -> Iterator[Handle]:
    """Yield every handle that Python and the core exchange."""
    for plan in (plan for made in bound for plan in made.plans):
        yield from (plan.bound_self.handle,) if plan.bound_self else ()
        yield from (a.conversion for a in plan.arguments if isinstance(a.conversion, Handle))
        yield from (o.conversion for o in plan.outputs if isinstance(o.conversion, Handle))
    for callback in callbacks:
        answers = [answer.conversion for answer in callback.result.answers]
        yield from (conversion for conversion in answers if isinstance(conversion, Handle))
        arrivals = [argument.conversion for argument in callback.arguments]
        yield from (arrival.handle for arrival in arrivals if isinstance(arrival, BorrowedHandle))


def _class(index: Index, c_name: str, methods: tuple[FunctionPlan, ...]) -> ClassPlan:
    name, opaque, free = python_name(c_name), index.opaques[c_name], index.free_function(c_name)
    override = index.class_override(c_name)
    return ClassPlan(
        name=name,
        c_name=c_name,
        free=free.name if free else None,
        clone=_clone(index, override) if override else None,
        memory=_memory(index, override) if override else None,
        container=_container(override, {f.c_name: f for f in methods}) if override else None,
        functions=tuple((c, handle_function_name(c, name)) for c in index.handle_functions.get(c_name, ())),
        concurrent=override is not None and override.concurrent,
        methods=methods,
        doc=opaque.doc,
        since=opaque.since,
    )


def _container(override: ClassOverride, known: Mapping[str, FunctionPlan]) -> Container | None:
    """Plan the iteration over a handle; None if the header lacks one of its functions."""
    plans = {role: known[function] for role, function in override.container.items() if function in known}
    if not plans or len(plans) < len(override.container):
        return None
    if "count" in plans:
        return Sequence(plans["count"], plans["item"])
    return Cursor(plans["next"], tuple(plan for role, plan in plans.items() if role != "next"))


def _clone(index: Index, override: ClassOverride) -> ImageClone | None:
    """Plan the copying of a handle; None if the header lacks one of its functions."""
    return ImageClone(**override.clone) if _has_all(index, override.clone) else None


def _memory(index: Index, override: ClassOverride) -> Memory | None:
    """Plan the memory of a handle; None if the header lacks one of its functions."""
    if not _has_all(index, override.memory):
        return None
    return (FlatMemory if "size" in override.memory else ImageMemory)(**override.memory)


def _has_all(index: Index, functions: Mapping[str, str]) -> bool:
    return bool(functions) and all(name in index.functions for name in functions.values())
