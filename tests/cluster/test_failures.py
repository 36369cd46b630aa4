"""Nothing is lost while servers are killed, the database restarts, and the script is replaced."""

from __future__ import annotations

import hashlib
import itertools
import os
import queue
import threading
import time
from collections import Counter
from dataclasses import dataclass

import pytest

from .cluster import Cluster
from .faults import Faults
from .parts import SAMPLE
from .results import made, result_uid
from .uploads import Client, Series, Stored


@dataclass(frozen=True, slots=True)
class Size:
    """How much to upload."""

    series: int
    instances: int  # of each series
    stable_age: int  # seconds
    patience: float  # seconds


# Uploads on a busy machine also pause for some seconds without a fault. A short StableAge would lead to
# images of a part of a series that no fault explains.
_FULL, _QUICK = Size(200, 25, 10, 900), Size(30, 10, 10, 240)
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

    def end(self) -> None:
        """Let the thread end after what it has been given."""
        self._released.put(None)

    def finish(self) -> None:
        """Release the rest, and wait until all is stored."""
        self.release(1)
        self.end()
        self.join()
        assert self._problem is None, self._problem


def test_nothing_is_lost(
    cluster: Cluster, capsys: pytest.CaptureFixture[str], request: pytest.FixtureRequest
) -> None:
    script = (SAMPLE / "servers.py").read_text()
    cluster.stable_age = SIZE.stable_age
    cluster.start(3, script + VERSION.format("old"))
    cluster.start_workers(2)
    assert cluster.balancer is not None
    series = [Series(number, SIZE.instances) for number in range(SIZE.series)]
    begin = time.monotonic()
    uploads = Uploads(cluster.balancer.port, series)
    uploads.start()
    request.addfinalizer(uploads.end)  # a pool's threads that wait would keep the interpreter from exiting
    uploads.release(0.7)
    uploads.wait_for(0.15)
    faults = Faults()
    with faults.happens("first kill"):
        cluster.servers[0].restart(kill=True)
    uploads.wait_for(0.3)
    with faults.happens("restart of the database"):
        cluster.database.stop()
        cluster.database.start()
    uploads.wait_for(0.45)
    with faults.happens("second kill"):
        cluster.servers[1].restart(kill=True)
    uploads.wait_for(0.6)
    for number, server in enumerate(cluster.servers):
        cluster.write_script(number, script + VERSION.format("new"))
        uploads.release(0.1)
        before = server.log_size()
        with faults.happens("rolling restart"):
            server.restart()
        assert "Orthanc has stopped" in server.log_after(before)
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
    stored = uploads.client.stored
    images = {
        (one, number): explain_image(faults, stored[one], number)
        for one, numbers in work.items()
        for number in numbers
        if number < SIZE.instances
    }
    assert all(images.values()), (images, faults.all)
    # An instance arrives twice only if a fault takes away the answer to the first attempt.
    repeated = [
        faults.explain(answer.begin, answer.end)
        for answers in stored.values()
        for answer in answers
        if answer.repeated
    ]
    assert all(repeated), (repeated, faults.all)
    report(
        {
            "instances": len(expected),
            "series": len(series),
            "uploads that the client sent again": uploads.client.failures,
            "instances that a server had already, by the fault at this time": dict(Counter(repeated)),
            "images of a part of a series, by the fault at this time": dict(Counter(images.values())),
            "number of stable events of a series, and how often": dict(
                Counter(Counter(cluster.changes("StableSeries")).values())
            ),
            "number of images of a series, and how often": dict(
                Counter(len(numbers) for numbers in work.values())
            ),
            "tasks": cluster.servers[0].get("/cluster").json()["Tasks"],
            "stored after s": round(stored_after, 1),
            "processed after s": round(processed_after, 1),
            "faults, in s": [(fault.name, round(fault.seconds, 2)) for fault in faults.all],
        },
        capsys,
    )


def explain_image(faults: Faults, stored: list[Stored], number: int) -> str | None:
    """Return the fault that made a series seem complete, though only a number of its instances was stored."""
    # The next one took longer than StableAge (LastUpdate has whole seconds). If it was stored, but its answer
    # was lost, that of the last one took so long.
    for last, following in itertools.pairwise(stored[max(number - 2, 0) : number + 1]):
        if following.end - last.end > SIZE.stable_age - 1:
            fault = faults.explain(last.end, following.end)
            if fault is not None:
                return fault
    return None


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
