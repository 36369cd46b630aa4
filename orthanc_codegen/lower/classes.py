"""Opaque types → classes of handles: their methods, and what else they are to Python."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable, Mapping

from orthanc_codegen.ir import Function, OpaqueType, Parameter, PointerType
from orthanc_codegen.lower.annotations import ClassNote
from orthanc_codegen.lower.functions import BoundFunction, lower_function
from orthanc_codegen.lower.index import CONTEXT, Index
from orthanc_codegen.lower.naming import CALL_PREFIX, CLASS_PREFIX, LENT_PREFIX, lent_name, python_name
from orthanc_codegen.lower.pieces import UnboundError
from orthanc_codegen.plan import CallbackPlan, ClassPlan, FunctionPlan, GilPolicy

CLOSE = "Close"  # the method by which Python frees an owned object before the garbage collector does
_CONTEXT = Parameter("context", PointerType(OpaqueType(CONTEXT), const=False))


def lower_lent(index: Index, callbacks: Mapping[str, CallbackPlan]) -> list[BoundFunction]:
    """The functions that the core lends to callbacks, as methods of what they work on."""
    bound: list[BoundFunction] = []
    for opaque, names in index.lenders.items():
        if opaque not in index.opaques:
            continue
        for name in names:
            callback = index.callbacks[name]
            function = Function(
                callback.name,
                callback.result,
                (_CONTEXT, *callback.parameters),
                callback.doc,
                callback.since,
                callback.line,
                service=None,
                block=None,
            )
            try:
                made = lower_function(index, function, None, callbacks)
            except UnboundError:
                continue
            bound.append(dataclasses.replace(made, plans=tuple(_lent(opaque, name, p) for p in made.plans)))
    return bound


def _lent(opaque: str, c_name: str, plan: FunctionPlan) -> FunctionPlan:
    """A function plan whose call goes through the handle."""
    owner = python_name(opaque)
    name = lent_name(c_name, owner)
    assert plan.bound_self is not None
    local = plan.bound_self.local
    functions = f"{LENT_PREFIX}{owner}"
    call = dataclasses.replace(
        plan.call,
        begin=f"(call.Begin() && {local}.Lends(&{functions}::{name}, kSignature.function))",
        statement=plan.call.statement.replace(f"{c_name}(call.Context(), ", f"{local}.Lent().{name}("),
        # The core is in the middle of a call of ours; it only takes notes.
        gil=GilPolicy.KEEP,
    )
    bound_self = dataclasses.replace(plan.bound_self, holder=f"LendingHandleArgument<{opaque}, {functions}>")
    return dataclasses.replace(
        plan,
        name=name,
        qualified_name=f"{owner}.{name}",
        cpp_name=f"{CALL_PREFIX}{owner}_{name}",
        bound_self=bound_self,
        call=call,
    )


def lower_classes(
    index: Index, bound: list[BoundFunction], callbacks: Iterable[CallbackPlan]
) -> tuple[ClassPlan, ...]:
    """The handle classes that Python can meet: as self, argument or result, or in a callback."""
    initializers = {out.initializer for b in bound for plan in b.plans for out in plan.outputs}
    initializers |= {argument.initializer for b in bound for plan in b.plans for argument in plan.arguments}
    callbacks = tuple(callbacks)
    initializers |= {answer.initializer for c in callbacks for answer in c.result.answers}
    met = {name.removeprefix(CLASS_PREFIX) for name in initializers if name.startswith(CLASS_PREFIX)}
    met |= {borrow.class_name for callback in callbacks for borrow in callback.borrows}
    met |= {python_name(b.self_class) for b in bound if b.self_class}
    methods: dict[str, list[FunctionPlan]] = {}
    for made in bound:
        methods.setdefault(made.self_class or "", []).extend(made.plans)
    return tuple(
        _class(index, opaque.name, tuple(methods.get(opaque.name, ())))
        for opaque in index.header.opaques
        if python_name(opaque.name) in met
    )


def _class(index: Index, c_name: str, methods: tuple[FunctionPlan, ...]) -> ClassPlan:
    name, opaque, free = python_name(c_name), index.opaques[c_name], index.free_function(c_name)
    note = index.class_note(c_name)
    known = {f.c_name: f for f in methods}
    container, special = _container(note, known) if note else ((), ())
    if free is not None:
        special = (
            *special,
            (CLOSE, "", "None"),
            ("__enter__", "", name),
            ("__exit__", "*exception: object", "None"),
        )
    memory = _memory(index, note) if note else ()
    if memory:
        special = (*special, ("__buffer__", "flags: int, /", "memoryview"))
    return ClassPlan(
        name=name,
        c_name=c_name,
        free=free.name if free else None,
        clone=_clone(index, note) if note else None,
        memory=memory,
        container=container,
        special=special,
        lent=tuple((c, lent_name(c, name)) for c in index.lenders.get(c_name, ())),
        concurrent=note.concurrent if note else False,
        methods=methods,
        doc=opaque.doc,
        since=opaque.since,
    )


def _container(
    note: ClassNote, known: Mapping[str, FunctionPlan]
) -> tuple[tuple[tuple[str, str], ...], tuple[tuple[str, str, str], ...]]:
    """The slots of a container, and its methods for the stub; none where the header lacks a part of it."""
    made = {role: known.get(function) for role, function in note.container.items()}
    plans = {role: plan for role, plan in made.items() if plan is not None}
    if not plans or len(plans) < len(made):
        return (), ()
    if "count" in plans:
        count, item = plans["count"], plans["item"]
        return (
            ("Py_sq_length", f"&Length<{count.cpp_name}>"),
            ("Py_tp_iter", "&PySeqIter_New"),
            ("Py_sq_item", f"&Item<{count.cpp_name}, {item.cpp_name}>"),
        ), (
            ("__len__", "", "int"),
            ("__getitem__", "index: int, /", _told(item)),
            ("__iter__", "", f"Iterator[{_told(item)}]"),
        )
    parts = [plan for role, plan in plans.items() if role != "next"]
    wrappers = ", ".join(p.cpp_name for p in parts)
    item_type = f"tuple[{', '.join(map(_told, parts))}]"
    return (
        ("Py_tp_iter", "&PyObject_SelfIter"),
        ("Py_tp_iternext", f"&Next<{plans['next'].cpp_name}, true, {wrappers}>"),
    ), (("__iter__", "", f"Iterator[{item_type}]"), ("__next__", "", item_type))


def _clone(index: Index, note: ClassNote) -> str | None:
    """The C++ that copies a handle; none where this header lacks a function for it."""
    called = set(re.findall(r"[A-Za-z_]\w*", note.clone)) - {"context", "object"}
    return note.clone if called and called <= index.functions.keys() else None


def _told(plan: FunctionPlan) -> str:
    """What an item is to Python, which is never None in a container."""
    return plan.returns.annotation.removesuffix(" | None")


def _memory(index: Index, note: ClassNote) -> tuple[str, ...]:
    """The statements that describe the memory of a handle; none where this header lacks a function for it."""
    functions = {role: name for role, name in note.memory.items() if role != "writable"}
    if not functions or not all(name in index.functions for name in functions.values()):
        return ()
    call = {role: f"{name}(context, object)" for role, name in functions.items()}
    data = f"memory->data = const_cast<void*>(static_cast<const void*>({call['data']}));"
    if "size" in call:
        return (
            data,
            f"memory->shape[0] = static_cast<std::uint64_t>({call['size']});",
            "memory->strides[0] = 1;",
        )
    return (
        data,
        "memory->writable = true;",
        f"const auto format = {call['format']};",
        "memory->format[0] = static_cast<char>(ElementFormat(format));",
        "const std::uint64_t channels = ChannelsPerPixel(format);",
        "memory->element = channels == 0 ? 1 : BytesPerPixel(format) / channels;",
        f"memory->shape[0] = {call['height']};",
        f"memory->shape[1] = {call['width']};",
        "memory->shape[2] = channels;",
        f"memory->strides[0] = {call['pitch']};",
        "memory->strides[1] = BytesPerPixel(format);",
        "memory->strides[2] = memory->element;",
        "memory->dimensions = channels == 1 ? 2 : 3;",
    )
