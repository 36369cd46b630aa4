"""The load: HTTP requests by wrk, uploads by storescu, a storage area and callbacks in Python at once."""

from __future__ import annotations

import contextlib
import http.client
import itertools
import socket
import struct
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from ..e2e.dicom import DicomFile, make_dicom
from ..e2e.harness import RunningServer
from .logs import CUT, GONE, unprovoked
from .watch import Growth, Watch, wait_until
from .wrk import CONNECTIONS, Wrk, WrkResult

SCRIPT = Path(__file__).with_name("scripts") / "busy.py"
DEPTH = 10
# One request in nine raises an exception; a few are slow, so that the client gives up before the answer.
PATHS = (
    "/answer",
    "/answer",
    f"/deep/{DEPTH}",
    "/answer",
    "/raise",
    "/answer",
    f"/deep/{DEPTH}",
    "/answer",
    "/answer",
)
ROUNDS_PER_SLOW = 8
PROVOKED = "ValueError: provoked by the load"
ECHO = "Error encountered within the plugin engine"  # logged by the core for each exception
CONFIGURATION = {
    "MaximumStorageCacheSize": 0,  # makes Python serve every read
    "HttpThreadsCount": 120,  # one for each concurrent client, including those that have given up
}
BATCH = 25  # instances that storescu sends over one association
MEMORY_BOUND = 0.10  # limit for the growth of memory from the first to the last tenth, after the warm-up
WARM_UP = 0.3  # share of the time


@dataclass(frozen=True, slots=True)
class LoadSize:
    """The amount of load."""

    instances: int  # sent by storescu
    seconds: float  # of load


@dataclass(frozen=True, slots=True)
class LoadResult:
    """The results of a run."""

    http: WrkResult
    instances: int  # sent by storescu; all were stored, read and compared
    churned: int  # meanwhile uploaded over HTTP, read, compared and deleted
    given_up: int  # requests whose client has closed the connection
    changes: int  # callbacks that called the REST API
    stored: int
    created: int  # calls of the storage area
    read: int
    removed: int
    growth: Growth
    longest: float  # seconds without a sign of life
    status: int  # exit status
    stopped_after: float


class Clients:
    """Clients in threads of this process; each repeats its work until the end."""

    def __init__(self, server: RunningServer, folder: Path) -> None:
        self._server = server
        self._folder = folder
        self._end = threading.Event()
        self._failures: list[str] = []
        self.churned = 0
        self.given_up = 0

    @contextlib.contextmanager
    def at_work(self) -> Iterator[None]:
        """Run the clients during a block."""
        turns = [self._churn, self._give_up]
        threads = [threading.Thread(target=self._repeat, args=[turn]) for turn in turns]
        for thread in threads:
            thread.start()
        try:
            yield
        finally:
            self._end.set()
            for thread in threads:
                thread.join()
        assert not self._failures, self._failures

    def _repeat(self, turn: Callable[[int], None]) -> None:
        for number in itertools.count():
            if self._end.is_set():
                return
            try:
                turn(number)
            except (AssertionError, OSError, http.client.HTTPException) as problem:
                self._failures.append(f"{turn.__name__}: {problem!r}")
                return

    def _churn(self, number: int) -> None:
        """Upload, read, compare and delete over HTTP."""
        file = make_dicom(self._folder / f"churned-{number % 8}.dcm")
        assert self._server.post("/instances", file.content).status == 200
        where = f"/instances/{file.instance_id}"
        assert self._server.get(f"{where}/file").body == file.content, "the file differs from the upload"
        assert self._server.delete(where).status == 200
        self.churned += 1

    def _give_up(self, _number: int) -> None:
        """Request a slow route, and reset the connection, as the death of a client does."""
        with socket.create_connection(("127.0.0.1", self._server.http_port), timeout=20) as connection:
            connection.sendall(b"GET /slow HTTP/1.1\r\nHost: localhost\r\n\r\n")
            time.sleep(0.05)
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.given_up += 1


def dataset_of(content: bytes) -> bytes:
    """Remove the preamble and meta header, which each program writes differently, and return the data set."""
    assert content[128:132] == b"DICM"
    length = int.from_bytes(content[140:144], "little")  # of the meta header after this element, its first
    return content[144 + length :]


def send(server: RunningServer, folders: list[Path], seconds: float) -> None:
    """Send the files of folders, one association for each, spread over the time."""
    start = time.monotonic()
    for number, folder in enumerate(folders):
        command = ["storescu", "-aec", "ORTHANC", "+sd", "127.0.0.1", str(server.dicom_port), str(folder)]
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)
        assert done.returncode == 0, f"storescu failed:\n{done.stdout}{done.stderr}"
        time.sleep(max(0.0, start + seconds * (number + 1) / len(folders) - time.monotonic()))


