"""The draft of an interface header: complete, the same interface as its source, and only what is lacking."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from orthanc_codegen import ir
from orthanc_codegen.draft import draft
from orthanc_codegen.parse import parse_header
from orthanc_codegen.resources import sdk_headers_dir
from orthanc_codegen.verify import compare, compare_abi


@pytest.fixture(scope="module")
def interface() -> ir.Header:
    path = sdk_headers_dir() / "orthanc" / "OrthancCPlugin.h"
    return parse_header(path.read_bytes(), str(path))


def test_a_full_draft_is_the_same_interface(interface: ir.Header) -> None:
    text = draft(interface).encode()
    assert compare(parse_header(text, "draft.h"), interface) == ()
    undescribed = {f.name for f in interface.functions if f.call is None}
    differences = compare_abi(interface, Path(interface.path).read_bytes(), text)
    assert {d.symbol for d in differences} <= undescribed  # their bodies are left to the author
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


def test_blocks_that_no_function_uses_are_drafted(interface: ir.Header) -> None:
    text = draft(replace(interface, functions=()))
    header = parse_header(text.encode(), "draft.h")
    assert header.functions == ()
    assert {s.name for s in header.structs} == {s.name for s in interface.structs}
