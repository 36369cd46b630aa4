"""What is known of the releases."""

from __future__ import annotations

import datetime

from orthanc_codegen.ir import Version
from orthanc_codegen.sdk import DEFAULT_RELEASE, Release, first_release, known_releases


def test_known_releases() -> None:
    releases = known_releases()
    versions = [release.version for release in releases]
    assert len(releases) == 69
    assert versions == sorted(set(versions))
    assert (str(versions[0]), str(versions[-1])) == ("0.8.0", "1.13.0")
    assert Version.parse(DEFAULT_RELEASE) in versions


def test_release() -> None:
    release = next(r for r in known_releases() if str(r.version) == "1.12.11")
    assert release == Release(Version(1, 12, 11), datetime.date(2026, 4, 14), Version(1, 12, 10), 206)


def test_only_the_first_release_declares_nothing() -> None:
    assert [str(r.version) for r in known_releases() if r.declared_minimum is None] == ["0.8.0"]
    assert all(r.declared_minimum is None or r.declared_minimum <= r.version for r in known_releases())


def test_first_release() -> None:
    assert first_release("OrthancPluginCallRestApi") == Version(1, 9, 2)
    assert first_release("OrthancPluginHttpRequest.authenticationPayload") == Version(1, 12, 9)
    assert first_release("OrthancPluginValueRepresentation_OV") == Version(1, 13, 0)
    assert first_release("OrthancPluginRestOutput") is not None
    assert first_release("OrthancPluginMakeCoffee") is None
