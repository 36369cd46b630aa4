"""The releases of the SDK, from ``sdk_headers/releases.json``."""

from __future__ import annotations

import datetime
import functools
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from orthanc_codegen.ir import Version
from orthanc_codegen.resources import sdk_headers_dir

# Since this release, no declaration was removed or renumbered, so a view of the newest header is exact.
OLDEST_COVERED = Version(1, 0, 0)


@dataclass(frozen=True, slots=True)
class Release:
    """A release of Orthanc with its SDK."""

    version: Version  # ex) 1.12.11
    date: datetime.date  # ex) 2026-04-14
    declared_minimum: Version | None  # the version in its header's macros, ex) 1.12.10; None for 0.8.0


@functools.cache
def known_releases() -> tuple[Release, ...]:
    """Return every release from 0.8.0 on, oldest first."""
    facts = json.loads((sdk_headers_dir() / "releases.json").read_text(encoding="utf-8"))
    return tuple(sorted(map(_release, facts["releases"]), key=lambda release: release.version))


def default_release() -> str:
    """Return the newest release: a build of it also supports older servers."""
    return str(known_releases()[-1].version)


def _release(entry: Mapping[str, Any]) -> Release:
    declared = entry["declared_minimum"]
    return Release(
        version=Version.parse(entry["version"]),
        date=datetime.date.fromisoformat(entry["date"]),
        declared_minimum=None if declared is None else Version.parse(declared),
    )
