"""`orthanc-codegen check` as a user calls it: text, JSON, exit status, types."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from click.testing import Result

from orthanc_codegen.check import typing
from orthanc_codegen.check.findings import CODES
from tests.unit.test_cli import ROOT, call

NEW = """
import orthanc

def on_rest(output, uri, **request):
    output.AnswerBuffer(str(orthanc.GetQueueSize("todo")), "text/plain")

orthanc.RegisterRestCallback("/todo", on_rest)
"""
MISTYPED = """
import orthanc

def use() -> None:
    orthanc.RestApiGet(5)

def untyped():
    orthanc.RestApiGet(6)
"""


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Run in a folder without a configuration of mypy."""
    monkeypatch.chdir(tmp_path)


def written(text: str, path: str = "script.py") -> Path:
    script = Path(path)
    script.parent.mkdir(parents=True, exist_ok=True)
    script.write_text(text, encoding="utf-8")
    return script


def check(*arguments: str | Path) -> Result:
    return call("check", *arguments)


def test_text_names_the_release_and_the_line() -> None:
    result = check(written(NEW))
    assert result.exit_code == 0, result.output
    assert (
        result.stdout
        == "script.py:5: note: GetQueueSize needs Orthanc 1.12.8\nscript.py needs Orthanc 1.12.8\n"
    )


def test_an_older_release_is_an_error() -> None:
    result = check(written(NEW), "--no-types", "--orthanc", "1.10.1")
    assert result.exit_code == 1
    assert result.stdout == (
        "script.py:5: error: GetQueueSize needs Orthanc 1.12.8  [release]\nscript.py needs Orthanc 1.12.8\n"
    )
    assert check(written(NEW), "--no-types", "--orthanc", "1.12.8").exit_code == 0
    assert check(written(NEW), "--no-types", "--orthanc", "1.99.0").exit_code == 0
    assert check(written(NEW), "--no-types", "--orthanc", "1.10.1", "--ignore", "release").exit_code == 0


def test_json() -> None:
    result = check(written(NEW), written("x = \n", "broken.py"), "--orthanc", "1.10.1", "--format", "json")
    assert result.exit_code == 1
    report = json.loads(result.stdout)
    reason = {"line": 5, "column": 29, "symbol": "GetQueueSize", "since": "1.12.8"}
    release = {"severity": "error", "code": "release", "message": "GetQueueSize needs Orthanc 1.12.8"}
    assert report["orthanc"] == "1.10.1"
    assert report["types_checked"] is True
    assert report["scripts"] == [
        {
            "script": "script.py",
            "needs": "1.12.8",
            "reasons": [reason],
            "findings": [{"line": 5, "column": 29, **release}],
        },
        {
            "script": "broken.py",
            "needs": None,
            "reasons": [],
            "findings": [
                {"line": 1, "column": 5, "severity": "error", "code": "syntax", "message": "invalid syntax"}
            ],
        },
    ]


def test_types_are_checked_against_the_stubs() -> None:
    result = check(written(MISTYPED))
    assert result.exit_code == 1
    assert [line.split(": ")[0] for line in result.stdout.splitlines() if "[arg-type]" in line] == [
        "script.py:5",
        "script.py:8",
    ]
    assert check(written(MISTYPED), "--no-types").exit_code == 0


UNANNOTATED = """
import orthanc, numpy
seen = []
names = {}
client = None

class State:
    last = None
    def keep(self, value):
        self.last = value

def on_change(change, level, resource):
    global client, latest
    client = State()
    latest = resource
    seen.append(resource)
    names[resource] = 5
    data = orthanc.RestApiGet("/system")
    data = data.decode()
    State().keep(5)

def image():
    orthanc.LogWarning(latest)
    return orthanc.CreateImageFromBuffer(
        orthanc.PixelFormat.GRAYSCALE8, 4, 4, 4, numpy.zeros((4, 4), dtype="uint8"))

orthanc.RegisterOnChangeCallback(on_change)
"""


@pytest.mark.parametrize("configuration", ["", "[mypy]\nlocal_partial_types = false\n"])
def test_scripts_without_annotations_have_no_errors(configuration: str) -> None:
    written(configuration, "mypy.ini")
    result = check(written(UNANNOTATED))
    assert (result.exit_code, result.stdout) == (0, "script.py needs Orthanc 1.5.7\n")
    result = check(written(UNANNOTATED + "orthanc.LogWarning(123)\n"))
    assert result.exit_code == 1
    assert "[arg-type]" in result.stdout
    result = check(written(UNANNOTATED + "print(lastest)\n"))
    assert result.exit_code == 1
    assert 'Name "lastest" is not defined' in result.stdout


def test_scripts_of_the_same_name_use_the_modules_beside_them() -> None:
    for folder, value in (("a", "5"), ("b", "'/system'")):
        written(f"URI = {value}\n", f"{folder}/settings.py")
        written("import orthanc\nfrom settings import URI\northanc.RestApiGet(URI)\n", f"{folder}/main.py")
    written("", "b/__init__.py")
    result = check("a/main.py", "b/main.py")
    assert [line.split(": ")[0] for line in result.stdout.splitlines() if ": error: " in line] == [
        "a/main.py:3"
    ]


