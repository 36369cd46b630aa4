"""The events during a stop: pending events are handled first, and ORTHANC_STOPPED is the last one."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest

from .dicom import make_dicom
from .harness import RunningServer, Servers

EVENTS = """
    import threading
    import time
    import orthanc

    def on_change(change, level, resource):
        name = getattr(change, "name", change)
        time.sleep(SECONDS if change == orthanc.ChangeType.NEW_INSTANCE else 0)
        orthanc.LogWarning(f"event {name} {resource} {len(orthanc.RestApiGet('/system')) > 0}")

    orthanc.RegisterOnChangeCallback(on_change)

    def register_late(output, uri, **request):
        @orthanc.RegisterOnChangeCallback
        def late(change, level, resource):
            if change == orthanc.ChangeType.ORTHANC_STOPPED:
                orthanc.RestApiGet("/system")
                orthanc.LogWarning("the late one was served")
        output.AnswerBuffer("registered", "text/plain")

    orthanc.RegisterRestCallback("/late", register_late)
    """


def test_the_news_of_the_stop_is_the_last_event(serve: Servers, tmp_path: Path) -> None:
    # After announcing the stop, Orthanc still sends STABLE_* for resources that arrived shortly before.
    for number in range(3):
        server = serve(EVENTS.replace("SECONDS", "0"), configuration={"StableAge": 1})
        assert server.get("/late").text == "registered"
        for instance in range(3):
            file = make_dicom(tmp_path / f"{number}-{instance}.dcm", "MR")
            assert server.post("/instances", file.path.read_bytes()).status == 200
        time.sleep(0.4 * number)
        assert server.stop() == 0
        events = re.findall(r"event (\w+) .*?(True|False)$", server.log_text(), re.MULTILINE)
        names = [name for name, _ in events]
        assert names[-1] == "ORTHANC_STOPPED"
        assert names.count("ORTHANC_STOPPED") == 1
        assert names.count("NEW_INSTANCE") == 3
        assert {served for _, served in events} == {"True"}
        assert "the late one was served" in server.log_text()


def upload_four(server: RunningServer, folder: Path) -> None:
    for number in range(4):
        file = make_dicom(folder / f"{number}.dcm", "MR")
        assert server.post("/instances", file.path.read_bytes()).status == 200


def test_events_that_make_progress_are_all_handled(serve: Servers, tmp_path: Path) -> None:
    # Together, the events take longer than a stop waits for hanging code.
    server = serve(EVENTS.replace("SECONDS", "2.5"))
    begin = time.monotonic()  # before the first event
    upload_four(server, tmp_path)
    assert server.stop(40) == 0
    assert time.monotonic() - begin > 8
    log = server.log_text()
    assert log.count("event NEW_INSTANCE") == 4
    assert log.count("event ORTHANC_STOPPED  True") == 1
    assert "Dropped an event" not in log


@pytest.mark.alone  # it needs 8 of the 10 seconds
def test_a_stop_ends_at_the_limit_and_logs_what_it_leaves_out(serve: Servers, tmp_path: Path) -> None:
    server = serve(EVENTS.replace("SECONDS", "2.5"), configuration={"Python": {"StopTimeout": 7}})
    upload_four(server, tmp_path)
    instances = server.get("/instances").json()
    begin = time.monotonic()
    assert server.stop(40) == 0
    assert time.monotonic() - begin < 10
    log = server.log_text()
    left_out = re.findall(
        "Dropped an event, because the stop no longer waits for it: NEW_INSTANCE INSTANCE (.*?) for", log
    )
    running = re.findall("waits for a callback that still runs: NEW_INSTANCE INSTANCE (.*?) for", log)
    assert 1 <= log.count("event NEW_INSTANCE") == 3 - len(left_out)
    assert len(running) == 1
    assert {*left_out, *running} <= set(instances)
    assert re.search(r"Dropped an event, .*: ORTHANC_STOPPED \w+ for the Python callback on_change", log)
    assert "event ORTHANC_STOPPED" not in log


def test_the_shortest_limit_leaves_the_news_of_the_stop(serve: Servers) -> None:
    server = serve(
        """
        import time
        import orthanc

        @orthanc.RegisterOnChangeCallback
        def on_change(change, level, resource):
            if change == orthanc.ChangeType.ORTHANC_STOPPED:
                time.sleep(0.5)
                orthanc.LogWarning(f"served {len(orthanc.RestApiGet('/system')) > 0}")
        """,
        configuration={"Python": {"StopTimeout": 1}},
    )
    assert server.stop() == 0
    assert "served True" in server.log_text()
