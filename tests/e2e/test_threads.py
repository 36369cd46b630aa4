"""Many threads, deep stacks, and callbacks that call the server again."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from .dicom import make_dicom
from .harness import RunningServer, Servers

SCRIPT = """
    import contextvars
    import json
    import threading
    import time
    import urllib.request
    import orthanc

    barrier = threading.Barrier(8)

    def meet(output, uri, **request):
        barrier.wait(10)
        output.AnswerBuffer("met", "text/plain")

    def depth(output, uri, body, **request):
        try:
            value, deep = json.loads(body), 0
            while value:
                value, deep = value[0], deep + 1
            answer = str(deep)
        except RecursionError:
            answer = "RecursionError"
        output.AnswerBuffer(answer, "text/plain")

    def recurse(output, uri, **request):
        def down(n):
            return n if n == 0 else 1 + down(n - 1)
        output.AnswerBuffer(str(down(900)), "text/plain")

    def inner(output, uri, groups, get, **request):
        n = int(groups[0])
        if n == 0:
            output.AnswerBuffer("0", "text/plain")
        else:
            below = orthanc.RestApiGetAfterPlugins(f"/inner/{n - 1}")
            output.AnswerBuffer(str(int(below) + 1), "text/plain")

    def inner_failure(output, uri, **request):
        try:
            orthanc.RestApiGetAfterPlugins("/nothing")
        except orthanc.OrthancException as problem:
            output.AnswerBuffer(f"{int(problem.args[0])}", "text/plain")

    def over_http(output, uri, headers, **request):
        with urllib.request.urlopen(f"http://{headers['host']}/inner/2", timeout=10) as answer:
            output.AnswerBuffer(answer.read(), "text/plain")

    def from_threads(output, uri, **request):
        names = []
        def ask():
            names.append(json.loads(orthanc.RestApiGet("/system"))["Name"])
        threads = [threading.Thread(target=ask) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(10)
        output.AnswerBuffer(json.dumps(names), "application/json")

    local = threading.local()

    def count(output, uri, **request):
        local.calls = getattr(local, "calls", 0) + 1
        output.AnswerBuffer(str(local.calls), "text/plain")

    user = contextvars.ContextVar("user", default="nobody")

    def who(output, uri, **request):
        before = user.get()
        user.set("alice")
        output.AnswerBuffer(before, "text/plain")

    stored = []

    def on_stored(instance, instance_id):
        stored.append((instance_id, instance.GetInstanceSize()))

    def list_stored(output, uri, **request):
        output.AnswerBuffer(json.dumps(stored), "application/json")

    orthanc.RegisterRestCallback("/meet", meet)
    orthanc.RegisterRestCallback("/depth", depth)
    orthanc.RegisterRestCallback("/recurse", recurse)
    orthanc.RegisterRestCallback("/inner/(.*)", inner)
    orthanc.RegisterRestCallback("/inner-failure", inner_failure)
    orthanc.RegisterRestCallback("/over-http", over_http)
    orthanc.RegisterRestCallback("/from-threads", from_threads)
    orthanc.RegisterRestCallback("/count", count)
    orthanc.RegisterRestCallback("/who", who)
    orthanc.RegisterRestCallback("/stored", list_stored)
    orthanc.RegisterOnStoredInstanceCallback(on_stored)
"""


@pytest.fixture(scope="module")
def server(serve_module: Servers) -> RunningServer:
    """Run a server with the script above."""
    return serve_module(SCRIPT)


def test_callbacks_run_side_by_side(server: RunningServer) -> None:
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(lambda _: server.get("/meet").text, range(8))) == ["met"] * 8


@pytest.mark.parametrize(("levels", "answer"), [(600, "599"), (100_000, "RecursionError")])
def test_deeply_nested_json_does_not_end_the_server(server: RunningServer, levels: int, answer: str) -> None:
    body = "[" * levels + "]" * levels
    with ThreadPoolExecutor(4) as pool:
        assert set(pool.map(lambda _: server.post("/depth", body).text, range(8))) == {answer}


def test_deep_recursion_in_python_works(server: RunningServer) -> None:
    assert server.get("/recurse").text == "900"


def test_a_route_calls_other_routes_of_the_server(server: RunningServer) -> None:
    assert server.get("/inner/20").text == "20"
    assert server.get("/inner-failure").text == "17"
    assert server.get("/over-http").text == "2"
    assert server.get("/from-threads").json() == ["orthanc-codegen"] * 4


def test_hundreds_of_requests_from_many_clients(server: RunningServer) -> None:
    paths = ["/inner/3", "/over-http", "/from-threads", "/system", "/recurse", "/count", "/nothing"] * 40
    with ThreadPoolExecutor(16) as pool:
        answers = list(pool.map(server.get, paths))
    assert [a.status for a in answers] == [404 if path == "/nothing" else 200 for path in paths]


def test_a_thread_of_the_server_keeps_its_state_in_python(server: RunningServer) -> None:
    # 50 threads serve these 120 requests, so some of them serve several.
    counts = [int(server.get("/count").text) for _ in range(120)]
    assert max(counts) > 1, "no thread kept its thread state"


def test_context_variables_end_with_their_request(server: RunningServer) -> None:
    assert {server.get("/who").text for _ in range(120)} == {"nobody"}, "a context leaked"


def test_instances_stored_at_the_same_time_are_all_heard(
    server: RunningServer, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("dicom")
    files = [make_dicom(folder / f"{number}.dcm") for number in range(24)]
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda file: server.post("/instances", file.content).status, files))
    assert set(answers) == {200}
    heard = dict(server.get("/stored").json())
    assert heard == {file.instance_id: len(file.content) for file in files}


def test_a_waiting_callback_holds_up_nobody(serve: Servers) -> None:
    server = serve("""
        import threading
        import orthanc
        entered, passed = threading.Event(), threading.Event()
        def wait(output, uri, **request):
            entered.set()
            output.AnswerBuffer(str(passed.wait(10)), "text/plain")
        def quick(output, uri, **request):
            entered.wait(10)
            passed.set()
            output.AnswerBuffer("quick", "text/plain")
        orthanc.RegisterRestCallback("/wait", wait)
        orthanc.RegisterRestCallback("/quick", quick)
        """)
    with ThreadPoolExecutor(1) as pool:
        waiting = pool.submit(server.get, "/wait")
        assert server.get("/quick").text == "quick"
        assert waiting.result().text == "True"
