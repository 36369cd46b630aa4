"""Ends a server whose test run died without stopping it, ex) of SIGKILL, and removes its files."""

from __future__ import annotations

import subprocess
from pathlib import Path

# The read ends when the pipe closes, which the kernel does for a process that died.
_WATCH = 'read -r _; kill -s KILL -- "-$1"; rm -rf -- "$2"'


class Guard:
    """A small process that waits for the end of this one."""

    def __init__(self, leader: int, folder: Path) -> None:
        """Guard a process that leads a group, and a folder."""
        self._process = subprocess.Popen(
            ["/bin/sh", "-c", _WATCH, "sh", str(leader), str(folder)],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,  # Ctrl-C must not end it
        )

    def dismiss(self) -> None:
        """End the guard. Call this as soon as the guarded process has ended: its ID may be used again."""
        self._process.kill()
        self._process.wait()
        if self._process.stdin is not None:
            self._process.stdin.close()
