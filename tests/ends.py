"""Waits for conditions, such as the end of processes that are not children of this one."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path


def has_ended(process: str | int) -> bool:
    """Return whether a process has ended. Nothing waits for those whose parent has."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] == "Z"
    except OSError:
        return True


def until(condition: Callable[[], object], patience: float = 30) -> None:
    """Wait until a condition holds."""
    end = time.monotonic() + patience
    while not condition():
        assert time.monotonic() < end, "the condition did not hold in time"
        time.sleep(0.02)


def until_ended(processes: list[str]) -> None:
    """Wait until processes have ended."""
    until(lambda: all(map(has_ended, processes)))
