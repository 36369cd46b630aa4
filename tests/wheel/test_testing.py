"""The test kit in the wheel: the tutorial, in an environment that has nothing else."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from ..e2e.pythons import project
from ..kit.tutorial import write_tutorial
from .environments import NO_TOOLS, make_environment

_SCRIPT = """
import orthanc
orthanc.LogWarning("from the script")
"""
_TESTS = f"""
import pytest

@pytest.fixture(scope="module")
def orthanc_script():
    return {_SCRIPT!r}

def test_success(orthanc_core):
    orthanc_core.load()

def test_failure(orthanc_core):
    orthanc_core.load()
    assert False
"""


def test_the_pytest_of_debian_12(wheel: Path, tmp_path: Path) -> None:
    versions = ("pytest==7.2.1", "pluggy==1.0.0")
    environment = make_environment(project(), tmp_path / "venv", wheel, *versions)
    file = tmp_path / "test_script.py"
    file.write_text(_TESTS)
    done = environment.run("pytest", "--assert=plain", "-p", "no:cacheprovider", file)
    assert "1 failed, 1 passed" in done.stdout, done.stdout + done.stderr
    assert "Orthanc's log" in done.stdout
    assert "W from the script" in done.stdout


def test_the_tutorial_in_a_clean_environment(wheel: Path, tmp_path: Path) -> None:
    environment = make_environment(project(), tmp_path / "venv", wheel, extra="testing")
    folder = tmp_path / "tutorial"
    folder.mkdir()
    for arguments, passed in write_tutorial(folder):
        done = subprocess.run(
            [environment.folder / "bin" / "pytest", *arguments],
            cwd=folder,
            env={**os.environ, **NO_TOOLS},
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
        )
        assert f"{passed} passed" in done.stdout, done.stdout + done.stderr
        assert "skipped" not in done.stdout
