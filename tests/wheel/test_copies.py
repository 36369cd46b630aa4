"""Copies of the plugin that `orthanc-plugin install` makes again, or beside what others have put there."""

from __future__ import annotations

import errno
import json
import os
import tempfile
from pathlib import Path

import pytest

from distribution.orthanc_plugin import install as installation
from distribution.orthanc_plugin.errors import PluginError

from ..e2e.pythons import recorded
from .environments import Environment
from .reports import compile_plugin

LOADER = "libOrthancPython.so"
INNER = "orthanc-python"
RECORD = Path(INNER, "python.json")
AGAIN = " as before; --python chooses another one"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Make an empty folder for plugins."""
    made = tmp_path / "plugins"
    made.mkdir()
    return made


def recorded_in(folder: Path) -> str:
    """Return the Python of a copy."""
    return str(json.loads((folder / RECORD).read_text())["program"])


def test_every_user_can_read_a_copy(environment: Environment, folder: Path) -> None:
    before = os.umask(0o077)
    try:
        environment.command("install", folder)
    finally:
        os.umask(before)
    modes = {file.name: file.stat().st_mode & 0o777 for file in folder.rglob("*")}
    assert modes == {INNER: 0o755, LOADER: 0o644, "orthanc.abi3.so": 0o644, "python.json": 0o644}


def test_another_plugin_in_the_place_of_a_copy_is_kept(environment: Environment, folder: Path) -> None:
    environment.command("install", folder)
    (folder / LOADER).unlink()
    compile_plugin(folder / LOADER, "python")  # as an upgrade of Debian's package does
    before = (folder / LOADER).read_bytes()
    line = environment.refusal("install", folder)
    assert line == f"error: {folder / LOADER} is another Python plugin (9.9): replace it with --replace"
    assert (folder / LOADER).read_bytes() == before
    environment.command("install", "--replace", folder)
    assert (folder / LOADER).read_bytes() == (environment.plugin / LOADER).read_bytes()


def test_a_link_is_replaced_only_if_told(environment: Environment, folder: Path) -> None:
    (folder / LOADER).symlink_to(environment.plugin / LOADER)
    assert "replace it with --replace" in environment.refusal("install", folder)
    environment.command("install", "--replace", folder)
    assert not (folder / LOADER).is_symlink()


def test_a_repetition_keeps_the_python_that_was_chosen(environment: Environment, folder: Path) -> None:
    other = str(recorded().program)
    environment.command("install", "--python", other, folder)
    assert environment.command("install", folder) == f"The plugin is in {folder}, and uses {other}{AGAIN}\n"
    assert recorded_in(folder) == other
    assert AGAIN not in environment.command("install", "--python", environment.python, folder)
    assert recorded_in(folder) == str(environment.python)


def test_a_repetition_keeps_the_python_that_was_written(environment: Environment, folder: Path) -> None:
    other = str(recorded().program)
    environment.command("install", folder)
    assert recorded_in(folder) == str(environment.python)
    (folder / RECORD).write_text((folder / RECORD).read_text().replace(str(environment.python), other, 1))
    environment.command("install", folder)
    assert recorded_in(folder) == other


@pytest.mark.parametrize("text", ["", "[]", '{"program": 3}', '{"program": "/a", "default": "/a"}'])
def test_the_python_of_another_environment_is_not_kept(
    environment: Environment, folder: Path, text: str
) -> None:
    (folder / INNER).mkdir()
    (folder / RECORD).write_text(text)
    assert AGAIN not in environment.command("install", folder)
    assert recorded_in(folder) == str(environment.python)


def test_a_python_is_found_in_the_path(environment: Environment, folder: Path) -> None:
    programs = environment.folder / "bin"
    environment.command("install", "--python", "python3", folder, PATH=str(programs))
    assert recorded_in(folder) == str(programs / "python3")


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (errno.EACCES, "Permission denied; run the command as a user who may, ex) with sudo"),
        (errno.ENOSPC, "No space left on device"),
        (errno.EROFS, "Read-only file system"),
    ],
)
def test_a_user_is_blamed_only_for_what_another_may(
    folder: Path, monkeypatch: pytest.MonkeyPatch, number: int, said: str
) -> None:
    def refuse(**_options: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(tempfile, "mkstemp", refuse)
    with pytest.raises(PluginError) as caught:
        installation._write(folder, {LOADER: b""})
    assert str(caught.value) == f"{folder} can't be written: {said}"


def test_a_file_in_the_place_of_the_folder(environment: Environment, folder: Path) -> None:
    (folder / INNER).touch()
    assert environment.refusal("install", folder) == f"error: {folder / INNER} is not a folder: remove it"
