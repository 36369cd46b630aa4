"""Writes the launcher of a script: the file that the plugin loads instead of it, to prepare its process."""

from __future__ import annotations

import json
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

_INSIDE = Path(__file__).parent / "inside"
_LAUNCHER = "_orthanc_launch.py"


@dataclass(frozen=True, slots=True)
class Launch:
    """What to do before a script is loaded."""

    script: Path
    changed: Sequence[Path] | None = None  # compile these, load the script and end; None: no trial
    debug_port: int | None = None  # for a debugger; None: no debugger
    debug_wait: bool = False  # until a debugger has attached
    console: int | None = None  # descriptor of a listening socket for a console; None: no console


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a launcher reported."""

    trace: str | None = None  # of the exception that the script raised
    is_busy: bool = False  # whether an address that it needs is in use
    problem: str | None = None  # what the launcher lacks


def write_launcher(folder: Path, launch: Launch) -> Path:
    """Write the launcher into a folder of its own; return its file."""
    for file in _INSIDE.glob("_orthanc_*.py"):
        shutil.copy(file, folder)
    settings = {
        "script": str(launch.script.absolute()),
        "changed": None if launch.changed is None else [str(file.absolute()) for file in launch.changed],
        "debug_port": launch.debug_port,
        "debug_wait": launch.debug_wait,
        "console": launch.console,
    }
    (folder / "settings.json").write_text(json.dumps(settings), encoding="utf-8")
    return folder / _LAUNCHER


def read_outcome(folder: Path) -> Outcome | None:
    """Return what the launcher in a folder reported; None if it has reported nothing."""
    try:
        return Outcome(**json.loads((folder / "outcome.json").read_text(encoding="utf-8")))
    except FileNotFoundError:
        return None
