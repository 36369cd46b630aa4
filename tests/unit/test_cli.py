"""The commands as a user calls them: results on standard output, clear errors, exit codes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from orthanc_codegen import pipeline, running
from orthanc_codegen.build import BuiltPlugin
from orthanc_codegen.cli import main
from orthanc_codegen.commands import build as building
from orthanc_codegen.lower.annotations import loader
from orthanc_codegen.running import RunOptions
from orthanc_codegen.unchanged import STAMP

ROOT = Path(__file__).resolve().parents[2]


def call(*arguments: str | Path) -> Result:
    """Run a command in this process; any exception but SystemExit fails the test."""
    return CliRunner().invoke(main, [str(argument) for argument in arguments], catch_exceptions=False)


@pytest.fixture
def small(headers: Path, tmp_path: Path) -> list[str | Path]:
    """Return the options for the smallest header."""
    annotations = tmp_path / "none.toml"
    annotations.touch()
    return ["--header", headers / "minimal.h", "--annotations", annotations]


def test_generate_writes_everything(small: list[str | Path], tmp_path: Path) -> None:
    result = call("generate", *small, "--output", tmp_path / "out")
    assert result.exit_code == 0, result.output
    written = {str(path.relative_to(tmp_path / "out")) for path in (tmp_path / "out").rglob("*.*")}
    assert {"orthanc.pyi", "coverage.json", "coverage.md", "docs/index.rst", "cpp/module.cpp"} <= written
    assert f"{len(written - {STAMP})} added" in result.stdout


def test_generate_twice_changes_nothing(small: list[str | Path], tmp_path: Path) -> None:
    call("generate", *small, "--output", tmp_path / "out")
    before = {path: path.stat().st_mtime_ns for path in (tmp_path / "out").rglob("*")}
    result = call("generate", *small, "--output", tmp_path / "out")
    assert "is up to date" in result.stdout
    assert {path: path.stat().st_mtime_ns for path in (tmp_path / "out").rglob("*")} == before


def test_default_output_is_named_after_the_version_of_the_header(
    small: list[str | Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert call("generate", *small).exit_code == 0
    assert (tmp_path / "output" / "1.0.0" / "orthanc.pyi").is_file()


def test_check_shows_a_diff_and_writes_nothing(small: list[str | Path], tmp_path: Path) -> None:
    call("generate", *small, "--output", tmp_path)
    stub = tmp_path / "orthanc.pyi"
    stub.write_text(stub.read_text() + "changed: int\n")
    result = call("generate", *small, "--output", tmp_path, "--check")
    assert result.exit_code == 1
    assert "\n-changed: int\n" in result.stdout
    assert "out of date: 1 changed" in result.stderr
    assert stub.read_text().endswith("changed: int\n")


def test_check_is_content_with_what_was_generated(small: list[str | Path], tmp_path: Path) -> None:
    call("generate", *small, "--output", tmp_path)
    result = call("generate", *small, "--output", tmp_path, "--check")
    assert (result.exit_code, result.stdout) == (0, "")


def test_check_of_nothing_makes_no_folder(small: list[str | Path], tmp_path: Path) -> None:
    assert call("generate", *small, "--output", tmp_path / "out", "--check").exit_code == 1
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("form", ["table", "markdown"])
def test_coverage_for_people(small: list[str | Path], form: str) -> None:
    result = call("coverage", *small, "--format", form)
    assert result.exit_code == 0
    assert "OrthancPluginLogInfo" in result.stdout


@pytest.mark.parametrize(("stage", "kind"), [("ir", "Header"), ("plan", "ModulePlan"), ("cpp", "CppModule")])
def test_inspect_prints_json(small: list[str | Path], stage: str, kind: str) -> None:
    assert json.loads(call("inspect", stage, *small, "--format", "json").stdout)["kind"] == kind


def test_inspect_prints_the_plan_as_text(small: list[str | Path]) -> None:
    lines = call("inspect", "plan", *small).stdout.splitlines()
    assert lines[0] == "sdk 1.0.0"
    assert any("<- OrthancPluginLogInfo(message: Text)" in line for line in lines)


def test_only_the_plan_has_a_text_form(small: list[str | Path]) -> None:
    result = call("inspect", "ir", *small, "--format", "text")
    assert result.exit_code == 2
    assert "only the plan has a text form" in result.stderr


def test_json_is_clean_where_colours_are_forced(small: list[str | Path]) -> None:
    command = [sys.executable, "-m", "orthanc_codegen", "inspect", "ir", *small]
    environment = {**os.environ, "FORCE_COLOR": "1", "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, env=environment, capture_output=True, check=True)
    assert json.loads(done.stdout)["version"] == "1.0.0"


@pytest.mark.parametrize("start", [["cli.py"], ["-m", "orthanc_codegen"]])
def test_ways_to_start(start: list[str]) -> None:
    done = subprocess.run([sys.executable, *start, "--help"], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0
    assert all(name in done.stdout for name in ("generate", "coverage", "inspect", "build", "run"))


@pytest.mark.parametrize(
    "arguments",
    [
        ["generate", "--sdk", "1.10.1", "--header", "OrthancCPlugin.h"],
        ["generate", "--nonsense"],
        ["inspect", "nothing"],
        ["coverage", "--format", "pdf"],
        ["run"],
        ["run", "script.py", "--http-port", "65536"],
    ],
)
def test_wrong_use_exits_with_2(arguments: list[str]) -> None:
    assert call(*arguments).exit_code == 2


def test_header_that_does_not_exist(tmp_path: Path) -> None:
    refused(["--header", tmp_path / "none.h"], tmp_path, f"{tmp_path}/none.h: error: ", "No such file")


def test_header_that_is_no_sdk_header(tmp_path: Path) -> None:
    (tmp_path / "other.h").write_text("int f(void);\n")
    refused(["--header", tmp_path / "other.h"], tmp_path, "other.h", "not a header of the Orthanc plugin SDK")


def test_syntax_error_in_a_header(headers: Path, tmp_path: Path) -> None:
    text = (headers / "minimal.h").read_text().replace("const char* message)", "const char* message")
    (tmp_path / "broken.h").write_text(text)
    line = text[: text.index("const char* message")].count("\n") + 2
    refused(["--header", tmp_path / "broken.h"], tmp_path, f"{tmp_path}/broken.h:{line}: error: expected ')'")


def test_unknown_release(tmp_path: Path) -> None:
    refused(["--sdk", "1.12.99"], tmp_path, "'1.12.99'", "the nearest is 1.12.11", "1.13.0")


def test_annotation_for_a_missing_symbol(headers: Path, tmp_path: Path) -> None:
    annotations = tmp_path / "annotations.toml"
    annotations.write_text('[functions.OrthancPluginGone]\nsince = "1.0.0"\nreason = "a test"\n')
    options: list[str | Path] = ["--header", headers / "minimal.h", "--annotations", annotations]
    refused(options, tmp_path, f"{annotations}: error: ", "OrthancPluginGone", "minimal.h")


def refused(options: list[str | Path], folder: Path, *expected: str) -> None:
    """Check that `generate` refuses with these texts and leaves the old output alone."""
    output = folder / "out"
    output.mkdir()
    (output / "orthanc.pyi").write_text("# Generated by orthanc-codegen: the old result\n")
    result = call("generate", *options, "--output", output)
    assert (result.exit_code, result.stdout) == (1, "")
    for words in expected:
        assert words in result.stderr
    assert [path.read_text() for path in output.iterdir()] == [
        "# Generated by orthanc-codegen: the old result\n"
    ]


def test_output_that_cannot_be_a_folder(small: list[str | Path], tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    result = call("generate", *small, "--output", tmp_path / "file" / "out")
    assert result.exit_code == 1
    assert "the output folder can't be written" in result.stderr
    assert (tmp_path / "file").read_text() == "mine"


def test_interruption_exits_with_130(small: list[str | Path], monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(pipeline, "coverage", interrupt)
    result = call("coverage", *small)
    assert (result.exit_code, result.stdout) == (130, "")


def test_run_without_the_script_does_not_build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(building, "build_plugin", None)
    result = call("run", tmp_path / "none.py")
    assert result.exit_code == 1
    assert "none.py: error: the script does not exist" in result.stderr


def test_run_passes_the_exit_status_of_the_server_on(
    small: list[str | Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = tmp_path / "script.py"
    script.touch()
    served: list[tuple[Path, Path, RunOptions]] = []

    def run_script(plugin: Path, script: Path, options: RunOptions, _report: object) -> int:
        served.append((plugin, script, options))
        return 7

    monkeypatch.setattr(building, "build_plugin", lambda *_: BuiltPlugin(tmp_path))
    monkeypatch.setattr(running, "run_script", run_script)
    configuration = tmp_path / "orthanc.json"
    configuration.write_text('{ "Name": "mine", /* a comment */ }')
    merged: list[str | Path] = ["--config", configuration, "--env", "A=b=c", "--upload", tmp_path]
    result = call("run", script, *small, "--http-port", "18042", *merged)
    assert result.exit_code == 7
    ((plugin, of, given),) = served
    assert (plugin, of, given.http_port, given.dicom_port) == (tmp_path, script, 18042, None)
    assert (given.configuration, given.environment) == ({"Name": "mine"}, {"A": "b=c"})
    assert given.uploads == (tmp_path,)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{", "orthanc.json:1: error: this is not a configuration of Orthanc: Expecting property name"),
        ('{\n // "A"\n "A": 1\n "B": 2\n}', "orthanc.json:4: error: this is not a configuration of Orthanc"),
        ("[]", "orthanc.json: error: this is not a configuration of Orthanc: it must be an object"),
    ],
)
def test_run_refuses_a_configuration_before_it_builds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, message: str
) -> None:
    monkeypatch.setattr(building, "build_plugin", None)
    (tmp_path / "script.py").touch()
    (tmp_path / "orthanc.json").write_text(text)
    result = call("run", tmp_path / "script.py", "--config", tmp_path / "orthanc.json")
    assert result.exit_code == 1
    assert message in result.stderr


def test_run_refuses_a_variable_without_a_value(tmp_path: Path) -> None:
    (tmp_path / "script.py").touch()
    result = call("run", tmp_path / "script.py", "--env", "NAME")
    assert (result.exit_code, "write NAME=VALUE" in result.stderr) == (2, True)


@pytest.mark.parametrize(
    ("active", "options", "expected"),
    [
        (None, [], Path(sys.prefix)),
        ("/opt/venv", [], None),
        (None, ["--python", "/usr/bin/python3"], None),
    ],
    ids=["by default", "VIRTUAL_ENV is set", "a Python is named"],
)
def test_run_takes_the_environment_of_the_command_and_says_so(
    small: list[str | Path],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    active: str | None,
    options: list[str],
    expected: Path | None,
) -> None:
    served: list[RunOptions] = []
    (tmp_path / "script.py").touch()
    monkeypatch.setenv("VIRTUAL_ENV", active or "")
    monkeypatch.setattr(building, "build_plugin", lambda *_: BuiltPlugin(tmp_path))

    def run_script(_plugin: Path, _script: Path, options: RunOptions, _report: object) -> int:
        served.append(options)
        return 0

    monkeypatch.setattr(running, "run_script", run_script)
    monkeypatch.setattr(sys, "base_prefix", "/usr")  # pretends that the tests run in an environment
    result = call("run", tmp_path / "script.py", *small, *options)
    assert result.exit_code == 0
    assert served[0].python == ({} if expected is None else {"VirtualEnv": str(expected)})
    said = f"The script can import the packages of {expected}\n"
    assert (said in result.stderr) == (expected is not None)


def test_an_entry_that_keeps_the_gil_reaches_the_wrapper(tmp_path: Path) -> None:
    """Follow CONTRIBUTING.md: add one entry to a copy of the annotations."""
    copy = tmp_path / "annotations.toml"
    own = (Path(loader.__file__).parent / "annotations.toml").read_text(encoding="utf-8")
    entry = """
        [gil.more]
        reason = "It only reads a field of the image, so it neither waits nor calls back."
        functions = ["OrthancPluginGetImageBuffer"]
    """
    copy.write_text(own + entry, encoding="utf-8")
    before, after = releases_gil(), releases_gil("--annotations", copy)
    assert {name for name in before if before[name] != after[name]} == {"Call_Image_GetImageBuffer"}
    assert (before["Call_Image_GetImageBuffer"], after["Call_Image_GetImageBuffer"]) == (True, False)
    plan = call("inspect", "plan", "--annotations", copy).stdout
    line = next(line for line in plan.splitlines() if "<- OrthancPluginGetImageBuffer(" in line)
    assert "; keeps the GIL" in line


def releases_gil(*options: str | Path) -> dict[str, bool]:
    """Return for each wrapper of a method whether it releases the GIL."""
    module = json.loads(call("inspect", "cpp", *options).stdout)
    return {f["name"]: f["unlocked"] != "" for class_ in module["classes"] for f in class_["methods"]}
