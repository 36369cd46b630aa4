"""The Python that the plugin uses without an option: recorded, around the plugin, or found by a search."""

from __future__ import annotations

import json
import os
import re
import shutil
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from orthanc_codegen.pythons import SYSTEM_PYTHON

from .facts import FACTS, errors_of, facts, facts_of
from .harness import INSTALLED, LIBRARY_VARIABLE, Servers
from .pythons import Python, describe, installed, project, recorded

pytestmark = [
    pytest.mark.skipif(LIBRARY_VARIABLE in os.environ, reason=f"{LIBRARY_VARIABLE} chooses one"),
    pytest.mark.skipif(INSTALLED, reason="tests/wheel has the tests of an installed plugin"),
]

SYSTEM = describe(SYSTEM_PYTHON)
with_system_python = pytest.mark.skipif(SYSTEM is None, reason=f"no {SYSTEM_PYTHON} that the plugin can use")
# The launchers of other servers set LD_LIBRARY_PATH themselves: see tools/fetch_orthanc.sh.
with_library_path = pytest.mark.skipif("ORTHANC_SERVER" in os.environ, reason="LD_LIBRARY_PATH has no effect")
RECORD = Path("orthanc-python", "python.json")


def copy_of(plugin: Path, folder: Path, program: str | Path | None = None) -> Path:
    """Copy the plugin into a folder, with another recorded Python or none."""
    shutil.copytree(plugin, folder)
    (folder / RECORD).unlink()
    if program is not None:
        (folder / RECORD).write_text(json.dumps({"program": str(program)}))
    return folder


def facts_with(serve: Servers, plugin: Path, environment: Mapping[str, str] | None = None) -> Any:
    """Start a server with a copy of the plugin; return the facts, and what chose the Python."""
    server = serve(FACTS, configuration={"Plugins": [str(plugin)]}, environment=environment)
    found = facts_of(server)
    found["chosen"] = server.wait_for_log("Python is (.*) with the library (.*), chosen by (.*)$").group(3)
    return found


def refusal_of(serve: Servers, plugin: Path, environment: Mapping[str, str] | None = None) -> str:
    """Start a server with a copy of the plugin that must refuse to start; return its errors."""
    return errors_of(serve.refused(FACTS, {"Plugins": [str(plugin)]}, environment))


def answering(folder: Path, **facts: object) -> Path:
    """Write a program that reports the given facts."""
    folder.mkdir(parents=True)
    program = folder / "python3"
    said = {"version": "3.12", "program": program, "gil": "yes", **facts, "end": "."}
    lines = "".join(f"echo 'orthanc-python: {name} {value}'\n" for name, value in said.items())
    program.write_text(f"#!/bin/sh\necho\n{lines}")
    program.chmod(0o755)
    return program


@with_system_python
def test_the_system_is_used_with_the_packages_that_debian_installs(serve: Servers) -> None:
    server = serve(f"{FACTS}\n    import yaml\n    orthanc.LogWarning('yaml of ' + yaml.__file__)\n")
    found = facts_of(server)
    assert found["prefix"] == found["base_prefix"] == found["child"] == "/usr", "in an environment"
    assert found["executable"] == str(SYSTEM_PYTHON)
    assert SYSTEM is not None
    assert {"/usr/lib/python3/dist-packages", f"/usr/local/lib/python{SYSTEM.version}/dist-packages"} <= set(
        found["path"]
    )
    assert not [folder for folder in found["path"] if sys.prefix in folder]
    server.wait_for_log("yaml of /usr/lib/python3/dist-packages/yaml/")
    server.wait_for_log(rf"Python is {SYSTEM_PYTHON} with .*, chosen by .*/{RECORD}$")


def test_what_build_records_is_used(serve: Servers, plugin: Path) -> None:
    assert json.loads((plugin / RECORD).read_text()) == {"program": str(recorded().program)}
    found = facts(serve)
    assert (found["version"], found["prefix"]) == (recorded().version, str(recorded().prefix))


@pytest.mark.parametrize("python", installed(), ids=lambda python: python.version)
def test_another_python_may_be_recorded(serve: Servers, plugin: Path, tmp_path: Path, python: Python) -> None:
    found = facts_with(serve, copy_of(plugin, tmp_path / "plugin", python.program))
    assert (found["version"], found["prefix"]) == (python.version, str(python.prefix))


