"""The installed wheel: without a server, in Orthanc, and under mypy and pyright."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from orthanc_codegen import __version__
from orthanc_testing.errors import KitError

from ..e2e.pythons import Python, installed
from .environments import NO_TOOLS, Environment, make_environment, serving

SCRIPT = """
import sys
import orthanc
import typing_extensions

def where(output, uri, **request):
    version = "%d.%d" % sys.version_info[:2]
    output.AnswerBuffer(sys.prefix + " " + version, "text/plain")

orthanc.RegisterRestCallback("/where", where)
"""


def test_the_module_can_be_imported_without_a_server(environment: Environment) -> None:
    done = environment.run("python", "-c", "import orthanc; print(orthanc.__file__); orthanc.LogInfo('x')")
    assert done.stdout.strip() == str(environment.packages / "orthanc.abi3.so")
    assert "OrthancException" in done.stderr


def test_a_server_runs_scripts_in_the_environment_of_the_plugin(
    environment: Environment, tmp_path: Path
) -> None:
    plugin = Path(environment.command("path").strip())
    assert plugin == environment.plugin
    with serving(plugin, SCRIPT, tmp_path) as server:
        assert server.get("/where").text == f"{environment.folder} {environment.version}"
        assert server.get("/plugins/python").json()["Version"] == __version__
        server.wait_for_log(
            f"chosen by the virtual environment {environment.folder}, which contains the plugin"
        )


def test_a_link_to_the_loader_is_enough(environment: Environment, tmp_path: Path) -> None:
    folder = tmp_path / "plugins"
    folder.mkdir()
    (folder / "libOrthancPython.so").symlink_to(environment.plugin / "libOrthancPython.so")
    with serving(folder, SCRIPT, tmp_path) as server:
        assert server.get("/where").text.startswith(f"{environment.folder} ")


@pytest.mark.parametrize("python", installed(), ids=lambda python: python.version)
def test_one_wheel_serves_every_python(wheel: Path, tmp_path: Path, python: Python) -> None:
    environment = make_environment(python, tmp_path / "venv", wheel, "--no-deps")
    script = SCRIPT.replace("import typing_extensions\n", "")
    with serving(environment.plugin, script, tmp_path) as server:
        assert server.get("/where").text.endswith(f" {python.version}")


def test_an_environment_whose_python_was_removed_is_an_error(
    environment: Environment, tmp_path: Path
) -> None:
    copy = tmp_path / "venv"
    shutil.copytree(environment.folder, copy, symlinks=True)
    for program in (copy / "bin").glob("python*"):
        program.unlink()
    plugin = copy / environment.plugin.relative_to(environment.folder)
    said = rf"{copy}/bin/python cannot be run.*Python.VirtualEnv"
    with pytest.raises(KitError, match=said), serving(plugin, SCRIPT, tmp_path):
        pass


@pytest.mark.parametrize(
    ("option", "value"),
    [
        ("--python-version", "3.10"),
        ("--platform", "manylinux_2_28_x86_64"),
        ("--platform", "musllinux_1_2_x86_64"),
        ("--platform", "linux_armv7l"),
    ],
)
def test_pip_refuses_other_systems(wheel: Path, tmp_path: Path, option: str, value: str) -> None:
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "install", "--no-deps", "--dry-run"]
    options = ["--only-binary=:all:", "--target", str(tmp_path), option, value]
    done = subprocess.run([*pip, *options, str(wheel)], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert f"{wheel.name} is not a supported wheel on this platform" in done.stderr


def test_mypy_finds_the_stubs(environment: Environment, tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text("import orthanc\n\nversion: int = orthanc.OrthancException(1, 'x')\northanc.Nothing\n")
    command = [sys.executable, "-m", "mypy", "--strict", "--python-executable", str(environment.python)]
    done = subprocess.run(
        [*command, "--cache-dir", str(tmp_path / "cache"), str(script)],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    first, second, _summary = done.stdout.splitlines()
    assert 'expression has type "OrthancException"' in first
    assert 'Module has no attribute "Nothing"' in second
    script.write_text("import orthanc\n\northanc.LogInfo('x')\n")
    done = subprocess.run([*command, str(script)], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_pyright_finds_the_stubs(environment: Environment, tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text("import orthanc\n\nversion: int = orthanc.OrthancException(1, 'x')\northanc.Nothing\n")
    found = "\n".join(entry["message"] for entry in _pyright(environment, tmp_path))
    assert 'Type "OrthancException" is not assignable to declared type "int"' in found
    assert '"Nothing" is not a known attribute of module "orthanc"' in found
    script.write_text("import orthanc\n\nsize: int = len(orthanc.RestApiGet('/system'))\n")
    assert _pyright(environment, tmp_path) == []


def _pyright(environment: Environment, folder: Path) -> Any:
    """Return the errors that pyright finds in a folder with its strict rules."""
    command = [str(Path(sys.executable).with_name("pyright"))]
    version = subprocess.run([*command, "--version"], capture_output=True, text=True, check=False)
    if version.returncode != 0 or not version.stdout.startswith("pyright "):
        pytest.skip(f"pyright could not fetch its JavaScript: {(version.stderr or version.stdout)[-300:]}")
    (folder / "pyrightconfig.json").write_text('{"typeCheckingMode": "strict", "include": ["."]}')
    command += ["--outputjson", "--pythonpath", str(environment.python), "--project", str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode in (0, 1), done.stderr
    return [entry for entry in json.loads(done.stdout)["generalDiagnostics"] if entry["severity"] == "error"]


def test_no_compiler_is_in_the_path() -> None:
    assert shutil.which("cc", path=NO_TOOLS["PATH"]) is None
