"""What Python gets back, rule by rule."""

from __future__ import annotations

from pathlib import Path

import pytest

from orthanc_codegen.plan import FunctionPlan, GilPolicy, Status

from ...headers.bare import function
from .snippets import functions, notes, only, plan, symbol

_BUFFER = "typedef struct { void* data; uint32_t size; } OrthancPluginMemoryBuffer;\n"
_BELL = "typedef struct _OrthancPluginBell_t OrthancPluginBell;\n"
_FREE = function("FreeBell", "OrthancPluginBell* bell", result="void")
_TONE = "typedef enum { OrthancPluginTone_C = 1 } OrthancPluginTone;\n"


def returned(name: str, *, parameters: str = "", result: str, doc: str = "", also: str = "") -> FunctionPlan:
    """Plan a function by its result."""
    return functions(plan(also + function(name, parameters, result=result, doc=doc)))[name]


@pytest.mark.parametrize(
    ("parameters", "holder", "annotation"),
    [
        ("int32_t* target", "IntegerResult<int32_t>", "int"),
        ("uint8_t* target", "FlagResult<uint8_t>", "bool"),
        ("double* target", "FloatResult<double>", "float"),
        ("OrthancPluginTone* target", "EnumResult<OrthancPluginTone>", "Tone"),
        ("OrthancPluginMemoryBuffer* target", "MemoryBufferResult<OrthancPluginMemoryBuffer>", "bytes"),
    ],
)
def test_a_pointer_that_the_core_fills(parameters: str, holder: str, annotation: str) -> None:
    ask = only(plan(_BUFFER + _TONE + function("Ask", parameters)))
    (out,) = ask.outputs
    assert (out.holder, out.local, ask.arguments) == (holder, "out_target", ())
    assert (ask.returns.annotation, ask.returns.expression) == (annotation, "out_target.ToPython()")
    assert ask.call.statement == "call.Returned(OrthancPluginAsk(call.Context(), out_target.Address()));"
    assert ask.call.gil is GilPolicy.RELEASE


@pytest.mark.parametrize(
    ("result", "doc", "holder", "annotation"),
    [
        ("int32_t", "", "IntegerResult<int32_t>", "int"),
        ("OrthancPluginTone", "", "EnumResult<OrthancPluginTone>", "Tone"),
        ("char*", "@return The text, or NULL in the case of an error.", "TextResult", "str"),
        ("char*", "@return The NULL value if there is none, or the text.", "TextResult", "str"),
        ("const char*", "", "BorrowedTextResult", "str | None"),
    ],
)
def test_a_result(result: str, doc: str, holder: str, annotation: str) -> None:
    ask = returned("Ask", result=result, doc=doc, also=_TONE)
    assert (ask.outputs[0].holder, ask.returns.annotation) == (holder, annotation)
    assert ask.call.statement == "out_result.Assign(OrthancPluginAsk(call.Context()));"


def test_nothing_comes_back() -> None:
    for result in ("void", "OrthancPluginErrorCode"):
        ask = returned("Ask", result=result)
        assert (ask.outputs, ask.returns.annotation) == ((), "None")


def test_an_owned_handle_needs_a_function_that_frees_it() -> None:
    cast = returned("Cast", result="OrthancPluginBell*", also=_BELL + _FREE)
    assert (cast.outputs[0].holder, cast.returns.annotation) == ("OwnedHandle", "Bell")
    lost = symbol(plan(_BELL + function("Cast", result="OrthancPluginBell*")), "Cast")
    assert (lost.status, lost.reason) == (
        Status.EXCLUDED,
        "No rule binds its result of type 'OrthancPluginBell *'.",
    )


