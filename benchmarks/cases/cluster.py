"""Several servers on one PostgreSQL: tasks of `samples/cluster`, beside the same work inside of a server."""

from __future__ import annotations

import contextlib
import math
import statistics
import time
from collections.abc import Iterable, Iterator, Mapping
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
_SCRIPTS = _ROOT / "benchmarks" / "scripts"
_SERIES, _INSTANCES, _PIXELS = 40, 10, 256  # of a backlog
_SINGLE, _INTERVAL = 100, 0.12  # series that come one after the other, and the seconds between them
_WAYS = {
    "callback": "in the on-change callback",
    "threads": "in 8 threads of the script",
    "processes": "in 2 processes of the script",
}
_WAKE = """SELECT pg_notify('procrastinate_queue_v1#series', '{"type": "job_inserted", "job_id": 0}')"""
_MADE = "FROM procrastinate_jobs j JOIN procrastinate_events e ON e.job_id = j.id WHERE task_name = 'process'"


def measure(lab: Lab) -> Iterator[Row]:
    """Yield rates, latencies and the time until a killed server answers."""
    parts = Parts(_ROOT / "build" / "cluster")
    if not (parts.folder / "environment").exists():
        click.echo("cluster: not measured without PostgreSQL and nginx; tools/fetch_cluster.sh fetches them")
        return
    backlog, single = f"{lab.count(_SERIES)} series", f"{lab.count(_SINGLE)} series of one instance"
    for servers, workers in ((1, 1), (1, 8), (3, 1), (3, 8)) if lab.size.scale >= 1 else ((3, 2),):
        figures = interleaved({OURS: partial(_tasks, lab, parts, servers, workers)}, 1)
        name = f"cluster: {servers} server{'s' * (servers > 1)}, {workers} worker{'s' * (workers > 1)}"
        yield Row(f"{name}: tasks", "series/s", figures["rate"], note=backlog)
        yield Row(f"{name}: event to start, median", "ms", figures["median"], note=single)
        yield Row(f"{name}: event to start, 99th percentile", "ms", figures["p99"], note=single)
    figures = interleaved({OURS: partial(_inside, lab, parts)}, 1)
    for way, words in _WAYS.items():
        yield Row(f"cluster: the same work {words}", "series/s", figures[way], note=backlog)
    yield Row("cluster: a killed server answers again", "ms", figures["recovery"])


def _tasks(lab: Lab, parts: Parts, servers: int, workers: int) -> Mapping[str, float]:
    """Measure a backlog of tasks, then the delay of single ones."""
    count = lab.count(_SERIES)
    with _cluster(lab, parts) as cluster:
        cluster.start(servers, _script("events.py"))
        _send(cluster, _series(count), clients=4)
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
        delays = _delays(cluster, lab.count(_SINGLE))
        return {
            "rate": count / float(seconds),
            "median": statistics.median(delays),
            "p99": delays[math.ceil(len(delays) * 0.99) - 1],
        }


def _delays(cluster: Cluster, count: int) -> list[float]:
    """Return the sorted delays, in ms, from the stable event of a series to the start of its task.

    With one instance for each series, there is one event, and no task that only waits for another server.
    """
    series = [Series(number, 1, _PIXELS) for number in range(count)]
    _send(cluster, _paced(series), clients=1)
    started = f"{_MADE} AND e.type = 'started' AND lock IN ({', '.join(repr(one.id) for one in series)})"
    _wait(cluster, f"SELECT count(DISTINCT lock) {started}", count)
    starts = cluster.database.query(f"SELECT lock, extract(epoch FROM min(e.at)) {started} GROUP BY lock")
    events: dict[str, float] = {}
    for server in cluster.servers:
        events |= server.get("/events").json()
    return sorted(1000 * (float(start) - events[one]) for one, start in starts)


def _inside(lab: Lab, parts: Parts) -> Mapping[str, float]:
    """Measure the same work in a server, and the recovery of the server."""
    count = lab.count(_SERIES)
    with _cluster(lab, parts) as cluster:
        cluster.start(1, _script("series.py"))
        server = cluster.servers[0]
        figures: dict[str, float] = {}
        for way in _WAYS:
            series = _series(count)
            ids = {one.id for one in series}
            server.post(f"/expect/{way}", "\n".join(ids))
            _send(cluster, series, clients=4)
            server.until(lambda ids=ids: ids <= set(cluster.changes("StableSeries")), 60)  # type: ignore[misc]
            figures[way] = count / float(server.post("/begin").text)
        begin = time.monotonic()
        server.restart(kill=True)
        return {**figures, "recovery": (time.monotonic() - begin) * 1000}


def _script(name: str) -> str:
    return (_SCRIPTS / name).read_text().replace("SAMPLE", str(SAMPLE))


@contextlib.contextmanager
def _cluster(lab: Lab, parts: Parts) -> Iterator[Cluster]:
    with TemporaryDirectory(dir=lab.folder) as name:
        cluster = Cluster(parts, lab.plugin, Path(name))
        try:
            yield cluster
        finally:
            cluster.stop()


def _series(count: int) -> list[Series]:
    return [Series(number, _INSTANCES, _PIXELS) for number in range(count)]


def _paced(series: Iterable[Series]) -> Iterator[Series]:
    for one in series:
        yield one
        time.sleep(_INTERVAL)


def _send(cluster: Cluster, series: Iterable[Series], clients: int) -> None:
    assert cluster.balancer is not None
    Client(cluster.balancer.port, clients).send(series)


def _wait(cluster: Cluster, query: str, number: int) -> None:
    deadline = time.monotonic() + 600
    while int(cluster.database.query(query)[0][0]) < number:
        assert time.monotonic() < deadline, query
        time.sleep(0.2)
