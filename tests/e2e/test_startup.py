"""The configuration and the script when the server starts: bad ones end it, and the log says why."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from .harness import Servers

HELLO = """
    import sys
    import orthanc
    orthanc.LogWarning("hello, the first place to import from is " + sys.path[0])
    orthanc.RegisterRestCallback("/hello", lambda output, uri, **r: output.AnswerBuffer("hi", "text/plain"))
"""


def test_without_a_script_the_plugin_idles(serve: Servers) -> None:
    server = serve()
    assert "python" in server.get("/plugins").json()
    assert server.stop() == 0


def test_the_script_finds_what_lies_beside_it(serve: Servers, tmp_path: Path) -> None:
    (tmp_path / "beside.py").write_text("ANSWER = 'from beside'\n")
    (tmp_path / "json.py").write_text("raise ImportError('the folder comes first')\n")
    server = serve("import orthanc, sys, beside\northanc.LogWarning(beside.ANSWER + ' in ' + sys.path[0])")
    server.wait_for_log(f"from beside in {tmp_path}$")


def test_the_script_has_a_name_and_a_file(serve: Servers, tmp_path: Path) -> None:
    server = serve("import orthanc\northanc.LogWarning(f'I am {__name__} in {__file__}')")
    server.wait_for_log(f"I am .*script0.* in {tmp_path / 'script0.py'}$")


def test_what_a_script_prints_is_not_held_back(serve: Servers) -> None:
    server = serve("print('printed')")
    server.wait_for_log(r"^(.* )?printed$", timeout=2)


def write_script(folder: Path, text: str = HELLO) -> Path:
    """Write a script where the harness does not name it in the configuration."""
    file = folder / "own.py"
    file.write_text("\n".join(line.strip() for line in text.splitlines()) + "\n")
    return file


def test_the_python_section_names_the_script(serve: Servers, tmp_path: Path) -> None:
    section = {"Path": str(write_script(tmp_path)), "Verbose": True, "AllowThreads": True}
    server = serve(configuration={"Python": {**section, "DisplayMemoryUsage": False}})
    assert server.get("/hello").text == "hi"
    log = server.log_text()
    assert "import 'orthanc'" in log or "import orthanc" in log, "Verbose lists what is imported"
    assert "AllowThreads" in log, "an option that is no longer needed is reported"
    assert server.stop() == 0


def test_a_relative_path_starts_at_the_working_directory(
    serve: Servers, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = write_script(tmp_path)
    monkeypatch.chdir(tmp_path)
    server = serve(configuration={"PythonScript": file.name, "PythonVerbose": False})
    assert server.get("/hello").text == "hi"
    server.wait_for_log(f"the first place to import from is {tmp_path}$")


@pytest.mark.parametrize(
    ("configuration", "named"),
    [
        ({"PythonScript": 12}, "PythonScript"),
        ({"PythonScript": ["a.py"]}, "PythonScript"),
        ({"PythonVerbose": "yes"}, "PythonVerbose"),
        ({"Python": "a.py"}, "Python"),
        ({"Python": {"Path": 12}}, "Path"),
        ({"Python": {"Verbose": "no"}}, "Verbose"),
        ({"Python": {"AllowThreads": 1}}, "AllowThreads"),
    ],
)
def test_an_option_of_the_wrong_type_is_named(
    serve: Servers, configuration: dict[str, Any], named: str
) -> None:
    log = serve.refused(None, configuration)
    assert any(named in line for line in log.splitlines() if line.startswith("E"))


def test_a_script_that_is_missing_is_named(serve: Servers, tmp_path: Path) -> None:
    log = serve.refused(tmp_path / "missing.py")
    assert any("missing.py" in line for line in log.splitlines() if line.startswith("E"))
    log = serve.refused(tmp_path)
    assert any(str(tmp_path) in line for line in log.splitlines() if line.startswith("E"))


def test_a_script_that_is_no_python_file_is_named(serve: Servers, tmp_path: Path) -> None:
    (tmp_path / "script.txt").write_text("import orthanc\n")
    log = serve.refused(tmp_path / "script.txt")
    assert any("script.txt" in line and ".py" in line for line in log.splitlines() if line.startswith("E"))


@pytest.mark.parametrize(
    ("script", "reason"),
    [
        ("import orthanc\n1 +\n", "SyntaxError: invalid syntax"),
        ("import orthanc\nraise ValueError('not today')\n", "ValueError: not today"),
        ("import no_such_module\n", "ModuleNotFoundError: No module named 'no_such_module'"),
        ("import sys\nsys.exit(0)\n", "SystemExit: 0"),
        ("raise KeyboardInterrupt\n", "KeyboardInterrupt"),
        ("import orthanc\northanc.RegisterRestCallback('/[', print)\n", ""),
        ("import orthanc\northanc.RegisterRestCallback('/a', 'no callable')\n", "TypeError"),
        ("x = '\x00'\n", ""),
    ],
)
def test_a_script_that_fails_to_load_is_reported_once(serve: Servers, script: str, reason: str) -> None:
    log = serve.refused(script)
    assert reason in log
    assert "script0" in log
    assert log.count(reason or "script0.py") >= 1
    assert log.count("Traceback (most recent call last)") <= 1
