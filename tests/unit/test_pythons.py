"""The Python that `build` records beside the plugin, and the errors if none is usable."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from orthanc_codegen import pythons
from orthanc_codegen.diagnostics import CodegenError

NONE = Path("/nowhere/python3")


def answering(program: Path, **facts: str) -> Path:
    """Write a program that answers with the given facts."""
    said = {"version": "3.12", "program": str(program), "gil": "yes", **facts, "end": "."}
    lines = "".join(f"echo 'orthanc-python: {name} {value}'\n" for name, value in said.items())
    program.write_text(f"#!/bin/sh\necho 'of a sitecustomize'\n{lines}")
    program.chmod(0o755)
    return program


@pytest.fixture
def suitable(tmp_path: Path) -> Path:
    """Write a program that poses as a usable Python."""
    return answering(tmp_path / "suitable", library="/lib/libpython3.12.so.1.0")


def test_a_python_describes_itself() -> None:
    python = pythons.describe(Path(sys.executable))
    assert python is not None
    assert python.version == f"{sys.version_info[0]}.{sys.version_info[1]}"
    assert python.program == Path(sys.executable)


@pytest.mark.parametrize("text", ["exit 1", "echo 3.12", "echo 'orthanc-python: version 3.12'"])
def test_what_is_no_python_gives_no_answer(tmp_path: Path, text: str) -> None:
    program = tmp_path / "program"
    program.write_text(f"#!/bin/sh\n{text}\n")
    program.chmod(0o755)
    assert pythons.describe(program) is None
    assert pythons.describe(NONE) is None


def test_the_system_comes_before_the_environment(monkeypatch: pytest.MonkeyPatch, suitable: Path) -> None:
    monkeypatch.setattr(pythons, "SYSTEM_PYTHON", suitable)
    assert pythons.choose(None) == suitable


@pytest.mark.parametrize(
    "flaw", [{}, {"library": "/x", "version": "3.9"}, {"library": "/x", "gil": "no"}, None]
)
def test_otherwise_the_python_of_the_environment_without_its_packages(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, suitable: Path, flaw: dict[str, str] | None
) -> None:
    system = NONE if flaw is None else answering(tmp_path / "system", **flaw)
    monkeypatch.setattr(pythons, "SYSTEM_PYTHON", system)
    base = tmp_path / "bin" / f"python{sys.version_info[0]}.{sys.version_info[1]}"
    base.parent.mkdir()
    base.symlink_to(suitable)
    monkeypatch.setattr(sys, "base_prefix", str(tmp_path))
    assert pythons.choose(None) == base


def test_no_suitable_python_is_an_error(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(pythons, "SYSTEM_PYTHON", NONE)
    (tmp_path / "bin").mkdir()
    answering(tmp_path / "bin" / "python3")
    monkeypatch.setattr(sys, "base_prefix", str(tmp_path))
    message = (
        f"{tmp_path}/bin/python3: it has no shared libpython: .*; {NONE} is not usable either; .*--python"
    )
    with pytest.raises(CodegenError, match=message):
        pythons.choose(None)


def test_a_python_that_is_named_is_taken_as_it_is(
    tmp_path: Path, suitable: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    link = tmp_path / "link"
    link.symlink_to(suitable)
    assert pythons.choose(link) == link
    monkeypatch.setenv("PATH", str(tmp_path))
    assert pythons.choose(Path("link")) == link
    monkeypatch.chdir(tmp_path)
    assert pythons.choose(Path("./link")) == link


def test_a_python_that_is_named_and_unsuitable_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(CodegenError, match=r"it is Python 3\.9, but the plugin needs Python 3.11 or newer"):
        pythons.choose(answering(tmp_path / "old", version="3.9"))
    with pytest.raises(CodegenError, match="/bin/true: it cannot be run, or is not a Python"):
        pythons.choose(Path("/bin/true"))
    with pytest.raises(CodegenError, match="/nowhere/python3: error: there is no such program"):
        pythons.choose(NONE)


def test_outside_an_environment_there_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("VIRTUAL_ENV", raising=False)
    monkeypatch.setattr(sys, "prefix", sys.base_prefix)
    assert pythons.own_environment() is None


def test_the_record_is_written_where_it_differs(tmp_path: Path) -> None:
    file = tmp_path / "orthanc-python" / "python.json"
    pythons.record(tmp_path, Path("/usr/bin/python3"))
    assert json.loads(file.read_text()) == {"program": "/usr/bin/python3"}
    before = file.stat().st_mtime_ns
    pythons.record(tmp_path, Path("/usr/bin/python3"))
    assert file.stat().st_mtime_ns == before
    pythons.record(tmp_path, Path("/opt/bin/python3"))
    assert json.loads(file.read_text()) == {"program": "/opt/bin/python3"}


def test_a_record_that_cannot_be_written_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "orthanc-python").write_text("no folder")
    with pytest.raises(CodegenError, match="the Python can't be recorded"):
        pythons.record(tmp_path, Path("/usr/bin/python3"))
