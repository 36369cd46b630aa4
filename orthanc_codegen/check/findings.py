"""Findings: the mistakes in a script, and its needs."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import Final

from orthanc_codegen.ir import Version

# The codes of all findings except those of mypy.
CODES: Final = frozenset(
    {
        *("syntax", "release", "callback-signature", "callback-default", "kept-handle"),
        *("late-registration", "print", "unguarded-process", "main-guard", "never-arrives"),
        "truth-value",
    }
)


class Severity(enum.StrEnum):
    """Whether a finding fails the check."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One mistake in a script."""

    line: int  # from 1
    column: int  # from 1
    severity: Severity
    code: str  # ex) "release"
    message: str


@dataclass(frozen=True, slots=True, order=True)
class Need:
    """A symbol that needs a release of Orthanc."""

    line: int
    column: int
    symbol: str  # ex) "DequeueValue"
    since: Version

    def __str__(self) -> str:
        return f"{self.symbol} needs Orthanc {self.since}"
