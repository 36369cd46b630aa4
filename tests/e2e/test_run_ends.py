"""What stays behind of `orthanc-codegen run` if it is killed: no server, and no folder of its own."""

from __future__ import annotations

import os
import signal
from pathlib import Path
from typing import Any

import pytest

from ..ends import until, until_ended
from .runs import Run

_SCRIPT = """
import os, subprocess
child = subprocess.Popen(["sleep", "300"])
with open({processes!r}, "a") as file:
    print(os.getpid(), child.pid, file=file)
"""
_NEVER_LOADS = "while True: pass\n"


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Let the command make its temporary folders in one."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setenv("TMPDIR", str(folder))
    return folder


@pytest.mark.parametrize("moment", ["no watch", "watch", "trial", "wait"])
def test_a_killed_command(plugin: Path, tmp_path: Path, temporary: Path, moment: str) -> None:
    script, file = tmp_path / "script.py", tmp_path / "processes"
    script.write_text(_SCRIPT.format(processes=str(file)))
    storage = tmp_path / "storage"
    options: dict[str, Any] = {
        "watch": moment != "no watch",
        "storage": None if moment == "watch" else storage,
    }
    with Run(plugin, script, tmp_path / "log", **options) as run:
        run.until(lambda: run.get("/instances"))
        if moment == "trial":
            script.write_text(script.read_text() + _NEVER_LOADS)
            run.until(lambda: len(file.read_text().splitlines()) == 2)
        elif moment == "wait":
            os.kill(int(file.read_text().split()[0]), signal.SIGKILL)
            run.until_log("waiting for a change")
        assert list(temporary.iterdir())
        run.signal(signal.SIGKILL)
        assert run.wait() == -signal.SIGKILL
    until_ended(file.read_text().split())
    until(lambda: not list(temporary.iterdir()))
    assert moment == "watch" or any(storage.iterdir())
