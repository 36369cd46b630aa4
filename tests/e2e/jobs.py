"""Jobs of a running server: their states, and requests to change them."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from .harness import TIMEOUT, RunningServer


def wait_for(
    server: RunningServer, job: str, what: str, holds: Callable[[dict[str, Any]], bool]
) -> dict[str, Any]:
    """Wait until a condition holds for the answer of /jobs about a job."""
    deadline = time.monotonic() + TIMEOUT
    while not holds(said := server.get(f"/jobs/{job}").json()):
        assert time.monotonic() < deadline, f"the job was never {what}: {said}\n{server.log_text()}"
        time.sleep(0.01)
    return dict(said)


def state(server: RunningServer, job: str, *states: str) -> dict[str, Any]:
    """Wait until a job is in one of some states."""
    return wait_for(server, job, " or ".join(states), lambda said: said["State"] in states)


def ask(server: RunningServer, job: str, action: str) -> None:
    """Pause, resume, cancel or resubmit a job."""
    assert server.post(f"/jobs/{job}/{action}", "").status == 200
