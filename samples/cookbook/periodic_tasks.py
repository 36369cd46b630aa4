"""Runs functions periodically: asks all modalities whether they answer, and logs the size of the storage.

orthanc-codegen run samples/cookbook/periodic_tasks.py
curl http://localhost:8042/tools/metrics-prometheus     shows modality_answers_NAME as 1 or 0
"""

from __future__ import annotations

import json
import logging
import os
import re
import threading
import time
from collections.abc import Callable

import orthanc

ECHO_SECONDS = float(os.environ.get("ECHO_SECONDS", "60"))
Task = Callable[[], None]

stopping = threading.Event()
tasks: list[tuple[float, Task]] = []


def every(seconds: float) -> Callable[[Task], Task]:
    """Run the decorated function at this interval, from the start of the server on."""

    def add(task: Task) -> Task:
        tasks.append((seconds, task))
        return task

    return add


@every(ECHO_SECONDS)
def ask_modalities() -> None:
    """Send a C-ECHO to each modality."""
    for name in json.loads(orthanc.RestApiGet("/modalities")):
        try:
            orthanc.RestApiPost(f"/modalities/{name}/echo", json.dumps({"Timeout": 5}))
            answers = 1.0
        except orthanc.OrthancException:
            answers = 0.0
        metric = "modality_answers_" + re.sub(r"\W", "_", name)
        orthanc.SetMetricsValue(metric, answers, orthanc.MetricsType.DEFAULT)


@every(3600)
def log_size() -> None:
    """Log how much is stored."""
    orthanc.LogWarning(f"Stored: {json.loads(orthanc.RestApiGet('/statistics'))['TotalDiskSizeMB']} MB")


def run(seconds: float, task: Task) -> None:
    """Run a task at its interval until the server stops. Exceptions are logged."""
    due = time.monotonic()
    while not stopping.wait(max(0.0, due - time.monotonic())):
        try:
            task()
        except Exception:
            if not stopping.is_set():
                logging.exception("The task %s has failed", task.__name__)
        due = max(due + seconds, time.monotonic())  # skips missed runs


def on_change(change: orthanc.ChangeType, level: orthanc.ResourceType, resource: str) -> None:
    """Start and stop with the server."""
    if change == orthanc.ChangeType.ORTHANC_STARTED:
        for seconds, task in tasks:
            threading.Thread(target=run, args=(seconds, task), name=task.__name__, daemon=True).start()
    elif change == orthanc.ChangeType.ORTHANC_STOPPED:
        stopping.set()


orthanc.RegisterOnChangeCallback(on_change)
