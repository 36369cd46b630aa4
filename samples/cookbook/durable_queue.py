"""Works on each complete study, and tries failed tasks again. Its queue is an SQLite database.

The work of this example is a manifest: a JSON file with the MD5 sum of each instance.

    QUEUE_DATABASE=/var/lib/orthanc/queue.db MANIFESTS=/srv/manifests \
        orthanc-codegen run samples/cookbook/durable_queue.py

A task is removed after its work. If the server is killed in between, the work is repeated after the restart.
"""

from __future__ import annotations

import contextlib
import json
import logging
import os
import sqlite3
import threading
import time
from pathlib import Path
from typing import Any

import orthanc

DATABASE = os.environ["QUEUE_DATABASE"]
MANIFESTS = Path(os.environ["MANIFESTS"])
DUE = "SELECT id, study, attempts FROM tasks WHERE due <= ? ORDER BY due"

stopping = threading.Event()


def execute(statement: str, *values: Any) -> list[Any]:
    """Run a statement with a connection of its own, because several threads use the database."""
    with contextlib.closing(sqlite3.connect(DATABASE, timeout=30)) as database, database:
        return database.execute(statement, values).fetchall()


def work_on(study: str) -> None:
    """Write the manifest of a study. May run twice for a study."""
    instances = json.loads(orthanc.RestApiGet(f"/studies/{study}/instances"))
    uris = {one["ID"]: f"/instances/{one['ID']}/attachments/dicom/md5" for one in instances}
    sums = {instance: orthanc.RestApiGet(uri).decode() for instance, uri in uris.items()}
    (MANIFESTS / f"{study}.json").write_text(json.dumps(sums, indent=2))


def attempt(task: int, study: str, attempts: int) -> None:
    """Work on a task, then remove it; after an error, put it off."""
    try:
        work_on(study)
    except Exception as problem:
        delay = min(2**attempts, 600)
        logging.warning("Study %s is tried again in %d s: %r", study, delay, problem)
        execute("UPDATE tasks SET attempts = attempts + 1, due = ? WHERE id = ?", time.time() + delay, task)
    else:
        execute("DELETE FROM tasks WHERE id = ?", task)


def work() -> None:
    """Work on the tasks that are due, one after the other, until the server stops."""
    while not stopping.wait(0.5):
        try:
            for task in execute(DUE, time.time()):
                if not stopping.is_set():
                    attempt(*task)
        except Exception:  # the thread must go on
            logging.exception("The queue failed")


def on_change(change: orthanc.ChangeType, level: orthanc.ResourceType, resource: str) -> None:
    """Add a task for a complete study; start and stop with the server."""
    if change == orthanc.ChangeType.STABLE_STUDY:
        execute("INSERT INTO tasks (study) VALUES (?)", resource)
    elif change == orthanc.ChangeType.DELETED and level == orthanc.ResourceType.STUDY:
        execute("DELETE FROM tasks WHERE study = ?", resource)
    elif change == orthanc.ChangeType.ORTHANC_STARTED:
        threading.Thread(target=work, name="queue", daemon=True).start()
    elif change == orthanc.ChangeType.ORTHANC_STOPPED:
        stopping.set()


MANIFESTS.mkdir(parents=True, exist_ok=True)
execute(
    "CREATE TABLE IF NOT EXISTS tasks (id INTEGER PRIMARY KEY, study TEXT NOT NULL, "
    "attempts INTEGER NOT NULL DEFAULT 0, due REAL NOT NULL DEFAULT 0)"
)
orthanc.RegisterOnChangeCallback(on_change)
