"""Computes a figure for each complete study in the background, and stores it as metadata of the study.

A thread takes the studies from a queue, and processes compute, so neither uploads nor requests wait. The
figure is the mean entropy of the frames, in bits per byte.

    orthanc-codegen run samples/guides/stable_studies.py
    curl http://localhost:8042/studies/ID/metadata/4101

Orthanc takes a study as complete a minute after its last instance (option StableAge).
"""

from __future__ import annotations

import collections
import json
import logging
import math
import multiprocessing
import queue
import signal
import statistics
import threading

import orthanc

METADATA = 4101  # user-defined metadata has numbers from 1024 to 65535
AHEAD = 4  # frames in memory: one is read while the others are computed or wait

log = logging.getLogger("stable_studies")


def ignore_ctrl_c() -> None:
    """Leave Ctrl-C to the server."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def entropy(data: bytes) -> float:
    """Return the entropy of bytes. Runs in a process of the pool, which cannot call Orthanc."""
    counts = collections.Counter(data).values()
    return -sum(count / len(data) * math.log2(count / len(data)) for count in counts)


pool = multiprocessing.Pool(2, initializer=ignore_ctrl_c)
waiting: queue.Queue[str | None] = queue.Queue()  # studies; None ends the thread


def handle(study: str) -> None:
    """Read the frames of a study, have the pool compute, and store the result."""
    computed = []
    for instance in json.loads(orthanc.RestApiGet(f"/studies/{study}/instances")):
        frame = orthanc.RestApiGet(f"/instances/{instance['ID']}/frames/0/raw")
        computed.append(pool.apply_async(entropy, (frame,)))
        if len(computed) >= AHEAD:
            computed[-AHEAD + 1].wait()
    result = statistics.mean(one.get() for one in computed)
    orthanc.RestApiPut(f"/studies/{study}/metadata/{METADATA}", f"{result:.3f}")


def work() -> None:
    """Handle studies one after the other. A study that fails is logged, and the next one follows."""
    while (study := waiting.get()) is not None:
        try:
            handle(study)
        except Exception:
            log.exception("Study %s has no figure", study)


worker = threading.Thread(target=work, name="stable-studies")


@orthanc.RegisterOnChangeCallback
def on_change(change: orthanc.ChangeType, level: orthanc.ResourceType, resource: str) -> None:
    """Queue complete studies; start and stop the thread with the server."""
    match change:
        case orthanc.ChangeType.ORTHANC_STARTED:
            worker.start()
        case orthanc.ChangeType.STABLE_STUDY:
            waiting.put(resource)
        case orthanc.ChangeType.ORTHANC_STOPPED:
            waiting.put(None)
            worker.join(timeout=5)
