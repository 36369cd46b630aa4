"""Reads Orthanc's configuration: a file, or a folder of files."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from orthanc_testing import jsoncpp

from .errors import PluginError
from .findings import Finding, bad, odd
from .paths import files_in, is_folder, unreadable


@dataclass(frozen=True, slots=True)
class Settings:
    """The options of a server."""

    options: dict[str, Any] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)  # about the files


def read(place: Path) -> Settings:
    """Read a file, or all files of a folder, as Orthanc does.

    Raise PluginError if Orthanc refuses a file, and PermissionError if this user may not read the place.
    """
    if not is_folder(place):
        return _read_file(place)
    whole, owners = Settings(), dict[str, Path]()
    for file in files_in(place, ".json"):
        try:
            settings = _read_file(file)
        except PermissionError:
            whole.findings.append(unreadable(file))
            continue
        whole.findings.extend(settings.findings)
        whole.findings.extend(
            bad(f'Orthanc refuses "{name}" in two files: remove it from {owners[name]} or from {file}')
            for name in settings.options
            if name in owners
        )
        whole.options.update(settings.options)
        owners.update(dict.fromkeys(settings.options, file))
    return whole


def _read_file(file: Path) -> Settings:
    try:
        text = file.read_text(encoding="utf-8", errors="surrogateescape")
        text, missing = jsoncpp.substituted(text, os.environ)
        options = jsoncpp.parse(text)
    except PermissionError:
        raise
    except OSError as error:
        raise PluginError(f"{file} can't be read: {error.strerror}") from error
    except json.JSONDecodeError as error:
        raise PluginError(f"{file} is not a configuration: {error}") from error
    if not isinstance(options, dict):
        raise PluginError(f"{file} is not a configuration: it must be an object, {{ ... }}")
    advice = "which is not set here: set it as for the server"
    return Settings(options, [odd(f"{file} uses the variable {name}, {advice}") for name in missing])
