"""The draft of an interface header: complete, the same interface as its source, and only what is lacking."""

from __future__ import annotations

from dataclasses import replace

import pytest

from orthanc_codegen import ir
from orthanc_codegen.draft import draft
from orthanc_codegen.parse import parse_header
from orthanc_codegen.resources import sdk_headers_dir
from orthanc_codegen.verify import compare


@pytest.fixture(scope="module")
def interface() -> ir.Header:
    path = sdk_headers_dir() / "orthanc" / "OrthancCPlugin.h"
    return parse_header(path.read_bytes(), str(path))


def test_a_full_draft_is_the_same_interface(interface: ir.Header) -> None:
    assert compare(parse_header(draft(interface).encode(), "draft.h"), interface) == ()


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


def test_every_kind_of_difference_is_seen(interface: ir.Header) -> None:
    function = next(f for f in interface.functions if f.call and f.call.answer)
    assert function.call is not None
    assert function.call.answer is not None
    changed = replace(
        function, call=replace(function.call, answer=replace(function.call.answer, failure="1"))
    )
    struct = next(s for s in interface.structs if len(s.fields) > 1)
    turned = replace(struct, fields=struct.fields[::-1])
    value = replace(interface.enums[0].enumerators[0], value=99)
    grown = replace(interface.enums[0], enumerators=(value, *interface.enums[0].enumerators[1:]))
    ours = replace(
        interface,
        functions=tuple(changed if f is function else f for f in interface.functions),
        structs=tuple(turned if s is struct else s for s in interface.structs),
        enums=(grown, *interface.enums[1:]),
        opaques=interface.opaques[1:],
    )
    assert [(d.symbol, d.aspect) for d in compare(ours, interface)] == [
        (function.name, "answer"),
        (value.name, "value"),
        (struct.name, "fields"),
        (interface.opaques[0].name, "handle"),
    ]
