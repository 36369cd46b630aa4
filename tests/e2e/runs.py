"""Runs `orthanc-codegen run` in a process of its own, with a built plugin."""

from __future__ import annotations

import http.client
import os
import pickle
import re
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from orthanc_codegen.running import RunOptions
from orthanc_testing.ports import free_port

PATIENCE = 30  # seconds
_DIRECT = urllib.request.build_opener(urllib.request.ProxyHandler({}))  # whatever the environment says

_RUN = """
import pickle, sys
from pathlib import Path
from orthanc_codegen.diagnostics import CodegenError
from orthanc_testing.errors import KitError
from orthanc_codegen.running import run_script
plugin, script, options = pickle.loads(bytes.fromhex(sys.argv[1]))
try:
    sys.exit(run_script(plugin, script, options, lambda line: print(line, file=sys.stderr, flush=True)))
except (CodegenError, KitError) as error:
    sys.exit(str(error))
"""


class Run:
    """What `orthanc-codegen run` does after the build. Its output goes to a file."""

    def __init__(
        self, plugin: Path, script: Path, log: Path, terminal: int | None = None, **options: Any
    ) -> None:
        self._terminal = terminal  # takes the output, instead of the log
        self.port = options.setdefault("http_port", free_port())
        self._log = log
        settings = {"DicomServerEnabled": False, **options.pop("configuration", {})}
        self._given = plugin, script, RunOptions(configuration=settings, **options)
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        command = [sys.executable, "-c", _RUN, pickle.dumps(self._given).hex()]
        with self._log.open("wb") as log:
            self._process = subprocess.Popen(
                command,
                stdin=self._terminal or subprocess.DEVNULL,
                stdout=self._terminal or log,
                stderr=subprocess.STDOUT,
                env={**os.environ, "VIRTUAL_ENV": ""},
            )
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        assert self._process is not None
        if self._process.poll() is None:
            self._process.terminate()
            try:
                self._process.wait(PATIENCE)
            finally:
                self._process.kill()

    @property
    def log(self) -> str:
        """The output so far."""
        return self._log.read_text()

    def interrupt(self) -> int:
        """Stop as Ctrl-C does; return the exit status."""
        self.signal()
        return self.wait()

    def signal(self, number: signal.Signals = signal.SIGINT) -> None:
        """Send a signal, by default that of Ctrl-C."""
        assert self._process is not None
        self._process.send_signal(number)

    def wait(self) -> int:
        """Wait for the end; return the exit status."""
        assert self._process is not None
        return self._process.wait(PATIENCE)

    def get(self, path: str) -> str:
        """Return the answer to a GET; raise OSError if there is none."""
        with _DIRECT.open(f"http://127.0.0.1:{self.port}{path}", timeout=PATIENCE) as answer:
            return str(answer.read().decode())

    def until(self, condition: Callable[[], object]) -> None:
        """Wait until a condition holds; one that raises, because no server answers wholly, does not."""
        deadline = time.monotonic() + PATIENCE
        while True:
            try:
                if condition():
                    return
            except (OSError, http.client.HTTPException):
                pass
            assert time.monotonic() < deadline, f"the condition did not hold in time:\n{self.log[-5000:]}"
            time.sleep(0.02)

    def until_answer(self, path: str, expected: str) -> None:
        """Wait until the answer to a GET is as expected."""
        self.until(lambda: self.get(path) == expected)

    def until_log(self, pattern: str, count: int = 1) -> None:
        """Wait until a pattern matches a number of parts of the output."""
        self.until(lambda: len(re.findall(pattern, self.log, re.MULTILINE)) >= count)
