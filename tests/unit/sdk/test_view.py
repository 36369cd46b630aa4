"""The view of a release: as many functions as the facts count, and nothing newer than the release."""

from __future__ import annotations

import pytest

from orthanc_codegen.ir import Header, Version
from orthanc_codegen.parse import parse_header
from orthanc_codegen.resources import sdk_headers_dir
from orthanc_codegen.sdk import Release, known_releases, view


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
