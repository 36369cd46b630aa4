"""Systems, Pythons and servers that the plugin cannot use: one line states the problem and a remedy."""

from __future__ import annotations

import platform
from pathlib import Path

import pytest

from distribution.orthanc_plugin import chosen, configured, doctor, pythons
from distribution.orthanc_plugin.findings import Finding, Verdict
from distribution.orthanc_plugin.options import Options

ADVICE = "the plugin needs a system with glibc 2.31 or newer, ex) Debian 11, Ubuntu 20.04"


def answering(folder: Path, **facts: str) -> Path:
    """Write a program that poses as a Python."""
    program = folder / "bin" / "python"
    program.parent.mkdir()
    said = {"version": "3.12", "gil": "yes", "library": "/x", **facts, "end": "."}
    lines = "".join(f"echo 'orthanc-python: {name} {value}'\n" for name, value in said.items() if value)
    program.write_text(f"#!/bin/sh\n{lines}")
    program.chmod(0o755)
    return program


@pytest.mark.parametrize(
    ("library", "said"),
    [
        (("glibc", "2.28"), "the C library of this system is glibc 2.28"),
        (("", ""), "the C library of this system is not glibc, but another one, such as musl"),
        (("musl", "1.2.5"), "the C library of this system is not glibc, but musl"),
    ],
)
def test_a_c_library_that_is_too_old_or_another_one(
    monkeypatch: pytest.MonkeyPatch, library: tuple[str, str], said: str
) -> None:
    monkeypatch.setattr(platform, "libc_ver", lambda: library)
    assert doctor._system() == Finding(Verdict.BAD, f"{said}: {ADVICE}")


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({"version": "3.10"}, "is Python 3.10, but the plugin needs Python 3.11 or newer"),
        ({"gil": "no"}, "is a free-threaded Python, but the plugin needs one with a GIL"),
        (
            {"library": ""},
            "has no shared libpython: install it (Debian: apt-get install libpython3.12; "
            "pyenv: PYTHON_CONFIGURE_OPTS=--enable-shared pyenv install 3.12)",
        ),
    ],
)
def test_a_python_that_cannot_be_used(tmp_path: Path, facts: dict[str, str], said: str) -> None:
    program = answering(tmp_path, **facts)
    finding = pythons.check_python(program, "chosen here")
    assert finding == Finding(Verdict.BAD, f"{program}, chosen here, {said}")


def test_a_library_for_a_python_without_one(tmp_path: Path) -> None:
    program, library = answering(tmp_path, library=""), Path("/usr/lib/libpython3.12.so.1.0")
    finding = pythons.check_python(program, "chosen here", library)
    text = f"scripts run in Python 3.12 of {program}, chosen here; library {library}"
    assert finding == Finding(Verdict.GOOD, text)


def test_the_first_python_in_the_path_that_can_be_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folders = [tmp_path / name for name in ("old", "static", "new")]
    for folder, facts in zip(folders, ({"version": "3.10"}, {"library": ""}, {}), strict=True):
        folder.mkdir()
        answering(folder, **facts).rename(folder / "python3")
    monkeypatch.setenv("PATH", ":".join(map(str, folders)) + ":/usr/bin:/bin")
    loader = tmp_path / "plugins" / "libOrthancPython.so"
    program, _ = chosen.chosen_python(Options({}, (tmp_path,)), loader)
    assert program == tmp_path / "new" / "python3"


def test_an_environment_of_such_a_python(tmp_path: Path) -> None:
    program = answering(tmp_path, version="3.10")
    (tmp_path / "script.py").touch()
    section = {"VirtualEnv": str(tmp_path), "Path": "script.py"}
    (finding,) = configured._check_python(Options({"Python": section}, (tmp_path,)), None)
    assert (finding.verdict, f"{program}, chosen by the option" in finding.text) == (Verdict.BAD, True)


def test_an_environment_whose_python_was_removed(tmp_path: Path) -> None:
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "python").symlink_to("/opt/gone/bin/python3.12")
    finding = pythons.check_python(tmp_path / "bin" / "python", "chosen here")
    assert finding.text.endswith("cannot be run: No such file or directory")


def test_an_environment_whose_python_was_replaced(tmp_path: Path) -> None:
    program = answering(tmp_path, version="3.13")
    (tmp_path / "pyvenv.cfg").touch()
    finding = pythons.check_python(program, "chosen here")
    said = "is Python 3.13, but its virtual environment has packages of another version only"
    assert (finding.verdict, said in finding.text) == (Verdict.BAD, True)
    (tmp_path / "lib" / "python3.13").mkdir(parents=True)
    assert pythons.check_python(program, "chosen here").verdict is Verdict.GOOD
