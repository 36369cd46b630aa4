"""Finds the header of a release: the one dropped for it, else a view of the interface header."""

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
    is_interface: bool  # whether it is the interface header, which declares newer releases too


def find_header(version: str) -> HeaderFile:
    """Return where the header of a release is; CodegenError when it is unknown or not covered."""
    release = known_release(version).version
    if (own := dropped_header(release)).is_file():
        return HeaderFile(own, release, is_interface=False)
    if release < OLDEST_COVERED:
        raise CodegenError.of(
            f"the SDK {release} is not covered: up to {OLDEST_COVERED}, functions and structs still changed "
            f"from release to release. Put its OrthancCPlugin.h at {own}, or name the file with --header."
        )
    return HeaderFile(interface_header(), release, is_interface=True)


def interface_header() -> Path:
    """Return the project's own header, with everything that the newest known release declares."""
    return sdk_headers_dir() / _NAME


def dropped_header(release: Version) -> Path:
    """Return where a user puts the official header of a release, for it to be preferred."""
    return sdk_headers_dir() / str(release) / _NAME


def known_release(version: str) -> Release:
    """Return the release of that name; CodegenError with the nearest one when there is none."""
    releases = known_releases()
    for release in releases:
        if str(release.version) == version:
            return release
    raise CodegenError.of(
        f"there is no release {version!r} of the Orthanc SDK; the nearest is {_nearest(version)}. "
        f"Known are {_compact([release.version for release in releases])}."
    )


def release_declaring(declared: Version) -> Version:
    """Return the newest release whose header says that it is ``declared``; that itself when none does."""
    return max((r.version for r in known_releases() if r.declared_minimum == declared), default=declared)


def _nearest(version: str) -> Version:
    """Find the release that was meant; a text without any number may have meant the newest."""
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
    """Spell releases by their series, ex) ``0.8.0 to 0.8.6, 1.0.0``; none is skipped within a series."""
    series = itertools.groupby(sorted(versions), key=lambda v: (v.major, v.minor))
    spans = [list(group) for _, group in series]
    return ", ".join(str(s[0]) if len(s) == 1 else f"{s[0]} to {s[-1]}" for s in spans)
