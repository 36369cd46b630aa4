"""The arguments of a callable: by rule, and by annotation."""

from __future__ import annotations

from pathlib import Path

import pytest

from orthanc_codegen.ir import Version
from orthanc_codegen.plan import Arrival, Place
from orthanc_codegen.plan.callbacks import FromRelease, OneOf, Present
from orthanc_codegen.plan.conversions import (
    BorrowedHandle,
    Enumeration,
    EnumeratorName,
    Flag,
    Float,
    Handle,
    Integer,
    IntegerArray,
    Ownership,
    ReceivedBytes,
    Text,
    TextArray,
    TextMapping,
)
from orthanc_codegen.plan.python_types import arrival_type, result_type

from ..snippets import notes, plan, symbol
from .declared import ENTRY, callback, declare

_BELL = BorrowedHandle(Handle("OrthancPluginBell", "Bell", Ownership.BORROWED))


@pytest.mark.parametrize(
    ("parameters", "annotation", "conversion", "places"),
    [
        ("const char* x", "str", Text(), ["x"]),
        ("int64_t x", "int", Integer("int64_t"), ["x"]),
        ("uint8_t x", "bool", Flag("uint8_t"), ["x"]),
        ("float x", "float", Float("float"), ["x"]),
        ("OrthancPluginVerb x", "Verb", Enumeration("OrthancPluginVerb", "Verb"), ["x"]),
        ("const OrthancPluginBell* x", "Bell", _BELL, ["x"]),
        ("uint32_t xCount, const char* const* x", "list[str]", TextArray(), ["x", "xCount"]),
        ("uint32_t xCount, const uint16_t* x", "list[int]", IntegerArray(), ["x", "xCount"]),
        (
            "uint32_t xCount, const char* const* xKeys, const char* const* xValues",
            "dict[str, str]",
            TextMapping(),
            ["xKeys", "xValues", "xCount"],
        ),
        ("const void* x, uint64_t size", "bytes", ReceivedBytes(), ["x", "size"]),
    ],
)
def test_parameters_become_one_positional_argument(
    parameters: str, annotation: str, conversion: Arrival, places: list[str]
) -> None:
    strike = callback(plan(declare(parameters)))
    (argument,) = strike.arguments
    assert (argument.name, argument.conversion) == ("x", conversion)
    assert argument.places == tuple(map(Place, places))
    assert arrival_type(argument.conversion) == annotation
    assert (argument.keyword, argument.conditions, argument.condition_doc) == (False, (), "")
    assert (strike.positional, result_type(strike)) == (1, "None")


def test_a_handle_is_lent() -> None:
    (bell,) = callback(plan(declare("OrthancPluginBell* bell"))).borrowed
    assert (bell.conversion, bell.places) == (_BELL, (Place("bell"),))


def test_a_handle_that_may_be_null() -> None:
    register = declare("OrthancPluginBell* bell").replace(
        "typedef OrthancPluginErrorCode", "/** @param bell May be NULL. **/\ntypedef OrthancPluginErrorCode"
    )
    (bell,) = callback(plan(register)).borrowed
    assert isinstance(bell.conversion, BorrowedHandle)
    assert (bell.conversion.handle.optional, arrival_type(bell.conversion)) == (True, "Bell | None")


def test_parameters_without_names_get_some() -> None:
    strike = callback(plan(declare("const char*, int32_t")))
    assert [a.name for a in strike.arguments] == ["argument1", "argument2"]
    assert [a.places for a in strike.arguments] == [(Place("argument1"),), (Place("argument2"),)]
    assert [p.name for p in strike.c_parameters] == ["argument1", "argument2"]


# -- By annotation -------------------------------------------------------------------------------------------

_ARGUMENTS = """
slots = 5
subject = "path|url"
responds = "bell"
arguments = [
  { source = "path|url", name = "uri" },
  { source = "bell" },
  { source = "request.verb", name = "method", keyword = true, text = true },
  { source = "request.headers", keyword = true },
  { source = "request.body", keyword = true, only = CONDITION },
]
""".replace("CONDITION", '{ of = "request.verb", when = ["OrthancPluginVerb_Put"] }')
_PARAMETERS = "OrthancPluginBell* bell, const char* url, const OrthancPluginRequest* request, int32_t unused"
_VERB = Place("request", "verb")


def test_the_annotations_order_and_name_arguments(tmp_path: Path) -> None:
    strike = callback(plan(declare(_PARAMETERS), notes(ENTRY + _ARGUMENTS, tmp_path)))
    put = OneOf(_VERB, "OrthancPluginVerb", ("OrthancPluginVerb_Put",))
    assert [(a.name, a.conversion, a.keyword, a.conditions) for a in strike.arguments] == [
        ("uri", Text(), False, ()),
        ("bell", _BELL, False, ()),
        ("method", EnumeratorName("Verb"), True, ()),
        ("headers", TextMapping(), True, ()),
        ("body", ReceivedBytes(), True, (put,)),
    ]
    assert [a.places for a in strike.arguments] == [
        (Place("url"),),
        (Place("bell"),),
        (_VERB,),
        tuple(Place("request", f"headers{part}") for part in ("Keys", "Values", "Count")),
        (Place("request", "body"), Place("request", "bodySize")),
    ]
    types = [arrival_type(a.conversion) for a in strike.arguments]
    assert types == ["str", "Bell", "str", "dict[str, str]", "bytes"]
    assert [a.condition_doc for a in strike.arguments] == ["", "", "", "", "only for PUT"]
    assert strike.positional == 2


