"""The in-process core, as a test sees it: requests, events and queries for the script, and its log."""

from __future__ import annotations

import re
import time
from collections.abc import Mapping
from typing import Any

from ..answers import Answer
from ..dicom import DicomSource, dicom_bytes
from .find import Finds
from .jobs import Job
from .objects import Instance
from .session import PATIENCE, Session
from .storage import Storage


class Core(Session):
    """A core in this process, with the script that a test names.

    The script is loaded when the test first needs it, so a test can first prepare answers for what the script
    asks while it loads. What the core cannot answer by itself, and the test does not answer, fails the test.
    """

    @property
    def storage(self) -> Storage:
        """The storage area of the script."""
        if self._storage is None:
            self._storage = Storage(self)
        return self._storage

    _storage: Storage | None = None

    # -- REST -----------------------------------------------------------------------------------------------

    def request(
        self,
        method: str,
        path: str,
        body: bytes | str | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Answer:
        """Send a request to a route of the script, unless its filters of requests refuse it with 403."""
        self.load()
        answer = self._routes.request(method, path, body, headers or {})
        self._check()
        return answer

    def get(self, path: str, **headers: str) -> Answer:
        """Send a GET; `x_name="value"` adds the header `x-name: value`."""
        return self.request("GET", path, None, _named(headers))

    def post(self, path: str, body: bytes | str = b"", **headers: str) -> Answer:
        """Send a POST."""
        return self.request("POST", path, body, _named(headers))

    def put(self, path: str, body: bytes | str = b"", **headers: str) -> Answer:
        """Send a PUT."""
        return self.request("PUT", path, body, _named(headers))

    def delete(self, path: str, **headers: str) -> Answer:
        """Send a DELETE."""
        return self.request("DELETE", path, None, _named(headers))

    # -- Events ---------------------------------------------------------------------------------------------

    def change(self, change_type: int, resource_type: int | None = None, resource_id: str = "") -> None:
        """Report a change to the script, and wait until its callbacks have ended.

        Raise CallbackFailed if one has raised an exception, which Orthanc would only log.
        """
        level = self.orthanc.ResourceType.NONE if resource_type is None else resource_type
        before = self.log_size()
        self.fire("OnChangeCallback", change_type=change_type, resource_type=level, resource_id=resource_id)
        self.expect_logged("OnChangeCallback", before)

    def stored(
        self,
        dicom: DicomSource,
        *,
        origin: int | None = None,  # default: the REST API
        remote_aet: str | None = None,
        metadata: Mapping[str, str] | None = None,
    ) -> str:
        """Report a new instance to the script; return its ID."""
        handle = self.instance(dicom, origin=origin, remote_aet=remote_aet, metadata=metadata)
        instance = self._objects[handle]
        assert isinstance(instance, Instance)
        name = "OnStoredInstanceCallback"
        self.expect(self.fire(name, instance=handle, instance_id=instance.id), name)
        return instance.id

    def instance(
        self,
        dicom: DicomSource,
        *,
        origin: int | None = None,
        remote_aet: str | None = None,
        metadata: Mapping[str, str] | None = None,
    ) -> int:
        """Make an instance, and return a handle for `fire`."""
        kind = self.orthanc.InstanceOrigin.REST_API if origin is None else origin
        return self.new_object(Instance(dicom_bytes(dicom), int(kind), remote_aet, metadata or {}))

    def unserialize(self, kind: str, saved: str) -> Job | None:
        """Ask the script to make a job again that an earlier server has saved; None if it refuses."""
        return self._jobs.unserialize(kind, saved)

    def find(self, query: Any, *, issuer: str = "TEST", called: str = "ORTHANC") -> list[Any]:
        """Send a C-FIND, a data set or a dict by keywords; return the answers as data sets."""
        return Finds(self).find(query, issuer, called)

    def worklist(self, query: Any, *, issuer: str = "TEST", called: str = "ORTHANC") -> list[Any]:
        """Query the modality worklist like `find`; return the answers as data sets."""
        return Finds(self).worklist(query, issuer, called)

    def move(self, target: str, *, level: str = "STUDY", issuer: str = "TEST", **identifiers: str) -> int:
        """Send a C-MOVE, ex) `StudyInstanceUID="1.2"`; return the number of steps that the script did."""
        return Finds(self).move(target, level, issuer, identifiers)

    def wait_for_log(self, pattern: str, timeout: float = PATIENCE) -> re.Match[str]:
        """Wait until a regular expression matches a part of the log; `^` and `$` match at each line."""
        deadline = time.monotonic() + timeout
        while (found := re.search(pattern, self.log, re.MULTILINE)) is None:
            assert time.monotonic() < deadline, f"no {pattern!r} in the log:\n{self.log}"
            time.sleep(0.005)
        return found


def _named(headers: Mapping[str, str]) -> dict[str, str]:
    return {name.replace("_", "-"): value for name, value in headers.items()}
