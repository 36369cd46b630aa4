"""What Python passes in, rule by rule."""

from __future__ import annotations

from pathlib import Path

import pytest

from orthanc_codegen.plan import ArgumentPlan, Status

from ...headers.bare import function
from .snippets import functions, notes, only, plan, symbol

_BELL = "typedef struct _OrthancPluginBell_t OrthancPluginBell;\n"
_TONE = "typedef enum { OrthancPluginTone_C = 1 } OrthancPluginTone;\n"


def argument(parameters: str, *, declarations: str = "", doc: str = "") -> ArgumentPlan:
    """Plan a function whose parameters become one argument."""
    (single,) = only(plan(declarations + function("Ring", parameters, doc=doc))).arguments
    return single


@pytest.mark.parametrize(
    ("parameters", "holder", "annotation", "c_names"),
    [
        ("const char* uri", "TextArgument", "str", ("uri",)),
        ("int8_t x", "IntegerArgument<int8_t>", "int", ("x",)),
        ("uint64_t x", "IntegerArgument<uint64_t>", "int", ("x",)),
        ("float x", "FloatArgument<float>", "float", ("x",)),
        ("uint16_t httpStatus", "HttpStatusArgument", "int", ("httpStatus",)),
        ("uint32_t httpStatus", "IntegerArgument<uint32_t>", "int", ("httpStatus",)),
        ("const void* body, uint32_t bodySize", "BufferArgument<uint32_t>", "_Bytes", ("body", "bodySize")),
        ("const void* body, uint64_t size", "BufferArgument<uint64_t>", "_Bytes", ("body", "size")),
        (
            "const char* body, uint32_t bodySize",
            "BufferArgument<uint32_t, char>",
            "_Bytes",
            ("body", "bodySize"),
        ),
        (
            "uint32_t hCount, const char* const* hKeys, const char* const* hValues",
            "HeadersArgument",
            "Mapping[str, str] | None",
            ("hCount", "hKeys", "hValues"),
        ),
    ],
)
def test_parameters_become_one_argument(
    parameters: str, holder: str, annotation: str, c_names: tuple[str, ...]
) -> None:
    plan_ = argument(parameters)
    assert (plan_.holder, plan_.annotation, plan_.c_names) == (holder, annotation, c_names)
    assert plan_.local == f"in_{c_names[0].removesuffix('Count')}"


def test_a_size_of_another_buffer_is_a_number_of_its_own() -> None:
    ring = symbol(plan(function("Ring", "const void* body, uint32_t otherSize")), "Ring")
    assert ring.reason == "No rule binds its parameter 'body' of type 'const void *'."


def test_a_size_after_text_is_a_number_of_its_own() -> None:
    arguments = only(plan(function("Ring", "const char* name, uint64_t size"))).arguments
    assert [a.holder for a in arguments] == ["TextArgument", "IntegerArgument<uint64_t>"]


def test_an_enumeration(tmp_path: Path) -> None:
    closed = argument("OrthancPluginTone tone", declarations=_TONE)
    assert (closed.holder, closed.annotation) == ("EnumArgument<OrthancPluginTone>", "Tone")
    assert closed.initializer == "enums::kTone"
    entry = '[enums.OrthancPluginTone]\nsince = "1.0.0"\nreason = "r"\nopen = true\n'
    module = plan(_TONE + function("Ring", "OrthancPluginTone tone"), notes(entry, tmp_path))
    assert only(module).arguments[0].annotation == "int"


def test_a_handle_of_the_first_parameter_makes_a_method() -> None:
    ring = only(plan(_BELL + function("Ring", "const OrthancPluginBell* bell, OrthancPluginBell* other")))
    assert (ring.qualified_name, ring.cpp_name) == ("Bell.Ring", "Call_Bell_Ring")
    assert ring.bound_self is not None
    assert ring.bound_self.holder == "HandleArgument<OrthancPluginBell>"
    assert [(a.name, a.annotation) for a in ring.arguments] == [("other", "Bell")]


def test_a_handle_after_an_output_makes_a_method() -> None:
    ring = only(plan(_BELL + function("Ring", "uint32_t* target, OrthancPluginBell* bell")))
    assert (ring.qualified_name, ring.returns.annotation) == ("Bell.Ring", "int")


def test_a_handle_after_another_argument_is_an_argument() -> None:
    ring = only(plan(_BELL + function("Ring", "int32_t times, OrthancPluginBell* bell")))
    assert (ring.qualified_name, [a.name for a in ring.arguments]) == ("Ring", ["times", "bell"])


