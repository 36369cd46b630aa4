"""Callbacks during which the core holds one of its locks: calls that need it raise instead of hanging."""

from __future__ import annotations

import json
from typing import Any

from orthanc_codegen.ir import Version

from .dicom import DicomFile
from .harness import Servers
from .jobs import ask, state

FREES_THE_INDEX = Version(1, 12, 8)
FREES_ITS_CONTEXT = Version(1, 12, 7)
ASKING = """
    import json
    import orthanc

    told = {}

    def ask(where):
        for ask in (orthanc.RestApiGet, orthanc.RestApiGetAfterPlugins):
            for uri in ("/system", "/statistics", "/instances", "/jobs?expand", "/changes"):
                try:
                    told[where] = len(ask(uri)) > 0
                except RuntimeError as error:
                    told[where] = str(error)

    def tell(output, uri, **request):
        output.AnswerBuffer(json.dumps(told), "application/json")

    orthanc.RegisterRestCallback("/told", tell)
"""
AREA = f"""{ASKING}
    files = {{}}

    def create(uuid, kind, data):
        files[uuid] = bytes(data)

    def read(uuid, kind):
        ask("read")
        return files[uuid]

    def remove(uuid, kind):
        ask("remove")
        del files[uuid]

    def fetch(output, uri, groups, **request):
        output.AnswerBuffer(orthanc.GetDicomForInstance(groups[0]), "application/dicom")

    orthanc.RegisterStorageArea(create, read, remove)
    orthanc.RegisterRestCallback("/fetch/(.*)", fetch)
"""
JOB = f"""{ASKING}
    import threading
    import time

    submitted = threading.Event()

    class Job:
        def step(self):
            submitted.wait(20)
            ask("step")
            time.sleep(0.01)
            return orthanc.JobStepStatus.CONTINUE

        def get_progress(self):
            ask("get_progress")
            return 0.5

        def get_content(self):
            ask("get_content")
            return "{{}}"

        def get_serialized(self):
            ask("get_serialized")
            return "{{}}"

        def stop(self, reason):
            ask(f"stop {{reason.name}}")

        def reset(self):
            ask("reset")

    def submit(output, uri, **request):
        job = orthanc.CreateJob(Job(), "asking").SubmitJob(0)
        before = dict(told)
        submitted.set()
        output.AnswerBuffer(json.dumps([job, before]), "application/json")

    orthanc.RegisterRestCallback("/submit", submit)
"""


def refused(told: Any, guarded: str) -> bool:
    """Whether a call was refused because of the lock."""
    assert told is True or f"Orthanc waits for this callback while it holds the lock of {guarded}" in told
    return told is not True


def test_a_storage_area_that_asks_for_resources(serve: Servers, mr_file: DicomFile) -> None:
    server = serve(AREA, configuration={"MaximumStorageCacheSize": 0})
    server.post("/instances", mr_file.content)
    # Read by a call of the script, during which the core keeps its context locked, and by the core itself.
    assert server.get(f"/fetch/{mr_file.instance_id}").body == mr_file.content
    told = server.get("/told").json()
    assert refused(told["read"], "its context") == (server.release < FREES_ITS_CONTEXT)
    assert server.get(f"/instances/{mr_file.instance_id}/file").body == mr_file.content
    assert server.get("/told").json()["read"] is True
    assert server.delete(f"/instances/{mr_file.instance_id}").status == 200
    told = server.get("/told").json()
    assert refused(told["remove"], "its index") == (server.release < FREES_THE_INDEX)
    assert server.get("/instances").json() == []


def test_a_job_that_asks_for_jobs(serve: Servers) -> None:
    server = serve(JOB, configuration={"ConcurrentJobs": 1})
    job, before = json.loads(server.post("/submit", "").text)
    assert refused(before["get_content"], "its context") == (server.release < FREES_ITS_CONTEXT)
    for action, then in (
        ("pause", "Paused"),
        ("resume", "Running"),
        ("cancel", "Failure"),
        ("resubmit", "Running"),
        ("cancel", "Failure"),
    ):
        ask(server, job, action)
        state(server, job, then)
    told = server.get("/told").json()
    for where in ("reset", "get_serialized"):  # only some releases call get_serialized here
        assert where not in told or refused(told.pop(where), "its list of jobs")
    assert set(told.values()) == {True}, told
    assert server.stop() == 0  # the server saves the jobs
