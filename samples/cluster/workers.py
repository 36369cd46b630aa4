"""Makes a mean image of each series: the part of samples/cluster that runs outside Orthanc.

Run `python -m procrastinate --app workers.app schema --apply` once, and `python workers.py` for each worker.
SIGTERM or Ctrl-C stops it after its tasks. CLUSTER_DATABASE names the database of the tasks, CLUSTER_ORTHANC
the URL of the load balancer. CLUSTER_STABLE_AGE is the StableAge of the servers, CLUSTER_SWEEP when to look
for lost tasks (as in cron; a sixth column has seconds), CLUSTER_METRICS the port of the metrics.
"""

from __future__ import annotations

import asyncio
import contextlib
import io
import itertools
import logging
import os
import signal
from datetime import UTC, datetime
from typing import Any

import httpx
import numpy as np
import prometheus_client
import psycopg
from procrastinate import App, PsycopgConnector, RetryStrategy, exceptions, jobs, manager
from pydicom import Dataset, dcmread
from pydicom.uid import SecondaryCaptureImageStorage, generate_uid

QUEUE, RESULT = "series", "Mean image"
STABLE_AGE = float(os.environ.get("CLUSTER_STABLE_AGE", "60"))


class Tasks(manager.JobManager):
    """The tasks. At most one waits for a series: one that was added while another runs takes its place."""

    async def retry_job(self, job: jobs.Job, *options: Any, **more: Any) -> None:
        """Let a task wait again, after an error or the death of its worker, unless a newer one waits."""
        try:
            await super().retry_job(job, *options, **more)
        except exceptions.UniqueViolation:  # otherwise, it would run for ever, and the newer one never
            await self.finish_job(job, jobs.Status.FAILED, delete_job=True)

    async def fetch_job(self, queues: Any, worker_id: int) -> jobs.Job | None:
        """Take the next task. If the end of the last one was not recorded, let that one wait again first."""
        # A worker runs one task at a time (its `concurrency` is 1), so none of these still runs.
        for job in await self.list_jobs_async(status="doing", worker_id=worker_id):
            await self.retry_job(job)
        return await super().fetch_job(queues, worker_id)


http = httpx.AsyncClient(base_url=os.environ["CLUSTER_ORTHANC"], timeout=60)
app = App(connector=PsycopgConnector(conninfo=os.environ["CLUSTER_DATABASE"]))
app.job_manager = Tasks(app.connector)
TASKS = prometheus_client.Counter("cluster_tasks", "Tasks by how they ended", ["end"])
SECONDS = prometheus_client.Histogram("cluster_seconds", "Duration of the tasks that made an image")


@app.task(name="process", queue=QUEUE, retry=RetryStrategy(max_attempts=4, exponential_wait=2))
async def process(series: str) -> None:
    """Work on a series, up to five times: 2, 4, 8 and 16 seconds after an error. Then the task is failed."""
    with TASKS.labels("error").count_exceptions():
        TASKS.labels(await make(series)).inc()


async def make(series: str) -> str:
    """Make the mean image of a series, unless it was made of the same instances; return how that ended."""
    answer = await http.get(f"/series/{series}")
    if answer.status_code == httpx.codes.NOT_FOUND:
        return "deleted"
    content = answer.raise_for_status().json()
    if (wait := STABLE_AGE - age(content["LastUpdate"])) > 0:  # another server has just received an instance
        await defer(series, wait)
        return "deferred"
    if await is_done(content):
        return "repeated"
    with SECONDS.time():
        pixels = (await http.get(f"/series/{series}/numpy")).raise_for_status().content
        first = (await http.get(f"/instances/{min(content['Instances'])}/file")).raise_for_status().content
        image = await asyncio.to_thread(mean_image, pixels, first, uids(content))
        (await http.post("/instances", content=image)).raise_for_status()
    logging.info("made %s of %d instances", series, len(content["Instances"]))
    return "made"


