"""Runs wrk, the HTTP load generator, and parses its results."""

from __future__ import annotations

import json
import math
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

CONNECTIONS = 32
_MIX = Path(__file__).with_name("mix.lua")
_MARK = "result: "


@dataclass(frozen=True, slots=True)
class WrkResult:
    """The counts of wrk."""

    requests: int  # answered ones
    answered: int  # with status 200
    failed: int  # with status 500
    other: int  # with any other status
    odd: int  # with status 200 and an unexpected body
    connect: int  # failed connections
    read: int
    write: int
    timeout: int  # answers that came too late
    seconds: float

    @property
    def rate(self) -> float:
        """Answers per second."""
        return self.requests / self.seconds


class Wrk:
    """A run of wrk in its own process."""

    def __init__(
        self,
        url: str,
        paths: Sequence[str],
        answers: Sequence[str] = (),  # the bodies of status 200
        *,
        seconds: float,  # at least
        connections: int = CONNECTIONS,
    ) -> None:
        # One thread, since wrk shares the machine with the server.
        options = ["-t1", f"-c{connections}", f"-d{math.ceil(seconds)}s", "--timeout", "1s", "-s", str(_MIX)]
        command = ["wrk", *options, url, "--", " ".join(paths), " ".join(answers)]
        self._process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)

    def result(self) -> WrkResult:
        """Wait for the end; return the results."""
        said, _ = self._process.communicate()
        assert self._process.returncode == 0 and _MARK in said, f"wrk failed:\n{said}"
        return WrkResult(**json.loads(said.partition(_MARK)[2]))

    def end(self) -> None:
        """End the run, unless it has already ended; it must not have failed."""
        if self._process.poll() is None:
            self._process.kill()
            self._process.communicate()
            return
        assert self._process.stdout is not None
        if not self._process.stdout.closed:
            self.result()