def prepare(folder: Path, count: int) -> tuple[list[Path], list[DicomFile]]:
    """Make files in folders of one batch each."""
    folders, files = [], []
    for first in range(0, count, BATCH):
        folders.append(folder / f"batch-{first}")
        folders[-1].mkdir(parents=True)
        files += [make_dicom(folders[-1] / f"{n}.dcm") for n in range(first, min(first + BATCH, count))]
    return folders, files


def compare(server: RunningServer, storage: Path, files: list[DicomFile]) -> None:
    """Check that exactly these files are stored, and that answers and the disk have the same bytes."""
    assert sorted(server.get("/instances").json()) == sorted(file.instance_id for file in files)
    on_disk = {file.read_bytes() for file in storage.iterdir()}
    for file in files:
        where = f"/instances/{file.instance_id}"
        stored = server.get(f"{where}/file").body
        assert dataset_of(stored) == dataset_of(file.content), f"differs from the sent file: {file.path}"
        assert server.post(f"{where}/attachments/dicom/verify-md5", "").status == 200
        assert stored in on_disk


def run(plugin: Path, size: LoadSize, folder: Path) -> LoadResult:
    """Put a server under load, then check that nothing was lost."""
    storage = folder / "storage"
    storage.mkdir()
    folders, files = prepare(folder / "sent", size.instances)
    server = RunningServer(
        plugin,
        SCRIPT,
        configuration=CONFIGURATION,
        environment={"STRESS_STORAGE": str(storage)},
        log=folder / "orthanc.log",
    )
    clients = Clients(server, folder)
    with server:
        server.wait_until_ready()
        with Watch(server) as watch:
            start = time.monotonic()
            wrk = Wrk(
                server.url,
                [*PATHS * ROUNDS_PER_SLOW, "/slow"],
                ["answer", "slow", str(DEPTH)],
                seconds=size.seconds,
            )
            try:
                with clients.at_work():
                    send(server, folders, size.seconds)
                    http_result = wrk.result()
            finally:
                wrk.end()
            samples = watch.since(start + WARM_UP * size.seconds)
        watch.check()
        counts = settled_counts(server, len(files) + clients.churned)
        compare(server, storage, files)
        for file in files:
            assert server.delete(f"/instances/{file.instance_id}").status == 200
        assert list(storage.iterdir()) == [], "the storage area did not receive every deletion"
        before = time.monotonic()
        status = server.stop()
    result = LoadResult(
        http=http_result,
        instances=len(files),
        churned=clients.churned,
        given_up=clients.given_up,
        changes=counts["changed"] + counts.get("changed and deleted", 0),
        stored=counts["stored"],
        created=counts["created"],
        read=counts["read"],
        removed=counts.get("removed", 0),
        growth=Growth.of(samples),
        longest=watch.longest,
        status=status,
        stopped_after=time.monotonic() - before,
    )
    check(result, server.log_text())
    return result


def settled_counts(server: RunningServer, stored: int) -> dict[str, int]:
    """Return the script's counts, once the core has reported all changes."""

    def counts() -> dict[str, int]:
        return dict(server.get("/counts").json())

    def changes() -> int:
        seen = counts()
        return seen.get("changed", 0) + seen.get("changed and deleted", 0)

    wait_until(lambda: changes() >= stored, 60, f"{stored} changes were reported")
    return counts()


def check(result: LoadResult, log: str) -> None:
    """Check the results and the log."""
    uploads = result.instances + result.churned
    assert (result.stored, result.changes) == (uploads, uploads)
    assert result.churned > 0 and result.given_up > 0
    http_result = result.http
    assert (
        http_result.odd
        == http_result.other
        == http_result.connect
        == http_result.read
        == http_result.write
        == 0
    ), http_result
    assert http_result.answered > 0 and http_result.failed > 0 and http_result.timeout > 0, http_result
    assert result.growth.ratio < MEMORY_BOUND, f"the memory grew: {result.growth}"
    assert result.status == 0, f"exit status {result.status}:\n{log[-5000:]}"
    errors = unprovoked(log, [PROVOKED, ECHO, GONE, CUT])
    assert not errors, "unprovoked errors:\n" + "\n".join(errors[:20])
    assert log.count(ECHO) == log.count(PROVOKED), "the core reports failures that the plugin does not"
    assert max(log.count(f"'{GONE}'"), log.count(CUT)) <= result.given_up + CONNECTIONS
    # Only the log has the exceptions of requests that were running when wrk ended.
    assert 0 <= log.count(PROVOKED) - http_result.failed <= CONNECTIONS
