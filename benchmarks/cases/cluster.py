"""Several servers on one PostgreSQL: tasks of `samples/cluster`, beside the same work inside of a server."""

from __future__ import annotations

import contextlib
import statistics
import time
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from tests.cluster.cluster import Cluster
from tests.cluster.parts import SAMPLE, Parts
from tests.cluster.uploads import Client, Series

from ..figures import Row, interleaved
from ..lab import OURS, Lab

_ROOT = Path(__file__).resolve().parents[2]
_SERIES, _INSTANCES, _PIXELS = 50, 10, 256
_WAYS = {"callback": "in the callback", "threads": "in 8 threads", "processes": "in 2 processes"}
_SCRIPT = _ROOT / "benchmarks" / "scripts" / "series.py"
_WAKE = """SELECT pg_notify('procrastinate_queue_v1#series', '{"type": "job_inserted", "job_id": 0}')"""
_MADE = "FROM procrastinate_jobs j JOIN procrastinate_events e ON e.job_id = j.id WHERE task_name = 'process'"


def measure(lab: Lab) -> Iterator[Row]:
    """Yield rates, latencies and the time until a killed server answers."""
    parts = Parts(_ROOT / "build" / "cluster")
    if not (parts.folder / "environment").exists():
        click.echo("cluster: not measured without PostgreSQL and nginx; tools/fetch_cluster.sh fetches them")
        return
    for servers, workers in ((1, 1), (1, 8), (3, 1), (3, 8)) if lab.size.scale >= 1 else ((3, 2),):
        figures = interleaved({OURS: partial(_tasks, lab, parts, servers, workers)}, 1)
        name = f"cluster: {servers} server{'s' * (servers > 1)}, {workers} worker{'s' * (workers > 1)}"
        yield Row(f"{name}: tasks", "series/s", figures["rate"])
        yield Row(f"{name}: event to start, median", "ms", figures["median"])
        yield Row(f"{name}: event to start, 99th percentile", "ms", figures["p99"])
    runs = {OURS: partial(_inside, lab, parts)}
    figures = interleaved(runs, 1)
    for way, words in _WAYS.items():
        yield Row(f"cluster: the same work {words}", "series/s", figures[way])
    yield Row("cluster: a killed server answers again", "ms", figures["recovery"])


def _tasks(lab: Lab, parts: Parts, servers: int, workers: int) -> Mapping[str, float]:
    """Measure a backlog of tasks, then the delay of single ones."""
    count = lab.count(_SERIES)
    with _cluster(lab, parts) as cluster:
        cluster.start(servers)
        _send(cluster, count, clients=4)
        _wait(cluster, f"SELECT count(DISTINCT lock) {_MADE}", count)
        cluster.database.query("UPDATE procrastinate_jobs SET scheduled_at = now() + interval '1 hour'")
        cluster.start_workers(workers, CLUSTER_SWEEP="0 0 1 1 *")
        _wait(cluster, "SELECT count(*) FROM procrastinate_workers", workers)
        cluster.database.query(f"UPDATE procrastinate_jobs SET scheduled_at = NULL; {_WAKE}")
        _wait(cluster, f"SELECT count(DISTINCT lock) {_MADE} AND e.type = 'succeeded'", 2 * count)
        # The images are series, too, whose tasks do nothing and come later.
        first = f"ARRAY(SELECT min(id) FROM procrastinate_jobs GROUP BY lock ORDER BY 1 LIMIT {count})"
        ((seconds,),) = cluster.database.query(
            f"SELECT extract(epoch FROM max(e.at) - min(e.at)) {_MADE} AND j.id = ANY({first})"
            " AND e.type IN ('started', 'succeeded')"
        )
        last = cluster.database.query("SELECT max(id) FROM procrastinate_jobs")[0][0]
        _send(cluster, count, clients=1)
        done = f"SELECT count(DISTINCT lock) {_MADE} AND j.id > {last} AND e.type = 'succeeded'"
        _wait(cluster, done, count)
        delays = cluster.database.query(
            "SELECT extract(epoch FROM min(e.at) FILTER (WHERE e.type = 'started')"
            " - min(e.at) FILTER (WHERE e.type = 'deferred')) * 1000"
            f" {_MADE} AND j.id > {last} AND j.scheduled_at IS NULL"
            " GROUP BY j.id HAVING bool_or(e.type = 'started')"
        )
        values = sorted(float(delay) for (delay,) in delays)
        percentile = values[min(len(values) - 1, int(len(values) * 0.99))]
        return {"rate": count / float(seconds), "median": statistics.median(values), "p99": percentile}


def _inside(lab: Lab, parts: Parts) -> Mapping[str, float]:
    """Measure the same work in a server, and the recovery of the server."""
    count = lab.count(_SERIES)
    with _cluster(lab, parts) as cluster:
        cluster.start(1, _SCRIPT.read_text().replace("SAMPLE", str(SAMPLE)))
        server = cluster.servers[0]
        figures: dict[str, float] = {}
        for way in _WAYS:
            ids = [series.id for series in _send(cluster, count, clients=4)]
            seconds = float(server.post(f"/work/{way}", "\n".join(ids)).text)
            figures[way] = count / seconds
        begin = time.monotonic()
        server.restart(kill=True)
        return {**figures, "recovery": (time.monotonic() - begin) * 1000}


@contextlib.contextmanager
def _cluster(lab: Lab, parts: Parts) -> Iterator[Cluster]:
    with TemporaryDirectory(dir=lab.folder) as name:
        cluster = Cluster(parts, lab.plugin, Path(name))
        try:
            yield cluster
        finally:
            cluster.stop()


def _send(cluster: Cluster, count: int, clients: int) -> list[Series]:
    assert cluster.balancer is not None
    series = [Series(number, _INSTANCES, _PIXELS) for number in range(count)]
    Client(cluster.balancer.port, clients).send(series)
    return series


def _wait(cluster: Cluster, query: str, number: int) -> None:
    deadline = time.monotonic() + 600
    while int(cluster.database.query(query)[0][0]) < number:
        assert time.monotonic() < deadline, query
        time.sleep(0.2)
