"""Jobs of a script in the jobs engine: steps, pause, cancellation, failure, and restarts of the server."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Any

import pytest

from .harness import RunningServer, Servers
from .jobs import ask, state, wait_for

SCRIPT = """
    import json
    import os
    import time
    import orthanc

    class Counter:
        def __init__(self, name, total, done=0):
            self.name, self.total, self.done = name, total, done
            self.counts = {"begins": 0, "resets": 0}

        def step(self):
            time.sleep(0.005)
            self.counts["begins"] += self.done == 0
            self.done += 1
            if self.name == "broken" and self.done == 3:
                raise ValueError("step 3 is broken")
            if self.name == "unlucky" and self.done == 3:
                return orthanc.JobStepStatus.FAILURE
            if self.done < self.total and not os.path.exists(self.name + ".end"):
                return orthanc.JobStepStatus.CONTINUE
            return orthanc.JobStepStatus.SUCCESS

        def get_progress(self):
            return self.done / self.total

        def get_content(self):
            if self.name == "speechless":
                raise ValueError("cannot get_content")
            return json.dumps({**self.counts, "name": self.name, "done": self.done, "käse": "日本"})

        def stop(self, reason):
            orthanc.LogWarning(f"{self.name} stops: {reason.name}")

        def reset(self):
            self.done = 0
            self.counts["resets"] += 1

        def __del__(self):
            orthanc.LogWarning(f"{self.name} is gone")

    class Saved(Counter):
        def get_serialized(self):
            return json.dumps({"name": self.name, "total": self.total, "done": self.done})

    class Minimal:
        left = 3

        def step(self):
            self.left -= 1
            return orthanc.JobStepStatus.CONTINUE if self.left else orthanc.JobStepStatus.SUCCESS

        def get_progress(self):
            return 0.5

    def submit(output, uri, body, **request):
        kind, priority, *arguments = json.loads(body)
        job = orthanc.CREATE({"counter": Counter, "saved": Saved, "minimal": Minimal}[kind](*arguments), kind)
        output.AnswerBuffer(job.SubmitJob(priority), "text/plain")

    def forget(output, uri, **request):
        orthanc.CREATE(Counter("forgotten", 1), "counter")
        with orthanc.CREATE(Counter("closed", 1), "counter"):
            pass
        output.AnswerBuffer("done", "text/plain")

    def misuse(output, uri, body, **request):
        try:
            if body == b"object":
                orthanc.CREATE(object(), "counter")
            job = orthanc.CREATE(Counter(body.decode(), 1), "counter")
            for _ in range(2):
                try:
                    job.SubmitJob(0)
                except orthanc.OrthancException as error:
                    orthanc.LogWarning(f"refused: {error.args[0].name}")
        except (TypeError, ValueError) as problem:
            output.AnswerBuffer(str(problem), "text/plain")

    orthanc.RegisterRestCallback("/submit", submit)
    orthanc.RegisterRestCallback("/forget", forget)
    orthanc.RegisterRestCallback("/misuse", misuse)