def test_what_may_be_null_has_a_default_unless_something_required_follows() -> None:
    doc = "@param a Can be NULL.\n@param b Required.\n@param c May be NULL.\n@param d (can be NULL)"
    parameters = "const char* a, const char* b, OrthancPluginBell* c, const char* d"
    ring = only(plan(_BELL + function("Ring", parameters, doc=doc)))
    shown = [(a.name, a.annotation, a.default) for a in ring.arguments]
    assert shown == [
        ("a", "str | None", None),
        ("b", "str", None),
        ("c", "Bell | None", "None"),
        ("d", "str | None", "None"),
    ]
    assert ring.required == 2


def test_text_of_an_http_output_is_checked_as_a_header(tmp_path: Path) -> None:
    entries = """
        [classes.OrthancPluginBell]
        since = "1.0.0"
        reason = "r"
        http_output = true
        answering_words = ["Ring"]
        [functions.OrthancPluginHum]
        since = "1.0.0"
        reason = "r"
        parameters.tune.text = "free"
    """
    tune = "OrthancPluginBell* bell, const char* tune"
    module = plan(_BELL + function("Ring", tune) + function("Hum", tune), notes(entries, tmp_path))
    ring, hum = functions(module)["Bell.Ring"], functions(module)["Bell.Hum"]
    assert ring.arguments[0].holder == "HeaderTextArgument"
    assert hum.arguments[0].holder == "TextArgument"
    assert ring.bound_self is not None
    assert hum.bound_self is not None
    assert (ring.bound_self.commit, hum.bound_self.commit) == ("in_bell.MarkAnswered();", None)


def test_pixels_are_checked_against_their_measures(tmp_path: Path) -> None:
    entry = (
        '[enums.OrthancPluginPixelFormat]\nsince = "1.0.0"\nreason = "r"\ntables.BytesPerPixel.doc = "d"\n'
    )
    entry += "tables.BytesPerPixel.rows.OrthancPluginPixelFormat_Grey = 1\n"
    format_ = "typedef enum { OrthancPluginPixelFormat_Grey = 1 } OrthancPluginPixelFormat;\n"
    measures = "OrthancPluginPixelFormat format, uint32_t width, uint32_t height, uint32_t pitch"
    text = format_ + function("Paint", f"{measures}, const void* buffer")
    paint = only(plan(text, notes(entry, tmp_path)))
    buffer = paint.arguments[-1]
    assert (buffer.holder, buffer.annotation) == ("PixelsArgument", "_Bytes")
    assert buffer.check is not None
    assert "BytesPerPixel(in_format.Get()), in_width.Get(), in_height.Get(), in_pitch.Get()" in buffer.check


def test_pixels_of_a_size_that_nobody_knows_are_left_out() -> None:
    format_ = "typedef enum { OrthancPluginPixelFormat_Grey = 1 } OrthancPluginPixelFormat;\n"
    measures = "OrthancPluginPixelFormat format, uint32_t width, uint32_t height, uint32_t pitch"
    module = plan(format_ + function("Paint", f"{measures}, const void* buffer"))
    assert symbol(module, "Paint").reason == ("No rule binds its parameter 'buffer' of type 'const void *'.")


def test_a_consumed_handle_belongs_to_the_core(tmp_path: Path) -> None:
    entry = '[functions.OrthancPluginSell]\nsince = "1.0.0"\nreason = "r"\nparameters.bell.consumed = true\n'
    sell = only(plan(_BELL + function("Sell", "OrthancPluginBell* bell"), notes(entry, tmp_path)))
    assert sell.bound_self is not None
    assert sell.bound_self.holder == "ConsumedHandleArgument<OrthancPluginBell>"
    assert sell.call.before == ("in_bell.Consume();",)


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


def test_a_size_that_scripts_may_pass_is_ignored(tmp_path: Path) -> None:
    text = (
        '[functions.OrthancPluginRing]\nsince = "1.0.0"\nreason = "a test"\n'
        "parameters.bodySize.ignored = true\n"
    )
    ring = only(plan(function("Ring", "const void* body, uint32_t bodySize"), notes(text, tmp_path)))
    assert [(a.name, a.default, a.c_names) for a in ring.arguments] == [
        ("body", None, ("body", "bodySize")),
        ("body_size", "0", ()),
    ]
    assert "(call.Context(), in_body.Data(), in_body.GetSize())" in ring.call.statement
