"""The watchdog of the stress tests: it distinguishes a server that hangs from one that lost a request."""

from __future__ import annotations

from pathlib import Path

import pytest

from ..e2e.harness import RunningServer
from .watch import Watch, wait_until

PATIENCE = 5

WATCHED = """
import ctypes
import faulthandler
import signal
import threading
import time
import orthanc

faulthandler.register(signal.SIGUSR1, all_threads=True)
"""

HANGS = f"""{WATCHED}
def hang_with_the_lock(output, uri, **request):
    ctypes.PyDLL(None).sleep(60)

orthanc.RegisterRestCallback("/answer", hang_with_the_lock)
"""

# As a server loses a request that arrives when it is reset.
LOSES_ONE = f"""{WATCHED}
lost = threading.Lock()

def answer(output, uri, **request):
    if lost.acquire(blocking=False):
        time.sleep({PATIENCE + 1})
    output.AnswerBuffer("answer", "text/plain")

orthanc.RegisterRestCallback("/answer", answer)
"""


def serve(plugin: Path, folder: Path, text: str) -> RunningServer:
    """Return a server with a script."""
    script = folder / "script.py"
    script.write_text(text, encoding="utf-8")
    return RunningServer(
        plugin, script, configuration={"DicomServerEnabled": False}, log=folder / "orthanc.log"
    )


def test_a_server_that_hangs_says_where(plugin: Path, tmp_path: Path) -> None:
    with serve(plugin, tmp_path, HANGS) as server:
        server.wait_until_ready()
        with pytest.raises(TimeoutError) as failure, Watch(server, patience=PATIENCE) as watch:
            wait_until(lambda: watch.doubts > 0, 20, "it has left a request alone")
            raise TimeoutError("as a client may see it first")
    assert any("in hang_with_the_lock" in note for note in failure.value.__notes__)
    with pytest.raises(AssertionError, match="the server hung"):
        watch.check()


def test_a_lost_request_is_no_hang(plugin: Path, tmp_path: Path) -> None:
    with serve(plugin, tmp_path, LOSES_ONE) as server:
        server.wait_until_ready()
        with Watch(server, patience=3 * PATIENCE) as watch:
            wait_until(lambda: watch.doubts > 0, 20, "it has left a request alone")
            wait_until(lambda: watch.longest > 0, 20, "it has given a sign of life")
        watch.check()
        server.kill()  # a regular stop would wait for the callback
