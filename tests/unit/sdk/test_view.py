"""The view of a release: as many functions as the facts count, and nothing newer than the release."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from orthanc_codegen.ir import Header, Version
from orthanc_codegen.parse import parse_header
from orthanc_codegen.resources import sdk_headers_dir
from orthanc_codegen.sdk import OLDEST_COVERED, Release, dated, known_releases, text_of_view, view


@pytest.fixture(scope="module")
def interface() -> Header:
    path = sdk_headers_dir() / "orthanc" / "OrthancCPlugin.h"
    return parse_header(path.read_bytes(), str(path))


def test_every_declaration_is_dated(interface: Header) -> None:
    fields = (field for struct in interface.structs for field in struct.fields)
    enumerators = (value for enum in interface.enums for value in enum.enumerators)
    kinds = (interface.functions, interface.enums, interface.structs, interface.opaques, interface.callbacks)
    undated = [d.name for kind in (*kinds, fields, enumerators) for d in kind if d.since is None]
    assert undated == []


@pytest.mark.parametrize("release", known_releases(), ids=lambda release: str(release.version))
def test_counts_are_those_of_the_facts(interface: Header, release: Release) -> None:
    assert len(view(interface, release.version).functions) == release.functions


def test_enumerators_and_fields_come_with_their_release(interface: Header) -> None:
    def of(version: str) -> tuple[set[str], set[str]]:
        seen = view(interface, Version.parse(version))
        assert seen.version == Version.parse(version)
        enumerators = {value.name for enum in seen.enums for value in enum.enumerators}
        return enumerators, {f"{s.name}.{f.name}" for s in seen.structs for f in s.fields}

    before, after = of("1.12.8"), of("1.12.9")
    assert "OrthancPluginHttpRequest.body" in before[1]
    assert "OrthancPluginHttpRequest.authenticationPayload" in after[1] - before[1]
    assert "_OrthancPluginService_SetStableStatus" in after[0] - before[0]


def test_the_newest_view_is_the_header(interface: Header) -> None:
    assert view(interface, interface.version) == interface


def without_lines(header: Header) -> dict[str, Any]:
    """Take a header apart, without where in the text its declarations are."""
    kinds = ("functions", "entry_points", "enums", "structs", "opaques", "callbacks")
    parts = {kind: tuple(replace(item, line=0) for item in getattr(header, kind)) for kind in kinds}
    return {**parts, "version": header.version, "groups": header.groups}


@pytest.mark.parametrize(
    "release", [r for r in known_releases() if r.version >= OLDEST_COVERED], ids=lambda r: str(r.version)
)
def test_the_text_of_a_view_declares_the_view(interface: Header, release: Release) -> None:
    text = text_of_view(sdk_headers_dir().joinpath("orthanc/OrthancCPlugin.h").read_text(), release.version)
    declared = without_lines(parse_header(text.encode(), "view.h"))
    for kind, wanted in without_lines(view(interface, release.version)).items():
        assert declared[kind] == wanted


def test_dates_of_a_header_that_has_none(interface: Header) -> None:
    undated = replace(
        interface,
        functions=tuple(replace(f, since=None) for f in interface.functions),
        enums=tuple(
            replace(e, since=None, enumerators=tuple(replace(v, since=None) for v in e.enumerators))
            for e in interface.enums
        ),
        # The fields of the context are older than any release that the facts tell of.
        structs=tuple(
            (
                replace(s, since=None, fields=tuple(replace(f, since=None) for f in s.fields))
                if s.name != "OrthancPluginContext"
                else s
            )
            for s in interface.structs
        ),
    )
    assert dated(undated) == interface
