"""`samples/cluster` with one and with three servers."""

from __future__ import annotations

import io
import json
import signal
import socket
import urllib.request

import pytest
from pydicom import dcmread

from .cluster import Cluster
from .results import counts, made, result_uid
from .uploads import Client, Series

METRICS = 'cluster_tasks_total{end="made"}'


def metrics(cluster: Cluster, worker: int) -> str:
    """Return the metrics of a worker; nothing before it has started."""
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{cluster.metrics_port(worker)}/metrics") as answer:
            return str(answer.read().decode())
    except OSError:
        return ""


@pytest.mark.parametrize("servers", [1, 3])
def test_each_series_gets_its_mean_image(cluster: Cluster, servers: int) -> None:
    cluster.stable_age = 10  # an upload may pause
    cluster.start(servers)
    cluster.start_workers(2)
    assert cluster.balancer is not None
    series = [Series(number, 5) for number in range(6)]
    Client(cluster.balancer.port).send(series)
    first = cluster.servers[0]
    first.until(lambda: len(cluster.find("Series", SeriesDescription="Mean image")) == len(series), 60)
    for one in series:
        found = cluster.find("Instance", SOPInstanceUID=result_uid(one))
        assert len(found) == 1
        image = dcmread(io.BytesIO(first.get(f"/instances/{found[0]}/file").body))
        assert (image.PatientID, image.StudyInstanceUID) == (f"patient {one.number}", one.study_uid)
        assert set(image.pixel_array.flat) == {2}  # the mean of 0 to 4
    first.until(lambda: counts(cluster)["todo"] == counts(cluster)["doing"] == 0)
    # No image was made twice, however many servers have reported the series.
    assert made(cluster.worker_logs) == {one.id: [5] for one in series}
    first.until(lambda: all(metrics(cluster, number) for number in range(2)))
    text = metrics(cluster, 0) + metrics(cluster, 1)
    lines = [line for line in text.splitlines() if line.startswith(METRICS)]
    assert sum(float(line.split()[-1]) for line in lines) == len(series)
    first.until(lambda: counts(cluster)["succeeded"] >= len(series))
    assert counts(cluster)["failed"] == 0
    # Both workers have the periodic task, but only one defers it each time.
    due = "SELECT args FROM procrastinate_jobs WHERE task_name = 'sweep'"
    first.until(lambda: len(cluster.database.query(due)) > 1)
    times = [time for (time,) in cluster.database.query(due)]
    assert sorted(set(times)) == sorted(times)


def test_an_event_that_died_with_its_server_is_made_up_for(cluster: Cluster) -> None:
    cluster.start(2)
    series = Series(1, 1)
    cluster.servers[1].upload(series.content(0))
    cluster.servers[1].restart(kill=True)
    cluster.start_workers(1)
    cluster.servers[0].until(lambda: series.id in made(cluster.worker_logs), 60)
    assert series.id not in cluster.changes("StableSeries")


def test_a_task_that_died_with_its_worker_is_given_to_another(cluster: Cluster) -> None:
    cluster.start(1)
    server = cluster.servers[0]
    series = Series(1, 1)
    # This server accepts requests, but does not answer: the task of the worker does not end.
    with socket.create_server(("127.0.0.1", 0)) as silent:
        url = f"http://127.0.0.1:{silent.getsockname()[1]}"
        cluster.start_workers(1, CLUSTER_ORTHANC=url, CLUSTER_SWEEP="0 0 1 1 *")
        server.upload(series.content(0))
        server.until(lambda: counts(cluster).get("doing") == 1, 60)
        cluster.kill_worker()
    # As if 30 seconds had passed since the last sign of life.
    cluster.database.query(
        "UPDATE procrastinate_workers SET last_heartbeat = last_heartbeat - interval '30 seconds'"
    )
    cluster.start_workers(1)
    server.until(lambda: series.id in made(cluster.worker_logs), 60)
    # The sweep may have deferred another task for the series before it has found the dead worker.
    server.until(
        lambda: counts(cluster)["doing"] == counts(cluster)["todo"] == counts(cluster)["failed"] == 0
    )


def test_a_failing_task_is_tried_again_and_kept(cluster: Cluster) -> None:
    cluster.start(1)
    server = cluster.servers[0]
    series, other = Series(1, 1), Series(2, 1)
    server.upload(series.content(0))
    server.until(lambda: counts(cluster).get("todo") == 1)
    cluster.database.query("UPDATE procrastinate_jobs SET attempts = 3")  # two of five are left
    (file,) = (path for path in cluster.storage.rglob("*") if path.is_file() and path.stat().st_size > 4000)
    content = file.read_bytes()
    file.unlink()
    # No sweep, which could add a newer task for the series: the failed one would wait behind it.
    cluster.start_workers(1, CLUSTER_SWEEP="0 0 1 1 *")
    waits = "SELECT count(*) FROM procrastinate_jobs WHERE scheduled_at > now() + interval '10 seconds'"
    server.until(lambda: cluster.database.query(waits) == [["1"]])  # 16 seconds, before the last attempt
    cluster.database.query("UPDATE procrastinate_jobs SET scheduled_at = now()")
    server.until(lambda: counts(cluster).get("failed") == 1, 60)
    (failed,) = server.get("/cluster").json()["Failed"]
    assert (failed["Arguments"], failed["Attempts"]) == ({"series": series.id}, 5)
    # A task that fails holds up no other.
    server.upload(other.content(0))
    server.until(lambda: other.id in made(cluster.worker_logs), 60)
    file.write_bytes(content)
    assert server.get("/cluster/retry").status == 405
    assert server.post("/cluster/retry").json()["Failed"] == []
    server.until(lambda: series.id in made(cluster.worker_logs), 60)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_worker_ends_after_its_task(cluster: Cluster, number: signal.Signals) -> None:
    cluster.start(1)
    cluster.start_workers(1)
    server = cluster.servers[0]
    alive = "SELECT count(*) FROM procrastinate_workers"
    server.until(lambda: cluster.database.query(alive) == [["1"]])
    cluster.workers[0].send(number)
    server.until(lambda: cluster.workers[0].poll() is not None)
    assert cluster.workers[0].poll() == 0
    assert cluster.database.query(alive) == [["0"]]


def test_a_worker_and_the_servers_survive_a_restart_of_the_database(cluster: Cluster) -> None:
    cluster.stable_age = 10  # an upload may pause, above all while the database starts
    cluster.start(2)
    cluster.start_workers(1)
    before, after = Series(1, 2), Series(2, 2)
    assert cluster.balancer is not None
    client = Client(cluster.balancer.port)
    client.send([before])
    cluster.servers[0].until(lambda: before.id in made(cluster.worker_logs), 60)
    cluster.database.stop()
    cluster.database.start()
    client.send([after])
    cluster.servers[0].until(lambda: after.id in made(cluster.worker_logs), 120)
    assert json.loads(cluster.servers[0].get("/statistics").body)["CountInstances"] == 6
