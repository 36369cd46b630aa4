"""Runs the C server of host.c, which opens the module as the loader does."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
from collections.abc import Mapping
from pathlib import Path

from .instrumented import build_program

_PATIENCE = 120  # seconds


def run_host(
    module_file: Path, folder: Path, script: str, environment: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Compile the server into a folder, and run it with a script until it ends."""
    headers = module_file.parents[2] / "sdk"
    host = build_program(folder, headers, "host.c", "racing.c", "answering.c")
    file = folder / "script.py"
    file.write_text(script)
    return subprocess.run(
        [str(host), _libpython(), str(module_file), sys.executable, str(file)],
        env={**os.environ, "PYTHONPATH": "", **(environment or {})},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=_PATIENCE,
        check=False,
    )


def _libpython() -> str:
    """Return this Python's library: its path, or only its name if the dynamic linker has to find it."""
    name = str(sysconfig.get_config_var("INSTSONAME"))
    file = Path(str(sysconfig.get_config_var("LIBDIR"))) / name
    return str(file) if file.is_file() else name
