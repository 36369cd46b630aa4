"""Restores the settings of the terminal, which a debugger in a killed server may have changed."""

from __future__ import annotations

import contextlib
import os
import sys
import termios
from types import TracebackType
from typing import Any, Self


class Terminal:
    """The terminal of standard input, if there is one."""

    def __init__(self) -> None:
        self._settings: list[Any] | None = None

    def __enter__(self) -> Self:
        if sys.stdin is not None and sys.stdin.isatty():  # None: it was closed
            self._settings = termios.tcgetattr(sys.stdin)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.restore()

    def restore(self) -> None:
        """Restore the settings."""
        if self._settings is not None and not _is_in_background():
            with contextlib.suppress(termios.error):  # the terminal is gone
                termios.tcsetattr(sys.stdin, termios.TCSADRAIN, self._settings)


def _is_in_background() -> bool:
    """Return whether the kernel would stop this process if it changed the terminal."""
    try:
        return os.tcgetpgrp(sys.stdin.fileno()) != os.getpgrp()
    except OSError:  # it is the terminal of another session, or gone
        return False
