"""Jobs of a running server: what becomes of them, and what can be asked of them."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from .harness import TIMEOUT, RunningServer


def wait_for(
    server: RunningServer, job: str, what: str, holds: Callable[[dict[str, Any]], bool]
) -> dict[str, Any]:
    """Wait until what /jobs says of a job holds."""
    deadline = time.monotonic() + TIMEOUT
    while not holds(said := server.get(f"/jobs/{job}").json()):
        assert time.monotonic() < deadline, f"never {what}: {said}\n{server.log_text()}"
        time.sleep(0.01)
    return dict(said)


def state(server: RunningServer, job: str, *states: str) -> dict[str, Any]:
    """Wait until a job is in one of some states."""
    return wait_for(server, job, " or ".join(states), lambda said: said["State"] in states)


def ask(server: RunningServer, job: str, action: str) -> None:
    """Pause, resume, cancel or resubmit a job."""
    assert server.post(f"/jobs/{job}/{action}", "").status == 200
