"""The known differences of older headers, from ``sdk_headers/drift.toml``."""

from __future__ import annotations

import functools
import tomllib
from dataclasses import dataclass

from orthanc_codegen.ir import Version
from orthanc_codegen.resources import sdk_headers_dir
from orthanc_codegen.verify.compare import Difference


@dataclass(frozen=True, slots=True)
class Drift:
    """A difference without effect on the ABI, with its reason."""

    difference: Difference
    until: Version | None  # the first release without the difference, ex) 1.5.7; None if there is none
    reason: str  # ex) "Bytes were declared as text."


@functools.cache
def known_drift() -> tuple[Drift, ...]:
    """Return every known difference, one per symbol."""
    facts = tomllib.loads((sdk_headers_dir() / "drift.toml").read_text(encoding="utf-8"))
    return tuple(
        Drift(
            Difference(symbol, entry["aspect"], entry["ours"], entry["official"]),
            Version.parse(entry["until"]) if "until" in entry else None,
            entry["reason"],
        )
        for entry in facts["drift"]
        for symbol in entry["symbols"]
    )


def is_known(difference: Difference, release: Version) -> bool:
    """Return whether a difference is known for a release: the same symbol and spellings."""
    return any(
        drift.difference == difference and (drift.until is None or release < drift.until)
        for drift in known_drift()
    )
