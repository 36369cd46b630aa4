"""Drafts for the interface header: equal to the source header, and limited to what the target lacks."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from orthanc_codegen import ir
from orthanc_codegen.draft import draft
from orthanc_codegen.parse import parse_header
from orthanc_codegen.resources import sdk_headers_dir
from orthanc_codegen.verify import compare, compare_abi
from tests.headers.bare import function, header_with


@pytest.fixture(scope="module")
def interface() -> ir.Header:
    path = sdk_headers_dir() / "orthanc" / "OrthancCPlugin.h"
    return parse_header(path.read_bytes(), str(path))


def context_of(interface: ir.Header) -> ir.Header:
    """Return the header with the context alone, so that a draft contains everything else."""
    context = tuple(struct for struct in interface.structs if struct.name == "OrthancPluginContext")
    return replace(interface, functions=(), enums=(), structs=context, opaques=(), callbacks=())


def embedded(interface: ir.Header, drafted: str) -> bytes:
    """Insert a draft of all declarations in the interface header, in place of all but the context."""
    text = Path(interface.path).read_text(encoding="utf-8")
    banner = f"  /* {'=' * 100}\n     "
    before, _, rest = text.partition(f"{banner}Enumerations:")
    context = rest[rest.index(f"{banner}Context:") : rest.index(f"{banner}Functions,")]
    types, functions, bodies = drafted.partition(f"{banner}Functions,")
    end = text[text.rindex("#ifdef __cplusplus") :]
    return f"{before}{types}{context}{functions}{bodies}{end}".encode()


def test_a_draft_of_everything_is_the_same_interface(interface: ir.Header) -> None:
    drafted = embedded(interface, draft(interface, context_of(interface)))
    header = parse_header(drafted, "draft.h")
    assert compare(header, interface) == ()
    marks = {(f.name, p.name): p.marks for f in header.functions for p in f.parameters}
    assert marks == {(f.name, p.name): p.marks for f in interface.functions for p in f.parameters}
    undescribed = {f.name for f in interface.functions if f.call is None}
    differences = compare_abi(interface, Path(interface.path).read_bytes(), drafted)
    assert {d.symbol for d in differences} <= undescribed  # the author writes their bodies
    assert len(undescribed) < 6


def test_nothing_is_drafted_where_nothing_is_lacking(interface: ir.Header) -> None:
    assert draft(interface, interface).strip() == ""


def test_only_what_is_lacking_is_drafted(interface: ir.Header) -> None:
    codes = interface.enums[0]
    ours = replace(
        interface,
        functions=tuple(f for f in interface.functions if f.name != "OrthancPluginRestApiGet"),
        enums=(replace(codes, enumerators=codes.enumerators[1:]), *interface.enums[1:]),
    )
    text = draft(interface, ours)
    assert text.count("ORTHANC_PLUGIN_INLINE") == 1
    assert "params.uri = uri;" in text
    assert f"{codes.enumerators[0].name} ORTHANC_PLUGIN_SINCE_SDK(" in text
    assert codes.enumerators[1].name not in text


def test_markers_are_drafted_from_words_for_review(interface: ir.Header) -> None:
    text = header_with(
        function(
            "Knock", "const char* name, uint8_t loud", doc="@param name May be NULL.\n@param loud 0 or 1."
        )
    )
    drafted = draft(parse_header(text, "official.h"), interface)
    assert "const char* name ORTHANC_PLUGIN_NULLABLE /* ? */,\n" in drafted
    assert "uint8_t loud ORTHANC_PLUGIN_FLAG /* ? */)\n" in drafted
    assert "OrthancPluginContext* context,\n" in drafted


def test_markers_are_drafted_from_names_and_types_for_review(interface: ir.Header) -> None:
    text = header_with(
        "typedef int32_t (*OrthancPluginIsLoud)(uint8_t hour);\n"
        + function("Knock", "uint8_t* found, uint16_t status, OrthancPluginIsLoud isLoud")
    )
    drafted = draft(parse_header(text, "official.h"), interface)
    assert "typedef int32_t ORTHANC_PLUGIN_FLAG /* ? */ (*OrthancPluginIsLoud)(\n" in drafted
    assert "uint8_t hour ORTHANC_PLUGIN_FLAG /* ? */);\n" in drafted
    assert "uint8_t* found ORTHANC_PLUGIN_FOUND /* ? */,\n" in drafted
    assert "uint16_t status ORTHANC_PLUGIN_HTTP_STATUS /* ? */,\n" in drafted


def test_markers_of_a_marked_header_are_kept(interface: ir.Header) -> None:
    ours = replace(interface, functions=(), callbacks=())
    drafted = draft(interface, ours)
    assert "    const char* privateCreator ORTHANC_PLUGIN_NULLABLE)\n" in drafted
    assert "    uint8_t uncompress ORTHANC_PLUGIN_FLAG)\n" in drafted
    assert "    const OrthancPluginDicomInstance* dicomInstance ORTHANC_PLUGIN_NULLABLE);\n" in drafted
    assert "  typedef uint8_t ORTHANC_PLUGIN_FLAG (*OrthancPluginChunkedClientRequestIsDone)(\n" in drafted
    assert "    uint16_t* httpStatus ORTHANC_PLUGIN_HTTP_STATUS,\n" in drafted
    assert re.search(r"ORTHANC_PLUGIN_\w+ /\* \? \*/", drafted) is None


def test_blocks_that_no_function_uses_are_drafted(interface: ir.Header) -> None:
    text = draft(replace(interface, functions=()), context_of(interface))
    header = parse_header(embedded(interface, text), "draft.h")
    assert header.functions == ()
    assert {s.name for s in header.structs} == {s.name for s in interface.structs}
