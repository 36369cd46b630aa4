"""Makes resources once for all workers of a test run."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from filelock import FileLock

_COMPLETE = "complete"  # the file that marks a complete folder


def once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], object]) -> Path:
    """Return a folder that `make` has filled, in this worker or in another one of the same run."""
    base = factory.getbasetemp()
    # pytest-xdist gives each worker a folder inside that of the run.
    folder = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / f"shared-{name}"
    with FileLock(f"{folder}.lock"):
        if not (folder / _COMPLETE).exists():
            folder.mkdir(exist_ok=True)
            make(folder)
            (folder / _COMPLETE).touch()
    return folder
