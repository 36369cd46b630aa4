"""A running Orthanc, as a test sees it: an HTTP client, uploads, the log, restarts."""

from __future__ import annotations

import http.client
import re
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from .answers import Answer
from .dicom import DicomSource, dicom_bytes
from .serve import START_TIMEOUT, STOP_TIMEOUT, OrthancServer

_HANDLER = 5.0  # seconds; a launcher that is not replaced by the server has none
TIMEOUT = 20.0  # seconds; normally a fraction of one is enough


@dataclass(frozen=True, slots=True)
class Uploaded:
    """An uploaded instance: the IDs of Orthanc, and whether it was new."""

    id: str  # of the instance
    series: str
    study: str
    patient: str
    status: str  # "Success", or "AlreadyStored"


class Server(OrthancServer):
    """A running Orthanc with an HTTP client and access to its log."""

    port_options = "http_port", "dicom_port"
    ends_processes = True  # whether processes that the script has started end with the server

    def wait_until_ready(self, timeout: float = START_TIMEOUT) -> None:
        """Wait until the server answers, and handles SIGTERM, which it does a moment later."""
        super().wait_until_ready(timeout)
        deadline = time.monotonic() + _HANDLER
        while not self._started().listens_to_signals() and time.monotonic() < deadline:
            if self.poll() is not None:
                break  # the next use of the server shows it
            time.sleep(0.01)

    def restart(self, timeout: float = STOP_TIMEOUT, *, kill: bool = False) -> None:
        """Stop the server, start it again with the same storage and ports, and wait until it answers.

        `kill` ends it as a power cut would: the script gets no event, and the restart takes a fraction of a
        second. Afterwards, `log` contains what the new process has written.
        """
        super().restart(timeout, kill=kill)
        self.wait_until_ready()

    def ended(self) -> None:
        """End what the process has left behind."""
        if self.ends_processes:
            self.end_group()

    @property
    def aet(self) -> str:
        """The application entity title of the DICOM server."""
        return str(self.configuration.get("DicomAet", "ORTHANC"))

    @property
    def log(self) -> str:
        """The log of the server since its last start."""
        return self.log_text()

    def request(
        self,
        method: str,
        path: str,
        body: bytes | str | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Answer:
        """Send one request over its own connection."""
        connection = http.client.HTTPConnection("127.0.0.1", self.http_port, timeout=TIMEOUT)
        try:
            data = body.encode() if isinstance(body, str) else body
            connection.request(method, path, data, dict(headers or {}))
            answer = connection.getresponse()
            return Answer(answer.status, answer.headers, answer.read())
        finally:
            connection.close()

    def get(self, path: str, **headers: str) -> Answer:
        """Send a GET; `x_name="value"` adds the header `x-name: value`."""
        return self.request("GET", path, headers=_named(headers))

    def post(self, path: str, body: bytes | str = b"", **headers: str) -> Answer:
        """Send a POST."""
        return self.request("POST", path, body, _named(headers))

    def put(self, path: str, body: bytes | str = b"", **headers: str) -> Answer:
        """Send a PUT."""
        return self.request("PUT", path, body, _named(headers))

    def delete(self, path: str, **headers: str) -> Answer:
        """Send a DELETE."""
        return self.request("DELETE", path, headers=_named(headers))

    def upload(self, dicom: DicomSource) -> Uploaded:
        """Store an instance: a data set of pydicom, the bytes of a DICOM file, or its path."""
        answer = self.post("/instances", dicom_bytes(dicom))
        assert answer.status == 200, f"Orthanc refused the instance with {answer.status}: {answer.text}"
        said: dict[str, Any] = answer.json()
        series, study, patient = (said[f"Parent{level}"] for level in ("Series", "Study", "Patient"))
        return Uploaded(said["ID"], series, study, patient, said["Status"])

    def until(self, condition: Callable[[], object], timeout: float = TIMEOUT) -> None:
        """Wait until a condition holds."""
        deadline = time.monotonic() + timeout
        while not condition():
            assert time.monotonic() < deadline, f"the condition did not hold in time:\n{self.log_text()}"
            time.sleep(0.05)

    def wait_for_log(self, pattern: str, timeout: float = TIMEOUT) -> re.Match[str]:
        """Wait until a regular expression matches a part of the log; `^` and `$` match at each line."""
        deadline = time.monotonic() + timeout
        while True:
            ended = self.poll() is not None
            found = re.search(pattern, self.log_text(), re.MULTILINE)
            if found is not None:
                return found
            assert not ended, f"the server ended without {pattern!r} in its log:\n{self.log_text()}"
            assert time.monotonic() < deadline, f"no {pattern!r} in the log:\n{self.log_text()}"
            time.sleep(0.02)


def _named(headers: Mapping[str, str]) -> dict[str, str]:
    return {name.replace("_", "-"): value for name, value in headers.items()}
