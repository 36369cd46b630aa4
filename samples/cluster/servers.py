"""Defers a task for each stable series: the part of samples/cluster that runs in each Orthanc.

GET /cluster shows the state of the tasks, POST /cluster/retry runs the failed ones again. CLUSTER_DATABASE
names the database of the tasks, for example `postgresql://user:password@host/tasks`. `docs/cluster.md`
explains it.
"""

from __future__ import annotations

import contextlib
import json
import os
from datetime import UTC, datetime
from typing import Any

import orthanc
from procrastinate import App, SyncPsycopgConnector, exceptions

QUEUE, TASK = "series", "process"  # as in workers.py
# Without the database, an event waits for 5 seconds. When it is back, the script notices within 30 seconds.
POOL: dict[str, Any] = {"min_size": 1, "max_size": 1, "timeout": 5, "reconnect_timeout": 30}

app = App(connector=SyncPsycopgConnector(conninfo=os.environ["CLUSTER_DATABASE"], **POOL)).open()


@orthanc.RegisterOnChangeCallback
def on_change(change: orthanc.ChangeType, level: orthanc.ResourceType, resource: str) -> None:
    """Defer a task for a stable series, unless one waits: each server that got instances reports it."""
    if change == orthanc.ChangeType.STABLE_SERIES:
        task = app.configure_task(TASK, queue=QUEUE, lock=resource, queueing_lock=resource)
        try:
            with contextlib.suppress(exceptions.AlreadyEnqueued):
                task.defer(series=resource)
        except exceptions.ConnectorException as error:
            orthanc.LogError(f"No task for the series {resource} before the next sweep: {error!r}")
    elif change == orthanc.ChangeType.ORTHANC_STOPPED:
        app.close()


def state(output: orthanc.RestOutput, uri: str, **request: Any) -> None:
    """Answer with the number of tasks in each state, and the failed ones."""
    counts = list(app.job_manager.list_queues(queue=QUEUE))
    jobs = app.job_manager.list_jobs(queue=QUEUE, status="failed")
    failed = [{"ID": job.id, "Arguments": job.task_kwargs, "Attempts": job.attempts} for job in jobs]
    output.AnswerBuffer(json.dumps({"Tasks": counts, "Failed": failed}), "application/json")


def retry(output: orthanc.RestOutput, uri: str, **request: Any) -> None:
    """Give each failed task one more attempt, unless a newer one for its series waits."""
    if request["method"] != "POST":
        output.SendMethodNotAllowed("POST")
        return
    for job in app.job_manager.list_jobs(queue=QUEUE, status="failed"):
        with contextlib.suppress(exceptions.UniqueViolation):
            app.job_manager.retry_job_by_id(job.id, retry_at=datetime.now(UTC))
    state(output, uri)


orthanc.RegisterRestCallback("/cluster", state)
orthanc.RegisterRestCallback("/cluster/retry", retry)