def test_a_struct_becomes_a_dict_with_keys_named_after_fields_and_enumerations() -> None:
    struct = (
        "typedef struct { uint16_t minLength; OrthancPluginTone t; float loudness; } OrthancPluginNote;\n"
    )
    module = plan(_TONE + struct + function("Ask", "OrthancPluginNote* target"))
    (dict_,) = module.dicts
    assert (only(module).returns.annotation, dict_.converter) == ("_Note", "NoteToPython")
    assert [(k.name, k.annotation) for k in dict_.keys] == [
        ("MinLength", "int"),
        ("Tone", "Tone"),
        ("Loudness", "float"),
    ]


def test_several_outputs_become_a_named_tuple() -> None:
    module = plan(function("Ask", "uint32_t* width, float* weight", result="OrthancPluginErrorCode"))
    (record,) = module.named_tuples
    assert record.name == "AskResult"
    assert [(name, annotation) for name, annotation, _ in record.fields] == [
        ("width", "int"),
        ("weight", "float"),
    ]
    assert only(module).returns.expression == "records::kAskResult.Of(out_width, out_weight)"


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
    module = plan(_BUFFER + function("Ask", parameters) + function("Beg", parameters), annotations)
    (record,) = module.named_tuples
    assert record.doc == "The results of Ask() and Beg()."
    assert [(name, annotation) for name, annotation, _ in record.fields] == [
        ("second", "int"),
        ("first", "list[int]"),
    ]
    assert functions(module)["Beg"].returns.expression == "records::kAnswer.Of(out_b, out_a)"


def test_outputs_can_be_functions_of_their_own(tmp_path: Path) -> None:
    entry = '[functions.OrthancPluginAsk]\nsince = "1.0.0"\nreason = "r"\nsplit = ["AskRow", "AskShelf"]\n'
    module = plan(function("Ask", "uint16_t* row, uint16_t* shelf"), notes(entry, tmp_path))
    assert symbol(module, "Ask").python == ("orthanc.AskRow", "orthanc.AskShelf")
    shown = {name: f.returns.expression for name, f in functions(module).items()}
    assert shown == {"AskRow": "out_row.ToPython()", "AskShelf": "out_shelf.ToPython()"}


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ('split = ["One"]', "It has 2 outputs, but the annotations name 1 functions."),
        (
            'outputs = [{ source = "x", name = "y" }]',
            "Its outputs are row, shelf, but the annotations name others.",
        ),
    ],
)
def test_annotations_that_do_not_fit_are_reported(line: str, reason: str, tmp_path: Path) -> None:
    entry = f'[functions.OrthancPluginAsk]\nsince = "1.0.0"\nreason = "r"\n{line}\n'
    module = plan(function("Ask", "uint16_t* row, uint16_t* shelf"), notes(entry, tmp_path))
    ask = symbol(module, "Ask")
    assert (ask.status, ask.reason) == (Status.EXCLUDED, reason)


def test_memory_is_measured_by_other_functions(tmp_path: Path) -> None:
    entry = """
        [functions.OrthancPluginGetPixels]
        since = "1.0.0"
        reason = "r"
        measured_by = ["OrthancPluginGetPitch", "OrthancPluginGetHeight"]
    """
    handle = "const OrthancPluginBell* bell"
    declarations = _BELL + "".join(
        function(name, handle, result=result)
        for name, result in (
            ("GetPitch", "uint32_t"),
            ("GetHeight", "uint32_t"),
            ("GetPixels", "const void*"),
        )
    )
    pixels = functions(plan(declarations, notes(entry, tmp_path)))["Bell.GetPixels"]
    assert (pixels.outputs[0].holder, pixels.returns.annotation) == ("MeasuredResult", "bytes")
    assert pixels.call.before == (
        "out_result.Measure(OrthancPluginGetPitch(call.Context(), in_bell.Get()));",
        "out_result.Measure(OrthancPluginGetHeight(call.Context(), in_bell.Get()));",
    )
    unmeasured = symbol(plan(declarations), "GetPixels")
    assert unmeasured.reason == "It returns memory of a size that the header does not tell."
