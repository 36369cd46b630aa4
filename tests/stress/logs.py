"""Reads the log of a server: which errors are in it that nobody provoked."""

from __future__ import annotations

import re
from collections.abc import Iterable

# An answer that does not get through: the client has gone, or the server is about to stop or to start anew.
GONE = "Error in the network protocol"
CUT = "has not sent the proper number of bytes in its body"  # the core's own words for the same
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


def alarms(log: str, provoked: Iterable[str]) -> list[str]:
    """Find what is printed when something is badly wrong and none of the patterns explains it."""
    expected = [re.compile(pattern, re.DOTALL) for pattern in provoked]
    found = [record for record in records(log) if _ALARM.search(record)]
    return [record for record in found if not any(e.search(record) for e in expected)]


def unprovoked(log: str, provoked: Iterable[str]) -> list[str]:
    """Find the errors too that none of the patterns explains."""
    expected = [re.compile(pattern, re.DOTALL) for pattern in provoked]
    errors = [record for record in records(log) if record.startswith("E")]
    return [e for e in errors if not any(p.search(e) for p in expected)] + [
        alarm for alarm in alarms(log, provoked) if not alarm.startswith("E")
    ]
