"""Forwards termination signals to a server, which has a session of its own."""

from __future__ import annotations

import contextlib
import signal
from collections.abc import Iterator
from types import FrameType
from typing import Protocol


class Stoppable(Protocol):
    """What `passing_signals_on` stops."""

    @property
    def pid(self) -> int | None:
        """The ID of the process; None before the start."""

    def terminate(self) -> None:
        """Ask the process to exit, without waiting."""

    def kill(self) -> None:
        """Kill the process."""


@contextlib.contextmanager
def passing_signals_on(server: Stoppable) -> Iterator[None]:
    """Forward termination signals to the server: the first one stops it, the next one kills it."""
    asked = False

    def pass_on(_number: int, _frame: FrameType | None) -> None:
        nonlocal asked
        if server.pid is None:
            raise KeyboardInterrupt
        end = server.kill if asked else server.terminate
        asked = True
        end()

    signals = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
    before = [(number, signal.signal(number, pass_on)) for number in signals]
    try:
        yield
    finally:
        for number, handler in before:
            signal.signal(number, handler)
