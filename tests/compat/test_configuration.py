"""The configuration of existing installations: the path of the script, its section, and the defaults.

Options of a wrong type and scripts that cannot be loaded are in ``tests/e2e/test_startup.py``.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from ..e2e.harness import RunningServer, Servers

SCRIPT = """
    import sys
    import orthanc
    import beside
    orthanc.LogWarning(f"{__file__} imports {beside.__file__}, first of all from {sys.path[0]}")
"""


class WithScriptBeside(RunningServer):
    """A server with a script in the folder of its configuration."""

    def _configuration(self, folder: Path) -> dict[str, Any]:
        (folder / "own.py").write_text("import orthanc\northanc.LogWarning(f'I am {__file__}')\n")
        return super()._configuration(folder)


def write_scripts(folder: Path) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / "beside.py").touch()
    script = folder / "own.py"
    script.write_text("\n".join(line.strip() for line in SCRIPT.splitlines()))
    return script


@pytest.mark.parametrize("form", ["option", "section"])
def test_the_script(serve: Servers, tmp_path: Path, form: str) -> None:
    script = write_scripts(tmp_path / "scripts")
    named = {"PythonScript": str(script)} if form == "option" else {"Python": {"Path": str(script)}}
    server = serve(configuration=named)
    folder = script.parent
    server.wait_for_log(f"{script} imports {folder / 'beside.py'}, first of all from {folder}$")
    assert "import 'beside'" not in server.log_text()
    assert "resident memory" not in server.log_text()


@pytest.mark.parametrize("form", ["option", "section"])
def test_a_relative_path_starts_at_the_working_directory(
    serve: Servers, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    script = write_scripts(tmp_path / "scripts")
    monkeypatch.chdir(tmp_path)
    path = "scripts/own.py"
    server = serve(configuration={"PythonScript": path} if form == "option" else {"Python": {"Path": path}})
    server.wait_for_log(f"{script} imports ")


def test_a_relative_path_starts_at_the_configuration(plugin: Path, tmp_path: Path) -> None:
    configuration = {"PythonScript": "own.py", "DicomServerEnabled": False}
    with WithScriptBeside(plugin, None, configuration=configuration, log=tmp_path / "log") as server:
        server.wait_until_ready()
        server.wait_for_log(rf"I am {server._folder.name}/own.py$")  # type: ignore[union-attr]
        assert server.stop() == 0


@pytest.mark.parametrize("form", ["option", "section"])
def test_verbose(serve: Servers, tmp_path: Path, form: str) -> None:
    path = str(write_scripts(tmp_path / "scripts"))
    option = {"PythonScript": path, "PythonVerbose": True}
    server = serve(configuration=option if form == "option" else {"Python": {"Path": path, "Verbose": True}})
    server.wait_for_log("import 'beside'")


def test_the_rest_of_the_section(serve: Servers, tmp_path: Path) -> None:
    path = str(write_scripts(tmp_path / "scripts"))
    section = {"Path": path, "DisplayMemoryUsage": True, "AllowThreads": True}
    server = serve(configuration={"Python": section}, verbose=True)
    server.wait_for_log(r"resident memory of Orthanc: \d+ MiB")
    server.wait_for_log("AllowThreads")


def test_without_a_script_the_plugin_is_there_and_idle(serve: Servers) -> None:
    server = serve()
    assert server.get("/plugins/python").json()["ID"] == "python"
    assert server.get("/system").status == 200
    assert server.stop() == 0


@pytest.mark.parametrize("name", ["own.txt", "own"])
def test_a_script_ends_in_py(serve: Servers, tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("import orthanc\n")
    log = serve.refused(None, {"PythonScript": str(tmp_path / name)})
    assert any(name in line for line in log.splitlines() if line.startswith("E"))
