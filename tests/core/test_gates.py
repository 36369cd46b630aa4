"""The gate of the runtime, without Python: a stop waits only for the threads inside it."""

from __future__ import annotations

import subprocess
from pathlib import Path

_PROGRAM = Path(__file__).with_name("refusing.cpp")
_RUNTIME = Path(__file__).resolve().parents[2] / "plugin_runtime" / "module"
_SOURCES = [_RUNTIME / "core" / name for name in ("gate.cpp", "patience.cpp")]


def test_refused_threads_do_not_end_the_wait_for_admitted_ones(tmp_path: Path) -> None:
    program = tmp_path / "refusing"
    options = ["-std=c++17", "-O2", "-Wall", "-Wextra", "-Werror", "-pthread", f"-I{_RUNTIME}"]
    subprocess.run(["g++", *options, "-o", program, _PROGRAM, *_SOURCES], check=True)
    done = subprocess.run([program], capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
