"""The script for the resets: registers everything that Orthanc 1.10.1 accepts, and counts the calls."""

from __future__ import annotations

import contextlib
import faulthandler
import json
import os
import signal
import threading
import time
from collections import Counter
from pathlib import Path
from typing import Any

import orthanc

faulthandler.register(signal.SIGUSR1, all_threads=True)  # the watchdog requests stacks with this signal

FOLDER = Path(os.environ["STRESS_STORAGE"])
# Two functions exist for some kinds of callbacks, of which a server accepts one registration.
SECOND = os.environ["STRESS_VARIANT"] == "2"
MY_STATUS = 409  # one of those that the core accepts

ASKED = ("/system", "/statistics", "/instances", "/jobs?expand", "/changes?limit=1")

calls: Counter[str] = Counter()
job_ids: list[str] = []


def ask() -> None:
    """Call the server, as any callback may: it answers or refuses, but does not hang."""
    for uri in ASKED:
        # Refused if the core would deadlock; an error while it starts or stops.
        with contextlib.suppress(RuntimeError, orthanc.OrthancException):
            orthanc.RestApiGet(uri)


def asking(class_: Any) -> Any:
    """Make all methods of a class call the server first."""
    for name, method in list(vars(class_).items()):
        if callable(method):
            setattr(class_, name, before(ask, method))
    return class_


def before(first: Any, function: Any) -> Any:
    """Return a function that calls one function before another."""

    def call(*arguments: Any, **named: Any) -> Any:
        first()
        return function(*arguments, **named)

    return call


def empty(_answers: Any, _query: Any, _issuer: str, _called: str) -> None:
    """Find nothing."""


@asking
class Reader:
    """Collects a body that arrives in chunks."""

    def __init__(self, _uri: str, **_request: Any) -> None:
        self.size = 0

    def add_chunk(self, data: bytes) -> None:
        """Add the size of a chunk."""
        self.size += len(data)

    def execute(self, output: orthanc.RestOutput) -> None:
        """Answer with the size."""
        calls["RegisterChunkedRestCallback"] += 1
        output.AnswerBuffer(str(self.size), "text/plain")


@asking
class Shelf:
    """A WebDAV collection with one file, which has no content."""

    def is_existing_folder(self, path: list[str]) -> bool:
        """Return whether the folder is the root."""
        calls["RegisterWebDavCollection"] += 1
        return path == []

    def list_folder(self, collection: orthanc.WebDavCollection, path: list[str]) -> bool:
        """List one file."""
        collection.AddFile("file.txt", 1, "text/plain", "20240131T235958,000000000")
        return path == []

    def retrieve_file(self, collection: orthanc.WebDavCollection, path: list[str]) -> None:
        """Return no content."""

    def store_file(self, _path: list[str], _data: bytes) -> bool:
        """Refuse."""
        return False

    def create_folder(self, _path: list[str]) -> bool:
        """Refuse."""
        return False

    def delete_item(self, _path: list[str]) -> bool:
        """Refuse."""
        return False


@asking
class Endless:
    """A job that continues after a reset of the server."""

    def step(self) -> orthanc.JobStepStatus:
        """Do a small step."""
        time.sleep(0.01)
        return orthanc.JobStepStatus.CONTINUE

    def get_progress(self) -> float:
        """Report half of the progress, always."""
        return 0.5

    def get_content(self) -> str:
        """Return no content."""
        return "{}"

    def get_serialized(self) -> str:
        """Return the state for the next server."""
        return json.dumps({"Mine": True})

    def stop(self, reason: orthanc.JobStopReason) -> None:
        """Stop."""

    def reset(self) -> None:
        """Restart."""


def counting(name: str, function: Any) -> Any:
    """Count the calls of a callback under the name of its registrar."""

    def call(*arguments: Any, **named: Any) -> Any:
        calls[name] += 1
        ask()
        return function(*arguments, **named)

    return call


def write(uuid: str, _kind: orthanc.ContentType, data: bytes) -> None:
    """Write an attachment."""
    (FOLDER / uuid).write_bytes(data)


def read(uuid: str, _kind: orthanc.ContentType) -> bytes:
    """Read an attachment."""
    return (FOLDER / uuid).read_bytes()


def read_range(uuid: str, _kind: orthanc.ContentType, start: int, size: int) -> bytes:
    """Read a part of an attachment."""
    return (FOLDER / uuid).read_bytes()[start : start + size]


def remove(uuid: str, _kind: orthanc.ContentType) -> None:
    """Delete an attachment."""
    (FOLDER / uuid).unlink()


def say(text: str) -> Any:
    """Return a route that always gives this answer."""
    return lambda output, _uri, **_request: output.AnswerBuffer(text, "text/plain")


def tell(output: orthanc.RestOutput, _uri: str, **_request: Any) -> None:
    """Return the number of calls since the script was loaded."""
    output.AnswerBuffer(json.dumps(calls), "application/json")


