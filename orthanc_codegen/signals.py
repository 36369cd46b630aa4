"""Handles termination signals: before there is a server, and for the server, which has its own session."""

from __future__ import annotations

import contextlib
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from types import FrameType
from typing import Protocol

_Handler = Callable[[int, FrameType | None], None]


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
        self.received = 0
        self._forwarded = 0

    def receive(self, _number: int, _frame: FrameType | None) -> None:
        """Handle a signal. Raises nothing: an exception during a start would lose the new process."""
        self.received += 1
        self.forward()

    def forward(self) -> None:
        """Forward what has arrived. Call this after a start: the process was unknown until then."""
        while self._forwarded < self.received and self._server.pid is not None:
            self._forwarded += 1  # first, since the next signal may interrupt this one
            (self._server.terminate if self._forwarded == 1 else self._server.kill)()


@contextlib.contextmanager
def passing_signals_on(server: Stoppable) -> Iterator[Signals]:
    """Forward termination signals to the server: the first one stops it, the next ones kill it."""
    signals = Signals(server)
    with _handling((signal.SIGINT, signal.SIGTERM, signal.SIGHUP), signals.receive):
        yield signals


@contextlib.contextmanager
def exiting_on_signals() -> Iterator[None]:
    """Let SIGTERM and SIGHUP raise SystemExit, so that what is temporary is removed."""

    def leave(number: int, _frame: FrameType | None) -> None:
        sys.exit(128 + number)

    with _handling((signal.SIGTERM, signal.SIGHUP), leave):
        yield


@contextlib.contextmanager
def _handling(numbers: Sequence[signal.Signals], handler: _Handler) -> Iterator[None]:
    """Handle signals, but not SIGHUP if it is ignored: `nohup` has started this command."""
    handled = [n for n in numbers if n != signal.SIGHUP or signal.getsignal(n) != signal.SIG_IGN]
    before = [(number, signal.signal(number, handler)) for number in handled]
    try:
        yield
    finally:
        for number, previous in before:
            signal.signal(number, previous)
