"""The watchdog of a server: checks that it answers, and samples its memory, threads and files."""

from __future__ import annotations

import http.client
import os
import shutil
import signal
import statistics
import subprocess
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

from ..e2e.harness import RunningServer

PATIENCE = 60.0  # seconds without an answer that count as a deadlock
# The number of requests in a row that must fail for that. One may be lost: Orthanc neither answers nor
# closes a connection that it has accepted just before a reset.
ATTEMPTS = 3
MOMENT = 0.2  # seconds between two samples


@dataclass(frozen=True, slots=True)
class Held:
    """The resources of a process at one moment."""

    time: float
    memory: int  # resident, in bytes
    threads: int
    files: int  # open files, including sockets

    @classmethod
    def by(cls, pid: int) -> Held | None:
        """Read the resources of a process; return None if it has ended."""
        try:
            lines = Path(f"/proc/{pid}/status").read_text().splitlines()
            files = sum(1 for _ in Path(f"/proc/{pid}/fd").iterdir())
        except OSError:
            return None
        status = {name: rest.split() for name, _, rest in (line.partition(":") for line in lines)}
        if "VmRSS" not in status:  # a zombie has no memory
            return None
        return cls(time.monotonic(), int(status["VmRSS"][0]) << 10, int(status["Threads"][0]), files)


@dataclass(frozen=True, slots=True)
class Growth:
    """Memory at the beginning and at the end of a run, each the median of a tenth of it."""

    first: float
    last: float

    @classmethod
    def of(cls, samples: list[Held]) -> Growth:
        """Compare the first and the last tenth of a run."""
        tenth = max(1, len(samples) // 10)
        memory = [sample.memory for sample in samples]
        return cls(statistics.median(memory[:tenth]), statistics.median(memory[-tenth:]))

    @property
    def ratio(self) -> float:
        """The relative growth, ex) 0.02 for two percent."""
        return self.last / self.first - 1


def dump_stacks(pid: int) -> str:
    """Dump the stacks of all threads of a server: Python stacks to its log, the others to the result.

    The scripts of the stress tests register faulthandler for the signal; it needs no lock.
    """
    os.kill(pid, signal.SIGUSR1)
    time.sleep(1)
    debuggers = (
        ["py-spy", "dump", "--pid", str(pid)],
        ["gdb", "-p", str(pid), "-batch", "-ex", "thread apply all bt 24"],
    )
    said = []
    for command in debuggers:
        if shutil.which(command[0]) is not None:
            run = subprocess.run(
                command, capture_output=True, text=True, errors="replace", timeout=60, check=False
            )
            said.append(f"== {' '.join(command)}\n{run.stdout}{run.stderr}")
    return "\n".join(said)


class Watch:
    """Watches a server; if it does not answer for a long time, dumps its stacks and kills it."""

    def __init__(self, server: RunningServer, *, patience: float = PATIENCE, path: str = "/answer") -> None:
        self._server = server
        self._patience = patience
        self._path = path  # of a route in Python
        self._done = threading.Event()
        self._thread = threading.Thread(target=self._watch)
        self.samples: list[Held] = []
        self.stacks = ""  # of a server that hung
        self.longest = 0.0  # seconds of the longest wait for an answer
        self.in_doubt = False  # whether the last request failed
        self.doubts = 0  # requests that failed

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._done.set()
        self._thread.join()
        if value is not None and self.stacks:
            value.add_note(self._explanation())

    def check(self) -> None:
        """Fail if the server hung."""
        assert not self.stacks, self._explanation()

    def _explanation(self) -> str:
        return f"the server hung:\n{self.stacks}\n{self._server.log_text()[-20000:]}"

    def since(self, start: float) -> list[Held]:
        """Return the samples from a moment on."""
        return [sample for sample in self.samples if sample.time >= start]

    def _watch(self) -> None:
        alive = asked = time.monotonic()
        while self.in_doubt or not self._done.is_set():  # at the end, wait until a doubt is resolved
            time.sleep(MOMENT)
            pid = self._server.pid
            if pid is None or self._server.poll() is not None:
                return
            sample = Held.by(pid)
            if sample is not None:
                self.samples.append(sample)
            if time.monotonic() - asked < 1:
                continue
            asked = time.monotonic()
            self.in_doubt = not self._is_alive()
            self.doubts += self.in_doubt
            if not self.in_doubt:
                alive = time.monotonic()
                self.longest = max(self.longest, alive - asked)
            elif time.monotonic() - alive > self._patience and self._server.poll() is None:
                self.stacks = dump_stacks(pid) or "no debugger is there; the stacks of Python are in the log"
                self._server.kill()  # unblocks all clients that wait for it
                return

    def _is_alive(self) -> bool:
        return all(map(self._answers, ("/system", self._path)))

    def _answers(self, path: str) -> bool:
        timeout = self._patience / ATTEMPTS
        connection = http.client.HTTPConnection("127.0.0.1", self._server.http_port, timeout=timeout)
        try:
            connection.request("GET", path)
            return connection.getresponse().status == 200
        except (OSError, http.client.HTTPException):
            return False
        finally:
            connection.close()


def wait_until(condition: Callable[[], bool], timeout: float, what: str) -> None:
    """Wait until a condition holds."""
    deadline = time.monotonic() + timeout
    while not condition():
        assert time.monotonic() < deadline, f"after {timeout:g} seconds still not: {what}"
        time.sleep(0.05)
