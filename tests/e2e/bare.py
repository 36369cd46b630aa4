"""Starts Orthanc with a configuration as it is written, to see whether the server accepts it."""

from __future__ import annotations

import http.client
import json
import os
import subprocess
import time
import urllib.request
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from orthanc_testing.locate import find_orthanc
from orthanc_testing.serve import START_TIMEOUT


@dataclass(frozen=True, slots=True)
class Started:
    """What a server did."""

    log: str
    system: Mapping[str, Any] | None  # its answer; None if it refused to start


def start(
    place: Path | str, port: int, folder: Path, environment: Mapping[str, str] | None = None
) -> Started:
    """Start the server in a folder until it answers on a port or ends, and stop it again."""
    log = folder / "server.log"
    with log.open("wb") as output:
        process = subprocess.Popen(
            [find_orthanc(), str(place)],
            cwd=folder,
            env={**os.environ, "VIRTUAL_ENV": "", **(environment or {})},
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
    try:
        system = _answer(process, port)
    finally:
        process.kill()
        process.wait()
    return Started(log.read_text(errors="replace"), system)


def _answer(process: subprocess.Popen[bytes], port: int) -> Mapping[str, Any] | None:
    deadline = time.monotonic() + START_TIMEOUT
    while process.poll() is None:
        assert time.monotonic() < deadline, "the server neither answers nor ends"
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/system", timeout=5) as answer:
                found: Mapping[str, Any] = json.load(answer)
                return found
        except (OSError, http.client.HTTPException):
            time.sleep(0.02)
    return None