@app.periodic(cron=os.environ.get("CLUSTER_SWEEP", "* * * * *"))
@app.task(name="sweep", queue="sweep", queueing_lock="sweep", priority=1)  # before the tasks of series
async def sweep(timestamp: int) -> None:
    """Find what was lost: the tasks of workers that died, and the events of servers that died."""
    tasks, sql = app.job_manager, app.connector
    await tasks.delete_old_jobs(nb_hours=24, queue="sweep", include_failed=True)
    await tasks.delete_old_jobs(nb_hours=7 * 24)
    for job in await tasks.get_stalled_jobs(seconds_since_heartbeat=30):
        # One that ends its worker again and again is failed, too.
        await (tasks.retry_job(job) if job.attempts < 4 else tasks.finish_job(job, jobs.Status.FAILED, False))
    await sql.execute_query_async("CREATE TABLE IF NOT EXISTS cluster_sweep AS SELECT 0::bigint AS since")
    row = await sql.execute_query_one_async("SELECT since FROM cluster_sweep")
    if old := await old_changes(row["since"]):
        new = [change["ID"] for change in old if change["ChangeType"] == "NewInstance"]
        contents = await http.post("/tools/bulk-content", json={"Resources": new, "Level": "Series"})
        for content in contents.raise_for_status().json():
            if not await is_done(content):
                await defer(content["ID"], 0)
        await sql.execute_query_async("UPDATE cluster_sweep SET since = %(since)s", since=old[-1]["Seq"])


async def old_changes(since: int) -> list[Any]:
    """Return the next changes, up to the first one that is not old: the next sweep continues there.

    The index records changes in the same transaction as the instances.
    """
    page = (await http.get(f"/changes?since={since}&limit=5000")).raise_for_status().json()
    return list(itertools.takewhile(lambda change: age(change["Date"]) > 2 * STABLE_AGE, page["Changes"]))


async def defer(series: str, seconds: float) -> None:
    """Defer the task of a series, unless it waits already."""
    task = process.configure(lock=series, queueing_lock=series, schedule_in={"seconds": round(seconds + 0.5)})
    with contextlib.suppress(exceptions.AlreadyEnqueued):
        await task.defer_async(series=series)


def age(time: str) -> float:
    """Return the seconds since a time of Orthanc, which is in UTC."""
    return (datetime.now(UTC) - datetime.strptime(time, "%Y%m%dT%H%M%S").replace(tzinfo=UTC)).total_seconds()


def uids(content: dict[str, Any]) -> tuple[str, str]:
    """Return the UIDs of the series and instance for a result: the same ones for the same instances."""
    return generate_uid(entropy_srcs=[content["ID"]]), generate_uid(entropy_srcs=sorted(content["Instances"]))


async def is_done(content: dict[str, Any]) -> bool:
    """Return whether a series has its mean image, or consists of mean images."""
    if content["MainDicomTags"].get("SeriesDescription") == RESULT:
        return True
    return bool((await http.post("/tools/lookup", content=uids(content)[1])).raise_for_status().json())


def mean_image(pixels: bytes, first: bytes, identifiers: tuple[str, str]) -> bytes:
    """Compute the mean of the images of a series, and return it as a secondary capture."""
    image = np.load(io.BytesIO(pixels)).mean(axis=0)[..., 0].clip(0, 65535).astype(np.uint16)
    made, source, target = Dataset(), dcmread(io.BytesIO(first), stop_before_pixels=True), io.BytesIO()
    for keyword in ("PatientID", "PatientName", "StudyInstanceUID", "StudyDate", "AccessionNumber"):
        setattr(made, keyword, source.get(keyword, ""))
    made.SeriesInstanceUID, made.SOPInstanceUID = identifiers
    made.SOPClassUID, made.Modality, made.SeriesDescription = SecondaryCaptureImageStorage, "OT", RESULT
    made.set_pixel_data(image, "MONOCHROME2", 16, generate_instance_uid=False)
    made.save_as(target, enforce_file_format=True)
    return target.getvalue()


async def main() -> None:
    """Work until SIGTERM or Ctrl-C; then finish the tasks that run."""
    if task := asyncio.current_task():
        asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, task.cancel)
    while task and not task.cancelling():
        try:
            async with app.open_async():
                # New tasks are announced, delayed ones are not, so the worker also looks each second.
                await app.run_worker_async(fetch_job_polling_interval=1, install_signal_handlers=False)
        except (exceptions.ConnectorException, psycopg.OperationalError) as error:
            logging.warning("The worker has lost the database: %s", error.__cause__ or error)
        await asyncio.sleep(1)


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(name)s: %(message)s")
    prometheus_client.start_http_server(int(os.environ.get("CLUSTER_METRICS", "9100")))
    with contextlib.suppress(KeyboardInterrupt, asyncio.CancelledError):
        asyncio.run(main())
