"""The list of known releases."""

from __future__ import annotations

import datetime

from orthanc_codegen.ir import Version
from orthanc_codegen.sdk import Release, default_release, known_releases


def test_known_releases() -> None:
    releases = known_releases()
    versions = [release.version for release in releases]
    assert len(releases) >= 69
    assert versions == sorted(set(versions))
    assert str(versions[0]) == "0.8.0"
    assert Version.parse(default_release()) == versions[-1]


def test_release() -> None:
    release = next(r for r in known_releases() if str(r.version) == "1.12.11")
    assert release == Release(Version(1, 12, 11), datetime.date(2026, 4, 14), Version(1, 12, 10))


def test_only_the_first_release_declares_nothing() -> None:
    assert [str(r.version) for r in known_releases() if r.declared_minimum is None] == ["0.8.0"]
    assert all(r.declared_minimum is None or r.declared_minimum <= r.version for r in known_releases())
