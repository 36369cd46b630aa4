"""Finds the installed binaries."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from .errors import PluginError

LOADER = "libOrthancPython.so"
MODULE = "orthanc.abi3.so"
INNER = (
    "orthanc-python"  # in copies: Orthanc opens every .so beside the loader, which the module is not to be
)
RECORD = f"{INNER}/python.json"  # in copies: the Python to use


@dataclass(frozen=True, slots=True)
class InstalledPlugin:
    """The files of the plugin in site-packages."""

    folder: Path  # what "Plugins" of Orthanc's configuration names

    @property
    def loader(self) -> Path:
        """The plugin that Orthanc opens."""
        return self.folder / LOADER

    @property
    def module(self) -> Path:
        """The Python module `orthanc`."""
        return self.folder.parent / MODULE


def installed_plugin() -> InstalledPlugin:
    """Return the plugin of this package; raise PluginError if a file is missing."""
    plugin = InstalledPlugin(Path(__file__).absolute().parent)
    for file in (plugin.loader, plugin.module):
        if not file.is_file():
            raise PluginError(f"{file} is missing: reinstall it with `pip install --force-reinstall WHEEL`")
    return plugin
