"""The modules that a reset unloads: the script's own, and none of Python's."""

from __future__ import annotations

import importlib
import importlib.util
import sys
import sysconfig
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

RELOAD = Path(__file__).resolve().parents[2] / "plugin_runtime" / "module" / "lifecycle" / "reload.py"


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """Create the folder of a script on `sys.path`; undo all imports afterwards."""
    modules, path = dict(sys.modules), list(sys.path)
    sys.path.insert(0, str(tmp_path))
    importlib.invalidate_caches()
    yield tmp_path
    sys.modules.clear()
    sys.modules.update(modules)
    sys.path[:] = path
    importlib.invalidate_caches()


@pytest.fixture
def unprepared() -> ModuleType:
    """Load reload.py, without recording the current state."""
    spec = importlib.util.spec_from_file_location("reload_under_test", RELOAD)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def reload(unprepared: ModuleType, folder: Path) -> ModuleType:
    """Load reload.py and record the current state."""
    unprepared.remember(str(folder / "script.py"))
    return unprepared


def imported(folder: Path, name: str, text: str = "") -> str:
    """Write a module below a folder and import it."""
    file = folder / f"{name.replace('.', '/')}.py"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text)
    importlib.invalidate_caches()
    importlib.import_module(name)
    return name


def test_modules_of_the_script_are_dropped(folder: Path, reload: ModuleType) -> None:
    (folder / "own_package").mkdir()
    (folder / "own_package" / "__init__.py").write_text("")
    names = [imported(folder, "own_module"), imported(folder, "own_package.part"), "own_package"]
    assert set(names) <= set(sys.modules)
    reload.forget(str(folder))
    assert not set(names) & set(sys.modules)


def test_modules_from_elsewhere_stay(folder: Path, reload: ModuleType) -> None:
    sys.modules.pop("colorsys", None)
    importlib.import_module("colorsys")
    reload.forget(str(folder))
    assert "colorsys" in sys.modules


def test_what_was_there_before_the_script_stays(folder: Path, reload: ModuleType) -> None:
    name = imported(folder, "there_before")
    reload.remember(str(folder / "script.py"))
    reload.forget(str(folder))
    assert name in sys.modules


@pytest.mark.parametrize("kind", ["stdlib", "purelib"])
def test_a_library_below_the_folder_stays(
    folder: Path, reload: ModuleType, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Occurs with pyenv below a script in the home directory, or an environment beside the script.
    library = folder / "versions" / "lib"
    real = sysconfig.get_path
    monkeypatch.setattr(sysconfig, "get_path", lambda name: str(library) if name == kind else real(name))
    library.mkdir(parents=True)
    sys.path.insert(0, str(library))
    name = imported(library, "part_of_python")
    own = imported(folder, "own_module")
    reload.forget(str(folder))
    assert name in sys.modules
    assert own not in sys.modules


def test_a_package_with_an_extension_module_stays_whole(folder: Path, reload: ModuleType) -> None:
    (folder / "compiled").mkdir()
    (folder / "compiled" / "__init__.py").write_text("")
    names = [imported(folder, "compiled.plain"), "compiled", "compiled.core"]
    core = ModuleType("compiled.core")
    core.__file__ = str(folder / "compiled" / "core.abi3.so")
    sys.modules["compiled.core"] = core
    own = imported(folder, "compiled_not")
    reload.forget(str(folder))
    assert set(names) <= set(sys.modules)
    assert own not in sys.modules


@pytest.mark.parametrize("place", ["", "lib"])
def test_packages_that_pip_has_put_there_stay(folder: Path, reload: ModuleType, place: str) -> None:
    target = folder / place
    target.mkdir(exist_ok=True)
    if place:
        sys.path.insert(0, str(target))
    info = target / "installed-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: installed\nVersion: 1.0\n")
    (info / "RECORD").write_text("installed/__init__.py,,\ninstalled/part.py,,\nsingle.py,,\n")
    (target / "installed").mkdir()
    (target / "installed" / "__init__.py").write_text("")
    names = [imported(target, "installed.part"), "installed", imported(target, "single")]
    own = imported(folder, "own_module")
    reload.forget(str(folder))
    assert set(names) <= set(sys.modules)
    assert own not in sys.modules


def test_the_path_is_as_before(folder: Path, reload: ModuleType) -> None:
    before = list(sys.path)
    sys.path += ["/nowhere", str(folder / "lib")]
    reload.forget(str(folder))
    assert sys.path == before


def test_what_stands_for_a_module_may_be_anything(folder: Path, reload: ModuleType) -> None:
    class Odd(ModuleType):
        def __getattr__(self, name: str) -> object:
            raise ImportError("not installed")

    sys.modules["odd"] = Odd("odd")
    sys.modules["nothing"] = None  # type: ignore[assignment]
    reload.forget(str(folder))
    assert "odd" in sys.modules


def test_modules_beside_the_script_come_before_those_of_python(folder: Path, unprepared: ModuleType) -> None:
    import colorsys
    import json.decoder

    for name in ("colorsys", "script"):
        (folder / f"{name}.py").write_text("OWN = True\n")
    (folder / "json").mkdir()
    (folder / "json" / "__init__.py").write_text("OWN = True\n")
    (folder / "sys.py").write_text("")  # built in, so never replaced
    (folder / "os.py").write_text("")  # frozen in some Pythons
    script = sys.modules["script"] = ModuleType("script")
    importlib.invalidate_caches()
    unprepared.remember(str(folder / "script.py"))
    assert importlib.import_module("colorsys").OWN
    assert importlib.import_module("json").OWN
    assert "json.decoder" not in sys.modules
    assert importlib.import_module("sys") is sys
    assert sys.modules["script"] is script, "the script replaced a module of the same name"
    unprepared.forget(str(folder))
    assert sys.modules["colorsys"] is colorsys
    assert sys.modules["json.decoder"] is json.decoder


def test_paths_may_have_empty_and_dot_parts(folder: Path, unprepared: ModuleType) -> None:
    unprepared.remember(f"{folder}//script.py")
    sys.path.insert(0, f"{folder}/.//lib")
    (folder / "lib").mkdir()
    (folder / "lib" / "own_module.py").write_text("")
    importlib.invalidate_caches()
    assert "/.//lib" in str(importlib.import_module("own_module").__file__)
    unprepared.forget(f"{folder}/")
    assert "own_module" not in sys.modules


def test_a_folder_whose_name_begins_alike_is_another(folder: Path, reload: ModuleType) -> None:
    other = folder.with_name(folder.name + "_2")
    other.mkdir()
    sys.path.insert(0, str(other))
    name = imported(other, "of_another")
    reload.forget(str(folder))
    assert name in sys.modules


def test_damaged_metadata_is_passed_over(folder: Path, reload: ModuleType) -> None:
    info = folder / "damaged-1.0.dist-info"
    info.mkdir()
    (info / "RECORD").write_bytes(b"\xff\xfe,,\n")
    own = imported(folder, "own_module")
    reload.forget(str(folder))
    assert own not in sys.modules
