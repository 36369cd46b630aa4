"""The plan of a whole C function: names, defaults, several outputs, and functions that no rule binds."""

from __future__ import annotations

from pathlib import Path

import pytest

from orthanc_codegen.plan import Status
from orthanc_codegen.plan.conversions import Buffer, Content, Float, Integer
from orthanc_codegen.plan.functions import ReturnsTuple, ReturnsValue
from orthanc_codegen.plan.python_types import field_type, input_type, return_type

from ...headers.bare import function
from .snippets import BELL, BUFFER, functions, notes, only, plan, symbol


def test_what_may_be_null_has_a_default_unless_something_required_follows() -> None:
    doc = "@param a Can be NULL.\n@param b Required.\n@param c May be NULL.\n@param d (can be NULL)"
    parameters = "const char* a, const char* b, OrthancPluginBell* c, const char* d"
    ring = only(plan(BELL + function("Ring", parameters, doc=doc)))
    shown = [(a.name, input_type(a.conversion), a.default) for a in ring.arguments]
    assert shown == [
        ("a", "str | None", None),
        ("b", "str", None),
        ("c", "Bell | None", "None"),
        ("d", "str | None", "None"),
    ]
    assert ring.required == 2


@pytest.mark.parametrize(
    ("parameters", "reason"),
    [
        ("void* x", "No rule binds its parameter 'x' of type 'void *'."),
        ("const void* x", "No rule binds its parameter 'x' of type 'const void *'."),
        ("const uint32_t* x", "No rule binds its parameter 'x' of type 'const uint32_t *'."),
        ("const char* const* x", "No rule binds its parameter 'x' of type 'const char *const *'."),
    ],
)
def test_what_no_rule_binds_is_excluded_with_its_reason(parameters: str, reason: str) -> None:
    ring = symbol(plan(function("Ring", parameters)), "Ring")
    assert (ring.status, ring.python, ring.reason) == (Status.EXCLUDED, (), reason)


# -- Several outputs -----------------------------------------------------------------------------------------


def test_several_outputs_become_a_named_tuple() -> None:
    module = plan(function("Ask", "uint32_t* width, float* weight", result="OrthancPluginErrorCode"))
    (record,) = module.named_tuples
    assert (record.name, record.makers) == ("AskResult", ("Ask",))
    assert [(f.name, f.conversion, field_type(f)) for f in record.fields] == [
        ("width", Integer("uint32_t"), "int"),
        ("weight", Float("float"), "float"),
    ]
    ask = only(module)
    assert ask.returns == ReturnsTuple("AskResult", ask.outputs)
    assert [o.c_name for o in ask.outputs] == ["width", "weight"]


def test_functions_share_a_named_tuple_that_the_annotations_name(tmp_path: Path) -> None:
    entry = """
        [functions.OrthancPlugin{name}]
        since = "1.0.0"
        reason = "r"
        result = "Answer"
    """
    shared = """
        [results.Answer]
        outputs = [
          { source = "b", name = "second" },
          { source = "a", name = "first", json = "list[int]" },
        ]
    """
    annotations = notes(entry.format(name="Ask") + entry.format(name="Beg") + shared, tmp_path)
    parameters = "OrthancPluginMemoryBuffer* a, uint32_t* b"
    module = plan(BUFFER + function("Ask", parameters) + function("Beg", parameters), annotations)
    (record,) = module.named_tuples
    assert (record.name, record.makers) == ("Answer", ("Ask", "Beg"))
    assert [(f.name, f.conversion, field_type(f)) for f in record.fields] == [
        ("second", Integer("uint32_t"), "int"),
        ("first", Buffer("OrthancPluginMemoryBuffer", Content.JSON, "list[int]"), "list[int]"),
    ]
    for ask in functions(module).values():
        assert isinstance(ask.returns, ReturnsTuple)
        assert (ask.returns.name, [o.c_name for o in ask.returns.outputs]) == ("Answer", ["b", "a"])


def test_a_flag_tells_whether_there_are_values_at_all() -> None:
    one = only(plan(function("Ask", "uint8_t* found, uint32_t* width")))
    found, width = one.outputs
    assert (one.returns, return_type(one)) == (ReturnsValue(width, found), "int | None")
    module = plan(function("Ask", "uint8_t* found, uint32_t* width, float* weight"))
    several = only(module)
    found, *values = several.outputs
    assert several.returns == ReturnsTuple("AskResult", tuple(values), found)
    assert [field_type(f) for f in module.named_tuples[0].fields] == ["int | None", "float | None"]


def test_a_flag_alone_is_the_answer() -> None:
    ask = only(plan(function("Ask", "uint8_t* found")))
    assert (ask.returns, return_type(ask)) == (ReturnsValue(ask.outputs[0]), "bool")


def test_outputs_can_be_functions_of_their_own(tmp_path: Path) -> None:
    entry = '[functions.OrthancPluginAsk]\nsince = "1.0.0"\nreason = "r"\nsplit = ["AskRow", "AskShelf"]\n'
    module = plan(function("Ask", "uint16_t* row, uint16_t* shelf"), notes(entry, tmp_path))
    assert symbol(module, "Ask").python == ("orthanc.AskRow", "orthanc.AskShelf")
    row, shelf = functions(module)["AskRow"].outputs
    shown = {name: f.returns for name, f in functions(module).items()}
    assert shown == {"AskRow": ReturnsValue(row), "AskShelf": ReturnsValue(shelf)}
    assert (row.c_name, shelf.c_name) == ("row", "shelf")


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ('split = ["One"]', "It has 2 outputs, but the annotations name 1 functions."),
        (
            'outputs = [{ source = "x", name = "y" }]',
            "Its outputs are row, shelf, but the annotations list others.",
        ),
    ],
)
def test_annotations_that_do_not_fit_are_reported(line: str, reason: str, tmp_path: Path) -> None:
    entry = f'[functions.OrthancPluginAsk]\nsince = "1.0.0"\nreason = "r"\n{line}\n'
    module = plan(function("Ask", "uint16_t* row, uint16_t* shelf"), notes(entry, tmp_path))
    ask = symbol(module, "Ask")
    assert (ask.status, ask.reason) == (Status.EXCLUDED, reason)
