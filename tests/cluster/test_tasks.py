"""Tasks that are added, fail or have to end at awkward moments."""

from __future__ import annotations

import os
import signal
import textwrap
from functools import partial
from pathlib import Path

import pytest

from .cluster import Cluster
from .parts import SAMPLE
from .results import counts, made
from .uploads import Series

NEVER = "0 0 1 1 *"

# Holds the requests for pixels as long as a file exists, and refuses one of them if another file exists.
GATE = textwrap.dedent("""
    import time
    from pathlib import Path

    @orthanc.RegisterIncomingHttpRequestFilter
    def pass_gate(uri, **request):
        if uri.endswith("/numpy"):
            while Path("{hold}").exists():
                Path("{held}").touch()
                time.sleep(0.05)
            if Path("{refuse}").exists():
                Path("{refuse}").unlink()
                return False
        return True
    """)
# Says in the log that the callback of the sample, which is registered earlier, has returned.
REPORT = textwrap.dedent("""
    @orthanc.RegisterOnChangeCallback
    def report(change, level, resource):
        if change == orthanc.ChangeType.STABLE_SERIES:
            orthanc.LogWarning(f"reported {resource}")
    """)
# Cuts the connection of a worker while it records the end of a task, once: a sequence is not rolled back.
CUT = """
    CREATE SEQUENCE records;
    CREATE FUNCTION cut() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        IF nextval('records') = 1 THEN
            PERFORM pg_terminate_backend(pg_backend_pid());
        END IF;
        RETURN NEW;
    END $$;
    CREATE TRIGGER cut BEFORE UPDATE ON procrastinate_jobs FOR EACH ROW
        WHEN (OLD.status = 'doing' AND NEW.status <> 'doing') EXECUTE FUNCTION cut();
"""
# The end that was cut, the return of the task (or the attempt, if a newer one waits), and the end.
RECORDED = [["3"]]


class Gate:
    """The files with which a test holds and refuses requests for pixels."""

    def __init__(self, folder: Path) -> None:
        self.hold = folder / "hold"
        self.held = folder / "held"  # exists after a request has come
        self.refuse = folder / "refuse"

    @property
    def script(self) -> str:
        """The script of the sample, with the gate."""
        gate = GATE.format(hold=self.hold, held=self.held, refuse=self.refuse)
        return (SAMPLE / "servers.py").read_text() + gate


def test_a_failing_task_yields_to_a_newer_one_for_its_series(cluster: Cluster, tmp_path: Path) -> None:
    gate = Gate(tmp_path)
    gate.hold.touch()
    gate.refuse.touch()
    cluster.start(1, gate.script)
    cluster.start_workers(1, CLUSTER_SWEEP=NEVER)
    server, series = cluster.servers[0], Series(1, 2)
    server.upload(series.content(0))
    server.until(gate.held.exists, 60)
    server.upload(series.content(1))
    server.until(lambda: counts(cluster)["todo"] == 1)
    gate.hold.unlink()
    server.until(lambda: made(cluster.worker_logs) == {series.id: [2]})
    server.until(lambda: counts(cluster)["doing"] == 0)
    assert not gate.refuse.exists()
    assert (counts(cluster)["todo"], counts(cluster)["failed"]) == (0, 0)


def test_a_task_that_ends_each_of_its_workers_is_failed(cluster: Cluster) -> None:
    cluster.start(1)
    server = cluster.servers[0]
    server.upload(Series(1, 1).content(0))
    server.until(lambda: counts(cluster).get("todo") == 1)
    # The sweep is to find the task of a dead worker, but no changes, for which it would defer another one.
    cluster.database.query("CREATE TABLE cluster_sweep AS SELECT 1000000::bigint AS since")
    # It is as if four workers had died of it, and a fifth one had begun.
    update = "UPDATE procrastinate_jobs SET status = 'doing', attempts = %d"
    update += " WHERE task_name = 'process' RETURNING id"
    assert cluster.database.query(update % 4)
    cluster.start_workers(1)
    server.until(lambda: counts(cluster)["failed"] == 1, 60)
    assert not made(cluster.worker_logs)
    assert cluster.database.query(update % 3)
    server.until(lambda: counts(cluster)["succeeded"] == 1, 60)


@pytest.mark.parametrize(
    ("attempts", "refused"), [(0, False), (0, True), (4, True)], ids=["done", "to be retried", "failed"]
)
def test_a_task_whose_end_was_not_recorded_runs_again(
    cluster: Cluster, tmp_path: Path, attempts: int, refused: bool
) -> None:
    gate = Gate(tmp_path)
    if refused:
        gate.refuse.touch()
    cluster.start(1, gate.script)
    server, series = cluster.servers[0], Series(1, 1)
    server.upload(series.content(0))
    server.until(lambda: counts(cluster).get("todo") == 1)
    cluster.database.query(f"UPDATE procrastinate_jobs SET attempts = {attempts}")
    cluster.database.query(CUT)
    cluster.start_workers(1, CLUSTER_SWEEP=NEVER)
    server.until(lambda: counts(cluster)["succeeded"] == 1, 60)
    assert cluster.database.query("SELECT last_value FROM records") == RECORDED
    assert not gate.refuse.exists()
    assert made(cluster.worker_logs) == {series.id: [1]}


