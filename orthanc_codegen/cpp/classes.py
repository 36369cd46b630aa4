"""Translate classes of handles to C++: methods, and slots to free, copy, read and iterate over objects."""

from __future__ import annotations

from typing import assert_never

from orthanc_codegen.cpp.calls import spell_function
from orthanc_codegen.cpp.model import CppClass
from orthanc_codegen.cpp.names import wrapper
from orthanc_codegen.plan import ClassPlan
from orthanc_codegen.plan.types import (
    BYTES_PER_PIXEL,
    CHANNELS_PER_PIXEL,
    ELEMENT_FORMAT,
    Cursor,
    FlatMemory,
    ImageMemory,
    Sequence,
)

_NONE = "nullptr"


def spell_class(plan: ClassPlan, file: str) -> CppClass:
    """Return the C++ of one class, which has a file of its own."""
    return CppClass(
        plan=plan,
        file=file,
        methods=tuple(map(spell_function, plan.methods)),
        free=f"&FreeObject<{plan.c_name}, {plan.free}>" if plan.free else _NONE,
        clone=_clone(plan),
        memory=_memory(plan),
        container=_container(plan),
    )


def _clone(plan: ClassPlan) -> str:
    clone = plan.clone
    return f"&CloneImage<{plan.c_name}, {clone.convert}, {clone.format}>" if clone else _NONE


def _memory(plan: ClassPlan) -> str:
    """Return the function that describes the memory of a handle."""
    match plan.memory:
        case None:
            return _NONE
        case FlatMemory(data, size):
            return f"&DescribeFlatMemory<{plan.c_name}, {data}, {size}>"
        case ImageMemory(data, form, width, height, pitch):
            tables = ", ".join((BYTES_PER_PIXEL, CHANNELS_PER_PIXEL, ELEMENT_FORMAT))
            functions = ", ".join((data, form, width, height, pitch))
            return f"&DescribeImageMemory<{plan.c_name}, {functions}, {tables}>"
        case _:
            assert_never(plan.memory)


def _container(plan: ClassPlan) -> tuple[tuple[str, str], ...]:
    """Return the slots of a container type, each with its function."""
    match plan.container:
        case None:
            return ()
        case Sequence(count, item):
            return (
                ("Py_sq_length", f"&Length<{wrapper(count)}>"),
                ("Py_tp_iter", f"&Iterate<{wrapper(count)}, {wrapper(item)}>"),
                ("Py_sq_item", f"&Item<{wrapper(count)}, {wrapper(item)}>"),
            )
        case Cursor(next_, parts):
            wrappers = ", ".join(map(wrapper, parts))
            return (
                ("Py_tp_iter", "&PyObject_SelfIter"),
                ("Py_tp_iternext", f"&Next<{wrapper(next_)}, true, {wrappers}>"),
            )
        case _:
            assert_never(plan.container)
