"""`orthanc-codegen run` on a terminal: `breakpoint()`, colours, and the terminal afterwards."""

from __future__ import annotations

import contextlib
import http.client
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from .runs import Run
from .screen import Screen

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
            assert screen.settings() == before
        else:
            run.signal()
            screen.until("Orthanc is stopping")  # it waits for the callback, which waits for the terminal
        run.interrupt()
        assert screen.settings() == before


def test_without_a_terminal(plugin: Path, tmp_path: Path, script: Path) -> None:
    with Run(plugin, script, tmp_path / "log") as run:
        run.until(lambda: run.get("/system"))
        with pytest.raises(OSError):
            run.get("/stop")
        run.until_log(r"^ *(bdb\.BdbQuit|SystemExit)")
    with Run(plugin, script, tmp_path / "ignored.log", environment={"PYTHONBREAKPOINT": "0"}) as run:
        run.until_answer("/stop", "6")


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
