"""Searches the log of a server for errors that the tests did not provoke."""

from __future__ import annotations

import re
from collections.abc import Iterable

# An answer that cannot be sent: the client has closed the connection, or the server stops or resets.
GONE = "Error in the network protocol"
CUT = "has not sent the proper number of bytes in its body"  # another message of the core for the same
_RECORD = re.compile(r"^[EWIT]\d{4} ")
# Serious problems, which may be printed without the format of a log record.
_ALARM = re.compile(
    r"Fatal|Segmentation|terminate called|Traceback|Exception ignored|AddressSanitizer", re.IGNORECASE
)


def records(log: str) -> list[str]:
    """Split a log into its records, each with the lines that follow it."""
    found: list[str] = []
    for line in log.splitlines():
        if _RECORD.match(line) or not found:
            found.append(line)
        else:
            found[-1] += "\n" + line
    return found


def alarms(log: str, provoked: Iterable[str]) -> list[str]:
    """Return records of serious problems that match none of the patterns."""
    expected = [re.compile(pattern, re.DOTALL) for pattern in provoked]
    found = [record for record in records(log) if _ALARM.search(record)]
    return [record for record in found if not any(e.search(record) for e in expected)]


def unprovoked(log: str, provoked: Iterable[str]) -> list[str]:
    """Return errors and serious problems that match none of the patterns."""
    expected = [re.compile(pattern, re.DOTALL) for pattern in provoked]
    errors = [record for record in records(log) if record.startswith("E")]
    return [e for e in errors if not any(p.search(e) for p in expected)] + [
        alarm for alarm in alarms(log, provoked) if not alarm.startswith("E")
    ]
