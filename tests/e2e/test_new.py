"""The tests of a new project pass in a real Orthanc and without a server."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from orthanc_codegen.new import new_project
from orthanc_codegen.render import stub
from tests.interface import plan
from tests.tools import type_check

pytest.importorskip("orthanc_testing", reason="the test kit is not installed")


def run_tests(project: Path, plugin: Path) -> str:
    """Run the tests of a project; return what pytest prints."""
    own = {name: value for name, value in os.environ.items() if not name.startswith(("PYTEST_", "COV_"))}
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-ra", "-p", "no:cacheprovider"],
        cwd=project,
        env={**own, "ORTHANC_PYTHON_PLUGIN": str(plugin)},
        capture_output=True,
        text=True,
    )
    assert done.returncode in (0, 1), done.stdout + done.stderr
    return done.stdout


def test_all_tests_of_a_new_project_pass(tmp_path: Path, plugin: Path) -> None:
    project = new_project(tmp_path / "first-steps")
    printed = run_tests(project.folder, plugin)
    assert "6 passed" in printed, printed
    assert "skipped" not in printed


def test_they_notice_a_broken_script(tmp_path: Path, plugin: Path) -> None:
    project = new_project(tmp_path / "first-steps")
    script = project.folder / project.script
    script.write_text(
        script.read_text().replace("STABLE_STUDY", "STABLE_PATIENT").replace("Description", "Text")
    )
    printed = run_tests(project.folder, plugin)
    assert "4 failed, 2 passed" in printed, printed


def test_the_types_of_a_new_project_are_strict(tmp_path: Path) -> None:
    project = new_project(tmp_path / "first-steps")
    (tmp_path / "orthanc.pyi").write_text(stub(plan()), encoding="utf-8")
    assert type_check(project.folder.rglob("*.py"), stubs=tmp_path) == ""
