"""`orthanc-plugin doctor` reports an error if, and only if, the server does not start."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from distribution.orthanc_plugin.binaries import plugins_in
from orthanc_testing.locate import find_orthanc
from orthanc_testing.ports import free_port

from ..e2e.bare import start
from ..e2e.pythons import project
from .environments import NO_TOOLS, Environment, serving
from .reports import HELLO, compile_plugin, doctor

# Options, where {plugin} and {environment} stand for folders, and whether the server starts with them.
_THIS = {"Plugins": ["{plugin}"], "PythonScript": "hello.py"}
_OPTIONS: dict[str, tuple[dict[str, Any], bool]] = {
    "the folder of the plugin": (_THIS, True),
    "its file": ({**_THIS, "Plugins": ["{plugin}/libOrthancPython.so"]}, True),
    "its folder and its file": ({**_THIS, "Plugins": ["{plugin}", "{plugin}/libOrthancPython.so"]}, False),
    "its folder and a link": ({**_THIS, "Plugins": ["{plugin}", "links"]}, False),
    "a link": ({**_THIS, "Plugins": ["links"]}, True),
    "another plugin": ({**_THIS, "Plugins": ["{plugin}", "others"]}, True),
    "another plugin twice": ({**_THIS, "Plugins": ["{plugin}", "others", "others/libOther.so"]}, False),
    "a relative file": ({**_THIS, "Plugins": ["others/libOther.so", "{plugin}"]}, True),
    "a file beside the configuration": ({**_THIS, "Plugins": ["{plugin}", "libBeside.so"]}, True),
    "a folder with a library": ({**_THIS, "Plugins": ["{plugin}", "libraries"]}, True),
    "a library": ({**_THIS, "Plugins": ["{plugin}", "libraries/libNothing.so"]}, False),
    "a folder with a text": ({**_THIS, "Plugins": ["{plugin}", "texts"]}, False),
    "a text": ({**_THIS, "Plugins": ["{plugin}", "texts/libText.so"]}, False),
    "a folder without plugins": ({**_THIS, "Plugins": ["{plugin}", "empty"]}, True),
    "no such plugin": ({**_THIS, "Plugins": ["{plugin}", "/none"]}, True),
    "no plugin": ({"Plugins": []}, True),
    "plugins of the wrong type": ({**_THIS, "Plugins": 3}, False),
    "plugins that are one text": ({**_THIS, "Plugins": "{plugin}"}, False),
    "a number as a plugin": ({**_THIS, "Plugins": ["{plugin}", 3, True]}, True),
    "null as a plugin": ({**_THIS, "Plugins": ["{plugin}", None, "libBeside.so"]}, False),
    "a list as a plugin": ({**_THIS, "Plugins": ["{plugin}", ["others"]]}, False),
    "no script": ({"Plugins": ["{plugin}"]}, True),
    "no such script": ({**_THIS, "PythonScript": "none.py"}, False),
    "a script of the wrong type": ({**_THIS, "PythonScript": 3}, False),
    "a script with another suffix": ({**_THIS, "PythonScript": "hello.txt"}, False),
    "a folder as the script": ({**_THIS, "PythonScript": "folder.py"}, False),
    "the section hides the script": ({**_THIS, "PythonScript": "none.py", "Python": {"Path": ""}}, True),
    "a script that lacks a module": ({**_THIS, "PythonScript": "lacking.py"}, False),
    "a script with a syntax error": ({**_THIS, "PythonScript": "wrong.py"}, False),
    "a section that is none": ({**_THIS, "Python": 3}, False),
    "a number as a flag": ({**_THIS, "Python": {"Verbose": 1}}, False),
    "a number as a flag outside": ({**_THIS, "PythonVerbose": 1}, False),
    "a stop without time": ({**_THIS, "Python": {"StopTimeout": 0}}, False),
    "a stop with a fraction": ({**_THIS, "Python": {"StopTimeout": 5.5}}, False),
    "a short stop": ({**_THIS, "Python": {"StopTimeout": 1}}, True),
    "an unknown option": ({**_THIS, "Python": {"Unknown": 1}}, True),
    "no such library": ({**_THIS, "Python": {"Library": "/none/libpython3.so"}}, False),
    "no such library by name": ({**_THIS, "Python": {"Library": "libpython-none.so"}}, False),
    "an environment": ({**_THIS, "Python": {"VirtualEnv": "{environment}"}}, True),
    "no such environment": ({**_THIS, "Python": {"VirtualEnv": "none"}}, False),
}


@pytest.fixture
def folder(tmp_path: Path, environment: Environment) -> Path:
    """Make a folder with scripts, plugins and libraries. Its name has a space."""
    folder = tmp_path / "a folder"
    for name in ("links", "others", "libraries", "texts", "empty", "folder.py"):
        (folder / name).mkdir(parents=True)
    for name, text in {
        "hello.py": HELLO,
        "hello.txt": HELLO,
        "lacking.py": "import no_such_module\n",
        "wrong.py": "x = (\n",
        "texts/libText.so": "no library\n",
    }.items():
        (folder / name).write_text(text)
    (folder / "links" / "libOrthancPython.so").symlink_to(environment.plugin / "libOrthancPython.so")
    compile_plugin(folder / "others" / "libOther.so", "other")
    compile_plugin(folder / "libBeside.so", "beside")
    compile_library(folder / "libraries" / "libNothing.so")
    return folder


def compile_library(file: Path) -> None:
    """Compile a library that is no plugin."""
    subprocess.run(["cc", "-shared", "-xc", "-", "-o", file], input="int nothing;\n", text=True, check=True)


def write(folder: Path, options: dict[str, Any], environment: Environment) -> int:
    """Write a configuration; return the port of its server."""
    text = json.dumps(options)
    text = text.replace("{plugin}", str(environment.plugin)).replace("{environment}", str(environment.folder))
    port = free_port()
    storage = str(folder / "storage")
    own = {"HttpPort": port, "DicomServerEnabled": False, "StorageDirectory": storage}
    whole = {**json.loads(text), **own, "IndexDirectory": storage}
    (folder / "orthanc.json").write_text(json.dumps(whole))
    return port


@pytest.mark.parametrize("name", _OPTIONS)
def test_doctor_agrees_with_the_server(environment: Environment, folder: Path, name: str) -> None:
    options, expected = _OPTIONS[name]
    port = write(folder, options, environment)
    started = start(folder / "orthanc.json", port, folder, NO_TOOLS)
    status, report = doctor(environment, "--configuration", folder / "orthanc.json")
    assert (started.system is not None) == expected, started.log
    assert (status == 0) == expected, report
    assert (re.search("^error", report, re.MULTILINE) is None) == expected, report


def test_relative_paths(environment: Environment, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    port = write(folder, {**_THIS, "Plugins": ["others/libOther.so", "{plugin}"]}, environment)
    monkeypatch.chdir(folder)
    started = start("orthanc.json", port, folder, NO_TOOLS)
    status, report = doctor(environment, "--configuration", "orthanc.json")
    assert (started.system is not None, status) == (True, 0), started.log + report
    monkeypatch.chdir(folder / "others")
    assert [plugin.name for plugin in plugins_in([Path()])] == ["other"]


@pytest.mark.parametrize(("slash", "starts"), [("", "outside.py"), ("/", "inside.py")])
def test_a_folder_as_the_configuration(
    environment: Environment, folder: Path, slash: str, starts: str
) -> None:
    configurations = folder / "configurations"
    configurations.mkdir()
    for file in (folder / "outside.py", configurations / "inside.py"):
        file.write_text(HELLO)
    for script in ("outside.py", "inside.py"):
        port = write(folder, {**_THIS, "PythonScript": script}, environment)
        (folder / "orthanc.json").replace(configurations / "orthanc.json")
        started = start(f"{configurations}{slash}", port, folder / "empty", NO_TOOLS)
        status, report = doctor(environment, "--configuration", f"{configurations}{slash}")
        assert (started.system is not None) == (script == starts), started.log
        assert (status == 0) == (script == starts), report


def test_a_plugin_and_a_configuration_without_folders(
    environment: Environment, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    said = "warning +a server that is started as `Orthanc orthanc.json` does not find the plugin libBeside.so"
    for name, starts in (("libBeside.so", False), ("./libBeside.so", True)):
        port = write(folder, {**_THIS, "Plugins": ["{plugin}", name]}, environment)
        assert (start("orthanc.json", port, folder, NO_TOOLS).system is not None) == starts
        assert start(folder / "orthanc.json", port, folder, NO_TOOLS).system is not None
        _status, report = doctor(environment, "--configuration", "orthanc.json")
        assert (re.search(said, report) is None) == starts, report
        assert "the plugin beside 9.9" in report
    for place in ("./orthanc.json", "."):
        port = write(folder, {**_THIS, "Plugins": ["{plugin}", "libBeside.so"]}, environment)
        assert start(place, port, folder, NO_TOOLS).system is not None
        _status, report = doctor(environment, "--configuration", place)
        assert "warning" not in report, report


def test_the_plugin_of_another_environment(environment: Environment, folder: Path) -> None:
    other = Environment(project().make_environment(folder / "other"), environment.version)
    shutil.copytree(environment.plugin, other.plugin)
    shutil.copy(environment.packages / "orthanc.abi3.so", other.packages)
    with serving(other.plugin, HELLO, folder) as server:
        assert server.get("/hello").text == str(other.folder)
    write(folder, {**_THIS, "Plugins": [str(other.plugin)]}, environment)
    status, report = doctor(environment, "--configuration", folder / "orthanc.json")
    reason = f"chosen by the virtual environment {other.folder}, which contains the plugin"
    assert f"scripts run in Python {other.version} of {other.python}, {reason}" in report
    assert status == 0, report


def test_another_plugin_named_python(environment: Environment, folder: Path) -> None:
    compile_plugin(folder / "libPython.so", "python")
    write(folder, {**_THIS, "Plugins": ["libPython.so"], "PythonScript": "none.py"}, environment)
    status, report = doctor(environment, "--configuration", folder / "orthanc.json")
    assert status == 0, report
    assert re.search(
        r"^warning .* loads another plugin named python, 9.9: .*/libPython.so. Its", report, re.M
    )
    assert "none.py" not in report


def test_a_server_in_a_folder_with_a_space(environment: Environment, folder: Path) -> None:
    (folder / "Orthanc").symlink_to(find_orthanc())
    _status, report = doctor(environment, "--orthanc", folder / "Orthanc")
    assert re.search(rf"^ok +Orthanc \S+: {folder}/Orthanc$", report, re.MULTILINE), report
