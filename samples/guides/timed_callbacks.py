"""Measures each callback: publishes its duration as a metric, and logs it if it is long.

SAMPLE_LIMIT is the duration in seconds from which a callback is logged. The default is 1.

    orthanc-codegen run samples/guides/timed_callbacks.py
    curl http://localhost:8042/tags/ID
    curl -s http://localhost:8042/tools/metrics-prometheus | grep script_
"""

from __future__ import annotations

import functools
import logging
import os
import time
from collections.abc import Callable
from typing import Any, ParamSpec, TypeVar

import orthanc

LIMIT = float(os.environ.get("SAMPLE_LIMIT", "1"))

P = ParamSpec("P")
R = TypeVar("R")


def timed(function: Callable[P, R]) -> Callable[P, R]:
    """Wrap a callback that is not a coroutine."""
    metric = f"script_{function.__name__}_ms"

    @functools.wraps(function)
    def measure(*args: P.args, **kwargs: P.kwargs) -> R:
        start = time.perf_counter()
        try:
            return function(*args, **kwargs)
        finally:
            seconds = time.perf_counter() - start
            # The type TIMER keeps the largest value of the last 10 seconds.
            orthanc.SetMetricsValue(metric, seconds * 1000, orthanc.MetricsType.TIMER)
            if seconds >= LIMIT:
                logging.warning("%s took %.3f s", function.__name__, seconds)

    return measure


@timed
def on_tags(output: orthanc.RestOutput, uri: str, **request: Any) -> None:
    """Answer with the tags of an instance."""
    tags = orthanc.RestApiGet(f"/instances/{request['groups'][0]}/simplified-tags")
    output.AnswerBuffer(tags, "application/json")


@timed
def on_stored(instance: orthanc.DicomInstance, instance_id: str) -> None:
    """Do what takes time with a new instance: here, convert it to JSON."""
    instance.GetInstanceJson()


orthanc.RegisterRestCallback("/tags/([0-9a-f-]{44})", on_tags)
orthanc.RegisterOnStoredInstanceCallback(on_stored)
