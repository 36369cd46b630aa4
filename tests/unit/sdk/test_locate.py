"""The header of a release is found, or the error says where it was looked for."""

from __future__ import annotations

from pathlib import Path

import pytest

from orthanc_codegen.diagnostics import CodegenError
from orthanc_codegen.ir import Version
from orthanc_codegen.sdk import find_header, known_releases, locate


@pytest.fixture(autouse=True)
def own(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Put an empty folder in the place of the project's own headers."""
    known_releases()  # read from the real folder before it is hidden
    folder = tmp_path / "sdk_headers"
    folder.mkdir()
    monkeypatch.setattr(locate, "sdk_headers_dir", lambda: folder)
    return folder


def header(path: Path, version: str) -> Path:
    """Write a header that declares a version."""
    path.parent.mkdir(parents=True, exist_ok=True)
    parts = zip(("MAJOR", "MINOR", "REVISION"), version.split("."), strict=True)
    path.write_text("".join(f"#define ORTHANC_PLUGINS_MINIMAL_{part}_NUMBER  {n}\n" for part, n in parts))
    return path


def test_installed_header_of_the_same_version(tmp_path: Path) -> None:
    other, same = header(tmp_path / "a.h", "1.9.2"), header(tmp_path / "b.h", "1.10.1")
    assert find_header("1.10.1", [tmp_path / "missing.h", other, same]) == same


def test_installed_header_of_a_release_with_an_unchanged_sdk(tmp_path: Path) -> None:
    assert find_header("1.12.7", [header(tmp_path / "a.h", "1.12.6")]) == tmp_path / "a.h"


def test_own_header_comes_first(own: Path, tmp_path: Path) -> None:
    ours = header(own / "1.10.1" / "orthanc" / "OrthancCPlugin.h", "1.10.1")
    assert find_header("1.10.1", [header(tmp_path / "a.h", "1.10.1")]) == ours


def test_default_places() -> None:
    assert find_header("1.10.1") == Path("/usr/include/orthanc/OrthancCPlugin.h")


def test_release_without_a_header_here(own: Path, tmp_path: Path) -> None:
    installed = [header(tmp_path / "a.h", "1.10.1"), tmp_path / "missing.h", tmp_path / "other.h"]
    installed[2].write_text("int x;\n")
    with pytest.raises(CodegenError) as caught:
        find_header("1.12.4", installed)
    text = str(caught.value)
    assert "no header of the SDK 1.12.4" in text
    assert str(own / "1.12.4" / "orthanc" / "OrthancCPlugin.h") in text
    assert f"{installed[0]}: declares 1.10.1" in text
    assert f"{installed[1]}: not there" in text
    assert f"{installed[2]}: not an SDK header" in text
    assert "--header" in text


def test_release_that_declares_no_version_is_never_taken_from_the_system(tmp_path: Path) -> None:
    with pytest.raises(CodegenError):
        find_header("0.8.0", [header(tmp_path / "a.h", "1.10.1")])


@pytest.mark.parametrize(
    ("version", "nearest"),
    [
        ("1.10.2", "1.10.1"),
        ("1.14.0", "1.13.0"),
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
    assert f"no release {version!r}" in text
    assert f"the nearest is {nearest}." in text
    assert "0.8.0 to 0.8.6" in text
    assert "1.12.0 to 1.12.11, 1.13.0." in text


@pytest.mark.parametrize("version", ["", "latest", "\N{GRINNING FACE}"])
def test_what_is_no_version_at_all(version: str) -> None:
    with pytest.raises(CodegenError, match="the nearest is"):
        find_header(version)


def test_declared_version(tmp_path: Path) -> None:
    assert locate.declared_version(header(tmp_path / "a.h", "1.12.10")) == Version(1, 12, 10)
    assert locate.declared_version(tmp_path / "missing.h") is None
    assert locate.declared_version(tmp_path) is None
