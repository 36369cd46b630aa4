"""Starts of the module that fail, in a server in C: the log states the reason, and nothing crashes."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from .harness.hosting import run_host
from .hostile.memory_of_cpp import build_failing_new

_FORK_WITHOUT_MEMORY = """
import ctypes, os

import _orthanc_processes as processes

processes._close_lifeline()
while os.dup(2) < 10:  # a path with two digits is longer than what a std::string holds without an allocation
    pass
processes._open_lifeline()

memory = ctypes.CDLL({library!r})
failed = memory.FailedNews()
memory.FailNew(0)
pid = os.fork()
if pid == 0:
    os._exit(memory.FailedNews() - failed)
memory.FailNew(-1)
status = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
raise SystemExit(f"the fork ended with {{status}}")
"""


def test_a_module_that_cannot_be_created(module_file: Path, tmp_path: Path) -> None:
    """The module has not created its own exceptions yet when it reports the failure."""
    (tmp_path / "enum.py").write_text("raise RuntimeError('no enumerations today')\n")
    done = run_host(module_file, tmp_path, "", {"PYTHONPATH": str(tmp_path)})
    assert done.returncode == 1, f"{done.returncode}\n{done.stdout}{done.stderr}"
    assert "The Python module orthanc could not be created" in done.stderr
    assert "no enumerations today" in done.stderr


@pytest.mark.skipif("ORTHANC_SANITIZER" in os.environ, reason="sanitizers have their own operator new")
def test_a_process_is_forked_without_memory_for_cpp(module_file: Path, tmp_path: Path) -> None:
    library = str(build_failing_new(tmp_path))
    done = run_host(
        module_file, tmp_path, _FORK_WITHOUT_MEMORY.format(library=library), {"LD_PRELOAD": library}
    )
    assert "the fork ended with 0" in done.stderr, f"{done.returncode}\n{done.stdout}{done.stderr}"
