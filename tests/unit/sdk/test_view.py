"""The view of a release: as many functions as its official header, and nothing newer than the release."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from orthanc_codegen.ir import Header, Version
from orthanc_codegen.parse import parse_header
from orthanc_codegen.resources import sdk_headers_dir
from orthanc_codegen.sdk import OLDEST_COVERED, Release, dated, known_releases, text_of_view, view

# The number of functions in official headers. A release that is not listed has as many as the one before.
FUNCTIONS = """
    0.8.0 14, 0.8.1 32, 0.8.3 37, 0.8.5 38, 0.8.6 49, 0.9.0 50, 0.9.1 53, 0.9.4 81, 0.9.5 101,
    1.0.0 102, 1.1.0 113, 1.2.0 117, 1.3.0 118, 1.4.0 119, 1.4.2 130, 1.5.0 132, 1.5.4 136,
    1.5.7 139, 1.6.0 140, 1.6.1 143, 1.7.0 157, 1.8.1 158, 1.9.0 162, 1.9.2 163, 1.10.0 165,
    1.10.1 166, 1.11.1 167, 1.11.3 168, 1.12.0 169, 1.12.1 171, 1.12.2 172, 1.12.4 176, 1.12.6 178,
    1.12.8 193, 1.12.9 197, 1.12.10 206, 1.13.0 207
"""


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


def test_a_view_has_as_many_functions_as_the_official_header(interface: Header) -> None:
    entries = (entry.split() for entry in FUNCTIONS.split(","))
    counts = {Version.parse(version): int(count) for version, count in entries}
    for release in known_releases():
        expected = counts[max(version for version in counts if version <= release.version)]
        assert len(view(interface, release.version).functions) == expected, release.version


def test_a_field_comes_with_its_release(interface: Header) -> None:
    request = next(s for s in interface.structs if s.name == "OrthancPluginHttpRequest")
    since = {field.name: field.since for field in request.fields}
    assert since["authenticationPayload"] == Version(1, 12, 9)


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
    """Return the contents of a header without the line numbers of its declarations."""
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
        structs=tuple(
            replace(s, since=None, fields=tuple(replace(f, since=None) for f in s.fields))
            for s in interface.structs
        ),
        opaques=tuple(replace(o, since=None) for o in interface.opaques),
        callbacks=tuple(replace(c, since=None) for c in interface.callbacks),
    )
    assert dated(undated, interface) == interface


def test_what_the_interface_header_lacks_keeps_its_date(interface: Header) -> None:
    newest = replace(interface.functions[0], name="OrthancPluginMakeCoffee", since=Version(1, 14, 0))
    undated = replace(newest, name="OrthancPluginMakeTea", since=None)
    first, second = dated(replace(interface, functions=(newest, undated)), interface).functions
    assert (first.since, second.since) == (Version(1, 14, 0), None)
