"""Finds the header of a release: the project's own copy, else an installed one of the same SDK."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from pathlib import Path

from orthanc_codegen.diagnostics import CodegenError
from orthanc_codegen.ir import Version
from orthanc_codegen.resources import sdk_headers_dir
from orthanc_codegen.sdk.releases import Release, known_releases

_NAME = Path("orthanc") / "OrthancCPlugin.h"
_INSTALLED = (Path("/usr/include") / _NAME, Path("/usr/local/include") / _NAME)
_MACRO = re.compile(
    rb"^[ \t]*#[ \t]*define[ \t]+ORTHANC_PLUGINS_MINIMAL_(MAJOR|MINOR|REVISION)_NUMBER[ \t]+(\d+)",
    re.MULTILINE,
)


def find_header(version: str, installed: Sequence[Path] = _INSTALLED) -> Path:
    """Return the header of a release; CodegenError when it is unknown or not on this machine."""
    release = _known(version)
    own = sdk_headers_dir() / str(release.version) / _NAME
    if own.is_file():
        return own
    for candidate in installed:
        if release.declared_minimum is not None and declared_version(candidate) == release.declared_minimum:
            return candidate
    looked = [f"  {own}: not there", *(f"  {path}: {_state(path)}" for path in installed)]
    raise CodegenError.of(
        f"no header of the SDK {release.version} on this machine; looked at\n"
        + "\n".join(looked)
        + f"\nPut its OrthancCPlugin.h at {own}, or name the file itself with --header."
    )


def declared_version(header: Path) -> Version | None:
    """Return what the version macros of a header say, by a look at its text; None when it can't be told."""
    try:
        parts = {part: int(number) for part, number in _MACRO.findall(header.read_bytes())}
    except OSError:
        return None
    if len(parts) != 3:
        return None
    return Version(parts[b"MAJOR"], parts[b"MINOR"], parts[b"REVISION"])


def _state(path: Path) -> str:
    if not path.is_file():
        return "not there"
    declared = declared_version(path)
    return "not an SDK header" if declared is None else f"declares {declared}"


def _known(version: str) -> Release:
    releases = known_releases()
    for release in releases:
        if str(release.version) == version:
            return release
    raise CodegenError.of(
        f"there is no release {version!r} of the Orthanc SDK; the nearest is {_nearest(version)}. "
        f"Known are {_compact([release.version for release in releases])}."
    )


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
