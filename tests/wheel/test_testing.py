"""The test kit in the wheel: the tutorial, in an environment that has nothing else."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from ..e2e.pythons import project
from ..kit.tutorial import write_tutorial
from .environments import NO_TOOLS, make_environment


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
