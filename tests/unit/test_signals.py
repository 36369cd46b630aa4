"""Signals for a server: the first one stops it, the next one kills it, and none loses it during its start."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from orthanc_codegen.running import RunOptions, run_script
from orthanc_codegen.signals import exiting_on_signals, passing_signals_on
from orthanc_testing.ports import free_port
from orthanc_testing.serve import OrthancServer


class _Server:
    def __init__(self) -> None:
        self.pid: int | None = None
        self.calls: list[str] = []

    def terminate(self) -> None:
        self.calls.append("terminate")

    def kill(self) -> None:
        self.calls.append("kill")


@pytest.fixture(autouse=True)
def _hang_ups_end_processes() -> Iterator[None]:
    """Undo what `nohup` has changed, if the tests run below it."""
    before = signal.signal(signal.SIGHUP, signal.SIG_DFL)
    yield
    signal.signal(signal.SIGHUP, before)


def test_a_running_server() -> None:
    server = _Server()
    server.pid = 1
    before = signal.getsignal(signal.SIGINT)
    with passing_signals_on(server) as signals:
        signals.forward()
        assert server.calls == []
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.raise_signal(number)
        signals.forward()
    assert server.calls == ["terminate", "kill", "kill"]
    assert signal.getsignal(signal.SIGINT) is before


def test_a_hang_up_that_is_ignored() -> None:
    server = _Server()
    server.pid = 1
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)  # as by nohup
    try:
        with passing_signals_on(server):
            signal.raise_signal(signal.SIGHUP)
        with exiting_on_signals():
            signal.raise_signal(signal.SIGHUP)
    finally:
        signal.signal(signal.SIGHUP, before)
    assert server.calls == []


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_before_there_is_a_server(number: signal.Signals) -> None:
    before = signal.getsignal(number)
    with pytest.raises(SystemExit) as left, exiting_on_signals():
        signal.raise_signal(number)
    assert left.value.code == 128 + number
    assert signal.getsignal(number) is before


@pytest.mark.parametrize(("count", "calls"), [(1, ["terminate"]), (2, ["terminate", "kill"])])
def test_signals_before_the_process_is_known(count: int, calls: list[str]) -> None:
    server = _Server()
    with passing_signals_on(server) as signals:
        for _ in range(count):
            signal.raise_signal(signal.SIGINT)
        server.pid = 1
        signals.forward()
    assert server.calls == calls


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
@pytest.mark.parametrize("watch", [False, True])
def test_a_signal_during_the_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, watch: bool, number: signal.Signals
) -> None:
    program = tmp_path / "Orthanc"
    program.write_text("#!/bin/sh\nexec sleep 30\n")
    program.chmod(0o700)
    script = tmp_path / "script.py"
    script.write_text("")
    spawn, processes = OrthancServer._spawn, []

    def interrupted(self: OrthancServer, *args: Any) -> subprocess.Popen[bytes]:
        processes.append(spawn(self, *args))
        os.kill(os.getpid(), number)  # the server does not know its process yet
        return processes[-1]

    monkeypatch.setenv("ORTHANC_SERVER", str(program))
    monkeypatch.setattr(OrthancServer, "_spawn", interrupted)
    options = RunOptions(
        http_port=free_port(),
        watch=watch,
        configuration={"DicomServerEnabled": False},
        dicom_port=free_port(),
    )
    try:
        assert run_script(tmp_path, script, options, lambda _: None) == -signal.SIGTERM
        assert [process.returncode for process in processes] == [-signal.SIGTERM]
    finally:
        for process in processes:
            with contextlib.suppress(ProcessLookupError):
                process.kill()
