"""Finds Orthanc, and the plugin: those that variables name, the installed ones, or a built plugin."""

from __future__ import annotations

import importlib.util
import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from .errors import KitError, Missing

SERVER_VARIABLE = "ORTHANC_SERVER"
SBIN = "/usr/sbin/Orthanc"  # Debian's location, which is not in the PATH of ordinary users
PLUGIN_VARIABLE = "ORTHANC_PYTHON_PLUGIN"
LOADER = "libOrthancPython.so"
MODULE = "orthanc.abi3.so"
_CHECKOUT = Path(__file__).resolve().parents[1]


def find_orthanc() -> Path:
    """Return the Orthanc server, which the environment variable ORTHANC_SERVER can override."""
    named = os.environ.get(SERVER_VARIABLE)
    if named is not None:
        program = shutil.which(named)
        if program is None:
            raise KitError(
                f"{SERVER_VARIABLE} is not a program: {named}. Set it to the path of Orthanc, or unset it"
            )
        return Path(program)
    found = shutil.which("Orthanc") or shutil.which(SBIN)
    if found is None:
        raise Missing(
            f"Orthanc is not installed: found neither `Orthanc` in the PATH nor {SBIN}. "
            f"Install it (Debian: apt-get install orthanc), or set {SERVER_VARIABLE} to its path"
        )
    return Path(found)


@dataclass(frozen=True, slots=True)
class Plugin:
    """The files of a plugin, built or installed."""

    folder: Path  # for "Plugins" in Orthanc's configuration

    @property
    def module(self) -> Path:
        """The Python module `orthanc`."""
        built = self.folder / "orthanc-python" / MODULE
        return built if built.is_file() else self.folder.parent / MODULE

    @property
    def description(self) -> Path:
        """The description of the interface, for the in-process core."""
        built = self.folder / "orthanc-python" / "interface.json"
        return built if built.is_file() else self.folder / "interface.json"

    @property
    def is_installed(self) -> bool:
        """Whether it was installed from the wheel, and so uses the Python of that environment."""
        return self.folder.name == "orthanc_plugin"

    @property
    def is_complete(self) -> bool:
        """Whether the loader and the module exist."""
        return (self.folder / LOADER).is_file() and self.module.is_file()


def find_plugin() -> Plugin:
    """Return the plugin; raise Missing if there is none, and KitError if the variable names none."""
    named = os.environ.get(PLUGIN_VARIABLE)
    if named is not None:
        plugin = Plugin(Path(named).absolute())
        if not plugin.is_complete:
            raise KitError(
                f"{PLUGIN_VARIABLE} names a folder without the plugin ({LOADER}): {named}. "
                "Set it to the folder that `orthanc-codegen build` prints, or unset it"
            )
        return plugin
    for folder in _candidates():
        if (plugin := Plugin(folder)).is_complete:
            return plugin
    raise Missing(
        "the Python plugin of Orthanc is neither installed nor built: `pip install` its wheel, "
        f"run `orthanc-codegen build`, or set {PLUGIN_VARIABLE} to its folder"
    )


def _candidates() -> Iterator[Path]:
    spec = importlib.util.find_spec("orthanc_plugin")
    if spec is not None and spec.origin is not None:
        yield Path(spec.origin).parent
    for root in (_CHECKOUT, Path.cwd()):
        yield from sorted(root.glob("build/*/plugin"), key=_release, reverse=True)


def _release(folder: Path) -> tuple[int, ...]:
    """Return the release in the name of a build, ex) ``(1, 13, 0)``; those without one come last."""
    parts = folder.parent.name.split(".")
    return tuple(map(int, parts)) if all(part.isdigit() for part in parts) else ()
