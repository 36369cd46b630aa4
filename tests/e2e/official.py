"""The official Python plugin, from Debian's package, to compare with: it is run, never read."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from orthanc_codegen.ir import Version

from . import packages
from .harness import LIBRARY_VARIABLE, server_release


def official_plugin() -> Path:
    """Fetch Debian's plugin and return its file; skip the test if it cannot run here."""
    if next(Path("/usr/lib").glob("*/libpython3.11.so.1.0"), None) is None:
        pytest.skip("Debian's plugin needs libpython3.11")
    if server_release() < Version(1, 10, 0):
        pytest.skip("Debian's plugin needs Orthanc 1.10")
    root, said = packages.fetch("orthanc-python")
    if root is None:
        pytest.skip(f"Debian's plugin can't be fetched: {said}")
    return packages.plugin(root)


def measured_plugin() -> Path:
    """Return Debian's plugin; skip the test unless server and Python are those of `docs/moving.md`."""
    if str(server_release()) != "1.10.1" or LIBRARY_VARIABLE in os.environ:
        pytest.skip("the official plugin is measured in the Orthanc and with the Python of Debian 12")
    return official_plugin()
