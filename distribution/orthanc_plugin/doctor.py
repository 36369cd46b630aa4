"""Checks the plugins, the script and the Python of a server, and reports problems."""

from __future__ import annotations

import platform
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from .binaries import ask, machine_of
from .configured import check_active_environment, check_configuration
from .files import InstalledPlugin
from .findings import Finding, bad, good
from .paths import as_far_as_readable
from .ports import check_ports
from .pythons import check_python

_OLDEST_GLIBC: Final = (2, 31)
_OLDEST_ORTHANC: Final = (1, 5, 7)
_SBIN: Final = "/usr/sbin/Orthanc"  # where Debian installs it; not in the PATH of an ordinary user


def examine(plugin: InstalledPlugin, orthanc: Path | None, settings: str | None) -> Iterator[Finding]:
    """Check the system, the plugin, its Python, the server and the server's configuration."""
    yield _system()
    yield _plugin(plugin)
    yield from _server(orthanc or _find_orthanc())
    if settings is None:
        yield from check_active_environment(Path(sys.executable))
        yield check_python(Path(sys.executable), "in which the plugin is installed")
        yield from check_ports({}, "a configuration without this option")
    else:
        yield from as_far_as_readable(check_configuration(plugin, settings))


def _system() -> Finding:
    name, version = platform.libc_ver()
    needed = "the plugin needs a system with glibc 2.31 or newer, ex) Debian 11, Ubuntu 20.04"
    if name != "glibc":
        return bad(
            f"the C library of this system is not glibc, but {name or 'another one, such as musl'}: {needed}"
        )
    if tuple(map(int, version.split(".")[:2])) < _OLDEST_GLIBC:
        return bad(f"the C library of this system is glibc {version}: {needed}")
    return good(f"glibc {version}, {platform.machine()}")


def _plugin(plugin: InstalledPlugin) -> Finding:
    found = ask(plugin.loader)
    if found.error:
        return bad(f"{plugin.loader} cannot be opened: {found.error}")
    return good(f"the plugin is version {found.version}: {plugin.folder}")


def _find_orthanc() -> Path | None:
    found = shutil.which("Orthanc") or shutil.which(_SBIN)
    return None if found is None else Path(found)


def _server(program: Path | None) -> Iterator[Finding]:
    if program is None:
        yield bad(
            "no Orthanc was found: install it (Debian: apt-get install orthanc) or name it with --orthanc"
        )
        return
    machine = machine_of(program)
    if machine and machine != platform.machine():
        yield bad(
            f"{program} is for {machine}, but the plugin is for {platform.machine()}: install such an Orthanc"
        )
        return
    release = _release_of(program)
    if release is None:
        yield bad(f"{program} cannot be run, or is not Orthanc: name the server with --orthanc")
    elif _numbers(release) and _numbers(release) < _OLDEST_ORTHANC:
        yield bad(f"{program} is Orthanc {release}, but the plugin needs 1.5.7 or newer")
    else:
        yield good(f"Orthanc {release}: {program}")


def _release_of(program: Path) -> str | None:
    try:
        done = subprocess.run(
            [str(program), "--version"],
            capture_output=True,
            text=True,
            errors="replace",
            timeout=20,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    found = re.match(r".*Orthanc\S* (\S+)$", done.stdout, re.MULTILINE)  # ex) /usr/sbin/Orthanc 1.12.7
    return None if found is None else found[1]


def _numbers(release: str) -> tuple[int, ...]:
    """Split a release; that of a development version, ``mainline``, has no numbers."""
    return tuple(map(int, re.findall(r"\d+", release)))
