"""Nothing is lost while servers are killed, the database restarts, and the script is replaced."""

from __future__ import annotations

import hashlib
import os
import queue
import threading
import time
from collections import Counter
from dataclasses import dataclass

import pytest

from .cluster import Cluster
from .parts import SAMPLE
from .results import made, result_uid
from .uploads import Client, Series


@dataclass(frozen=True, slots=True)
class Size:
    """How much to upload."""

    series: int
    instances: int  # of each series
    stable_age: int  # seconds
    patience: float  # seconds


_FULL, _QUICK = Size(200, 25, 10, 900), Size(30, 10, 2, 240)
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
    cluster.stable_age = SIZE.stable_age
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
    files = [file.read_bytes() for file in cluster.storage.rglob("*") if file.is_file()]
    assert uploads.client.digests <= {hashlib.md5(content).hexdigest() for content in files}
    # An image is made again only of more instances: while servers were down, the series seemed complete.
    work = made(cluster.worker_logs)
    assert work.keys() == {one.id for one in series}
    assert all(sorted(set(numbers)) == sorted(numbers) for numbers in work.values()), work
    again = {one for one, numbers in work.items() if len(numbers) > 1}
    # LastUpdate has whole seconds.
    assert again <= {one for one, pause in uploads.client.pauses.items() if pause > SIZE.stable_age - 1}
    report(
        {
            "instances": len(expected),
            "series": len(series),
            "uploads that the client sent again": uploads.client.failures,
            "instances that a server had already": uploads.client.repeated,
            "longest pauses in a series, in seconds": [
                round(pause) for pause in sorted(uploads.client.pauses.values())[-5:]
            ],
            "number of stable events of a series, and how often": dict(
                Counter(Counter(cluster.changes("StableSeries")).values())
            ),
            "number of images of a series, and how often": dict(
                Counter(len(numbers) for numbers in work.values())
            ),
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
        time.sleep(0.5)


def report(figures: dict[str, object], capsys: pytest.CaptureFixture[str]) -> None:
    """Print the figures of the run."""
    with capsys.disabled():
        print()
        for name, value in figures.items():
            print(f"  {name}: {value}")
