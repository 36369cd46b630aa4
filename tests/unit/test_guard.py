"""The guard of a folder: what it ends and removes after the death of its process."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from orthanc_testing.guard import GuardedFolder

from ..ends import has_ended, until, until_ended

_KILLED = """
import os, pathlib, signal
from subprocess import DEVNULL, PIPE, Popen
from orthanc_testing.guard import GuardedFolder

folder = GuardedFolder("guarded-")
pathlib.Path(folder.name, "file").touch()
sleeps = [Popen(["sleep", "300"], start_new_session=True, stdout=DEVNULL) for _ in range(3)]
group = Popen(["sh", "-c", "sleep 300 & echo $!; wait"], start_new_session=True, stdout=PIPE)
for process in (*sleeps, group):
    folder.add(process.pid)
assert folder.forget(sleeps[1].pid)
assert not folder.forget(sleeps[1].pid)
print(folder.name, sleeps[1].pid, sleeps[0].pid, sleeps[2].pid, group.pid, flush=True)
print(group.stdout.readline().decode(), flush=True)
os.kill(os.getpid(), signal.SIGKILL)
"""


def test_a_killed_process() -> None:
    done = subprocess.run([sys.executable, "-c", _KILLED], stdout=subprocess.PIPE, text=True, check=False)
    folder, forgotten, *guarded = done.stdout.split()
    try:
        assert len(guarded) == 4
        until_ended(guarded)
        until(lambda: not Path(folder).exists())
        assert not has_ended(forgotten)
    finally:
        subprocess.run(["kill", forgotten], check=True)


def test_a_folder_that_is_removed_has_no_guard() -> None:
    with (folder := GuardedFolder("guarded-")):
        guard = folder._guard
        assert guard.poll() is None
        assert Path(folder.name).is_dir()
    assert not Path(folder.name).exists()
    assert guard.returncode is not None
    folder.cleanup()  # a second time


def test_a_guard_that_someone_has_killed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    with (folder := GuardedFolder("guarded-")):
        folder._guard.kill()
        folder._guard.wait()
        folder.add(4711)
        assert folder.forget(4711)
