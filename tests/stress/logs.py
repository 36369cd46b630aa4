"""Reads the log of a server: which errors are in it that nobody provoked."""

from __future__ import annotations

import re
from collections.abc import Iterable

_RECORD = re.compile(r"^[EWIT]\d{4} ")
# What is printed beside the log when something is badly wrong.
_ALARM = re.compile(
    r"Fatal|Segmentation|terminate called|Traceback|Exception ignored|AddressSanitizer", re.IGNORECASE
)


def records(log: str) -> list[str]:
    """Split a log into its records; lines that follow one belong to it."""
    found: list[str] = []
    for line in log.splitlines():
        if _RECORD.match(line) or not found:
            found.append(line)
        else:
            found[-1] += "\n" + line
    return found


def unprovoked(log: str, provoked: Iterable[str]) -> list[str]:
    """Find the errors and alarms of a log that none of the patterns explains."""
    expected = [re.compile(pattern, re.DOTALL) for pattern in provoked]
    return [
        record
        for record in records(log)
        if (record.startswith("E") or _ALARM.search(record)) and not any(e.search(record) for e in expected)
    ]
