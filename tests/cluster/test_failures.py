"""Nothing is lost while servers are killed, the database restarts, and the script is replaced."""

from __future__ import annotations

import os
import queue
import threading
import time
from collections import Counter
from dataclasses import dataclass

import pytest

from .cluster import STABLE_AGE, Cluster
from .parts import SAMPLE
from .results import made, result_uid
from .uploads import Client, Series


@dataclass(frozen=True, slots=True)
class Size:
    """How much to upload."""

    series: int
    instances: int  # of each series
    patience: float  # seconds


_FULL, _QUICK = Size(200, 25, 900), Size(30, 10, 240)
SIZE = _QUICK if os.environ.get("ORTHANC_CLUSTER_SIZE") == "quick" else _FULL
VERSION = """
orthanc.RegisterRestCallback("/version", lambda output, uri, **_: output.AnswerBuffer("{}", "text/plain"))
"""


class Uploads(threading.Thread):
    """Sends series in the background, as far as the test has released them."""

    def __init__(self, port: int, series: list[Series]) -> None:
        super().__init__(daemon=True)
        self.client = Client(port)
        self._series = list(series)
        self._total = len(series)
        self._released: queue.Queue[Series | None] = queue.Queue()
        self._problem: BaseException | None = None

    def run(self) -> None:
        """Send all series."""
        try:
            self.client.send(iter(self._released.get, None))
        except BaseException as problem:
            self._problem = problem

    def release(self, part: float) -> None:
        """Let a part of the series be sent."""
        count = round(part * self._total)
        for series in self._series[:count]:
            self._released.put(series)
        del self._series[:count]

    def wait_for(self, part: float) -> None:
        """Wait until a part of the instances is stored."""
        while self.client.sent < part * self._total * SIZE.instances and self.is_alive():
            time.sleep(0.05)
        assert self._problem is None, self._problem

    def finish(self) -> None:
        """Release the rest, and wait until all is stored."""
        self.release(1)
        self._released.put(None)
        self.join()
        assert self._problem is None, self._problem


def test_nothing_is_lost(cluster: Cluster, capsys: pytest.CaptureFixture[str]) -> None:
    script = (SAMPLE / "servers.py").read_text()
    cluster.start(3, script + VERSION.format("old"))
    cluster.start_workers(2)
    assert cluster.balancer is not None
    series = [Series(number, SIZE.instances) for number in range(SIZE.series)]
    begin = time.monotonic()
    uploads = Uploads(cluster.balancer.port, series)
    uploads.start()
    uploads.release(0.7)
    uploads.wait_for(0.15)
    first_recovery = killed(cluster, 0)
    uploads.wait_for(0.3)
    cluster.database.stop()
    cluster.database.start()
    uploads.wait_for(0.45)
    second_recovery = killed(cluster, 1)
    uploads.wait_for(0.6)
    for number, server in enumerate(cluster.servers):  # a rolling restart
        cluster.write_script(number, script + VERSION.format("new"))
        uploads.release(0.1)
        server.restart()
    uploads.finish()
    stored_after = time.monotonic() - begin
    complete(cluster, series)
    processed_after = time.monotonic() - begin
    # Everything is stored, and readable.
    server = cluster.servers[2]
    expected = {each for one in series for each in one.instance_ids}
    assert expected <= set(server.get("/instances").json())
    assert [each.get("/version").text for each in cluster.servers] == ["new"] * 3
    for one in series:
        assert set(server.get(f"/series/{one.id}").json()["Instances"]) == set(one.instance_ids)
        assert len(cluster.find("Instance", SOPInstanceUID=result_uid(one))) == 1
    check_files(cluster, expected)
    # An image is made again only of more instances: the series was interrupted for longer than StableAge.
    work = made(cluster.worker_logs)
    assert work.keys() == {one.id for one in series}
    assert all(sorted(set(numbers)) == sorted(numbers) for numbers in work.values()), work
    report(
        {
            "instances": len(expected),
            "series": len(series),
            "uploads sent again": uploads.client.failures,
            "answers lost (AlreadyStored)": uploads.client.repeated,
            "stable events": dict(Counter(Counter(cluster.changes("StableSeries")).values())),
            "images made": dict(Counter(len(numbers) for numbers in work.values())),
            "tasks": cluster.servers[0].get("/cluster").json()["Tasks"],
            "stored after s": round(stored_after, 1),
            "processed after s": round(processed_after, 1),
            "servers back after s": [round(first_recovery, 2), round(second_recovery, 2)],
        },
        capsys,
    )


def killed(cluster: Cluster, number: int) -> float:
    """Kill a server, start it again, and return the seconds until it answers."""
    begin = time.monotonic()
    cluster.servers[number].restart(kill=True)
    return time.monotonic() - begin


def complete(cluster: Cluster, series: list[Series]) -> None:
    """Wait until each series has the image of all its instances."""
    deadline = time.monotonic() + SIZE.patience
    missing = {result_uid(one): one for one in series}
    while missing:
        for uid in list(missing):
            if cluster.servers[2].post("/tools/lookup", uid).json():
                del missing[uid]
        assert time.monotonic() < deadline, f"{len(missing)} series without a result: {list(missing)[:3]}"
        time.sleep(STABLE_AGE / 4)


def check_files(cluster: Cluster, instances: set[str]) -> None:
    """Compare the files of instances with their MD5 sums in the index."""
    for each in instances:
        answer = cluster.servers[2].post(f"/instances/{each}/attachments/dicom/verify-md5")
        assert answer.status == 200, f"the file of {each} is damaged"


def report(figures: dict[str, object], capsys: pytest.CaptureFixture[str]) -> None:
    """Print the figures of the run."""
    with capsys.disabled():
        print()
        for name, value in figures.items():
            print(f"  {name}: {value}")
