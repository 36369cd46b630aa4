"""Configurations of Orthanc as users write them: reads a file, and adds them to what a server has."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from . import jsoncpp
from .errors import KitError

# The options that the caller of a server decides: the script and the storage. It also speaks plain HTTP.
OWN = ("PythonScript", "StorageDirectory", "IndexDirectory", "SslEnabled")
_PORTS = ("HttpPort", "DicomPort")


class ConfigurationError(ValueError):
    """A text that is no configuration, with the line of the mistake if there is one."""

    def __init__(self, problem: str, line: int | None = None) -> None:
        super().__init__(f"this is not a configuration of Orthanc: {problem}")
        self.line = line


def parse_configuration(text: str) -> dict[str, Any]:
    """Parse a configuration, which may have comments and trailing commas.

    Raise ConfigurationError if it is none.
    """
    try:
        options = jsoncpp.parse(text)
    except json.JSONDecodeError as error:
        raise ConfigurationError(error.msg, error.lineno) from error
    if not isinstance(options, dict):
        raise ConfigurationError("it must be an object")
    return options


def read_configuration(file: Path) -> dict[str, Any]:
    """Read the file of a configuration; raise KitError if it is none."""
    try:
        return parse_configuration(file.read_text("utf-8", "surrogateescape"))
    except OSError as error:
        raise KitError(f"the configuration can't be read: {error.strerror} ({file})") from error
    except ConfigurationError as error:
        place = file if error.line is None else f"{file}:{error.line}"
        raise KitError(f"{error} ({place})") from error


def merged(given: Mapping[str, Any], plugin: Path | None, python: Mapping[str, Any]) -> dict[str, Any]:
    """Add the plugin, and defaults for the section Python, to the options of a user.

    The script, the storage, the ports and the encryption are left out: the server has its own.
    """
    options = {name: value for name, value in given.items() if name not in (*OWN, *_PORTS)}
    others = given.get("Plugins", [])
    ours = [] if plugin is None else [str(plugin.absolute())]
    options["Plugins"] = [*ours, *(others if isinstance(others, list) else [others])]
    section = given.get("Python", {})
    if isinstance(section, dict) and (python or section):
        options["Python"] = {**python, **{name: value for name, value in section.items() if name != "Path"}}
    return options
