"""POST /tools/reset with every kind of callback registered: after each reset, all of them are called."""

from __future__ import annotations

import http.client
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pydicom.uid import ExplicitVRLittleEndian, ImplicitVRLittleEndian, generate_uid

from orthanc_codegen.ir import Version

from .. import interface
from ..e2e.dicom import Archive, ask_for_commitment, findscu, make_dicom, movescu, storescu
from ..e2e.harness import RunningServer
from .logs import CUT, GONE, unprovoked
from .watch import Held, Watch, wait_until

SCRIPT = Path(__file__).with_name("scripts") / "every_callback.py"
RELEASE = Version(1, 10, 1)
MEMORY_BOUND = 0.25  # from the first reset to the last
VARIANTS = ("1", "2")  # for kinds with two functions, of which a server accepts one registration
# Errors of the script's thread, which does not wait for the start of the server; the script's own error;
# requests of the watchdog during a reset.
PROVOKED = (
    "Exception while invoking plugin service .*(trying to call the database during its init|Internal error)",
    "OrthancException: .*'mine'",
    'Error code 1 inside plugin "python": mine',
    GONE,
    CUT,
)


@dataclass(frozen=True, slots=True)
class ResetsResult:
    """The results of a run."""

    resets: int
    seen: frozenset[str]  # functions that register something; their callbacks were called after each reset
    memory: float  # growth from the first reset to the last, ex) 0.02 for two percent
    status: int


def registrars() -> set[str]:
    """Return the functions of the release that register something, according to the plan."""
    plan = interface.plan()
    functions = [function for group in plan.groups for function in group.functions]
    return {
        function.name
        for function in functions
        if function.name.startswith("Register") and (function.since or Version(1, 0, 0)) <= RELEASE
    }


def exercise(server: RunningServer, archive: Archive, folder: Path) -> None:
    """Make the server call every callback once."""
    assert server.get("/answer").text == "answer"
    assert server.get("/locked").text == "locked"
    assert server.get("/my-error").status == 409
    chunks: Iterator[bytes] = iter([b"x" * 1000] * 20)
    connection = http.client.HTTPConnection("127.0.0.1", server.http_port, timeout=20)
    connection.request(
        "POST", "/chunked", chunks, encode_chunked=True, headers={"Transfer-Encoding": "chunked"}
    )
    assert connection.getresponse().read() == b"20000"
    connection.close()
    file = make_dicom(folder / "uploaded.dcm")
    assert server.post("/instances", file.content).json()["Status"] == "Success"
    sent = make_dicom(folder / "sent.dcm")
    storescu(server.dicom_port, sent)
    for instance in (file, sent):
        assert server.get(f"/instances/{instance.instance_id}/file").status == 200
    assert server.get(f"/instances/{file.instance_id}/preview").status == 200
    syntax = '{"Transcode": "%s"}'
    for wanted in (ImplicitVRLittleEndian, ExplicitVRLittleEndian):
        assert server.post(f"/instances/{file.instance_id}/modify", syntax % wanted).status == 200
    assert "stress" in server.get("/tools/metrics-prometheus").text
    assert server.request("PROPFIND", "/stress/", headers={"Depth": "1"}).status == 207
    found = folder / f"found-{time.monotonic()}"
    assert findscu(server.dicom_port, found, "QueryRetrieveLevel=STUDY", "PatientID") == []
    assert findscu(server.dicom_port, found.with_name(f"{found.name}-w"), "PatientID", model="-W") == []
    study = f"StudyInstanceUID={sent.dataset.StudyInstanceUID}"
    movescu(server.dicom_port, archive.AET, "QueryRetrieveLevel=STUDY", study)
    assert ask_for_commitment(server.dicom_port, generate_uid(), [sent]) == 0
    # Orthanc calls the callback after its answer.
    wait_until(lambda: "RegisterStorageCommitmentScpCallback" in str(called(server)), 20, "it has committed")
    for instance in (file, sent):
        assert server.delete(f"/instances/{instance.instance_id}").status == 200


def reset(server: RunningServer) -> None:
    """Reset the server, and wait until it serves requests again."""
    starts = server.log_text().count("Orthanc has started")
    assert server.post("/tools/reset", "").status == 200
    wait_until(lambda: server.log_text().count("Orthanc has started") > starts, 60, "it has started again")
    server.wait_until_ready()


def configuration(archive: Archive) -> dict[str, object]:
    """Return a configuration that accepts the archive, and calls plugins before built-in code."""
    return {
        "MaximumStorageCacheSize": 0,
        "BuiltinDecoderTranscoderOrder": "After",
        "DicomAlwaysAllowFind": True,
        "DicomAlwaysAllowFindWorklist": True,
        "DicomAlwaysAllowMove": True,
        "DicomModalities": {
            "archive": {"AET": archive.AET, "Host": "127.0.0.1", "Port": archive.port},
            "mover": {"AET": "MOVESCU", "Host": "127.0.0.1", "Port": 104},
        },
    }


def called(server: RunningServer) -> set[str]:
    """Return the registrars whose callbacks the server has called since its start."""
    return {name for name, count in server.get("/calls").json().items() if count > 0}


def run(plugin: Path, resets: int, variant: str, folder: Path) -> ResetsResult:
    """Reset a server repeatedly, and make it call every callback each time."""
    storage = folder / "storage"
    storage.mkdir()
    archive = Archive()
    server = RunningServer(
        plugin,
        SCRIPT,
        configuration=configuration(archive),
        environment={"STRESS_STORAGE": str(storage), "STRESS_VARIANT": variant},
        log=folder / "orthanc.log",
    )
    memory: list[int] = []
    seen: set[str] = set()
    with server:
        server.wait_until_ready()
        with Watch(server) as watch:
            assert server.get("/submit").status == 200
            for number in range(resets + 1):
                if number > 0:
                    reset(server)
                exercise(server, archive, folder)
                now = called(server)
                if number > 0:  # before the first reset, there is no saved job to unserialize
                    assert not seen or now == seen, {"not called any more": seen - now}
                    seen = now
                assert server.pid is not None
                held = Held.by(server.pid)
                assert held is not None
                memory.append(held.memory)
        watch.check()
        status = server.stop()
    archive.stop()
    log = server.log_text()
    assert status == 0, f"status {status}\n{log[-5000:]}"
    errors = unprovoked(log, PROVOKED)
    assert not errors, "unprovoked errors:\n" + "\n".join(errors[:20])
    assert list(storage.iterdir()) == []
    growth = memory[-1] / memory[1] - 1
    assert growth < MEMORY_BOUND, f"the memory grew with each reset: {memory}"
    return ResetsResult(resets, frozenset(seen), growth, status)
