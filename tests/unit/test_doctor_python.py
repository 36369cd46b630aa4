"""`orthanc-plugin doctor` names the Python that a plugin chooses by its location, as the loader does."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from distribution.orthanc_plugin.chosen import chosen_python, has_module, plugin_folder
from distribution.orthanc_plugin.errors import PluginError
from distribution.orthanc_plugin.options import Options

_NONE = Options({}, ())


def touch(file: Path) -> Path:
    """Make an empty file and its folders."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.touch()
    return file


def packages(root: Path, folder: str = "lib/python3.12/site-packages") -> Path:
    """Make a plugin in a folder of packages; return its loader."""
    touch(root / folder / "orthanc.abi3.so")
    return touch(root / folder / "orthanc_plugin" / "libOrthancPython.so")


def copied(folder: Path, program: str = "/opt/chosen/bin/python") -> Path:
    """Make a copy of a plugin; return its loader."""
    touch(folder / "orthanc-python" / "orthanc.abi3.so")
    (folder / "orthanc-python" / "python.json").write_text(json.dumps({"program": program}))
    return touch(folder / "libOrthancPython.so")


def test_an_environment_other_than_that_of_the_command(tmp_path: Path) -> None:
    loader = packages(tmp_path)
    touch(tmp_path / "pyvenv.cfg")
    program, reason = chosen_python(_NONE, loader)
    assert program == tmp_path / "bin" / "python"
    assert reason == f"chosen by the virtual environment {tmp_path}, which contains the plugin"


def test_debian_s_packages(tmp_path: Path) -> None:
    loader = packages(tmp_path, "lib/python3/dist-packages")
    link = tmp_path / "plugins" / "libOrthancPython.so"
    link.parent.mkdir()
    link.symlink_to(loader)
    for file in (loader, link):
        program, reason = chosen_python(_NONE, file)
        assert program == Path("/usr/bin/python3")
        assert reason == f"chosen by {loader.parents[1]}, which contains the plugin"


def test_the_packages_of_an_installation(tmp_path: Path) -> None:
    loader = packages(tmp_path)
    program = touch(tmp_path / "bin" / "python3.12")
    assert chosen_python(_NONE, loader)[0] == program


def test_a_copy(tmp_path: Path) -> None:
    program, reason = chosen_python(_NONE, copied(tmp_path))
    assert program == Path("/opt/chosen/bin/python")
    assert reason == f"chosen by {tmp_path}/orthanc-python/python.json"


def test_an_old_copy_whose_loader_became_a_link(tmp_path: Path) -> None:
    link = copied(tmp_path / "plugins")
    link.unlink()
    behind = packages(tmp_path, "lib/python3/dist-packages")
    link.symlink_to(behind)
    assert plugin_folder(link) == behind.parent
    assert chosen_python(_NONE, link)[0] == Path("/usr/bin/python3")
    (behind.parents[1] / "orthanc.abi3.so").unlink()
    assert plugin_folder(link) == link.parent


@pytest.mark.parametrize("text", ["{}", "[", '{"program": 3}', '{"program": "python3"}'])
def test_a_record_without_a_program(tmp_path: Path, text: str) -> None:
    loader = copied(tmp_path)
    (tmp_path / "orthanc-python" / "python.json").write_text(text)
    with pytest.raises(PluginError, match=r'must hold { "program": "/path/of/python3" }'):
        chosen_python(_NONE, loader)


def test_another_location(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = touch(tmp_path / "path" / "python3")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(program.parent))
    loader = touch(tmp_path / "libOrthancPython.so")
    assert not has_module(loader.parent)
    assert chosen_python(_NONE, loader)[0] == program


def test_options_come_first(tmp_path: Path) -> None:
    options = Options({"Python": {"VirtualEnv": "venv"}}, (tmp_path,))
    assert chosen_python(options, copied(tmp_path))[0] == tmp_path / "venv" / "bin" / "python"


def test_no_plugin() -> None:
    assert chosen_python(_NONE, None)[0] == Path(sys.executable)
