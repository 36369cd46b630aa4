"""Imports the module `orthanc` from a file."""

from __future__ import annotations

import importlib.util
import itertools
import shutil
from importlib.machinery import ExtensionFileLoader
from pathlib import Path
from types import ModuleType

_copies = itertools.count()


def import_module(file: Path) -> ModuleType:
    """Import the module from a file; each file has its own slots, classes and core."""
    loader = ExtensionFileLoader("orthanc", str(file))
    spec = importlib.util.spec_from_loader("orthanc", loader)
    assert spec is not None
    module = importlib.util.module_from_spec(spec)
    loader.exec_module(module)
    return module


def import_copy(file: Path, folder: Path) -> ModuleType:
    """Import a copy of the module that shares no state with earlier imports."""
    copy = folder / f"copy{next(_copies)}" / file.name
    copy.parent.mkdir()
    shutil.copy(file, copy)
    return import_module(copy)
