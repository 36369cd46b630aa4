"""Known failures of Python plugins that ended a server, tested with a real server.

Nested JSON on a small stack and requests from a callback to its own server are in test_threads.py, threads
that run during a stop in test_shutdown.py, storage areas with several kinds of clients in test_storage.py
and tests/stress. Arguments that are refused before the core is called are in tests/core.
"""

from __future__ import annotations

import contextlib
import http.client
from pathlib import Path

import pytest

from .dicom import DicomFile, make_dicom
from .harness import RunningServer, Servers

SCRIPT = """
    import json
    import threading
    import orthanc

    def text(output, value):
        output.AnswerBuffer(str(value), "text/plain")

    def attempt(function, *arguments):
        try:
            return repr(function(*arguments))
        except Exception as problem:
            return f"{type(problem).__name__}: {problem}"

    def on_threads(count, work):
        threads = [threading.Thread(target=work, args=(number,)) for number in range(count)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

    def register_inside(output, uri, **request):
        text(output, attempt(orthanc.RegisterRestCallback, "/late", register_inside))

    def register_by_thread(output, uri, **request):
        results = []
        on_threads(1, lambda _: results.append(attempt(orthanc.RegisterRestCallback, "/late", print)))
        text(output, results[0])

    def twice(output, uri, **request):
        output.AnswerBuffer("first", "text/plain")
        output.AnswerBuffer("second", "text/plain")

    def fail(output, uri, body, **request):
        raise ValueError("not with me")

    def share(output, uri, body, **request):
        failures = []
        for _ in range(3):
            instance = orthanc.CreateDicomInstance(body)  # parsed at the first access
            uses = [instance.GetInstanceJson, instance.GetInstanceSimplifiedJson,
                    instance.GetInstanceFramesCount, lambda: instance.GetInstanceRawFrame(0)]
            barrier = threading.Barrier(len(uses))
            def use(number):
                barrier.wait()
                try:
                    uses[number]()
                except Exception as problem:
                    failures.append(repr(problem))
            on_threads(len(uses), use)
        text(output, failures)

    def round_trip(output, uri, groups, **request):
        text(output, orthanc.RestApiGetAfterPlugins(f"/round-trip/{int(groups[0]) + 1}"))

    kept, refused, done = [], [], threading.Event()

    def use_what_is_kept():
        while not done.is_set():
            for handle, method, arguments in kept[-4:]:
                try:
                    getattr(handle, method)(*arguments)
                except ValueError:
                    refused.append(method)

    def use(output, uri, **request):
        for _ in range(2):  # started only now, since they compete for the GIL
            threading.Thread(target=use_what_is_kept, daemon=True).start()
        text(output, "used from now on")

    def lend(output, uri, **request):
        output.AnswerBuffer("lent", "text/plain")
        kept.append((output, "SetHttpHeader", ("a", "b")))

    def lent(output, uri, **request):
        done.set()
        text(output, sorted(set(refused)))

    def on_stored(instance, instance_id):
        kept.append((instance, "GetInstanceSimplifiedJson", ()))
        heard.append(instance_id)

    heard = []

    def list_heard(output, uri, **request):
        text(output, json.dumps(heard))

    orthanc.RegisterRestCallback("/round-trip/(.*)", round_trip)
    for function in (register_inside, register_by_thread, twice, fail, share, use, lend, lent, list_heard):
        orthanc.RegisterRestCallback("/" + function.__name__, function)
    orthanc.RegisterRestCallback("/twice", fail)  # the first registration wins
    orthanc.RegisterOnStoredInstanceCallback(on_stored)
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


@pytest.mark.parametrize("route", ["/register_inside", "/register_by_thread"])
def test_a_route_registered_from_within_a_route(server: RunningServer, route: str) -> None:
    assert server.get(route).text.startswith(
        "RuntimeError: orthanc.RegisterRestCallback(): callbacks cannot be"
    )
    assert server.get(route).status == 200  # succeeds only if no lock is still held
    assert server.get("/late").status == 404


def test_a_callback_registered_twice(server: RunningServer, mr_file: DicomFile) -> None:
    server.post("/instances", mr_file.content)
    assert server.get("/list_heard").json().count(mr_file.instance_id) == 2
    server.delete(f"/instances/{mr_file.instance_id}")


def test_an_answer_given_twice(server: RunningServer) -> None:
    answer = server.get("/twice")
    assert (answer.status, answer.text) == (200, "first")
    server.wait_for_log("in twice")


def test_bodies_do_not_stay_in_memory_with_exceptions(server: RunningServer) -> None:
    body = bytes(4 << 20)
    for _ in range(20):
        assert server.post("/fail", body).status == 500
    before = server.resident
    for _ in range(60):
        assert server.post("/fail", body).status == 500
    assert server.resident - before < 60 << 20, "at least a quarter of the bodies is still in memory"


def test_an_instance_shared_by_threads(server: RunningServer, tmp_path: Path) -> None:
    file = make_dicom(tmp_path / "large.dcm", "MR", items=1_000)
    assert server.post("/share", file.content).text == "[]"


def test_a_route_that_calls_itself_for_ever(server: RunningServer) -> None:
    assert server.get("/round-trip/0").status == 500


def test_handles_in_threads_while_their_callback_returns(server: RunningServer, tmp_path: Path) -> None:
    assert server.get("/use").status == 200
    for number in range(100):
        assert server.get("/lend").text == "lent"
        if number % 5 == 0:
            file = make_dicom(tmp_path / f"{number}.dcm", "MR")
            assert server.post("/instances", file.content).status == 200
    assert server.get("/lent").text == "['GetInstanceSimplifiedJson', 'SetHttpHeader']"


def test_an_instance_that_is_changed_and_stored_for_ever(serve: Servers, mr_file: DicomFile) -> None:
    server = serve("""
        import json
        import orthanc

        def on_stored(instance, instance_id):
            stored.append(instance_id)
            change = {"Replace": {"StudyDescription": str(len(stored))}}
            changed = orthanc.RestApiPost(f"/instances/{instance_id}/modify", json.dumps(change))
            orthanc.RestApiPost("/instances", changed)

        stored = []
        orthanc.RegisterOnStoredInstanceCallback(on_stored)
        """)
    with contextlib.closing(http.client.HTTPConnection("127.0.0.1", server.http_port, timeout=120)) as client:
        client.request("POST", "/instances", mr_file.content)  # more than 100 instances, one inside the other
        assert client.getresponse().status == 200
    server.wait_for_log("nested too deep|RecursionError")
    assert len(server.get("/instances").json()) > 100


@pytest.mark.needs("RegisterIncomingCStoreInstanceFilter", "RegisterReceivedInstanceCallback")
def test_lambdas_and_closures_as_callbacks_when_the_server_stops(serve: Servers, mr_file: DicomFile) -> None:
    server = serve("""
        import functools
        import orthanc

        class Held:
            def __init__(self, name):
                self.name = name
            def __call__(self, *arguments, **named):
                pass
            def __del__(self):
                orthanc.LogWarning(f"{self.name} has gone")

        def closure(held):
            return lambda *arguments, **named: held()

        for number in range(20):
            orthanc.RegisterRestCallback(f"/a{number}", closure(Held(f"route {number}")))
        orthanc.RegisterOnChangeCallback(closure(Held("change")))
        orthanc.RegisterOnStoredInstanceCallback(functools.partial(closure(Held("stored")), 1))
        orthanc.RegisterIncomingHttpRequestFilter(lambda *arguments, held=Held("filter"), **named: True)
        orthanc.RegisterIncomingCStoreInstanceFilter(Held("store"))
        """)
    server.post("/instances", mr_file.content)
    assert server.get("/a1").status == 500
    assert server.stop() == 0
    log = server.log_text()
    assert log.count(" has gone") == 24
    assert "Orthanc has stopped" in log
    assert "Fatal Python error" not in log
