"""`orthanc-codegen new`: the files of a project, their style and types, and names that are refused."""

from __future__ import annotations

import importlib.util
import json
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from orthanc_codegen import pipeline
from orthanc_codegen.commands.new import INSTALL
from orthanc_codegen.render import stub
from orthanc_testing.errors import KitError
from tests.interface import plan
from tests.tools import type_check
from tests.unit.test_cli import call


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    result = call("new", "First-steps")
    assert result.exit_code == 0, result.output
    assert "    pytest\n    orthanc-codegen check First_steps.py\n" in result.stdout
    return tmp_path / "First-steps"


def test_files(project: Path) -> None:
    files = {str(file.relative_to(project)) for file in project.rglob("*") if file.is_file()}
    tests = {"tests/conftest.py", "tests/test_core.py", "tests/test_server.py"}
    assert files == {".gitignore", "First_steps.py", "README.md", "orthanc.json", "pyproject.toml", *tests}
    assert "$" not in "".join((project / file).read_text() for file in files)
    assert json.loads((project / "orthanc.json").read_text())["Name"] == "First-steps"
    settings = tomllib.loads((project / "pyproject.toml").read_text())
    assert settings["project"]["name"] == "First-steps"
    assert (project / settings["tool"]["pytest"]["ini_options"]["orthanc_script"]).is_file()
    assert list(project.parent.iterdir()) == [project]  # nothing temporary


def test_style(project: Path) -> None:
    command = [sys.executable, "-m", "black", "--check", "--quiet", "--line-length", "110", str(project)]
    assert subprocess.run(command).returncode == 0
    ruff = [
        sys.executable,
        "-m",
        "ruff",
        "check",
        "--isolated",
        "--select",
        "E,F,I,UP,B",
        "--line-length=110",
    ]
    done = subprocess.run([*ruff, str(project)], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout


def test_types(project: Path, tmp_path: Path) -> None:
    (tmp_path / "orthanc.pyi").write_text(stub(plan()), encoding="utf-8")
    assert type_check([project / "First_steps.py"], stubs=tmp_path) == ""


def test_check_finds_nothing(project: Path) -> None:
    (report,) = pipeline.check([project / "First_steps.py"], pipeline.load().header, types=False).scripts
    assert (str(report.needs), report.findings) == ("1.5.7", ())


@pytest.mark.parametrize(
    "name",
    [
        *("queue", "json", "class", "orthanc", "orthanc-testing", "tests"),
        *("conftest", "pytest", "test", "pydicom"),
    ],
)
def test_names_of_other_modules(name: str, tmp_path: Path) -> None:
    refused(tmp_path / name, "would hide a module of this name")


@pytest.mark.parametrize("missing", ["", "pytest", "pydicom", "the plugin"])
def test_what_to_install_next(missing: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def find_plugin() -> None:
        if missing == "the plugin":
            raise KitError(missing)

    monkeypatch.setattr("orthanc_codegen.commands.new.find_plugin", find_plugin)
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None if name == missing else True)
    printed = call("new", tmp_path / "own").stdout
    assert (INSTALL in printed, "WHEEL is the path" in printed) == (bool(missing), bool(missing))
    assert f"    {INSTALL}\n" in (tmp_path / "own" / "README.md").read_text()


def test_callbacks_without_annotations(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    script = project / "First_steps.py"
    with script.open("a") as file:
        file.write("\n\ndef count(output, uri, **request):\n    output.AnswerBuffer('5', 'text/plain')\n")
        file.write("\n\northanc.RegisterRestCallback('/count', count)\n")
    monkeypatch.chdir(project)
    result = call("check", script.name)
    assert (result.exit_code, result.stdout) == (0, "First_steps.py needs Orthanc 1.5.7\n")


@pytest.mark.parametrize("name", ["1st", "a b", "a.b", "é", "-a", "a_", "x$y", "a\n"])
def test_names_that_are_no_module(name: str, tmp_path: Path) -> None:
    refused(tmp_path / name, "can't name a script")


def test_an_existing_folder_is_kept(tmp_path: Path) -> None:
    (tmp_path / "taken").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "nowhere")
    assert "exists already" in call("new", tmp_path / "taken").stderr
    assert "exists already" in call("new", tmp_path / "link").stderr
    assert list((tmp_path / "taken").iterdir()) == []


def test_a_project_in_a_folder_that_does_not_exist(tmp_path: Path) -> None:
    assert call("new", tmp_path / "a" / "b" / "own").exit_code == 0
    assert (tmp_path / "a" / "b" / "own" / "own.py").is_file()


def test_a_failure_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").touch()
    assert "can't be written: File exists" in call("new", tmp_path / "file" / "own").stderr

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(shutil, "move", full)
    assert "can't be written: No space left" in call("new", tmp_path / "own").stderr
    assert {file.name for file in tmp_path.iterdir()} == {"file"}


def refused(folder: Path, text: str) -> None:
    result = call("new", folder)
    assert result.exit_code == 1
    assert text in result.stderr
    assert not folder.exists()
