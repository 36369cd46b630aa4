"""The slots of a class of handles: how an object is freed, copied, read as memory and iterated over."""

from __future__ import annotations

import pytest

from orthanc_codegen.cpp.classes import spell_class
from orthanc_codegen.plan.types import (
    Container,
    Cursor,
    FlatMemory,
    ImageClone,
    ImageMemory,
    Memory,
    Sequence,
)

from ..plan.made import BELL_SELF, class_, function

# Each kind of memory, and the expression that describes it.
MEMORIES: tuple[tuple[Memory, str], ...] = (
    (
        FlatMemory("OrthancPluginGetData", "OrthancPluginGetSize"),
        "&DescribeFlatMemory<OrthancPluginBell, OrthancPluginGetData, OrthancPluginGetSize>",
    ),
    (
        ImageMemory("GetBuffer", "GetFormat", "GetWidth", "GetHeight", "GetPitch"),
        "&DescribeImageMemory<OrthancPluginBell, GetBuffer, GetFormat, GetWidth, GetHeight, GetPitch, "
        "BytesPerPixel, ChannelsPerPixel, ElementFormat>",
    ),
)


@pytest.mark.parametrize(("memory", "spelled"), MEMORIES)
def test_memory(memory: Memory, spelled: str) -> None:
    assert spell_class(class_(memory=memory), "f.cpp").memory == spelled


_COUNT, _ITEM, _NEXT = (function(name=name, bound_self=BELL_SELF) for name in ("GetCount", "GetItem", "GoOn"))

# Each kind of container, and the type slots that it fills.
CONTAINERS: tuple[tuple[Container, dict[str, str]], ...] = (
    (
        Sequence(_COUNT, _ITEM),
        {
            "Py_sq_length": "&Length<Call_Bell_GetCount>",
            "Py_tp_iter": "&Iterate<Call_Bell_GetCount, Call_Bell_GetItem>",
            "Py_sq_item": "&Item<Call_Bell_GetCount, Call_Bell_GetItem>",
        },
    ),
    (
        Cursor(_NEXT, (_COUNT, _ITEM)),
        {
            "Py_tp_iter": "&PyObject_SelfIter",
            "Py_tp_iternext": "&Next<Call_Bell_GoOn, true, Call_Bell_GetCount, Call_Bell_GetItem>",
        },
    ),
)


@pytest.mark.parametrize(("container", "slots"), CONTAINERS)
def test_containers(container: Container, slots: dict[str, str]) -> None:
    assert dict(spell_class(class_(container=container), "f.cpp").container) == slots


def test_how_an_object_is_freed_and_copied() -> None:
    clone = ImageClone("OrthancPluginConvert", "OrthancPluginGetFormat")
    bell = spell_class(class_(free="OrthancPluginFreeBell", clone=clone), "f.cpp")
    assert bell.free == "&FreeObject<OrthancPluginBell, OrthancPluginFreeBell>"
    assert bell.clone == "&CloneImage<OrthancPluginBell, OrthancPluginConvert, OrthancPluginGetFormat>"


def test_slots_of_which_a_class_has_none() -> None:
    bell = spell_class(class_(), "f.cpp")
    assert (bell.free, bell.clone, bell.memory, bell.container) == ("nullptr", "nullptr", "nullptr", ())


def test_methods_and_file() -> None:
    bell = spell_class(class_(methods=(_COUNT,)), "class_bell.cpp")
    assert (bell.file, [method.name for method in bell.methods]) == ("class_bell.cpp", ["Call_Bell_GetCount"])
