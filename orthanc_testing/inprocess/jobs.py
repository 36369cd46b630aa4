"""Jobs that the script makes, which the test runs step by step."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from .calls import Registration
from .description import CallbackType
from .objects import fill_only
from .request import Request

if TYPE_CHECKING:
    from .session import Session

_MOST_STEPS = 100_000


class Job:
    """A job of the script. It runs only as far as the test lets it."""

    def __init__(self, core: Session, handle: int, kind: str, methods: dict[str, _Method]) -> None:
        self.handle = handle
        self.type = kind  # as the script has named it
        self.id: str | None = None  # None until the script submits it
        self.priority: int | None = None
        self._core = core
        self._methods = methods

    def call(self, method: str, **values: Any) -> Any:
        """Call a method of the script's object; return what it returned."""
        plan, registration = self._methods[method]
        return self._core.expect([self._core.call_checked(plan, registration, **values)], method)[0].value

    def step(self) -> Any:
        """Run one step; return its `orthanc.JobStepStatus`."""
        return self.call("step")

    def run(self) -> Any:
        """Run steps until the job has ended; return the last status."""
        for _ in range(_MOST_STEPS):
            status = self.step()
            if status != self._core.orthanc.JobStepStatus.CONTINUE:
                return status
        raise AssertionError(f"the job {self.type} has not ended after {_MOST_STEPS} steps")

    @property
    def progress(self) -> float:
        """The progress, from 0 to 1."""
        return float(self.call("get_progress"))

    @property
    def content(self) -> Any:
        """The content that `GET /jobs/ID` shows, parsed as JSON."""
        return json.loads(self.call("get_content"))

    @property
    def serialized(self) -> str | None:
        """The text that the server saves for its next start."""
        saved = self.call("get_serialized")
        return saved.decode("utf-8", "surrogateescape") if isinstance(saved, bytes) else saved

    def stop(self, reason: int) -> None:
        """Stop the job for an `orthanc.JobStopReason`, ex) because it is paused."""
        self.call("stop", reason=reason)

    def reset(self) -> None:
        """Begin the job again."""
        self.call("reset")


_Method = tuple[CallbackType, Registration]


class Jobs:
    """Makes jobs when the script does."""

    def __init__(self, core: Session) -> None:
        self._core = core

    def answer(self, request: Request) -> bool:
        """Make a job, or submit one; return False for other requests."""
        jobs = self._core.jobs
        if request.service.startswith("CreateJob"):
            handle = request.core.new_handle()
            jobs.append(Job(self._core, handle, request.fields["type"], self._methods(request)))
            request.fill("target", handle)
            return True
        if request.service == "SubmitJob":
            job = next(job for job in jobs if job.handle == request.fields["job"])
            job.id, job.priority = f"job-{len([j for j in jobs if j.id]) + 1}", request.fields["priority"]
            fill_only(request, job.id)
            return True
        return False

    def _methods(self, request: Request) -> dict[str, _Method]:
        fields, found = request.fields, dict[str, _Method]()
        types = {request.type_of(name): name for name, value in fields.items() if value}
        for plan in request.core.layouts.description.callbacks.values():
            if plan.method and plan.c_name in types:
                name = types[plan.c_name]
                registration = Registration(plan.c_name, name, fields[name], fields["job"], fields)
                found[plan.method] = plan, registration
        return found

    def unserialize(self, kind: str, saved: str) -> Job | None:
        """Ask the script to make a job again."""
        results = self._core.fire("JobsUnserializer", job_type=kind, serialized=saved)
        handles = [result.value for result in results if result.value]
        return next((job for job in self._core.jobs if handles and job.handle == handles[0]), None)
