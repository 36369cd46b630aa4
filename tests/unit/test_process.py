"""A process of Orthanc: the signal that asks it to stop, and the one note of its end."""

from __future__ import annotations

import signal
import subprocess
import threading
from collections.abc import Iterator

import pytest

from orthanc_testing.guard import GuardedFolder
from orthanc_testing.interrupts import deferred_interrupts
from orthanc_testing.process import Process


@pytest.fixture
def ends() -> list[str]:
    return []


@pytest.fixture
def process(ends: list[str]) -> Iterator[Process]:
    with (folder := GuardedFolder("guarded-")):
        sleep = subprocess.Popen(["sleep", "300"], start_new_session=True)
        made = Process(sleep, folder, lambda: ends.append("ended"))
        yield made
        made.end()


def test_its_end_is_noted_once(process: Process, ends: list[str]) -> None:
    assert process.poll() is None
    assert ends == []
    process.kill()
    assert process.wait() == -signal.SIGKILL
    assert process.poll() == process.end() == -signal.SIGKILL
    assert ends == ["ended"]


def test_ctrl_c_before_it_can_be_asked_to_stop(process: Process, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(_self: Process) -> bool:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched, pytest.raises(KeyboardInterrupt):
        patched.setattr(Process, "listens_to_signals", interrupt)
        process.terminate()
    process.terminate()
    assert process.wait(10) == -signal.SIGTERM


def test_it_is_asked_once(process: Process, monkeypatch: pytest.MonkeyPatch) -> None:
    sent: list[int] = []

    def ask_again(_self: Process) -> bool:
        """Ask as a signal handler does, while the first call waits."""
        if not sent:
            monkeypatch.setattr(Process, "listens_to_signals", lambda _self: True)
            process.terminate()
        return True

    monkeypatch.setattr(Process, "listens_to_signals", ask_again)
    monkeypatch.setattr(subprocess.Popen, "send_signal", lambda _self, number: sent.append(number))
    process.terminate()
    process.terminate()
    assert sent == [signal.SIGTERM]
    monkeypatch.undo()


def test_deferred_interrupts() -> None:
    steps = []
    with pytest.raises(KeyboardInterrupt), deferred_interrupts():
        signal.raise_signal(signal.SIGINT)
        signal.raise_signal(signal.SIGINT)
        steps.append("end of the block")
    assert steps == ["end of the block"]
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler
    with deferred_interrupts():
        steps.append("without a signal")


def test_other_threads_have_no_interrupts_to_defer() -> None:
    steps = []

    def work() -> None:
        with deferred_interrupts():
            steps.append("done")

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert steps == ["done"]
