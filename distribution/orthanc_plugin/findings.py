"""The lines of the report of `doctor`."""

from __future__ import annotations

import enum
from dataclasses import dataclass


class Verdict(enum.Enum):
    """What a finding means."""

    GOOD = "ok"
    ODD = "warning"
    BAD = "error"


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the report."""

    verdict: Verdict
    text: str

    def __str__(self) -> str:
        return f"{self.verdict.value:8} {self.text}"


def good(text: str) -> Finding:
    """Report what is as it should be."""
    return Finding(Verdict.GOOD, text)


def odd(text: str) -> Finding:
    """Report what may be intended."""
    return Finding(Verdict.ODD, text)


def bad(text: str) -> Finding:
    """Report what prevents a server from running scripts."""
    return Finding(Verdict.BAD, text)
