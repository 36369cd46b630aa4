"""The missing modules that are reported for a script, and the commands that install them."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
import sysconfig
from pathlib import Path
from types import ModuleType

import pytest

FILE = Path(__file__).resolve().parents[2] / "plugin_runtime" / "missing_imports.py"


@pytest.fixture
def imports() -> ModuleType:
    """Load missing_imports.py."""
    spec = importlib.util.spec_from_file_location("missing_imports_under_test", FILE)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def write(folder: Path, **texts: str) -> Path:
    """Write modules, ex) ``a_b`` to a/b.py; return the script."""
    for name, text in texts.items():
        file = folder / (name.replace("_", "/", 1) + ".py")
        file.parent.mkdir(exist_ok=True)
        file.write_text(text)
    return folder / "script.py"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("import os, orthanc, json.decoder\n", []),
        ("import no1, no2.part as n\nfrom no3.part import x\n", ["no1", "no2", "no3"]),
        ("with open(f) as g:\n  import no1\nclass A:\n  import no2\n", ["no1", "no2"]),
        ("try:\n  import no1\nfinally:\n  import no2\n", ["no1", "no2"]),
        ("try:\n  import no1\nexcept ImportError:\n  import no2\n", []),
        ("if x:\n  import no1\ndef f():\n  import no2\n", []),
        ("import no1\nimport no1.x\n", ["no1"]),
        ("import no1\nx = (\n", []),
        ("\0", []),
    ],
)
def test_imports_that_run_when_the_script_is_loaded(
    imports: ModuleType, tmp_path: Path, text: str, names: list[str]
) -> None:
    assert imports.missing(write(tmp_path, script=text)) == names


def test_modules_beside_the_script_are_followed(imports: ModuleType, tmp_path: Path) -> None:
    script = write(
        tmp_path,
        script="import beside, package.inner\nfrom package import other\n",
        beside="import script, no1\n",
        package___init__="from . import second\nfrom .third import x\n",
        package_inner="import no2\n",
        package_other="from ..beside import y\nimport no3\n",
        package_second="import no4\n",
        package_third="import no5\n",
    )
    (tmp_path / "package" / "unused.py").write_text("import no6\n")
    assert sorted(imports.missing(script)) == ["no1", "no2", "no3", "no4", "no5"]


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (ModuleNotFoundError("", name="cv2.data"), "This Python lacks no1, cv2. "),
        (ModuleNotFoundError("", name="json.nothing"), "This Python lacks no1. "),
        (ModuleNotFoundError(""), None),
        (ImportError("", name="json"), None),
        (ValueError(), None),
    ],
)
def test_hint(imports: ModuleType, tmp_path: Path, error: Exception, said: str | None) -> None:
    found = imports.hint(str(write(tmp_path, script="import no1\n")), error)
    assert found is None if said is None else found.startswith(said)


def test_a_module_that_was_beside_the_script_is_not_installed(imports: ModuleType, tmp_path: Path) -> None:
    script = write(tmp_path, script="import no1, no2, no3\n")
    cache = tmp_path / "__pycache__"
    cache.mkdir()
    (cache / "no1.cpython-311.pyc").touch()
    (cache / "no22.cpython-311.pyc").touch()
    remedy = "restore it, change its imports, or install the package that replaces it. "
    found = imports.hint(str(script), ModuleNotFoundError("", name="no1"))
    assert found.startswith(
        f"the module no1 is no longer beside the script: {remedy}This Python lacks no2, no3. "
    )
    assert found.endswith(" no2 no3")
    imports.removed.update({"no2", "no3"})  # a launcher has seen that
    found = imports.hint(str(script), ModuleNotFoundError("", name="no1"))
    assert "install no" not in found
    assert found.count("is no longer beside the script") == 3


def test_command(imports: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sys, "executable", "/opt/my env/bin/python")
    assert imports.advice(["cv2", "yaml", "pydicom", "distutils", "pkg_resources"], tmp_path).endswith(
        ": '/opt/my env/bin/python' -m pip install opencv-python PyYAML pydicom setuptools"
    )


def test_command_without_pip(imports: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sys, "executable", "/opt/my env/bin/python")
    monkeypatch.setattr(imports, "_is_available", lambda name: name != "pip")
    text = imports.advice(["yaml"], tmp_path)
    assert text.startswith(
        "This Python lacks yaml. It also lacks pip. Install what is missing with the tool "
    )
    assert text.endswith(", ex) uv pip install --python '/opt/my env/bin/python' PyYAML")


def test_a_python_whose_packages_are_the_system_s(
    imports: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "EXTERNALLY-MANAGED").touch()
    monkeypatch.setattr(sysconfig, "get_path", lambda _: str(tmp_path))
    assert "pip install" in imports.advice(["yaml"], tmp_path), "an environment has its own packages"
    monkeypatch.setattr(sys, "prefix", sys.base_prefix)
    text = imports.advice(["cv2", "PIL", "pynetdicom"], tmp_path)
    assert "apt-get install python3-opencv python3-pil python3-pynetdicom (names may differ)" in text
    assert "Python.VirtualEnv" in text


def test_as_a_program(tmp_path: Path) -> None:
    command = [sys.executable, "-P", str(FILE), str(write(tmp_path, script="import no1\n"))]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert "\northanc-python: advice This Python lacks no1. " in done.stdout
    assert done.stdout.endswith("orthanc-python: end of the imports\n")
    write(tmp_path, script="\nx = (\n")
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert "orthanc-python: flaw '(' was never closed (line 2)" in done.stdout
