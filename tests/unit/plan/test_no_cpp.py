"""The plan has no C++: none of its texts looks like C++, except documentation."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator
from typing import Any

import pytest

from orthanc_codegen import pipeline, sdk
from orthanc_codegen.ir import Doc, Header, Version
from orthanc_codegen.plan import ModulePlan

from ...headers.small import NAMES, plan_of

_CPP = re.compile(r"::|->|static_cast|nullptr|[(;<&]")

# Fields with prose. The name of a group is a title from the header.
_PROSE = {
    "AnswerPlan.doc",
    "ArgumentPlan.doc",
    "CallbackArgumentPlan.condition_doc",
    "CallbackArgumentPlan.doc",
    "CallbackResultPlan.doc",
    "EnumMemberPlan.doc",
    "EnumTablePlan.doc",
    "FieldPlan.doc",
    "FunctionPlan.group",
    "GroupPlan.doc",
    "GroupPlan.name",
    "KeyPlan.doc",
    "LockPlan.guards",
    "LockPlan.reason",
    "OutputPlan.doc",
    "SymbolPlan.reason",
}
_RELEASES = [r.version for r in sdk.known_releases() if r.version >= sdk.OLDEST_COVERED]


def cpp_in(value: object, place: str = "the plan") -> Iterator[str]:
    """Yield every text that looks like C++, after the name of its field."""
    if isinstance(value, str):
        if _CPP.search(value):
            yield f"{place}: {value}"
    elif isinstance(value, tuple | frozenset):
        for item in value:
            yield from cpp_in(item, place)
    elif isinstance(value, Doc):
        pass
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            name = f"{type(value).__name__}.{field.name}"
            if name not in _PROSE:
                yield from cpp_in(getattr(value, field.name), name)
    else:
        assert value is None or isinstance(value, bool | int), f"{place} is of a type that is not searched"


@pytest.fixture(scope="module")
def interface() -> Header:
    return pipeline.interface()


@pytest.mark.parametrize("name", NAMES)
def test_no_cpp_in_the_plan_of_a_small_header(name: str) -> None:
    assert list(cpp_in(plan_of(name))) == []


@pytest.mark.parametrize("release", _RELEASES, ids=str)
def test_no_cpp_in_the_plan_of_a_release(release: Version, interface: Header) -> None:
    assert list(cpp_in(pipeline.plan_for(sdk.view(interface, release)))) == []


# -- The search itself ---------------------------------------------------------------------------------------


def _parts(value: object) -> Iterator[Any]:
    """Yield every dataclass of a plan, outer ones first."""
    if isinstance(value, tuple | frozenset):
        for item in value:
            yield from _parts(item)
    elif dataclasses.is_dataclass(value) and not isinstance(value, Doc):
        yield value
        for field in dataclasses.fields(value):
            yield from _parts(getattr(value, field.name))


def _holds_text(value: object) -> bool:
    values = value if isinstance(value, tuple | frozenset) else (value,)
    return any(isinstance(item, str) for item in values)


@pytest.mark.parametrize("cpp", ["in_x.Get()", "in_x->y", "enums::kTone", "a < b", "&x", "return x;"])
def test_cpp_in_any_text_that_is_no_prose_is_found(cpp: str, interface: Header) -> None:
    plan: ModulePlan = pipeline.plan_for(sdk.view(interface, _RELEASES[-1]))
    texts: set[str] = set()
    missed: set[str] = set()
    for part in _parts(plan):
        for field in dataclasses.fields(part):
            value = getattr(part, field.name)
            if not _holds_text(value):
                continue
            name = f"{type(part).__name__}.{field.name}"
            texts.add(name)
            planted = dataclasses.replace(part, **{field.name: cpp if isinstance(value, str) else (cpp,)})
            if not list(cpp_in(planted)):
                missed.add(name)
    assert missed == _PROSE
    assert len(texts - missed) > 50
