"""Writes a configuration of Orthanc for a script."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from .errors import PluginError


def options_for(plugin: Path, script: Path) -> dict[str, Any]:
    """Return the options that load a script."""
    return {"Plugins": [str(plugin)], "PythonScript": str(_require_script(script))}


def as_lines(options: dict[str, Any]) -> str:
    """Return options as lines to paste into a configuration."""
    inner = json.dumps(options, indent=2).splitlines()[1:-1]
    return "\n".join(inner) + "\n"


def as_file(options: dict[str, Any]) -> str:
    """Return a whole configuration that starts a server for this machine only."""
    server = {
        "Name": "orthanc",
        "StorageDirectory": "OrthancStorage",
        "IndexDirectory": "OrthancStorage",
        "HttpPort": 8042,
        "DicomPort": 4242,
        "RemoteAccessAllowed": False,
    }
    return json.dumps({**server, **options}, indent=2) + "\n"


def _require_script(script: Path) -> Path:
    if script.suffix != ".py":
        raise PluginError(f"{script} is not a Python script: its name must end in .py")
    if not script.is_file():
        raise PluginError(f"there is no such script: {script}")
    return script.absolute()
