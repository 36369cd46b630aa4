"""Reads the options of the plugin in a configuration, and reports the values that the plugin refuses."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from .findings import Finding, bad
from .paths import exists, is_file

_SECTION: Final = "Python"
_TEXTS: Final = {
    "Path": "the path of a Python script",
    "Library": "the path of a shared libpython",
    "VirtualEnv": "the folder of a virtual environment",
}
_FLAGS: Final = ("Verbose", "DisplayMemoryUsage", "WorkerThreads", "AllowThreads")
_OUTSIDE: Final = {"Path": "PythonScript", "Verbose": "PythonVerbose"}  # also outside the section
_LONGEST_STOP: Final = 86400  # seconds


@dataclass(frozen=True, slots=True)
class Options:
    """The options of Orthanc, and the folders in which the plugin looks for relative paths."""

    all: Mapping[str, Any]
    folders: tuple[Path, ...]

    @property
    def section(self) -> Mapping[str, Any]:
        """The section of the plugin."""
        section = self.all.get(_SECTION)
        return section if isinstance(section, dict) else {}

    def text(self, name: str) -> str:
        """Return a text; empty if it is not configured, or no text."""
        value = self._find(name)[1]
        return value if isinstance(value, str) else ""

    @property
    def script(self) -> Path | None:
        """The script; if it does not exist, where the plugin looks first. None if there is none."""
        return self._located(self.text("Path"))

    @property
    def environment(self) -> Path | None:
        """The virtual environment, likewise."""
        return self._located(self.text("VirtualEnv"), "bin/python")

    @property
    def library(self) -> Path | None:
        """The libpython, likewise. The dynamic linker looks for a bare name."""
        name = self.text("Library")
        return Path(name) if name and "/" not in name else self._located(name)

    def check(self) -> Iterator[Finding]:
        """Report the values that the plugin refuses."""
        if _SECTION in self.all and not isinstance(self.all[_SECTION], dict):
            yield _wrong(_SECTION, self.all[_SECTION], "a section: { ... }")
        for name, expected in _TEXTS.items():
            option, value = self._find(name)
            if option and not isinstance(value, str):
                yield _wrong(option, value, expected)
        for name in _FLAGS:
            option, value = self._find(name)
            if option and not isinstance(value, bool):
                yield _wrong(option, value, "true or false")
        option, value = self._find("StopTimeout")
        if option and not (type(value) is int and 1 <= value <= _LONGEST_STOP):
            yield _wrong(option, value, f"a number of seconds from 1 to {_LONGEST_STOP}")

    def _find(self, name: str) -> tuple[str, Any]:
        """Return the full name of an option, and its value. The name is empty if it is not set."""
        if name in self.section:
            return f"{_SECTION}.{name}", self.section[name]
        outside = _OUTSIDE.get(name, "")
        return (outside, self.all[outside]) if outside in self.all else ("", None)

    def _located(self, named: str, inside: str = "") -> Path | None:
        """Return the path that the plugin would find."""
        if not named:
            return None
        candidates = [folder / named for folder in self.folders]
        found = exists if inside else is_file
        return next((path for path in candidates if found(path / inside)), candidates[0])


def _wrong(option: str, value: Any, expected: str) -> Finding:
    return bad(f'the option "{option}" must be {expected}, but is {json.dumps(value)}')
