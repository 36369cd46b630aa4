"""Series to upload, and a client that sends them until a server has them."""

from __future__ import annotations

import hashlib
import http.client
import threading
import time
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

from pydicom.uid import generate_uid

from orthanc_testing.dicom import dicom_bytes, make_dataset, orthanc_id

_PATIENCE = 60.0  # seconds, for one instance


@dataclass(frozen=True, slots=True)
class Series:
    """The instances of a series, which are made when they are needed."""

    number: int
    count: int
    size: int = 64  # pixels, in each direction
    study_uid: str = field(default_factory=generate_uid)
    series_uid: str = field(default_factory=generate_uid)

    @property
    def id(self) -> str:
        """The ID of the series in Orthanc."""
        return orthanc_id(self._patient, self.study_uid, self.series_uid)

    @property
    def instance_ids(self) -> list[str]:
        """The IDs of the instances in Orthanc."""
        return [
            orthanc_id(self._patient, self.study_uid, self.series_uid, self._uid(number))
            for number in range(self.count)
        ]

    @property
    def _patient(self) -> str:
        return f"patient {self.number}"

    def _uid(self, number: int) -> str:
        return f"{self.series_uid[:56]}.{number}"

    def content(self, number: int) -> bytes:
        """Make an instance; all its pixels have the value of its number."""
        return dicom_bytes(
            make_dataset(
                PatientID=self._patient,
                StudyInstanceUID=self.study_uid,
                SeriesInstanceUID=self.series_uid,
                SOPInstanceUID=self._uid(number),
                InstanceNumber=number,
                Rows=self.size,
                Columns=self.size,
                PixelData=bytes([number]) * self.size**2,
            )
        )


@dataclass(frozen=True, slots=True)
class Stored:
    """How an instance was stored."""

    begin: float  # of the first attempt, by time.monotonic()
    end: float  # the answer
    repeated: bool  # a server had it already: the answer to an earlier attempt was lost


class Client:
    """Sends series to a cluster like several modalities, each of which sends one series at a time."""

    def __init__(self, port: int, clients: int = 4) -> None:
        self._port = port
        self._clients = clients
        self._turn = threading.Lock()
        self._lock = threading.Lock()
        self.sent = 0
        self.failures = 0  # requests that were sent again
        self.digests: set[str] = set()  # of the files that are stored
        self.stored: dict[str, list[Stored]] = {}  # by the ID of the series, in the order of its instances

    def send(self, series: Iterable[Series]) -> None:
        """Send series until each instance is stored. The next one may be waited for."""
        turns = iter(series)
        with ThreadPoolExecutor(self._clients) as pool:
            for done in [pool.submit(self._work, turns) for _ in range(self._clients)]:
                done.result()

    def _work(self, turns: Iterator[Series]) -> None:
        while True:
            with self._turn:
                series = next(turns, None)
            if series is None:
                return
            self.stored[series.id] = []
            for number in range(series.count):
                self.stored[series.id].append(self._store(series.content(number)))

    def _store(self, content: bytes) -> Stored:
        begin = time.monotonic()
        pause = 0.1
        while True:
            connection = http.client.HTTPConnection("127.0.0.1", self._port, timeout=_PATIENCE)
            try:
                connection.request("POST", "/instances", content)
                answer = connection.getresponse()
                text = answer.read()
                if answer.status == 200:
                    with self._lock:
                        self.sent += 1
                        self.digests.add(hashlib.md5(content).hexdigest())
                    return Stored(begin, time.monotonic(), b"AlreadyStored" in text)
            except (OSError, http.client.HTTPException) as problem:
                text = repr(problem).encode()
            finally:
                connection.close()
            assert time.monotonic() < begin + _PATIENCE, text
            with self._lock:
                self.failures += 1
            time.sleep(pause)
            pause = min(2 * pause, 2)
