"""`orthanc-codegen run` on a terminal: `breakpoint()`, colours, and the terminal afterwards."""

from __future__ import annotations

import contextlib
import http.client
import os
import pty
import re
import termios
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from .runs import PATIENCE, Run

_SCRIPT = """
import orthanc

def stop(output, uri, **request):
    number = 6
    breakpoint()
    output.AnswerBuffer(str(number), "text/plain")

def fail(output, uri, **request):
    raise ValueError("wrong")

orthanc.RegisterRestCallback("/stop", stop)
orthanc.RegisterRestCallback("/fail", fail)
"""


class Screen:
    """A terminal without a human: a pseudo-terminal."""

    def __init__(self) -> None:
        self._master, self.terminal = pty.openpty()
        self._shown = ""
        threading.Thread(target=self._read, daemon=True).start()

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
        shown, self._shown = self._shown[: found.end()], self._shown[found.end() :]
        return shown

    def _read(self) -> None:
        while True:
            try:
                self._shown += os.read(self._master, 65536).decode("utf-8", "replace")
            except OSError:
                return

    def close(self) -> None:
        os.close(self.terminal)
        os.close(self._master)


@pytest.fixture
def screen() -> Iterator[Screen]:
    made = Screen()
    yield made
    made.close()


@pytest.fixture
def script(tmp_path: Path) -> Path:
    file = tmp_path / "script.py"
    file.write_text(_SCRIPT)
    return file


@pytest.mark.parametrize("watch", [False, True])
def test_breakpoint(plugin: Path, tmp_path: Path, script: Path, screen: Screen, watch: bool) -> None:
    before = screen.settings()
    with Run(plugin, script, tmp_path / "log", terminal=screen.terminal, watch=watch) as run:
        screen.until("Orthanc has started")
        with ThreadPoolExecutor(1) as pool:
            answer = pool.submit(run.get, "/stop")
            screen.until(r"\(Pdb\) ")
            screen.type("p number + 1")
            screen.until(r"\n7\r\n\(Pdb\) ")
            screen.type("number = 8")
            screen.until(r"\(Pdb\) ")
            screen.type("continue")
            assert answer.result() == "8"
        threading.Thread(target=_ignoring_errors, args=(run, "/stop"), daemon=True).start()
        screen.until(r"\(Pdb\) ")
        if watch:  # the server is killed at its prompt
            script.write_text(_SCRIPT.replace("6", "9"))
            screen.until("Reloaded in")
        else:
            run.signal()
            screen.until("Orthanc is stopping")  # it waits for the callback, which waits for the terminal
        run.interrupt()
        assert screen.settings() == before


def _ignoring_errors(run: Run, path: str) -> None:
    with contextlib.suppress(OSError, http.client.HTTPException):
        run.get(path)


def test_colours(plugin: Path, tmp_path: Path, script: Path, screen: Screen) -> None:
    with Run(plugin, script, tmp_path / "log", terminal=screen.terminal, watch=True) as run:
        screen.until("Orthanc has started")
        with pytest.raises(OSError):
            run.get("/fail")
        screen.until(r"\x1b\[1m *File .*script\.py\", line 10, in fail\x1b\[0m")
        screen.until(r"\x1b\[1;31m *ValueError: wrong\x1b\[0m")
        script.write_text(_SCRIPT + "1 / 0\n")
        screen.until(r"\x1b\[1;31mZeroDivisionError: division by zero\x1b\[0m")
