"""Forwards termination signals to a server, which has a session of its own."""

from __future__ import annotations

import contextlib
import signal
from collections.abc import Iterator
from types import FrameType
from typing import Protocol


class Stoppable(Protocol):
    """A process that signals stop."""

    @property
    def pid(self) -> int | None:
        """The ID of the process; None before the start."""

    def terminate(self) -> None:
        """Ask the process to exit, without waiting."""

    def kill(self) -> None:
        """Kill the process."""


class Signals:
    """The signals for a server."""

    def __init__(self, server: Stoppable) -> None:
        self._server = server
        self._received = 0
        self._forwarded = 0

    def receive(self, _number: int, _frame: FrameType | None) -> None:
        """Handle a signal. Raises nothing: an exception during a start would lose the new process."""
        self._received += 1
        self.forward()

    def forward(self) -> None:
        """Forward what has arrived. Call this after a start: the process was unknown until then."""
        while self._forwarded < self._received and self._server.pid is not None:
            self._forwarded += 1  # first, since the next signal may interrupt this one
            (self._server.terminate if self._forwarded == 1 else self._server.kill)()


@contextlib.contextmanager
def passing_signals_on(server: Stoppable) -> Iterator[Signals]:
    """Forward termination signals to the server: the first one stops it, the next ones kill it."""
    signals = Signals(server)
    numbers = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
    before = [(number, signal.signal(number, signals.receive)) for number in numbers]
    try:
        yield signals
    finally:
        for number, handler in before:
            signal.signal(number, handler)
