"""Tests `samples/guides/show_threads.py`."""

from __future__ import annotations

import os
import signal
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from orthanc_testing import Server

SCRIPT = Path(__file__).parents[2] / "guides" / "show_threads.py"
HANGS = """
go_on = threading.Event()


def hang(output, uri, **request):
    go_on.wait(60)
    output.AnswerBuffer("", "text/plain")


def end(output, uri, **request):
    go_on.set()
    output.AnswerBuffer("", "text/plain")


orthanc.RegisterRestCallback("/hang", hang)
orthanc.RegisterRestCallback("/end", end)
"""


@pytest.fixture(scope="module")
def orthanc_script() -> str:
    return SCRIPT.read_text(encoding="utf-8") + HANGS


def test_a_callback_that_hangs_is_shown(orthanc_server: Server) -> None:
    with ThreadPoolExecutor(1) as threads:
        hanging = threads.submit(orthanc_server.get, "/hang")
        orthanc_server.until(lambda: "in hang\n    go_on.wait(60)" in orthanc_server.get("/threads").text)
        assert orthanc_server.pid is not None
        os.kill(orthanc_server.pid, signal.SIGUSR1)
        orthanc_server.wait_for_log(r'File ".*", line \d+ in hang$')
        assert orthanc_server.get("/end").status == 200
        assert hanging.result().status == 200
    # The client may have the answer before the callback has returned.
    orthanc_server.until(lambda: "in hang" not in orthanc_server.get("/threads").text)


def test_the_thread_that_asks_is_shown(orthanc_server: Server) -> None:
    assert "in show\n" in orthanc_server.get("/threads").text
