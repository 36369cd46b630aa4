"""A terminal without a human: a pseudo-terminal that tests type into."""

from __future__ import annotations

import os
import pty
import re
import termios
import threading
import time

from .runs import PATIENCE


class Screen:
    """A terminal without a human: a pseudo-terminal."""

    def __init__(self) -> None:
        self._master, self.terminal = pty.openpty()
        self._shown = ""
        self._lock = threading.Lock()  # for that text
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def settings(self) -> list[object]:
        """Return the settings of the terminal."""
        return termios.tcgetattr(self.terminal)

    def type(self, line: str) -> None:
        """Type a line."""
        os.write(self._master, line.encode() + b"\n")

    def until(self, pattern: str) -> str:
        """Wait for a text on the screen; return what was shown since the last one."""
        deadline = time.monotonic() + PATIENCE
        while (found := re.search(pattern, self._shown)) is None:
            assert time.monotonic() < deadline, f"no {pattern!r} in {self._shown}"
            time.sleep(0.02)
        with self._lock:
            shown, self._shown = self._shown[: found.end()], self._shown[found.end() :]
        return shown

    def _read(self) -> None:
        while True:
            try:
                text = os.read(self._master, 65536).decode("utf-8", "replace")
            except OSError:
                return
            with self._lock:
                self._shown += text

    def close(self) -> None:
        os.close(self.terminal)  # the reader ends
        self._reader.join(PATIENCE)
        assert not self._reader.is_alive(), "a process still has the terminal open"
        os.close(self._master)  # not earlier: the reader would get what is opened next
