"""The official Python plugin, from Debian's package, to compare with: it is run, never read."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from orthanc_codegen.ir import Version

from .harness import server_release

ROOT = Path(__file__).resolve().parents[2]


def official_plugin() -> Path:
    """Fetch Debian's plugin and return its file; skip the test if it cannot run here."""
    if next(Path("/usr/lib").glob("*/libpython3.11.so.1.0"), None) is None:
        pytest.skip("Debian's plugin needs libpython3.11")
    if server_release() < Version(1, 10, 0):
        pytest.skip("Debian's plugin needs Orthanc 1.10")
    command = [ROOT / "tools" / "fetch_orthanc_python.sh"]
    fetched = subprocess.run(command, capture_output=True, text=True, check=False)
    if fetched.returncode != 0 or not fetched.stdout.strip():
        pytest.skip(f"Debian's plugin can't be fetched: {fetched.stderr.strip()}")
    return Path(fetched.stdout.strip())
