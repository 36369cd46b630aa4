"""Opens an in-process core for a script: finds the plugin, and imports its module."""

from __future__ import annotations

import importlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ..errors import KitError
from ..locate import find_plugin
from .core import Core
from .description import read_description


def open_core(
    script: Path,
    configuration: Mapping[str, Any] | None = None,
    environment: Mapping[str, str] | None = None,
) -> Core:
    """Return a core that will load a script. Close it at the end."""
    plugin = find_plugin()
    try:
        module = importlib.import_module("orthanc")
    except ImportError as error:
        raise KitError(
            f"this Python cannot import the module orthanc of {plugin.folder}: {error}. Install or build the "
            "plugin for this Python"
        ) from error
    file = getattr(module, "__file__", None)
    if file is None or not Path(file).samefile(plugin.module):
        raise KitError(
            f"`import orthanc` imports {file}, not the plugin's module {plugin.module}: "
            f"rename that file, or uninstall its package"
        )
    return Core(module, read_description(plugin.description), script, configuration, environment)
