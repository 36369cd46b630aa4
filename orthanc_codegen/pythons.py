"""Find the Python for a built plugin, and record it beside the plugin."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from orthanc_codegen.diagnostics import CodegenError
from orthanc_codegen.resources import runtime_dir

SYSTEM_PYTHON = Path("/usr/bin/python3")  # the one for which Debian installs packages
_OLDEST = (3, 11)
_PATIENCE = 20  # seconds
_FACT = re.compile(r"^orthanc-python: (\w+) (.*)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Python:
    """A Python executable and its properties."""

    version: str  # ex) 3.12
    program: Path
    library: Path | None  # the shared libpython
    has_gil: bool

    @property
    def flaw(self) -> str | None:
        """Why the plugin cannot use it; None if it can."""
        if tuple(map(int, self.version.split("."))) < _OLDEST:
            return f"is Python {self.version}, but the plugin needs Python 3.11 or newer"
        if not self.has_gil:
            return "is a free-threaded Python, but the plugin needs one with a GIL"
        if self.library is None:
            return (
                f"has no shared libpython: install it (Debian: apt-get install libpython{self.version}; "
                f"pyenv: PYTHON_CONFIGURE_OPTS=--enable-shared pyenv install {self.version})"
            )
        return None


def describe(program: Path) -> Python | None:
    """Query the version and files of a Python executable; return None if it fails."""
    command = [str(program), "-I", str(runtime_dir() / "describe_python.py")]
    try:
        done = subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding=sys.getfilesystemencoding(),
            errors=sys.getfilesystemencodeerrors(),
            timeout=_PATIENCE,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    facts = dict(_FACT.findall(done.stdout))
    if "end" not in facts:
        return None
    library = Path(facts["library"]) if "library" in facts else None
    return Python(facts["version"], Path(facts["program"]), library, facts["gil"] == "yes")


def choose(named: Path | None) -> Path:
    """Return the Python for a plugin: `named`, the system's, or the base of the running environment."""
    if named is not None:
        return _require(_find(named), "choose another one with --python")
    system = describe(SYSTEM_PYTHON)
    if system is not None and system.flaw is None:
        return SYSTEM_PYTHON
    return _require(
        _base_program(), f"{SYSTEM_PYTHON} is not usable either; choose another one with --python"
    )


def own_environment() -> Path | None:
    """Return the virtual environment of this process; None if it has none, or if VIRTUAL_ENV is set."""
    chosen = os.environ.get("VIRTUAL_ENV") or sys.prefix == sys.base_prefix
    return None if chosen else Path(sys.prefix)


def record(plugin: Path, program: Path) -> None:
    """Write the path of the program to the file that the plugin's loader reads."""
    target = plugin / "orthanc-python" / "python.json"
    text = json.dumps({"program": str(program)}) + "\n"
    try:
        if not target.is_file() or target.read_text(encoding="utf-8") != text:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, encoding="utf-8")
    except OSError as error:
        raise CodegenError.of(f"the Python can't be recorded: {error.strerror}", str(target)) from error


def _find(named: Path) -> Path:
    """Return the absolute path of a program. Keep symbolic links: they determine its environment."""
    found = shutil.which(named)
    if found is None:
        raise CodegenError.of("there is no such program", str(named))
    return Path(found).absolute()


def _base_program() -> Path:
    """Return the base Python of this process's environment, or this Python if there is no environment."""
    if sys.prefix == sys.base_prefix:
        return Path(sys.executable)
    folder = Path(sys.base_prefix, "bin")
    names = (f"python{sys.version_info[0]}.{sys.version_info[1]}", "python3", "python")
    return next((folder / name for name in names if (folder / name).exists()), Path(sys.executable))


def _require(program: Path, advice: str) -> Path:
    python = describe(program)
    flaw = "cannot be run, or is not a Python" if python is None else python.flaw
    if flaw is not None:
        raise CodegenError.of(f"the plugin can't use {program}: it {flaw}; {advice}")
    return program
