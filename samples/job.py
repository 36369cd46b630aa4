"""Checks the DICOM files of a study against their MD5 sums, in a job with one step per file.

    orthanc-codegen run samples/job.py
    curl http://localhost:8042/check/STUDY -d ""     returns the ID of the job
    curl http://localhost:8042/jobs/JOB              shows its progress

Set `"MaximumStorageCacheSize": 0`. Otherwise, Orthanc checks recently used files in memory, not on the disk.
Like any job of Orthanc, it can be paused, resumed and cancelled, and continues after a restart of the server.
"""

from __future__ import annotations

import json
from typing import Any

import orthanc

KIND = "CheckFiles"


class CheckFiles:
    """The state of a job: the instances to check, and the broken ones. Orthanc calls the methods."""

    def __init__(self, todo: list[str], done: int = 0, broken: list[str] | None = None) -> None:
        self.todo = todo  # IDs of instances, the next one last
        self.done = done
        self.broken = broken or []

    def step(self) -> orthanc.JobStepStatus:
        """Check one file."""
        if self.todo:
            instance = self.todo[-1]
            if not is_sound(instance):
                self.broken.append(instance)
            self.todo.pop()
            self.done += 1
        return orthanc.JobStepStatus.CONTINUE if self.todo else orthanc.JobStepStatus.SUCCESS

    def get_progress(self) -> float:
        """Return the progress, from 0 to 1."""
        return self.done / (self.done + len(self.todo)) if self.todo else 1.0

    def get_content(self) -> str:
        """Return the content that `GET /jobs/JOB` shows."""
        return json.dumps({"Checked": self.done, "Broken": self.broken})

    def get_serialized(self) -> str:
        """Return the state that `unserialize` needs after a restart."""
        return json.dumps({"todo": self.todo, "done": self.done, "broken": self.broken})


def is_sound(instance: str) -> bool:
    """Return whether a file matches its MD5 sum."""
    try:
        orthanc.RestApiPost(f"/instances/{instance}/attachments/dicom/verify-md5", "")
    except orthanc.OrthancException:
        return False
    return True


def make_job(work: CheckFiles) -> orthanc.Job:
    """Create a job of Orthanc. CreateJob2() is newer, but Orthanc 1.13.0 does not save its jobs."""
    return orthanc.CreateJob(work, KIND)


@orthanc.RegisterJobsUnserializer
def unserialize(kind: str, saved: str) -> orthanc.Job | None:
    """Create a job again that an earlier run of the server has saved."""
    if kind != KIND:
        return None
    work = json.loads(saved)
    return make_job(CheckFiles(work["todo"], work["done"], work["broken"]))


def check(output: orthanc.RestOutput, uri: str, **request: Any) -> None:
    """Start a job that checks a study."""
    if request["method"] != "POST":
        output.SendMethodNotAllowed("POST")
        return
    instances = json.loads(orthanc.RestApiGet(f"/studies/{request['groups'][0]}/instances"))
    job = make_job(CheckFiles([instance["ID"] for instance in instances]))
    output.AnswerBuffer(json.dumps({"ID": job.SubmitJob(0)}), "application/json")


orthanc.RegisterRestCallback("/check/([^/]+)", check)