def test_a_recorded_environment_is_used(serve: Servers, plugin: Path, tmp_path: Path) -> None:
    environment = project().make_environment(tmp_path / "venv")
    found = facts_with(serve, copy_of(plugin, tmp_path / "plugin", environment / "bin" / "python"))
    assert found["prefix"] == str(environment)


def test_a_recorded_python_that_is_gone_is_an_error(serve: Servers, plugin: Path, tmp_path: Path) -> None:
    log = refusal_of(serve, copy_of(plugin, tmp_path / "plugin", "/opt/gone/bin/python3"))
    assert "/opt/gone/bin/python3 cannot be run" in log
    assert str(tmp_path / "plugin" / RECORD) in log
    assert "Python.Library" in log


@pytest.mark.parametrize(
    "text", ["", "{", "[]", '{"program": 3}', '{"program": "python3"}', '{"python": "/x"}']
)
def test_a_record_that_is_none_is_an_error(serve: Servers, plugin: Path, tmp_path: Path, text: str) -> None:
    copy = copy_of(plugin, tmp_path / "plugin")
    (copy / RECORD).write_text(text)
    assert f'{copy / RECORD} must hold {{ "program": "/path/of/python3" }}' in refusal_of(serve, copy)


def test_a_record_that_cannot_be_read_is_an_error(serve: Servers, plugin: Path, tmp_path: Path) -> None:
    copy = copy_of(plugin, tmp_path / "plugin")
    (copy / RECORD).symlink_to("python.json")  # to itself: not even root can read it
    assert f"{copy / RECORD} cannot be read: Too many levels" in refusal_of(serve, copy, {"PATH": "/nowhere"})


def test_a_link_uses_the_plugin_behind_it(serve: Servers, plugin: Path, tmp_path: Path) -> None:
    environment = project().make_environment(tmp_path / "venv")
    copy = copy_of(plugin, tmp_path / "plugin", environment / "bin" / "python")
    old = copy_of(
        plugin, tmp_path / "old", "/opt/gone/bin/python3"
    )  # a copy that a package has replaced in part
    (old / "orthanc-python" / "orthanc.abi3.so").write_text("no module of this build")
    (old / "libOrthancPython.so").unlink()
    (old / "libOrthancPython.so").symlink_to(copy / "libOrthancPython.so")
    assert facts_with(serve, old)["prefix"] == str(environment)


@pytest.mark.parametrize("chosen", ["option", "record", "place"])
def test_an_environment_of_another_version_is_an_error(
    serve: Servers, plugin: Path, tmp_path: Path, chosen: str
) -> None:
    environment = project().make_environment(tmp_path / "venv")
    library = environment / "lib"
    (library / f"python{project().version}").rename(library / "python3.1")
    program = environment / "bin" / "python"
    if chosen == "option":
        log = errors_of(serve.refused(FACTS, {"Python": {"VirtualEnv": str(environment)}}))
    elif chosen == "record":
        log = refusal_of(serve, copy_of(plugin, tmp_path / "plugin", program))
    else:
        log = refusal_of(serve, copy_of(plugin, library / "python3.1" / "site-packages" / "orthanc_plugin"))
    assert (
        f"{program} is Python {project().version}, but its virtual environment has packages of another" in log
    )
    assert "make the environment again" in log


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({}, "has no shared libpython: install it .*apt-get install libpython3.12;"),
        ({"version": "3.10"}, "is Python 3.10, but the plugin needs Python 3.11 or newer"),
        ({"gil": "no"}, "is a free-threaded Python"),
    ],
)
def test_a_recorded_python_that_cannot_be_used_is_an_error(
    serve: Servers, plugin: Path, tmp_path: Path, wrong: dict[str, str], said: str
) -> None:
    program = answering(tmp_path / "bin", **wrong)
    assert re.search(f"{program} {said}", refusal_of(serve, copy_of(plugin, tmp_path / "plugin", program)))