def submit(output: orthanc.RestOutput, _uri: str, **_request: Any) -> None:
    """Submit the endless job."""
    output.AnswerBuffer(orthanc.CreateJob(Endless(), "Endless").SubmitJob(0), "text/plain")


def my_error(_output: orthanc.RestOutput, _uri: str, **_request: Any) -> None:
    """Fail with an error of this script."""
    calls["RegisterErrorCode"] += 1
    raise orthanc.OrthancException(MY_ERROR, "mine")


def unserialize(kind: str, serialized: str) -> orthanc.Job | None:
    """Make the endless job again; the core also calls this for its own jobs."""
    if kind != "Endless":
        return None
    assert json.loads(serialized)["Mine"]
    return orthanc.CreateJob(Endless(), kind)


def metrics() -> None:
    """Set a metric."""
    orthanc.SetMetricsValue("stress", 1.0, orthanc.MetricsType.DEFAULT)


def register(name: str, *arguments: Any, function: Any) -> None:
    """Register a callback that is counted."""
    getattr(orthanc, name)(*arguments, counting(name, function))


register("RegisterRestCallback", "/answer", function=say("answer"))
register("RegisterRestCallbackWithLock", "/locked", function=say("locked"))
orthanc.RegisterRestCallback("/calls", tell)
orthanc.RegisterRestCallback("/submit", submit)
orthanc.RegisterRestCallback("/my-error", my_error)
orthanc.RegisterChunkedRestCallback("/chunked", post=Reader)
register("RegisterOnStoredInstanceCallback", function=lambda instance, _id: instance.GetInstanceSize())
register("RegisterOnChangeCallback", function=lambda _change, _level, _resource: None)
register("RegisterDecodeImageCallback", function=lambda _dicom, _frame: None)
register("RegisterIncomingHttpRequestFilter1", function=lambda _uri, **_request: True)
register("RegisterIncomingHttpRequestFilter", function=lambda _uri, **_request: True)
register("RegisterJobsUnserializer", function=unserialize)
register("RegisterRefreshMetricsCallback", function=metrics)
register("RegisterIncomingDicomInstanceFilter", function=lambda _instance: True)
register("RegisterIncomingCStoreInstanceFilter", function=lambda _instance: 0)
register(
    "RegisterReceivedInstanceCallback",
    function=lambda _data, _origin: (orthanc.ReceivedInstanceAction.KEEP_AS_IS, None),
)
register("RegisterTranscoderCallback", function=lambda _data, _syntaxes, _new: None)
orthanc.RegisterWebDavCollection("/stress", Shelf())
register("RegisterWorklistCallback", function=empty)
register("RegisterFindCallback", function=empty)
commitment = counting("RegisterStorageCommitmentScpCallback", lambda *_request: {})
success = orthanc.StorageCommitmentFailureReason.SUCCESS
orthanc.RegisterStorageCommitmentScpCallback(commitment, before(ask, lambda *_asked: success))
if SECOND:
    counted = counting("RegisterStorageArea2", read)
    counted_range = counting("RegisterStorageArea2", read_range)
    orthanc.RegisterStorageArea2(before(ask, write), counted, counted_range, before(ask, remove))
    create = counting("RegisterMoveCallback2", lambda **_request: {})
    orthanc.RegisterMoveCallback2(create, before(ask, lambda _driver: 1), lambda _d: ask(), lambda _d: ask())
else:
    counted = counting("RegisterStorageArea", read)
    orthanc.RegisterStorageArea(before(ask, write), counted, before(ask, remove))
    register("RegisterMoveCallback", function=lambda **_request: None)
MY_ERROR = orthanc.RegisterErrorCode(1, MY_STATUS, "mine")
private = (0x4321, 0x1001, orthanc.ValueRepresentation.LO, "StressPrivate", 1, 1, "STRESS")
for name, tag in (
    ("RegisterDictionaryTag", (0x4322, 0x1001, orthanc.ValueRepresentation.LO, "StressTag", 1, 1)),
    ("RegisterPrivateDictionaryTag", private),
):
    try:
        getattr(orthanc, name)(*tag)
    except orthanc.OrthancException as error:  # the entry in the dictionary outlives a reset
        orthanc.LogWarning(f"{name}: {error}")
    calls[name] += 1
assert orthanc.LookupDictionary("StressTag")["Group"] == 0x4322


# A thread that calls the server continuously, including during resets.
def work() -> None:
    """Call the server until it accepts no more calls."""
    while True:
        time.sleep(0.001)
        try:
            orthanc.RestApiGet("/statistics")
        except orthanc.OrthancException as error:
            if error.args[0] == orthanc.ErrorCode.BAD_SEQUENCE_OF_CALLS:
                return


threading.Thread(target=work, daemon=True).start()
