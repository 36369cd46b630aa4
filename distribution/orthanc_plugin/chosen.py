"""Finds the Python that a loaded plugin chooses, in the same order as the loader (installation.cpp)."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Final

from .errors import PluginError
from .files import INNER, MODULE, RECORD
from .options import Options
from .paths import exists
from .pythons import describe

_DEBIAN: Final = Path("/usr/bin/python3")


def has_module(folder: Path) -> bool:
    """Return whether a folder holds the plugin: whether its module is in one of the two places."""
    return exists(folder / INNER / MODULE) or exists(folder.parent / MODULE)


def plugin_folder(loader: Path) -> Path:
    """Return the folder from which a loader finds its module: that behind a link, if a module is there."""
    behind = loader.resolve().parent
    return behind if loader.is_symlink() and has_module(behind) else loader.parent


def chosen_python(options: Options, loader: Path | None) -> tuple[Path, str]:
    """Return the program that a server would choose, and why. Without a loader, that of this command.

    Raise PluginError if the record of a copy names none, and PermissionError where this user may not look.
    """
    if options.environment is not None:
        return options.environment / "bin" / "python", 'chosen by the option "Python.VirtualEnv"'
    if loader is None:
        return Path(sys.executable), "in which the plugin is installed"
    folder = plugin_folder(loader.absolute())
    record = folder / RECORD
    if exists(record):
        return _recorded(record), f"chosen by {record}"
    for place in (folder, *folder.parents):
        owner = _owner(place)
        if owner is not None:
            return owner
    return _first_in_path()


def _recorded(file: Path) -> Path:
    """Return the program that `install`, `orthanc-codegen build` or a user has recorded."""
    try:
        program = json.loads(file.read_text(encoding="utf-8"))["program"]
    except (ValueError, TypeError, KeyError):
        program = None
    if not isinstance(program, str) or not Path(program).is_absolute():
        raise PluginError(f'{file} must hold {{ "program": "/path/of/python3" }}')
    return Path(program)


def _owner(folder: Path) -> tuple[Path, str] | None:
    """Return the Python that owns a folder, if that is an environment or a folder of packages."""
    if exists(folder / "pyvenv.cfg"):
        return (
            folder / "bin" / "python",
            f"chosen by the virtual environment {folder}, which contains the plugin",
        )
    version = folder.parent.name  # ex) python3.12
    if not version.startswith("python3"):
        return None
    reason = f"chosen by {folder}, which contains the plugin"
    if folder.name == "dist-packages":
        return _DEBIAN, reason
    prefix = folder.parents[2] if len(folder.parents) > 2 else folder.parent
    program = prefix / "bin" / version
    if folder.name != "site-packages" or exists(prefix / "pyvenv.cfg") or not exists(program):
        return None
    return program, reason


def _first_in_path() -> tuple[Path, str]:
    """Return the first program in the PATH that the plugin can use, or else the first one."""
    folders = [Path(folder) for folder in os.get_exec_path() if folder.startswith("/")]
    programs = [folder / "python3" for folder in folders if os.access(folder / "python3", os.X_OK)]
    usable = (program for program in programs if describe(program).flaw is None)
    return next(usable, programs[0] if programs else Path(sys.executable)), "the python3 in the PATH"
