"""Debian packages that tests and benchmarks use unpacked: Debian's Python plugin, a broker, Valgrind."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from urllib.parse import unquote

_FETCH = Path(__file__).resolve().parents[2] / "tools" / "fetch_package.sh"


def fetch(package: str) -> tuple[Path | None, str]:
    """Return the folder with the files of a package, and its name and version.

    Without the package, the folder is None, and the text says why.
    """
    if shutil.which("apt-get") is None:
        return None, "this system has no apt-get"
    try:
        run = subprocess.run([_FETCH, package], capture_output=True, text=True, check=False, timeout=300)
    except subprocess.TimeoutExpired:
        return None, f"the package {package} was not fetched within 300 seconds"
    if run.returncode != 0:
        return None, f"the package {package} could not be fetched ({run.stderr.strip()[-200:]})"
    folder = Path(run.stdout.strip())
    name, version, _ = next(folder.glob("*.deb")).stem.split("_")
    return folder / "root", f"{name} {unquote(version)}"


def plugin(root: Path) -> Path:
    """Return the plugin of the unpacked package orthanc-python."""
    return next(file for file in root.rglob("libOrthancPython.so*") if not file.is_symlink())
