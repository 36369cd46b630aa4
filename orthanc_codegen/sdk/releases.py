"""The releases of the SDK, read from ``sdk_headers/releases.json``."""

from __future__ import annotations

import datetime
import functools
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from orthanc_codegen.ir import Version
from orthanc_codegen.resources import sdk_headers_dir

DEFAULT_RELEASE = "1.13.0"  # one build of the newest serves older servers too

# From this release on, nothing was removed or changed its number, so a view of the newest header is exact.
OLDEST_COVERED = Version(1, 0, 0)


@dataclass(frozen=True, slots=True)
class Release:
    """A release of Orthanc with the SDK that it brought."""

    version: Version  # ex) 1.12.11
    date: datetime.date  # ex) 2026-04-14
    declared_minimum: Version | None  # what its header's macros say, ex) 1.12.10; None for 0.8.0
    functions: int  # inline functions by which a plugin calls the core, ex) 206


@functools.cache
def known_releases() -> tuple[Release, ...]:
    """Return every release from 0.8.0 on, oldest first."""
    releases = (_release(entry) for entry in _facts()["releases"])
    return tuple(sorted(releases, key=lambda release: release.version))


def first_release(symbol: str) -> Version | None:
    """Return the first release with a function, type, enumerator or ``Struct.field``; None when unknown."""
    return _first_releases().get(symbol)


@functools.cache
def _first_releases() -> Mapping[str, Version]:
    kinds = _facts()["first_release"].values()
    return {symbol: Version.parse(version) for kind in kinds for symbol, version in kind.items()}


@functools.cache
def _facts() -> Mapping[str, Any]:
    facts: Mapping[str, Any] = json.loads((sdk_headers_dir() / "releases.json").read_text(encoding="utf-8"))
    return facts


def _release(entry: Mapping[str, Any]) -> Release:
    declared = entry["declared_minimum"]
    return Release(
        version=Version.parse(entry["version"]),
        date=datetime.date.fromisoformat(entry["date"]),
        declared_minimum=None if declared is None else Version.parse(declared),
        functions=entry["functions"],
    )