def test_missing_packages_are_no_error() -> None:
    assert check(written("import orthanc, package_of_the_server\n")).exit_code == 0


BAD_CALLBACKS = """
import orthanc

def on_rest(output, uri):
    pass

@orthanc.RegisterOnChangeCallback
def on_change(change):
    pass

class Work:
    def step(self, number: int) -> orthanc.JobStepStatus:
        return orthanc.JobStepStatus.SUCCESS
    def get_progress(self) -> float:
        return 1.0

orthanc.CreateJob(
    Work(), "work")
orthanc.RegisterRestCallback(
    "/rest",
    on_rest)
"""


def test_a_wrong_callback_is_reported_once() -> None:
    result = check(written(BAD_CALLBACKS))
    assert result.exit_code == 1
    lines = [line for line in result.stdout.splitlines() if ": error: " in line]
    assert [line.split(": ")[0] for line in lines] == ["script.py:4", "script.py:8", "script.py:12"]
    assert all(line.endswith("[callback-signature]") for line in lines)


def test_own_configuration_of_mypy_applies() -> None:
    written("[mypy]\ndisallow_untyped_defs = true\n", "mypy.ini")
    assert "[no-untyped-def]" in check(written(NEW)).stdout


def test_without_mypy_the_rest_is_checked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("orthanc_codegen.check.can_check_types", lambda: False)
    script = written(MISTYPED)
    result = check(script, "--format", "json")
    assert result.exit_code == 0
    assert "mypy is missing: pip install 'mypy>=1.11'" in result.stderr
    assert json.loads(result.stdout)["types_checked"] is False
    assert check(script, "--strict").exit_code == 1
    assert check(script, "--no-types", "--strict").exit_code == 0


@pytest.mark.parametrize(
    ("arguments", "status", "text"),
    [
        (["none.py"], 1, "none.py: error: the script can't be read: No such file"),
        (["."], 1, "the script must be a regular file, not a folder"),
        ([], 2, "Missing argument"),
        (["script.py", "--orthanc", "1.12"], 2, "not a version of the form 1.10.1"),
        (["script.py", "--ignore", "print", "--ignore", "bogus"], 2, "bogus is no code of a finding"),
        (["script.py", "--ignore", "bogus"], 2, "Known codes: callback-default, callback-signature, "),
        (["script.py", "--orthanc", "1.5.6"], 1, "the plugin needs Orthanc 1.5.7"),
    ],
)
def test_wrong_use(arguments: list[str], status: int, text: str) -> None:
    written(NEW)
    result = check(*arguments)
    assert result.exit_code == status
    assert text in result.stderr


def test_each_known_code_can_be_ignored() -> None:
    assert check(written(MISTYPED), "--ignore", "arg-type").exit_code == 0
    page = (ROOT / "docs" / "checking.md").read_text(encoding="utf-8")
    assert set(re.findall(r"^\| `([a-z-]+)` \| (?:error|warning):", page, re.MULTILINE)) == CODES
    for code in CODES:
        assert check(written(NEW), "--no-types", "--ignore", code).exit_code == 0


def test_without_mypy_its_codes_are_accepted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(typing, "can_check_types", lambda: False)
    assert check(written(NEW), "--no-types", "--ignore", "arg-type").exit_code == 0


def test_a_mypy_that_fails_is_an_error() -> None:
    written("import os\n", "os_broken.py")
    written("[mypy]\npython_version = nonsense\nplugins = none_such\n", "mypy.ini")
    result = check(written(NEW))
    assert result.exit_code == 1
    assert "mypy failed" in result.stderr


def test_modules_beside_a_script_do_not_replace_those_of_mypy() -> None:
    written("import sys\nsys.exit('imported')\n", "queue.py")  # mypy imports Python's
    result = check(written("wrong: int = 'text'\n"))
    assert result.exit_code == 1
    assert "Incompatible types" in result.stdout


def test_a_mypy_that_ends_with_the_status_of_errors() -> None:
    written("import sys\nsys.exit(1)\n", "plugin_of_mypy.py")
    written("[mypy]\nplugins = ./plugin_of_mypy.py\n", "mypy.ini")
    result = check(written("wrong: int = 'text'\n"))
    assert result.exit_code == 1
    assert "mypy failed" in result.stderr


def test_the_example_of_the_documentation() -> None:
    page = (ROOT / "docs" / "checking.md").read_text(encoding="utf-8")
    code = page.split("```python\n")[1].split("```")[0]
    command, *expected = page.split("    $ ")[1].split("\n\n")[0].splitlines()
    written(code, command.split()[2])
    result = check(*command.split()[2:])
    assert result.stdout.splitlines() == [line.removeprefix("    ") for line in expected]
