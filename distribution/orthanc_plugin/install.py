"""Copies the plugin to the folder where a server or an image expects plugins."""

from __future__ import annotations

import json
import os
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from .binaries import plugins_in
from .errors import PluginError
from .files import INNER, LOADER, MODULE, RECORD, InstalledPlugin
from .pythons import describe

_DEFAULT: Final = "default"  # in a record: its Python, unless --python or a user has chosen it


def install(plugin: InstalledPlugin, folder: Path, python: Path | None, *, replace: bool) -> Path:
    """Copy the plugin into a folder, and record its Python. `replace` permits to replace another plugin.

    Without `python`, a copy keeps the Python that was chosen for it; otherwise, it gets the running one.
    Return the recorded Python.
    """
    if not folder.is_dir():
        raise PluginError(f"there is no such folder: {folder}")
    chosen = python or _chosen_before(folder)
    record = {} if chosen else {_DEFAULT: sys.executable}
    chosen = chosen or Path(sys.executable)
    flaw = describe(chosen).flaw
    if flaw is not None:
        raise PluginError(f"{chosen} {flaw}; choose another Python with --python")
    _refuse_other_plugins(folder, replace=replace)
    _write(
        folder,
        {
            f"{INNER}/{MODULE}": _read(plugin.module),
            RECORD: (json.dumps({"program": str(chosen), **record}) + "\n").encode(),
            LOADER: _read(plugin.loader),
        },
    )
    return chosen


def _chosen_before(folder: Path) -> Path | None:
    """Return the Python that --python or an editor has put into the record of a copy, or None."""
    try:
        record = json.loads((folder / RECORD).read_text(encoding="utf-8"))
        program = record["program"]
    except (OSError, ValueError, TypeError, KeyError):
        return None
    return Path(program) if isinstance(program, str) and program != record.get(_DEFAULT) else None


def _refuse_other_plugins(folder: Path, *, replace: bool) -> None:
    """Refuse a folder with another plugin named python, or, without `replace`, of the same file name."""
    for other in plugins_in([folder]):
        if other.file.name == LOADER and (replace or _is_copy(other.file)):
            continue
        if other.name == "python" or other.file.name == LOADER:
            advice = "replace it with --replace" if other.file.name == LOADER else "remove it first"
            raise PluginError(
                f"{other.file} is another Python plugin ({other.version or other.error}): {advice}"
            )


def _is_copy(loader: Path) -> bool:
    """Whether a file is a loader of this plugin, which contains the path of its module, and no link."""
    return not loader.is_symlink() and f"{INNER}/{MODULE}".encode() in _read(loader)


def _read(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise PluginError(f"{file} can't be read: {error.strerror}") from error


def _write(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write the files of a copy, which every user can read, whatever the umask is."""
    inner = folder / INNER
    try:
        if inner.exists() and not inner.is_dir():
            raise PluginError(f"{inner} is not a folder: remove it")
        inner.mkdir(exist_ok=True)
        if inner.stat().st_mode & 0o055 != 0o055:
            inner.chmod(0o755)
        for name, data in files.items():
            _put(folder / name, data)
    except OSError as error:
        # On a full disk, another user would fail, too.
        refused = isinstance(error, PermissionError)
        advice = "; run the command as a user who may, ex) with sudo" if refused else ""
        raise PluginError(f"{folder} can't be written: {error.strerror}{advice}") from error


def _put(target: Path, data: bytes) -> None:
    """Write a file as a whole: a running server keeps the file that it has opened."""
    descriptor, name = tempfile.mkstemp(prefix=".orthanc-plugin-", dir=target.parent)
    try:
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(data)
        Path(name).chmod(0o644)
        Path(name).replace(target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
