"""Looks at programs and plugins: their architecture, and the name that a plugin gives itself."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Final

_PATIENCE: Final = 20  # seconds
_MACHINES: Final = {3: "i386", 40: "arm", 62: "x86_64", 183: "aarch64"}  # e_machine of ELF

# In a process of its own: a plugin may crash, or open another libpython.
_ASK: Final = """
import ctypes, sys
plugin = ctypes.CDLL(sys.argv[1])
for function in (plugin.OrthancPluginGetName, plugin.OrthancPluginGetVersion):
    function.restype = ctypes.c_char_p
    print(function().decode(errors="backslashreplace"))
"""


@dataclass(frozen=True, slots=True)
class Plugin:
    """A plugin of Orthanc, as it describes itself."""

    file: Path
    name: str = ""  # ex) python; empty if it cannot be opened
    version: str = ""
    error: str = ""  # why it cannot be opened


def machine_of(file: Path) -> str:
    """Return the machine that a binary is for, ex) ``x86_64``; empty for what is no binary."""
    try:
        with file.open("rb") as stream:
            header = stream.read(20)
    except OSError:
        return ""
    if len(header) < 20 or not header.startswith(b"\x7fELF"):
        return ""
    number = int.from_bytes(header[18:20], "little" if header[5] == 1 else "big")
    return _MACHINES.get(number, f"machine {number}")


def ask(file: Path) -> Plugin:
    """Open a plugin and ask for its name."""
    try:
        done = subprocess.run(
            [sys.executable, "-I", "-c", _ASK, str(file)],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            errors="backslashreplace",
            timeout=_PATIENCE,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return Plugin(file, error=f"no answer within {_PATIENCE} seconds")
    lines = done.stdout.splitlines()
    if done.returncode != 0 or len(lines) < 2:
        said = done.stderr.strip().splitlines()
        return Plugin(file, error=said[-1] if said else f"exit status {done.returncode}")
    return Plugin(file, lines[-2], lines[-1])


def plugins_in(places: list[Path]) -> list[Plugin]:
    """List the plugins that Orthanc finds in files and folders, each file once."""
    files: dict[Path, Path] = {}
    for place in places:
        for file in sorted(place.glob("*.so")) if place.is_dir() else [place]:
            if file.is_file():
                files.setdefault(file.resolve(), file)
    return [ask(file) for file in files.values()]
