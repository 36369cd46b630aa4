"""Stops during work, repeated on the same data: everything that was confirmed must be stored."""

from __future__ import annotations

import contextlib
import hashlib
import http.client
import random
import sqlite3
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from ..e2e.dicom import make_dicom
from ..e2e.harness import RunningServer
from .load import dataset_of
from .logs import CUT, GONE, unprovoked
from .watch import Watch
from .wrk import Wrk

SCRIPT = Path(__file__).with_name("scripts") / "archive.py"
IN_TIME = 10.0  # seconds from the signal to the end
UPLOADERS = 3
# Errors of the script's thread, which does not wait for the start of the server.
TOO_EARLY = (
    "Exception while invoking plugin service .*(trying to call the database during its init|Internal error)"
)
# A read that a deletion came before. For a file that is lost, the script raises another error.
REMOVED = "removed meanwhile|Exception while invoking plugin service .*Inexistent file"
WORK = (0.4, 1.6)  # seconds until the signal, chosen at random
SEED = 20


@dataclass(frozen=True, slots=True)
class StopsResult:
    """The results of all stops."""

    stops: int
    acknowledged: int  # uploads over HTTP and C-STORE that the server has confirmed
    deleted: int  # of these, with a confirmed deletion
    attachments: int  # files in the storage area at the end, including the script's uploads
    slowest: float  # seconds from the signal to the end


@dataclass(slots=True)
class Ledger:
    """The uploads that the server has confirmed."""

    stored: dict[str, bytes] = field(default_factory=dict)  # data sets by instance
    deleted: int = 0
    lock: threading.Lock = field(default_factory=threading.Lock)

    def note(self, instance: str, content: bytes) -> None:
        """Record a confirmed upload."""
        with self.lock:
            self.stored[instance] = dataset_of(content)

    def doubt(self, instance: str) -> None:
        """Remove an instance that may or may not be stored from now on."""
        with self.lock:
            del self.stored[instance]


class Clients:
    """Clients that upload and delete until the signal; requests at that moment may succeed or fail.

    They start no request afterwards: Orthanc 1.10.1 waits for a moment without uploads before it stops, even
    without a plugin, so clients that continue would delay the stop forever.
    """

    def __init__(self, server: RunningServer, ledger: Ledger, folder: Path) -> None:
        self._server = server
        self._ledger = ledger
        self._folder = folder
        self._stopping = threading.Event()
        self._failures: list[str] = []

    @contextlib.contextmanager
    def at_work(self) -> Iterator[None]:
        """Run the clients during a block."""
        threads = [threading.Thread(target=self._repeat, args=[self._upload, n]) for n in range(UPLOADERS)]
        threads.append(threading.Thread(target=self._repeat, args=[self._send, UPLOADERS]))
        for thread in threads:
            thread.start()
        try:
            yield
        finally:
            self._stopping.set()
            for thread in threads:
                thread.join()
        assert not self._failures, self._failures

    def signal(self) -> None:
        """Announce the signal: failures are allowed from now on."""
        self._stopping.set()

    def _repeat(self, turn: Callable[[Path], None], number: int) -> None:
        while not self._stopping.is_set():
            try:
                turn(self._folder / f"client-{number}.dcm")
            except (AssertionError, OSError, http.client.HTTPException) as problem:
                if not self._stopping.is_set():
                    self._failures.append(f"{turn.__name__}: {problem!r}")

    def _upload(self, path: Path) -> None:
        """Upload two instances over HTTP, and delete the second."""
        for deletes in (False, True):
            file = make_dicom(path)
            answer = self._server.post("/instances", file.content)
            assert answer.status == 200, answer.text
            self._ledger.note(file.instance_id, file.content)
            if deletes:
                self._ledger.doubt(file.instance_id)
                answer = self._server.delete(f"/instances/{file.instance_id}")
                assert answer.status == 200, answer.text
                self._ledger.deleted += 1

    def _send(self, path: Path) -> None:
        """Send one instance with C-STORE."""
        file = make_dicom(path)
        command = [
            "storescu",
            "-to",
            "10",
            "-aec",
            "ORTHANC",
            "127.0.0.1",
            str(self._server.dicom_port),
            str(path),
        ]
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
        assert done.returncode == 0, done.stdout + done.stderr
        self._ledger.note(file.instance_id, file.content)


def compare(server: RunningServer, ledger: Ledger) -> None:
    """Check that the server has all confirmed uploads."""
    there = set(server.get("/instances").json())
    missing = [instance for instance in ledger.stored if instance not in there]
    assert not missing, f"confirmed uploads were lost: {missing}"
    for instance, dataset in ledger.stored.items():
        assert dataset_of(server.get(f"/instances/{instance}/file").body) == dataset, f"{instance} is corrupt"


def inspect(index: Path, storage: Path) -> int:
    """Check that the index and the files of the storage area agree; return the number of files."""
    with contextlib.closing(sqlite3.connect(index / "index")) as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        known = database.execute("SELECT uuid, compressedSize, compressedMD5 FROM AttachedFiles").fetchall()
    files = {file.name for file in storage.iterdir()}
    assert {uuid for uuid, _, _ in known} == files, {
        "missing": {uuid for uuid, _, _ in known} - files,
        "left behind": files - {uuid for uuid, _, _ in known},
    }
    for uuid, size, digest in known:
        content = (storage / uuid).read_bytes()
        assert (len(content), hashlib.md5(content).hexdigest()) == (size, digest), f"{uuid} is corrupt"
    return len(known)


def run(plugin: Path, stops: int, folder: Path) -> StopsResult:
    """Start and stop a server repeatedly, each time during work."""
    storage, index = folder / "storage", folder / "index"
    storage.mkdir()
    chance = random.Random(SEED)
    ledger = Ledger()
    attachments, slowest = 0, 0.0
    for number in range(stops + 1):
        server = RunningServer(
            plugin,
            SCRIPT,
            storage=index,
            configuration={"MaximumStorageCacheSize": 0},
            environment={"STRESS_STORAGE": str(storage)},
            log=folder / f"orthanc-{number}.log",
        )
        with server:
            server.wait_until_ready()
            compare(server, ledger)
            if number == stops:
                break
            with Watch(server) as watch:
                seconds = WORK[1] + IN_TIME
                wrk = Wrk(server.url, ["/answer", "/system", "/answer"], seconds=seconds, connections=8)
                try:
                    clients = Clients(server, ledger, folder)
                    with clients.at_work():
                        time.sleep(chance.uniform(*WORK))
                        clients.signal()
                        start = time.monotonic()
                        status = server.stop()
                        slowest = max(slowest, time.monotonic() - start)
                finally:
                    wrk.end()
            watch.check()
        log = server.log_text()
        assert status == 0, f"stop {number}: status {status}\n{log[-5000:]}"
        assert slowest < IN_TIME, f"stop {number} took {slowest:.1f} seconds\n{log[-5000:]}"
        errors = unprovoked(log, [TOO_EARLY, REMOVED, GONE, CUT])
        assert not errors, f"stop {number}: unprovoked errors:\n" + "\n".join(errors[:20])
        attachments = inspect(index, storage)
    return StopsResult(stops, len(ledger.stored) + ledger.deleted, ledger.deleted, attachments, slowest)