def test_a_task_whose_end_was_not_recorded_yields_to_a_newer_one(cluster: Cluster, tmp_path: Path) -> None:
    gate = Gate(tmp_path)
    gate.hold.touch()
    cluster.start(1, gate.script)
    cluster.database.query(CUT)
    cluster.start_workers(1, CLUSTER_SWEEP=NEVER)
    server, series = cluster.servers[0], Series(1, 2)
    server.upload(series.content(0))
    server.until(gate.held.exists, 60)
    server.upload(series.content(1))
    server.until(lambda: counts(cluster)["todo"] == 1)
    gate.hold.unlink()
    server.until(lambda: made(cluster.worker_logs) == {series.id: [1, 2]}, 60)
    server.until(lambda: counts(cluster)["succeeded"] == counts(cluster)["jobs_count"] == 1)
    assert cluster.database.query("SELECT last_value FROM records") == RECORDED


def test_a_worker_ends_its_task_before_it_stops(cluster: Cluster, tmp_path: Path) -> None:
    gate = Gate(tmp_path)
    gate.hold.touch()
    cluster.start(1, gate.script)
    cluster.start_workers(1, CLUSTER_SWEEP=NEVER)
    server, series, worker = cluster.servers[0], Series(1, 1), cluster.workers[0]
    server.upload(series.content(0))
    server.until(gate.held.exists, 60)
    worker.send(signal.SIGTERM)
    server.until(lambda: "Waiting for job to finish" in cluster.worker_logs)
    assert worker.poll() is None
    gate.hold.unlink()
    server.until(lambda: worker.poll() is not None)
    assert worker.poll() == 0
    assert made(cluster.worker_logs) == {series.id: [1]}
    assert (counts(cluster)["doing"], counts(cluster)["succeeded"]) == (0, 1)


def test_a_worker_stops_if_it_ignores_interrupts(cluster: Cluster) -> None:
    cluster.start(1)
    # A shell script lets the programs that it starts in the background ignore SIGINT.
    previous = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        cluster.start_workers(1, CLUSTER_SWEEP=NEVER)
    finally:
        signal.signal(signal.SIGINT, previous)
    cluster.servers[0].until(lambda: "Starting worker" in cluster.worker_logs)
    assert cluster.workers[0].end() == 0


@pytest.mark.skipif(
    os.environ.get("ORTHANC_CLUSTER_SIZE") == "quick", reason="the worker waits a minute for the database"
)
def test_a_worker_stops_if_the_database_has_stopped(cluster: Cluster, tmp_path: Path) -> None:
    gate = Gate(tmp_path)
    gate.hold.touch()
    cluster.start(1, gate.script)
    cluster.start_workers(1, CLUSTER_SWEEP=NEVER)
    server, worker = cluster.servers[0], cluster.workers[0]
    server.upload(Series(1, 1).content(0))
    server.until(gate.held.exists, 60)
    worker.send(signal.SIGTERM)
    server.until(lambda: "Waiting for job to finish" in cluster.worker_logs)
    cluster.database.stop()
    gate.hold.unlink()
    try:
        assert worker.end(timeout=100) == 0
    finally:
        cluster.database.start()


def all_reported(cluster: Cluster, series: Series) -> bool:
    """Return whether each server has reported a series."""
    return all(f"reported {series.id}" in server.log for server in cluster.servers)


def test_three_servers_report_a_series_and_defer_one_task(cluster: Cluster) -> None:
    cluster.start(3, (SAMPLE / "servers.py").read_text() + REPORT)
    all_series = [Series(number, 3) for number in range(4)]
    for series in all_series:
        for number, server in enumerate(cluster.servers):
            server.upload(series.content(number))
    for series in all_series:
        cluster.servers[0].until(partial(all_reported, cluster, series))
    assert counts(cluster)["jobs_count"] == counts(cluster)["todo"] == len(all_series)


def test_the_sweep_waits_for_a_younger_change_before_older_ones(cluster: Cluster) -> None:
    cluster.start(1)
    server, younger, older = cluster.servers[0], Series(1, 1), Series(2, 1)
    for series in (younger, older):
        server.upload(series.content(0))
    server.restart(kill=True)  # which loses the stable events
    # The clock of the server that received the first series is fast.
    resource = f"(SELECT internalId FROM Resources WHERE publicId = '{younger.instance_ids[0]}')"
    update = f"UPDATE Changes SET date = '%s' WHERE internalId = {resource} RETURNING seq"
    assert cluster.database.query(update % "29991231T000000", "orthanc")
    cluster.start_workers(1)
    swept = "SELECT count(*) FROM procrastinate_jobs WHERE task_name = 'sweep' AND status = 'succeeded'"
    server.until(lambda: int(cluster.database.query(swept)[0][0]) > 2, 60)
    cluster.database.query(update % "19991231T000000", "orthanc")
    server.until(lambda: made(cluster.worker_logs).keys() == {younger.id, older.id}, 60)
