"""Copies the plugin to the folder where a server or an image expects plugins."""

from __future__ import annotations

import json
import os
import tempfile
from pathlib import Path

from .binaries import plugins_in
from .errors import PluginError
from .files import INNER, LOADER, MODULE, RECORD, InstalledPlugin
from .pythons import describe


def install(plugin: InstalledPlugin, folder: Path, python: Path, *, replace: bool) -> None:
    """Copy the plugin into a folder and record its Python. `replace` permits to replace another plugin."""
    if not folder.is_dir():
        raise PluginError(f"there is no such folder: {folder}")
    flaw = describe(python).flaw
    if flaw is not None:
        raise PluginError(f"{python} {flaw}, or choose another Python with --python")
    _refuse_other_plugins(folder, replace=replace)
    try:
        inner = folder / INNER
        inner.mkdir(exist_ok=True)
        _put(inner / MODULE, plugin.module.read_bytes())
        _put(folder / RECORD, (json.dumps({"program": str(python)}) + "\n").encode())
        _put(folder / LOADER, plugin.loader.read_bytes())
    except OSError as error:
        raise PluginError(
            f"{folder} can't be written: {error.strerror}; run the command as a user who may, ex) with sudo"
        ) from error


def _refuse_other_plugins(folder: Path, *, replace: bool) -> None:
    """Refuse a folder with another plugin that is named python, or (unless told to) of the same file name."""
    own = (folder / LOADER).resolve() if (folder / INNER / MODULE).exists() else None
    for other in plugins_in([folder]):
        if other.file.resolve() == own or (replace and other.file.name == LOADER):
            continue
        if other.name == "python" or other.file.name == LOADER:
            advice = "replace it with --replace" if other.file.name == LOADER else "remove it first"
            raise PluginError(
                f"{other.file} is another Python plugin ({other.version or other.error}): {advice}"
            )


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