@pytest.mark.parametrize("below", ["lib/python{version}/site-packages/orthanc_plugin", "share/orthanc"])
def test_a_plugin_in_an_environment_is_of_that_environment(
    serve: Servers, plugin: Path, tmp_path: Path, below: str
) -> None:
    environment = project().make_environment(tmp_path / "venv")
    folder = environment / below.format(version=project().version)
    found = facts_with(serve, copy_of(plugin, folder), {"PATH": "/nowhere"})
    assert found["prefix"] == str(environment)
    assert found["chosen"] == f"the virtual environment {environment}, which contains the plugin"
    (environment / "bin" / "python").unlink()
    (environment / "bin" / "python").symlink_to("/opt/gone/bin/python")
    assert f"{environment}/bin/python cannot be run" in refusal_of(serve, folder)


@with_system_python
def test_a_plugin_among_the_packages_of_debian_is_of_its_python(
    serve: Servers, plugin: Path, tmp_path: Path
) -> None:
    folder = copy_of(plugin, tmp_path / "lib" / "python3" / "dist-packages" / "orthanc_plugin")
    found = facts_with(serve, folder, {"PATH": "/nowhere"})
    assert (found["prefix"], found["executable"]) == ("/usr", str(SYSTEM_PYTHON))
    assert found["chosen"] == f"{folder.parent}, which contains the plugin"


def test_a_plugin_among_the_packages_of_a_python_is_of_that_one(
    serve: Servers, plugin: Path, tmp_path: Path
) -> None:
    prefix, name = tmp_path / "prefix", f"python{project().version}"
    (prefix / "bin").mkdir(parents=True)
    (prefix / "bin" / name).symlink_to(installed()[-1].program)
    folder = copy_of(plugin, prefix / "lib" / name / "site-packages" / "orthanc_plugin")
    assert (
        facts_with(serve, folder, {"PATH": "/nowhere"})["chosen"]
        == f"{folder.parent}, which contains the plugin"
    )


def test_the_first_python3_of_the_path_that_can_be_used(serve: Servers, plugin: Path, tmp_path: Path) -> None:
    unusable = [
        answering(tmp_path / "1", version="3.10"),
        answering(tmp_path / "2", gil="no", library="/x"),
        answering(tmp_path / "3"),
        tmp_path / "4" / "python3",
    ]
    (tmp_path / "4" / "python3").mkdir(parents=True)
    newest = tmp_path / "newest" / "python3"
    newest.parent.mkdir()
    newest.symlink_to(installed()[-1].program)
    path = ":".join(["", ".", *(str(p.parent) for p in [*unusable, newest])])
    copy = copy_of(plugin, tmp_path / "plugin")
    server = serve(FACTS, configuration={"Plugins": [str(copy)]}, environment={"PATH": path}, verbose=True)
    assert facts_of(server)["version"] == installed()[-1].version
    server.wait_for_log(f"chosen by the variable PATH, which contains {newest}$")
    for program in unusable:
        server.wait_for_log(f"^I.*Passed over: {program} (is|has|cannot)")


def test_an_environment_in_the_path_is_chosen(serve: Servers, plugin: Path, tmp_path: Path) -> None:
    environment = project().make_environment(tmp_path / "venv")
    copy = copy_of(plugin, tmp_path / "plugin")
    found = facts_with(serve, copy, {"PATH": f"{environment / 'bin'}:{os.environ['PATH']}"})
    assert found["prefix"] == str(environment)


@with_library_path
def test_the_newest_library_that_the_dynamic_linker_finds(
    serve: Servers, plugin: Path, tmp_path: Path
) -> None:
    copy = copy_of(plugin, tmp_path / "plugin")
    libraries = ":".join(str(python.library.parent) for python in installed())
    found = facts_with(serve, copy, {"PATH": "/nowhere", "LD_LIBRARY_PATH": libraries})
    assert (found["version"], found["prefix"]) == (installed()[-1].version, str(installed()[-1].prefix))
    assert found["chosen"].startswith("the dynamic linker")


@with_library_path
def test_without_any_python_the_error_says_what_to_install(
    serve: Servers, plugin: Path, tmp_path: Path
) -> None:
    for minor in range(11, 41):
        (tmp_path / f"libpython3.{minor}.so.1.0").write_text("no library")
    old = answering(tmp_path / "bin", version="3.10")
    environment = {"PATH": str(old.parent), "LD_LIBRARY_PATH": str(tmp_path)}
    log = refusal_of(serve, copy_of(plugin, tmp_path / "plugin"), environment)
    assert "apt-get install python3 libpython3-dev" in log
    assert f"{old} is Python 3.10" in log
