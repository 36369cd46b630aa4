"""Adds the route `/health` for load balancers and orchestrators: 200 if the server can work, otherwise 503.

SAMPLE_MIN_FREE_GB is the free space below which the server is not healthy. The default is 1. The option
`StorageDirectory` must be an absolute path: a script does not know the folder that a relative one refers to.

    orthanc-codegen run samples/guides/health_check.py
    curl -i http://localhost:8042/health
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import orthanc

MIN_FREE = float(os.environ.get("SAMPLE_MIN_FREE_GB", "1")) * 1e9
STORAGE = json.loads(orthanc.GetConfiguration()).get("StorageDirectory", "OrthancStorage")
if not Path(STORAGE).is_absolute():
    raise ValueError(f"StorageDirectory: expected an absolute path, got {STORAGE!r}")


def check_database() -> None:
    """Raise an exception if the database does not answer."""
    orthanc.RestApiGet("/statistics")


def check_space() -> None:
    """Raise an exception if the disk of the storage is almost full."""
    free = shutil.disk_usage(STORAGE).free
    if free < MIN_FREE:
        raise OSError(f"{free / 1e9:.1f} GB are free, less than {MIN_FREE / 1e9:g} GB")


CHECKS: dict[str, Callable[[], None]] = {"database": check_database, "space": check_space}


def on_health(output: orthanc.RestOutput, uri: str, **request: Any) -> None:
    """Run all checks, and answer with their results."""
    results = {}
    for name, check in CHECKS.items():
        try:
            check()
        except (OSError, orthanc.OrthancException) as error:
            results[name] = str(error)
            orthanc.LogError(f"Not healthy, {name}: {error}")
        else:
            results[name] = "ok"
    answer = json.dumps(results)
    if set(results.values()) == {"ok"}:
        output.AnswerBuffer(answer, "application/json")
    else:
        output.SendHttpStatus(503, answer)


orthanc.RegisterRestCallback("/health", on_health)
