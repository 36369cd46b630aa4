"""Checks the DICOM files of a study against their MD5 sums, as a job: one file a step.

    orthanc-codegen run samples/job.py
    curl http://localhost:8042/check/STUDY -d ""     answers with the ID of the job
    curl http://localhost:8042/jobs/JOB              tells how far it is

Set `"MaximumStorageCacheSize": 0`, or what was stored or read of late is checked in memory, not on the disk.
Like any job of Orthanc it can be paused, resumed and cancelled, and goes on after a restart of the server.
"""

from __future__ import annotations

import json
from typing import Any

import orthanc

KIND = "CheckFiles"


class CheckFiles:
    """What is left to check, and what is broken. Orthanc calls the methods."""

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
        """Tell how much is done, from 0 to 1."""
        return self.done / (self.done + len(self.todo)) if self.todo else 1.0

    def get_content(self) -> str:
        """Tell what `GET /jobs/JOB` shows."""
        return json.dumps({"Checked": self.done, "Broken": self.broken})

    def get_serialized(self) -> str:
        """Write down what `unserialize` needs after a restart."""
        return json.dumps({"todo": self.todo, "done": self.done, "broken": self.broken})


def is_sound(instance: str) -> bool:
    """Let Orthanc compare a file with its MD5 sum."""
    try:
        orthanc.RestApiPost(f"/instances/{instance}/attachments/dicom/verify-md5", "")
    except orthanc.OrthancException:
        return False
    return True


def make_job(work: CheckFiles) -> orthanc.Job:
    """Make a job of Orthanc. CreateJob2() is newer, but Orthanc 1.13.0 does not save what it makes."""
    return orthanc.CreateJob(work, KIND)


@orthanc.RegisterJobsUnserializer
def unserialize(kind: str, saved: str) -> orthanc.Job | None:
    """Make a job again that an earlier run of the server has saved."""
    if kind != KIND:
        return None
    work = json.loads(saved)
    return make_job(CheckFiles(work["todo"], work["done"], work["broken"]))


def check(output: orthanc.RestOutput, uri: str, **request: Any) -> None:
    """Start to check a study."""
    if request["method"] != "POST":
        output.SendMethodNotAllowed("POST")
        return
    instances = json.loads(orthanc.RestApiGet(f"/studies/{request['groups'][0]}/instances"))
    job = make_job(CheckFiles([instance["ID"] for instance in instances]))
    output.AnswerBuffer(json.dumps({"ID": job.SubmitJob(0)}), "application/json")


orthanc.RegisterRestCallback("/check/([^/]+)", check)
