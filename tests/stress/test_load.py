"""Load of all kinds at once: nothing hangs, nothing is lost, memory stays (short form of `make stress`)."""

from __future__ import annotations

from pathlib import Path

import pytest

from ..e2e.harness import RunningServer
from . import load
from .logs import unprovoked
from .watch import Watch

HANGS = """
import ctypes
import faulthandler
import signal
import orthanc

faulthandler.register(signal.SIGUSR1, all_threads=True)

def hang_with_the_lock(output, uri, **request):
    ctypes.PyDLL(None).sleep(60)

orthanc.RegisterRestCallback("/answer", hang_with_the_lock)
"""


def test_the_load(plugin: Path, tmp_path: Path) -> None:
    load.run(plugin, load.LoadSize(instances=100, seconds=20), tmp_path)


def test_a_server_that_hangs_says_where(plugin: Path, tmp_path: Path) -> None:
    script = tmp_path / "hangs.py"
    script.write_text(HANGS, encoding="utf-8")
    server = RunningServer(
        plugin, script, configuration={"DicomServerEnabled": False}, log=tmp_path / "orthanc.log"
    )
    with server:
        server.wait_until_ready()
        with Watch(server, patience=1) as watch:
            server.wait(60)
    with pytest.raises(AssertionError, match="the server hung") as failure:
        watch.check()
    assert "in hang_with_the_lock" in str(failure.value)


def test_errors_that_nobody_provoked_are_found() -> None:
    log = "\n".join(
        [
            "W1124 12:00:00.000000 main.cpp:1] started",
            "E1124 12:00:00.000000 a.cpp:1] Error in the Python callback f:",
            "ValueError: provoked",
            "E1124 12:00:00.000000 a.cpp:1] Error in the Python callback g:",
            "KeyError: 'no'",
            "I1124 12:00:00.000000 main.cpp:1] fine",
            "Fatal Python error: none of Orthanc's words",
        ]
    )
    found = unprovoked(log, ["ValueError: provoked"])
    assert [record.splitlines()[-1] for record in found] == ["KeyError: 'no'", log.splitlines()[-1]]
