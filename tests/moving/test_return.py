"""The ways back to the official plugin, and the data that stay."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from orthanc_codegen import __version__
from orthanc_testing import make_dataset

from ..docs.wheels import make_wheels
from ..e2e.harness import RunningServer, Servers
from ..e2e.official import measured_plugin
from ..e2e.pythons import project
from ..sharing import once
from ..wheel.environments import Environment, make_environment
from .started import ROUTE, Started

SCRIPT = f"""{ROUTE}
    register(lambda output, uri, **request: output.AnswerBuffer("answer", "text/plain"))
"""
LOADER, INNER = "libOrthancPython.so", "orthanc-python"  # the files that the page tells to delete


@pytest.fixture(scope="module")
def official() -> Path:
    """Return the file of the official plugin."""
    return measured_plugin()


@pytest.fixture(scope="module")
def environment(plugin: Path, tmp_path_factory: pytest.TempPathFactory) -> Environment:
    """Make an environment with the wheel of the built plugin."""
    wheels = once(tmp_path_factory, "wheels", lambda made: make_wheels(plugin.parent, made)) / "wheels"
    (wheel,) = wheels.glob("orthanc_python_plugin-*.whl")
    folder = tmp_path_factory.mktemp("environment") / "venv"
    return make_environment(project(), folder, wheel, "--no-index", "--find-links", str(wheels))


@pytest.fixture
def start(plugin: Path, tmp_path: Path, retired: list[RunningServer]) -> Iterator[Started]:
    """Return a starter of servers with the plugins of a folder, which are killed after the test."""
    servers = Servers(plugin, tmp_path, retired)
    started: list[RunningServer] = []

    def start(folder: Path, script: str | None = SCRIPT, storage: Path | None = None) -> RunningServer:
        options = {"Plugins": [str(folder)]}
        started.append(servers.start(script, storage=storage, configuration=options))
        return started[-1]

    yield start
    for server in started:
        servers.kill(server)


def stop(server: RunningServer) -> None:
    server.terminate()
    assert server.wait() == 0, server.log


def version(server: RunningServer) -> str:
    """Return the version of the Python plugin; its script must answer."""
    assert server.get("/x").text == "answer"
    return str(server.get("/plugins/python").json()["Version"])


def content(folder: Path) -> dict[str, bytes]:
    """Return the files of a folder."""
    return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


@pytest.fixture
def plugins(tmp_path: Path) -> Path:
    """Make a folder of plugins, with a file that is not ours."""
    folder = tmp_path / "plugins"
    folder.mkdir()
    (folder / "README").write_text("of another plugin", encoding="utf-8")
    return folder


def delete(plugins: Path) -> None:
    """Delete what `orthanc-plugin install` has written, as the page says."""
    (plugins / LOADER).unlink()
    shutil.rmtree(plugins / INNER)


# The table "Go back", whose row about Debian's packages `make test-deb` tests.


def test_the_option_names_the_official_plugin(
    official: Path, environment: Environment, start: Started, tmp_path: Path
) -> None:
    storage = tmp_path / "storage"
    ours = start(environment.plugin, storage=storage)
    assert version(ours) == __version__
    dataset = make_dataset()
    stored = ours.upload(dataset)
    ours.put(f"/studies/{stored.study}/metadata/1024", "kept")
    file = ours.get(f"/instances/{stored.id}/file").content
    stop(ours)
    back = start(official.parents[2] / "share" / "orthanc" / "plugins", storage=storage)
    assert version(back) != __version__
    assert back.get(f"/studies/{stored.study}/metadata/1024").text == "kept"
    assert back.get(f"/instances/{stored.id}/file").content == file


def test_a_copy_is_deleted(official: Path, environment: Environment, start: Started, plugins: Path) -> None:
    before = content(plugins)
    environment.command("install", plugins)
    assert version(start(plugins)) == __version__
    delete(plugins)
    assert content(plugins) == before
    assert "python" not in start(plugins, None).get("/plugins").json()
    shutil.copy(official, plugins / LOADER)
    assert version(start(plugins)) != __version__


def test_a_replaced_plugin_is_installed_again(
    official: Path, environment: Environment, start: Started, plugins: Path
) -> None:
    shutil.copy(official, plugins / LOADER)
    before = content(plugins)
    environment.command("install", "--replace", plugins)
    assert version(start(plugins)) == __version__
    delete(plugins)
    shutil.copy(official, plugins / LOADER)  # as `apt-get install --reinstall orthanc-python` does
    assert content(plugins) == before
    assert version(start(plugins)) != __version__


def test_the_plugin_stores_nothing(environment: Environment, start: Started, tmp_path: Path) -> None:
    dumps = []
    for name, script in (("without", None), ("with", SCRIPT)):
        folder = environment.plugin if script else tmp_path / "no-plugins"
        folder.mkdir(exist_ok=True)
        server = start(folder, script, storage=tmp_path / name)
        assert script is None or version(server) == __version__
        stop(server)
        with closing(sqlite3.connect(tmp_path / name / "index")) as index:
            dumps.append((sorted(content(tmp_path / name)), list(index.iterdump())))
    assert dumps[0] == dumps[1]
