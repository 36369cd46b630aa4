"""A process of Orthanc: asks it to stop, kills it, and ends what it leaves behind."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

from .guard import GuardedFolder

_START = 0.5  # seconds until Orthanc handles signals


class Process:
    """A process that leads a group and uses a folder, with which it ends."""

    def __init__(
        self, process: subprocess.Popen[bytes], guarded: GuardedFolder, ended: Callable[[], None]
    ) -> None:
        """`ended` is called as soon as its end is known."""
        self._process = process
        self._guarded = guarded
        self._ended = ended
        self._asked = False  # whether it was asked to stop
        guarded.add(process.pid)

    @property
    def pid(self) -> int:
        """The ID of the process."""
        return self._process.pid

    def poll(self) -> int | None:
        """Return the exit status, or None while the process runs."""
        status = self._process.poll()
        if status is not None:
            self._note_end()
        return status

    def wait(self, timeout: float | None = None) -> int:
        """Wait until the process exits and return its exit status."""
        status = self._process.wait(timeout)
        self._note_end()
        return status

    def _note_end(self) -> None:
        if self._guarded.forget(self.pid):
            self._ended()

    def terminate(self) -> None:
        """Ask the process to exit, without waiting."""
        deadline = time.monotonic() + _START
        while not self.listens_to_signals() and time.monotonic() < deadline and self.poll() is None:
            time.sleep(0.01)
        # SIGTERM kills Orthanc before it installs its handler, and again once it is stopping.
        if not self._asked:
            self._asked = True
            self._process.send_signal(signal.SIGTERM)

    def listens_to_signals(self) -> bool:
        """Return whether Orthanc handles SIGTERM. It does so only shortly after its first answer."""
        try:
            status = Path(f"/proc/{self.pid}/status").read_text()
        except OSError:
            return True  # the process has exited, or there is no /proc
        caught = next((line.split()[1] for line in status.splitlines() if line.startswith("SigCgt:")), "0")
        return bool(int(caught, 16) >> (signal.SIGTERM - 1) & 1)

    def kill(self) -> None:
        """Kill the process."""
        self._process.kill()

    def end(self) -> int:
        """Kill the process, unless it has exited, and return its exit status."""
        self._process.kill()
        return self.wait()

    def end_group(self) -> None:
        """Kill the process, if it runs, and those that it has started.

        Call this at the latest soon after its exit: its ID is free for other processes then.
        """
        # There is none, or one of another user.
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(self.pid, signal.SIGKILL)
