"""Locate the header of a release: an official one that the user provided, or else the interface header."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from orthanc_codegen.diagnostics import CodegenError
from orthanc_codegen.ir import Version
from orthanc_codegen.resources import sdk_headers_dir
from orthanc_codegen.sdk.releases import OLDEST_COVERED, Release, known_releases

_NAME = Path("orthanc") / "OrthancCPlugin.h"


@dataclass(frozen=True, slots=True)
class HeaderFile:
    """The file with the header of a release."""

    path: Path
    release: Version
    is_interface: bool  # whether it is the interface header, which also declares newer releases


def find_header(version: str) -> HeaderFile:
    """Return the header of a release; raise CodegenError if the release is unknown or not covered."""
    release = known_release(version).version
    if (own := dropped_header(release)).is_file():
        return HeaderFile(own, release, is_interface=False)
    if release < OLDEST_COVERED:
        raise CodegenError.of(
            f"the SDK {release} is not covered: before {OLDEST_COVERED}, releases changed declarations. "
            f"Copy its OrthancCPlugin.h to {own}, or pass the file with --header."
        )
    return HeaderFile(interface_header(), release, is_interface=True)


def interface_header() -> Path:
    """Return the project's own header, which declares the newest known release."""
    return sdk_headers_dir() / _NAME


def dropped_header(release: Version) -> Path:
    """Return the path at which a user can provide the official header of a release."""
    return sdk_headers_dir() / str(release) / _NAME


def known_release(version: str) -> Release:
    """Return the release of a version; raise CodegenError with the nearest one if it is unknown."""
    releases = known_releases()
    for release in releases:
        if str(release.version) == version:
            return release
    raise CodegenError.of(
        f"unknown release {version!r} of the Orthanc SDK; the nearest is {_nearest(version)}. "
        f"Known releases: {_compact([release.version for release in releases])}."
    )


def release_declaring(declared: Version) -> Version:
    """Return the newest release whose header declares the version; that version itself if there is none."""
    return max((r.version for r in known_releases() if r.declared_minimum == declared), default=declared)


def _nearest(version: str) -> Version:
    """Return the release nearest to a text; the newest for a text without numbers."""
    versions = [release.version for release in known_releases()]
    numbers = [int(number) for number in re.findall(r"[0-9]{1,9}", version)[:3]]
    if not numbers:
        return versions[-1]
    wanted = Version(*numbers, *(0 for _ in range(3 - len(numbers))))
    return min(versions, key=lambda known: _distance(known, wanted))


def _distance(known: Version, wanted: Version) -> tuple[int, int, int]:
    return (
        abs(known.major - wanted.major),
        abs(known.minor - wanted.minor),
        abs(known.revision - wanted.revision),
    )


def _compact(versions: Sequence[Version]) -> str:
    """Format releases by series, ex) ``0.8.0 to 0.8.6, 1.0.0``. A series has no gaps."""
    series = itertools.groupby(sorted(versions), key=lambda v: (v.major, v.minor))
    spans = [list(group) for _, group in series]
    return ", ".join(str(s[0]) if len(s) == 1 else f"{s[0]} to {s[-1]}" for s in spans)
