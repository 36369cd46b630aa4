"""Imports the module `orthanc` from a file."""

from __future__ import annotations

import importlib.util
import itertools
import shutil
import sys
from importlib.machinery import ExtensionFileLoader
from pathlib import Path
from types import ModuleType

_NAME = "orthanc"
_copies = itertools.count()


def import_module(file: Path) -> ModuleType:
    """Import the module from a file; each file has its own slots, classes and core.

    The module that `import orthanc` finds stays the same.
    """
    # If the file was imported before, Python would update the module of that name instead of making one.
    before = sys.modules.pop(_NAME, None)
    loader = ExtensionFileLoader(_NAME, str(file))
    spec = importlib.util.spec_from_loader(_NAME, loader)
    assert spec is not None
    try:
        module = importlib.util.module_from_spec(spec)
        loader.exec_module(module)
    finally:
        # Python itself adds extension modules that are initialized in a single phase.
        sys.modules.pop(_NAME, None)
        if before is not None:
            sys.modules[_NAME] = before
    return module


def import_copy(file: Path, folder: Path) -> ModuleType:
    """Import a copy of the module that shares no state with earlier imports."""
    copy = folder / f"copy{next(_copies)}" / file.name
    copy.parent.mkdir()
    shutil.copy(file, copy)
    return import_module(copy)
