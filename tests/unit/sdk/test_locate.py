"""The search for the header of a release: the path, or an error that lists the places searched."""

from __future__ import annotations

from pathlib import Path

import pytest

from orthanc_codegen.diagnostics import CodegenError
from orthanc_codegen.ir import Version
from orthanc_codegen.sdk import (
    OLDEST_COVERED,
    HeaderFile,
    find_header,
    interface_header,
    known_releases,
    locate,
    release_declaring,
)


@pytest.fixture
def own(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Replace the project's own headers by an empty folder."""
    known_releases()  # caches the real list before the folder is replaced
    folder = tmp_path / "sdk_headers"
    folder.mkdir()
    monkeypatch.setattr(locate, "sdk_headers_dir", lambda: folder)
    return folder


def test_every_covered_release_is_a_view_of_the_interface_header() -> None:
    covered = [r.version for r in known_releases() if r.version >= OLDEST_COVERED]
    assert len(covered) == 55
    for version in covered:
        assert find_header(str(version)) == HeaderFile(interface_header(), version, is_interface=True)


def test_dropped_header_comes_first(own: Path) -> None:
    dropped = own / "1.10.1" / "orthanc" / "OrthancCPlugin.h"
    dropped.parent.mkdir(parents=True)
    dropped.touch()
    assert find_header("1.10.1") == HeaderFile(dropped, Version(1, 10, 1), is_interface=False)
    assert find_header("1.10.0").is_interface


@pytest.mark.parametrize(
    "version", [str(r.version) for r in known_releases() if r.version < OLDEST_COVERED], ids=str
)
def test_release_before_the_oldest_covered(own: Path, version: str) -> None:
    dropped = own / version / "orthanc" / "OrthancCPlugin.h"
    with pytest.raises(CodegenError) as caught:
        find_header(version)
    assert f"the SDK {version} is not covered" in str(caught.value)
    assert str(dropped) in str(caught.value)
    dropped.parent.mkdir(parents=True)
    dropped.touch()
    assert find_header(version).path == dropped


def test_release_declaring() -> None:
    assert release_declaring(Version(1, 9, 0)) == Version(1, 9, 1)
    assert release_declaring(Version(1, 13, 0)) == Version(1, 13, 0)
    assert release_declaring(Version(1, 14, 0)) == Version(1, 14, 0)


@pytest.mark.parametrize(
    ("version", "nearest"),
    [
        ("1.10.2", "1.10.1"),
        ("1.13.99", "1.13.0"),
        ("2.0.0", "1.0.0"),
        ("1.12.99", "1.12.11"),
        ("1.10", "1.10.0"),
        ("v1.10.1", "1.10.1"),
        ("../1.10.1", "1.10.1"),
        ("01.10.1", "1.10.1"),
    ],
)
def test_unknown_release(version: str, nearest: str) -> None:
    with pytest.raises(CodegenError) as caught:
        find_header(version)
    text = str(caught.value)
    assert f"unknown release {version!r}" in text
    assert f"the nearest is {nearest}." in text
    assert "0.8.0 to 0.8.6" in text
    assert "1.12.0 to 1.12.11, 1.13.0" in text


@pytest.mark.parametrize("version", ["", "latest", "\N{GRINNING FACE}"])
def test_what_is_no_version_at_all(version: str) -> None:
    with pytest.raises(CodegenError, match="the nearest is"):
        find_header(version)
