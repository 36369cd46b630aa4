"""Markers of parameters and fields: kept, or refused where they have no meaning."""

from __future__ import annotations

from pathlib import Path

import pytest

from orthanc_codegen import pipeline
from orthanc_codegen.diagnostics import CodegenError
from orthanc_codegen.ir import Mark
from orthanc_codegen.parse import parse_header

from .conftest import ParseSmall, read_small

NONE: frozenset[Mark] = frozenset()


def test_parameters_of_functions(small: ParseSmall) -> None:
    marks = [p.marks for p in small("marked").functions[0].parameters]
    assert marks == [NONE, {Mark.NULLABLE}, {Mark.NULLABLE}, {Mark.FLAG}, NONE]


def test_parameters_of_callbacks_and_fields(small: ParseSmall) -> None:
    header = small("marked")
    assert [p.marks for p in header.callbacks[-1].parameters] == [{Mark.NULLABLE}, NONE]
    event = next(s for s in header.structs if s.name == "OrthancPluginParcelEvent")
    assert [f.marks for f in event.fields] == [{Mark.NULLABLE}, {Mark.FLAG}, NONE]
    assert [f.since is None for f in event.fields] == [True, False, True]


@pytest.mark.parametrize("name", ["minimal", "since", "nullable"])
def test_a_header_without_markers(small: ParseSmall, name: str) -> None:
    header = small(name)
    assert {p.marks for f in header.functions for p in f.parameters} == {None}
    assert {f.marks for s in header.structs for f in s.fields} == {None}


def with_every_macro(text: str) -> str:
    """Define the markers that a header lacks."""
    macros = (f"ORTHANC_PLUGIN_{mark.name}" for mark in Mark)
    lacking = (macro for macro in macros if f"define {macro}" not in text)
    return "".join(f'#define {m} __attribute__((annotate("{m}")))\n' for m in lacking) + text


def test_results_and_outputs() -> None:
    text = with_every_macro(read_small("marked").decode())
    outputs = "uint16_t* status ORTHANC_PLUGIN_HTTP_STATUS, int32_t* found ORTHANC_PLUGIN_FOUND)"
    text = text.replace("const OrthancPluginParcel* depot)", outputs)
    text = text.replace(
        "INLINE OrthancPluginErrorCode OrthancPluginSendParcel(",
        "INLINE int8_t ORTHANC_PLUGIN_FLAG OrthancPluginSendParcel(",
    )
    text = text.replace(
        "typedef OrthancPluginErrorCode (*OrthancPluginParcelCallback)",
        "typedef uint64_t ORTHANC_PLUGIN_FLAG (*OrthancPluginParcelCallback)",
    )
    header = parse_header(text.encode(), "marked.h")
    (send,) = header.functions
    assert send.result_marks == frozenset({Mark.FLAG})
    assert send.parameters[0].marks == NONE
    free, arrival = header.callbacks
    assert free.result_marks == NONE
    assert arrival.result_marks == frozenset({Mark.FLAG})
    status, found = arrival.parameters[1:]
    assert status.marks == frozenset({Mark.HTTP_STATUS})
    assert found.marks == frozenset({Mark.FOUND})


@pytest.mark.parametrize(
    ("before", "after", "marker"),
    [
        ("const char* label ORTHANC_PLUGIN_NULLABLE", "const char* label ORTHANC_PLUGIN_FLAG", "FLAG"),
        ("uint8_t express ORTHANC_PLUGIN_FLAG", "uint8_t express ORTHANC_PLUGIN_NULLABLE", "NULLABLE"),
        ("uint32_t weight;", "float weight ORTHANC_PLUGIN_FLAG;", "FLAG"),
        ("const OrthancPluginParcel* depot)", "const int32_t* depot ORTHANC_PLUGIN_FLAG)", "FLAG"),
        ("uint32_t weight)", "uint32_t weight ORTHANC_PLUGIN_FOUND)", "FOUND"),
        ("uint32_t weight)", "uint32_t weight ORTHANC_PLUGIN_HTTP_STATUS)", "HTTP_STATUS"),
        (
            "typedef OrthancPluginErrorCode (*OrthancPluginParcelCallback)",
            "typedef OrthancPluginErrorCode ORTHANC_PLUGIN_FLAG (*OrthancPluginParcelCallback)",
            "FLAG",
        ),
    ],
)
def test_a_marker_on_a_type_that_cannot_have_it(before: str, after: str, marker: str) -> None:
    text = with_every_macro(read_small("marked").decode())
    assert text.count(before) == 1
    line = text[: text.index(before)].count("\n") + 1
    with pytest.raises(CodegenError) as caught:
        parse_header(text.replace(before, after).encode(), "marked.h")
    (problem,) = caught.value.diagnostics
    assert (problem.file, problem.line) == ("marked.h", line)
    assert f"ORTHANC_PLUGIN_{marker} is not applicable to the type of " in problem.message


@pytest.mark.parametrize("release", ["1.0.0", "1.5.7", "1.13.0"])
def test_the_text_of_a_view_is_marked(tmp_path: Path, release: str) -> None:
    file = tmp_path / "OrthancCPlugin.h"
    file.write_bytes(pipeline.load(release).text)
    header = pipeline.load(file=file).header
    assert {p.marks is None for f in header.functions for p in f.parameters} == {False}
    get = next(f for f in header.functions if f.name == "OrthancPluginHttpGet")
    assert {p.name: p.marks for p in get.parameters}["username"] == frozenset({Mark.NULLABLE})
