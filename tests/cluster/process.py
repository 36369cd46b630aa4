"""A child process with its log, which ends with this process."""

from __future__ import annotations

import os
import signal
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

from orthanc_testing.guard import GuardedFolder


class Process:
    """A program in a process group of its own. A guard kills the group if the test run dies."""

    def __init__(
        self,
        command: Sequence[str | Path],
        log: Path,
        *,
        environment: Mapping[str, str] | None = None,
        user: str | None = None,
        folder: Path | None = None,
    ) -> None:
        self.log = log
        self._sent: set[signal.Signals] = set()
        self._guarded = GuardedFolder("orthanc-cluster-guard-")
        with log.open("ab") as output:
            self._process = subprocess.Popen(
                [str(word) for word in command],
                env={**os.environ, **(environment or {})},
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
                cwd=folder,
                user=user,
                extra_groups=None if user is None else [],
                start_new_session=True,
            )
        self._guarded.add(self._process.pid)

    @property
    def pid(self) -> int:
        """The ID of the process."""
        return self._process.pid

    def poll(self) -> int | None:
        """Return the exit status, or None while the process runs."""
        return self._process.poll()

    def send(self, number: signal.Signals) -> None:
        """Send a signal, if the process runs and has not got it yet."""
        if self.poll() is None and number not in self._sent:
            self._process.send_signal(number)
            self._sent.add(number)

    def end(self, number: signal.Signals = signal.SIGTERM, timeout: float = 60) -> int:
        """Send a signal, wait for the end, and return the exit status."""
        self.send(number)
        try:
            return self._process.wait(timeout)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
            raise
        finally:
            self._guarded.forget(self.pid)
            self._guarded.cleanup()