"""

CREATORS = ["CreateJob", pytest.param("CreateJob2", marks=pytest.mark.needs("CreateJob2"))]
ENDLESS = 1_000_000  # steps


@pytest.fixture(scope="module", params=CREATORS)
def server(request: pytest.FixtureRequest, serve_module: Servers) -> RunningServer:
    """Run a server with the script above, and one thread for jobs."""
    script = SCRIPT.replace("CREATE", request.param)
    return serve_module(script, configuration={"ConcurrentJobs": 1})


def submit(server: RunningServer, kind: str, *arguments: Any, priority: int = 0) -> str:
    """Submit a job; return its ID."""
    answer = server.post("/submit", json.dumps([kind, priority, *arguments]))
    assert answer.status == 200, server.log_text()
    return answer.text


def under_way(server: RunningServer, job: str, steps: int = 3) -> dict[str, Any]:
    """Wait until a job has made some steps."""
    return wait_for(server, job, f"{steps} steps", lambda said: said["Content"].get("done", 0) >= steps)


def test_a_job_runs_step_by_step(server: RunningServer) -> None:
    job = submit(server, "counter", "short", 10, priority=7)
    said = state(server, job, "Success", "Failure")
    assert said["Type"] == "counter"
    assert (said["State"], said["ErrorCode"], said["Progress"], said["Priority"]) == ("Success", 0, 100, 7)
    assert said["Content"] == {"name": "short", "done": 10, "begins": 1, "resets": 0, "käse": "日本"}
    server.wait_for_log("short stops: SUCCESS")


def test_a_job_needs_no_more_than_two_methods(server: RunningServer) -> None:
    said = state(server, submit(server, "minimal"), "Success", "Failure")
    assert (said["State"], said["Progress"], said["Content"]) == ("Success", 50, {})


def test_a_job_is_paused_resumed_cancelled_and_resubmitted(server: RunningServer) -> None:
    job = submit(server, "counter", "endless", ENDLESS)
    under_way(server, job)
    ask(server, job, "pause")
    paused = state(server, job, "Paused")
    server.wait_for_log("endless stops: PAUSED")
    done = paused["Content"]["done"]
    time.sleep(0.05)
    assert state(server, job, "Paused")["Content"]["done"] == done
    ask(server, job, "resume")
    assert under_way(server, job, done + 3)["Content"]["resets"] == 0
    ask(server, job, "cancel")
    assert state(server, job, "Failure")["ErrorCode"] == 37  # ErrorCode.CANCELED_JOB
    server.wait_for_log("endless stops: CANCELED")
    ask(server, job, "resubmit")
    wait_for(server, job, "was reset", lambda said: said["Content"]["resets"] == 1)
    wait_for(server, job, "at its begin again", lambda said: said["Content"]["begins"] == 2)
    under_way(server, job)
    ask(server, job, "cancel")
    state(server, job, "Failure")


@pytest.mark.parametrize("name", ["broken", "unlucky"])
def test_a_step_that_fails_fails_the_job(server: RunningServer, name: str) -> None:
    said = state(server, submit(server, "counter", name, 10), "Success", "Failure")
    assert (said["State"], said["Progress"], said["Content"]["done"]) == ("Failure", 30, 3)
    assert said["ErrorCode"] != 0
    server.wait_for_log(f"{name} stops: FAILURE")
    if name == "broken":
        server.wait_for_log(r"Error in the Python callback Counter\.step of orthanc\.CreateJob2?\(\)")
        server.wait_for_log("ValueError: step 3 is broken")


def test_a_job_with_a_higher_priority_runs_first(server: RunningServer) -> None:
    first = submit(server, "counter", "first", ENDLESS)
    under_way(server, first)
    jobs = {p: submit(server, "counter", f"priority {p}", 2, priority=p) for p in (-5, 10, 0)}
    assert {state(server, job, "Pending")["Priority"] for job in jobs.values()} == set(jobs)
    ask(server, first, "cancel")
    ended = {p: state(server, job, "Success")["CompletionTime"] for p, job in jobs.items()}
    assert sorted(ended, key=lambda p: ended[p]) == [10, 0, -5]


def test_a_job_that_is_not_submitted_goes_with_its_handle(server: RunningServer) -> None:
    assert server.post("/forget", "").text == "done"
    server.wait_for_log("forgotten is gone")
    server.wait_for_log("closed is gone")


def test_what_is_no_job_is_refused(server: RunningServer) -> None:
    assert "argument 'job': must have the method get_progress()" in server.post("/misuse", "object").text
    assert "valid only until it was handed over" in server.post("/misuse", "twice").text


def test_a_job_that_cannot_speak(server: RunningServer) -> None:
    assert "valid only until it was handed over" in server.post("/misuse", "speechless").text
    server.wait_for_log("ValueError: cannot get_content")
    if "CreateJob2" in server.log_text():  # without the error, the older function sees a job without content
        server.wait_for_log("refused: PLUGIN")
        server.wait_for_log("speechless is gone")
    assert server.get("/jobs").status == 200


RESTART = SCRIPT + """
    def counter(kind, state):
        if kind not in ("saved", "counter"):
            return None
        saved = json.loads(state)
        assert saved.pop("Type") == kind  # which the core has added
        return orthanc.CREATE(Saved(**saved), kind)

    def stranger(kind, state):
        orthanc.LogWarning("a stranger is asked for " + kind)
        return None

    def confused(kind, state):
        raise ValueError("confused by " + kind)

    for unserializer in (stranger, confused, counter):
        orthanc.RegisterJobsUnserializer(unserializer)
"""


def test_a_job_survives_a_restart(serve: Servers, tmp_path: Path) -> None:
    storage, end = tmp_path / "storage", tmp_path / "saved.end"
    script = RESTART.replace("CREATE", "CreateJob")  # the core saves no other jobs
    script = script.replace('self.name + ".end"', f"{str(tmp_path)!r} + '/' + self.name + '.end'")
    before = serve(script, storage=storage)
    saved, lost = submit(before, "saved", "saved", ENDLESS, priority=3), submit(
        before, "counter", "lost", ENDLESS
    )
    under_way(before, lost)
    done = under_way(before, saved, 5)["Content"]["done"]
    assert before.stop() == 0
    after = serve(script, storage=storage)
    assert after.get("/jobs").json() == [saved]
    state(after, saved, "Running")
    said = under_way(after, saved, done + 3)
    assert (said["State"], said["Type"], said["Priority"]) == ("Running", "saved", 3)
    assert said["Content"]["resets"] == 0
    after.wait_for_log("a stranger is asked for saved")
    after.wait_for_log("ValueError: confused by saved")
    end.touch()
    assert state(after, saved, "Success", "Failure")["State"] == "Success"
