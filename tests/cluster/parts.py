"""Finds the programs of a cluster: installed ones, or those that `tools/fetch_cluster.sh` has unpacked."""

from __future__ import annotations

import os
import pwd
import shutil
from dataclasses import dataclass
from pathlib import Path

from ..tools import ROOT

SAMPLE = ROOT / "samples" / "cluster"
VARIABLE = "ORTHANC_CLUSTER"  # names the folder; `make test-cluster` sets it


@dataclass(frozen=True, slots=True)
class Parts:
    """The folder of `tools/fetch_cluster.sh`."""

    folder: Path

    @property
    def python(self) -> Path:
        """The Python of the sample, with its packages."""
        return self.folder / "venv" / "bin" / "python"

    @property
    def index_plugin(self) -> Path:
        """Orthanc's plugin for an index in PostgreSQL."""
        return self.file("usr/share/orthanc/plugins/libOrthancPostgreSQLIndex.so")

    def postgresql(self, program: str) -> Path:
        """Return a program of PostgreSQL."""
        return self.file(f"usr/lib/postgresql/15/bin/{program}")

    @property
    def nginx(self) -> Path:
        """The load balancer."""
        return self.file("usr/sbin/nginx")

    def file(self, path: str) -> Path:
        """Return an unpacked or installed file."""
        unpacked = self.folder / "root" / path
        found = unpacked if unpacked.exists() else Path("/", path)
        assert found.exists(), f"{found} is missing: run tools/fetch_cluster.sh"
        return found

    @property
    def environment(self) -> dict[str, str]:
        """Variables for programs that need unpacked libraries."""
        folders = [str(folder) for folder in (self.folder / "root/usr/lib").glob("*-linux-gnu")]
        inherited = os.environ.get("LD_LIBRARY_PATH", "").split()
        return {"LD_LIBRARY_PATH": ":".join([*folders, *inherited])} if folders else {}


def database_user() -> str | None:
    """Return the user for PostgreSQL, which refuses root; None for that of this process."""
    if os.getuid() != 0:
        return None
    names = {entry.pw_name for entry in pwd.getpwall()}
    return "postgres" if "postgres" in names else "nobody"


def readable_parts(parts: Parts, user: str | None, folder: Path) -> Parts:
    """Return parts whose PostgreSQL another user can run: unpacked ones may lie in a private folder."""
    program = parts.postgresql("postgres")
    if user is None or all(parent.stat().st_mode & 0o001 for parent in program.parents):
        return parts
    for part in ("usr/lib", "usr/share/postgresql"):
        shutil.copytree(parts.folder / "root" / part, folder / "root" / part, symlinks=True)
    return Parts(folder)
