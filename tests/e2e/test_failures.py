"""Failures of a script in a running server: one answer fails, the log states why, the server continues."""

from __future__ import annotations

import re

import pytest

from .dicom import DicomFile
from .harness import RunningServer, Servers

SCRIPT = """
    import sys
    import orthanc

    kept = []

    def fail(output, uri, **request):
        raise ValueError("no luck with " + uri)

    def quote(output, uri, **request):
        raise ValueError("no luck with " + uri)

    def quiet(output, uri, **request):
        pass

    def unknown(output, uri, **request):
        raise orthanc.OrthancException(orthanc.ErrorCode.UNKNOWN_RESOURCE, "never heard of it")

    def unknown_inside(output, uri, **request):
        orthanc.RestApiGet("/instances/nothing")

    def leave(output, uri, **request):
        sys.exit(3)

    def interrupt(output, uri, **request):
        raise KeyboardInterrupt

    def silent(output, uri, **request):
        pass

    def wrong_signature():
        pass

    class Unprintable(Exception):
        def __str__(self):
            raise RuntimeError("no text")

    def unprintable(output, uri, **request):
        raise Unprintable

    def on_change(change, level, resource):
        if change == orthanc.ChangeType.NEW_INSTANCE:
            raise ValueError("change went wrong")

    def on_stored(instance, instance_id):
        kept.append(instance)
        raise ValueError("stored went wrong")

    def instance(output, uri, **request):
        try:
            size = kept[-1].GetInstanceSize()
        except Exception as problem:
            size = type(problem).__name__
        output.AnswerBuffer(f"{size}", "text/plain")

    for f in (fail, unknown, unknown_inside, leave, interrupt, silent, wrong_signature, unprintable,
              instance):
        orthanc.RegisterRestCallback("/" + f.__name__, f)
    orthanc.RegisterRestCallback("/quote/(.*)", quote)
    orthanc.RegisterRestCallback("/quiet/(.*)", quiet)
    orthanc.RegisterOnChangeCallback(on_change)
    orthanc.RegisterOnStoredInstanceCallback(on_stored)
"""


@pytest.fixture(scope="module")
def server(serve_module: Servers) -> RunningServer:
    """Run a server with the script above."""
    return serve_module(SCRIPT)


@pytest.fixture(autouse=True)
def lives(server: RunningServer) -> None:
    """Check that the server still runs and answers."""
    assert server.get("/system").status == 200


def test_an_exception_is_a_500_with_its_traceback_in_the_log(server: RunningServer) -> None:
    assert server.get("/fail").status == 500
    server.wait_for_log(
        r'Traceback \(most recent call last\):\n(.*\n)*?.*File ".*script0\.py", line \d+, in fail'
    )
    server.wait_for_log(r"^.*ValueError: no luck with /fail$")


@pytest.mark.parametrize("route", ["quote", "quiet"])
def test_clients_forge_no_line_of_the_log(server: RunningServer, route: str) -> None:
    assert server.get(f"/{route}/x%0aE0101%2000:00:00.000000%20forged%0d%1b[2J{route}").status == 500
    shown = rf"for /{route}/x\\nE0101 00:00:00.000000 forged\\r\\x1b\[2J{route}"
    server.wait_for_log(shown)
    log = server.log_text()
    assert not re.search(r"^E0101", log, re.MULTILINE), log
    assert "\x1b" not in log


@pytest.mark.parametrize("route", ["/unknown", "/unknown_inside"])
def test_an_orthanc_exception_carries_its_code(server: RunningServer, route: str) -> None:
    assert server.get(route).status == 404
    server.wait_for_log("never heard of it" if route == "/unknown" else "in unknown_inside")


@pytest.mark.parametrize(("route", "name"), [("/leave", "SystemExit"), ("/interrupt", "KeyboardInterrupt")])
def test_leaving_python_does_not_leave_the_server(server: RunningServer, route: str, name: str) -> None:
    assert server.get(route).status == 500
    server.wait_for_log(rf"^.*{name}")
    assert server.get("/system").status == 200


def test_no_answer_is_a_500_and_the_log_names_the_route(server: RunningServer) -> None:
    assert server.get("/silent").status == 500
    server.wait_for_log(r"^[EW]\d.* /silent\b")


@pytest.mark.parametrize("route", ["/wrong_signature", "/unprintable"])
def test_odd_callables_and_exceptions_are_failures_too(server: RunningServer, route: str) -> None:
    assert server.get(route).status == 500
    server.wait_for_log("TypeError" if route == "/wrong_signature" else "Unprintable")


def test_a_failing_listener_does_not_lose_the_instance(server: RunningServer, mr_file: DicomFile) -> None:
    server.post("/instances", mr_file.content)
    server.wait_for_log("ValueError: change went wrong")
    server.wait_for_log("ValueError: stored went wrong")
    assert server.get("/instances").json() == [mr_file.instance_id]
    assert server.get("/instance").text in (
        "ValueError",
        "RuntimeError",
        "ReferenceError",
        "OrthancException",
    )
