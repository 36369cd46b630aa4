"""Writes a configuration of Orthanc for a script, and reads an existing one."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path
from typing import Any, Final

from .errors import PluginError

# Strings come first, so that a comment inside of one is none. Orthanc accepts comments of C++.
_STRING_OR_COMMENT: Final = re.compile(r'("(?:\\.|[^"\\])*")|//[^\n]*|/\*.*?\*/', re.DOTALL)


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


def read(place: Path) -> tuple[dict[str, Any], list[Path]]:
    """Return the options of a file or of a folder of files, and the files there that can't be read."""
    if not place.is_dir():
        return _read_file(place), []
    files = sorted(place.glob("*.json"))
    readable = [file for file in files if os.access(file, os.R_OK)]
    options: dict[str, Any] = {}
    for file in readable:
        options.update(_read_file(file))
    return options, [file for file in files if file not in readable]


def _read_file(file: Path) -> dict[str, Any]:
    try:
        text = file.read_text(encoding="utf-8", errors="surrogateescape")
        options = json.loads(_STRING_OR_COMMENT.sub(_without_comment, text))
    except OSError as error:
        raise PluginError(f"{file} can't be read: {error.strerror}") from error
    except ValueError as error:
        raise PluginError(f"{file} is not a configuration: {error}") from error
    if not isinstance(options, dict):
        raise PluginError(f"{file} is not a configuration: it must be an object, {{ … }}")
    return options


def _without_comment(found: re.Match[str]) -> str:
    """Return a string as it is, and the line breaks of a comment, so that errors name the right line."""
    return found[1] or " " + "\n" * found[0].count("\n")


def _require_script(script: Path) -> Path:
    if script.suffix != ".py":
        raise PluginError(f"{script} is not a Python script: its name must end in .py")
    if not script.is_file():
        raise PluginError(f"there is no such script: {script}")
    return script.absolute()