@pytest.mark.parametrize(
    ("before", "after", "reason"),
    [
        ("request.verb", "demand.verb", "no struct 'demand'"),
        ("request.headers", "request.footers", "'footers'"),
        ("OrthancPluginVerb_Put", "OrthancPluginVerb_Post", "no enumerator OrthancPluginVerb_Post"),
        ('of = "request.verb"', 'of = "request.body"', "'request.body'"),
        ('"request.headers", keyword', '"request.headers", text = true, keyword', "is not an enumeration"),
    ],
)
def test_an_entry_that_does_not_fit_is_reported(before: str, after: str, reason: str, tmp_path: Path) -> None:
    entry = (ENTRY + _ARGUMENTS).replace(before, after)
    module = plan(declare(_PARAMETERS), notes(entry, tmp_path))
    assert reason in (symbol(module, "RegisterStrike").reason or "")


_TUPLE = f'{ENTRY}arguments = [{{ source = "x", as_tuple = true }}]\n'


@pytest.mark.parametrize(
    ("array", "conversion", "annotation"),
    [
        ("const char* const*", TextArray(as_tuple=True), "tuple[str, ...]"),
        ("const uint16_t*", IntegerArray(as_tuple=True), "tuple[int, ...]"),
    ],
)
def test_an_array_may_be_a_tuple(array: str, conversion: Arrival, annotation: str, tmp_path: Path) -> None:
    declared = declare(f"uint32_t xCount, {array} x")
    (argument,) = callback(plan(declared, notes(_TUPLE, tmp_path))).arguments
    assert (argument.conversion, arrival_type(argument.conversion)) == (conversion, annotation)
    assert argument.places == (Place("x"), Place("xCount"))


def test_only_an_array_may_be_a_tuple(tmp_path: Path) -> None:
    module = plan(declare("const char* x"), notes(_TUPLE, tmp_path))
    assert "'x' is not an array" in (symbol(module, "RegisterStrike").reason or "")


def test_an_argument_may_be_passed_only_where_there_is_one(tmp_path: Path) -> None:
    entry = f'{ENTRY}arguments = [{{ source = "x", keyword = true, present = true }}]\n'
    (argument,) = callback(plan(declare("const char* x"), notes(entry, tmp_path))).arguments
    assert (argument.conditions, argument.condition_doc) == ((Present(Place("x")),), "if present")


_SINCE = '__attribute__((annotate("ORTHANC_PLUGIN_SINCE_SDK 1.12.9")))'


def test_an_argument_by_position_is_always_there(tmp_path: Path) -> None:
    """Refuse a positional field that only newer cores have, even without a condition in the annotations."""
    declared = declare("const OrthancPluginRequest* x").replace("bodySize;", f"bodySize {_SINCE};")
    entry = f'{ENTRY}arguments = [{{ source = "x.body" }}]\n'
    module = plan(declared, notes(entry, tmp_path))
    reason = symbol(module, "RegisterStrike").reason or ""
    assert "'body' is passed by position, but not always (since Orthanc 1.12.9)" in reason
    by_name = entry.replace('"x.body"', '"x.body", keyword = true')
    (argument,) = callback(plan(declared, notes(by_name, tmp_path))).arguments
    assert argument.conditions == (FromRelease(Version(1, 12, 9)),)
    declared = declared.replace(
        "typedef OrthancPluginErrorCode (*OrthancPluginStrike)",
        f"{_SINCE} typedef OrthancPluginErrorCode (*OrthancPluginStrike)",
    )
    (argument,) = callback(plan(declared, notes(entry, tmp_path))).arguments
    assert argument.conditions == ()  # the callback is as new as the field


def test_conditions_are_asked_from_the_release_to_the_value(tmp_path: Path) -> None:
    only = '{ of = "x.verb", when = ["OrthancPluginVerb_Put", "OrthancPluginVerb_Get"] }'
    entry = f'arguments = [{{ source = "x.body", keyword = true, present = true, only = {only} }}]\n'
    declared = declare("const OrthancPluginRequest* x").replace("bodySize;", f"bodySize {_SINCE};")
    (argument,) = callback(plan(declared, notes(ENTRY + entry, tmp_path))).arguments
    assert argument.conditions == (
        FromRelease(Version(1, 12, 9)),
        Present(Place("x", "body")),
        OneOf(Place("x", "verb"), "OrthancPluginVerb", ("OrthancPluginVerb_Put", "OrthancPluginVerb_Get")),
    )
    assert argument.condition_doc == "only for PUT and GET, if present and since Orthanc 1.12.9"
