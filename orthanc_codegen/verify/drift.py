"""The known differences of older headers, read from ``sdk_headers/drift.toml``."""

from __future__ import annotations

import functools
import tomllib
from dataclasses import dataclass

from orthanc_codegen.ir import Version
from orthanc_codegen.resources import sdk_headers_dir
from orthanc_codegen.verify.compare import Difference


@dataclass(frozen=True, slots=True)
class Drift:
    """A difference that has no effect on the ABI, and why."""

    difference: Difference
    until: Version  # the first release that declares it as we do, ex) 1.5.7
    reason: str  # ex) "Bytes were declared as text."


@functools.cache
def known_drift() -> tuple[Drift, ...]:
    """Return every known difference, one for each symbol."""
    facts = tomllib.loads((sdk_headers_dir() / "drift.toml").read_text(encoding="utf-8"))
    return tuple(
        Drift(
            Difference(symbol, entry["aspect"], entry["ours"], entry["official"]),
            Version.parse(entry["until"]),
            entry["reason"],
        )
        for entry in facts["drift"]
        for symbol in entry["symbols"]
    )


def is_known(difference: Difference, release: Version) -> bool:
    """Whether a difference is known for a release: this symbol, with these spellings."""
    return any(drift.difference == difference and release < drift.until for drift in known_drift())
