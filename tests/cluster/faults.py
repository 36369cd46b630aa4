"""The faults of a test, and what they explain: repetitions that fall into their time."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Iterator
from dataclasses import dataclass

# After a fault, nginx leaves out a server for a second, and clients wait up to 2 seconds between attempts.
_TIMEOUTS = 3.0


@dataclass(frozen=True, slots=True)
class Fault:
    """A kill or restart, from its begin until the time-outs after it are over."""

    name: str
    begin: float  # by time.monotonic()
    end: float

    @property
    def seconds(self) -> float:
        """How long it took, without the time-outs."""
        return self.end - self.begin - _TIMEOUTS


class Faults:
    """Records faults while they happen."""

    def __init__(self) -> None:
        self.all: list[Fault] = []

    @contextlib.contextmanager
    def happens(self, name: str) -> Iterator[None]:
        """Record a fault that happens in the block."""
        begin = time.monotonic()
        yield
        self.all.append(Fault(name, begin, time.monotonic() + _TIMEOUTS))

    def explain(self, begin: float, end: float) -> str | None:
        """Return the name of a fault that overlaps a period; None if there is none."""
        return next((fault.name for fault in self.all if begin < fault.end and fault.begin < end), None)
