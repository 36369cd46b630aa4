"""Routes that are coroutines: many requests at once, calls, clients, forks and event loops."""

from __future__ import annotations

import importlib.util
import re
import statistics
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from .coroutines import ROUTES
from .dicom import DicomFile
from .harness import RunningServer, Servers


@pytest.fixture(scope="module")
def server(serve_module: Servers) -> RunningServer:
    """Run a server with routes that are coroutines."""
    return serve_module(ROUTES)


@pytest.mark.alone
def test_requests_await_together(serve: Servers) -> None:
    server = serve(ROUTES, configuration={"HttpThreadsCount": 8})
    assert server.get("/nap").text == "rested"
    begin = time.monotonic()
    with ThreadPoolExecutor(32) as pool:
        assert {a.text for a in pool.map(server.get, ["/nap"] * 64)} == {"rested"}
    # 64 requests on 8 threads, which wait for 0.2 seconds each.
    assert 1.6 <= time.monotonic() - begin < 2.4


# 32 clients of a route that awaits, in a process of their own: they must not take the GIL of this one.
CLIENTS = """
import sys
import threading
import urllib.request

def ask():
    while True:
        urllib.request.urlopen(f"http://127.0.0.1:{sys.argv[1]}/nap").read()

for _ in range(32):
    threading.Thread(target=ask).start()
"""


def latency(server: RunningServer) -> float:
    """Return the median time of a request to a plain route, the best of three."""

    def ask() -> float:
        begin = time.monotonic()
        assert server.get("/plain").text == "plain"
        return time.monotonic() - begin

    return min(statistics.median(ask() for _ in range(100)) for _ in range(3))


@pytest.mark.alone
def test_a_plain_route_is_as_fast_beside_them(serve: Servers) -> None:
    server = serve(ROUTES, configuration={"HttpThreadsCount": 50})
    assert server.get("/nap").text == "rested"
    before = latency(server)
    with subprocess.Popen([sys.executable, "-c", CLIENTS, str(server.http_port)]) as clients:
        try:
            server.until(lambda: int(server.get("/napping").text) == 32)
            beside = latency(server)
        finally:
            clients.kill()
    assert beside < 2 * before + 0.001, (before, beside)


def test_one_loop_awaits_all(server: RunningServer) -> None:
    with ThreadPoolExecutor(8) as pool:
        names = {a.text for a in pool.map(server.get, ["/thread"] * 40)}
    assert names == {"orthanc-event-loop"}


def test_errors(server: RunningServer) -> None:
    assert server.get("/missing").status == 404
    server.wait_for_log(
        r"Error in the Python callback missing of orthanc\.RegisterRestCallback\(\) for /missing"
    )
    server.wait_for_log(r"(?s)Traceback .most recent call last.:\n +File \".*?, in missing\n +raise orthanc")


def test_calls_of_coroutines(server: RunningServer) -> None:
    assert server.get("/direct").text == "plain"
    with ThreadPoolExecutor(8) as pool:
        assert {a.text for a in pool.map(server.get, ["/inner/5"] * 16)} == {"5"}
    assert server.get("/inner/10").text == "10"


@pytest.mark.alone
def test_a_client_of_the_script(serve: Servers) -> None:
    server = serve(
        ROUTES + """
    import httpx

    client = httpx.AsyncClient()

    async def fetch(output, uri, get, **request):
        answers = await asyncio.gather(*(client.get(f"http://127.0.0.1:{get['port']}/nap") for _ in range(5)))
        output.AnswerBuffer(" ".join(answer.text for answer in answers), "text/plain")

    orthanc.RegisterRestCallback("/fetch", fetch)
    """,
        packages=True,
    )
    begin = time.monotonic()
    for _ in range(2):  # the second request uses the connections of the first one
        assert server.get(f"/fetch?port={server.http_port}").text == " ".join(["rested"] * 5)
    assert time.monotonic() - begin < 2 * 5 * 0.2
    assert server.stop() == 0


ARCHIVE = """
import json
import orthanc

seen = []

def search(output, uri, get, **request):
    output.AnswerBuffer(json.dumps([get["PatientID"]]), "application/json")

def receive(output, uri, body, **request):
    seen.append(json.loads(body)["study"])
    output.AnswerBuffer("{}", "application/json")

def show(output, uri, **request):
    output.AnswerBuffer(json.dumps(seen), "application/json")

orthanc.RegisterRestCallback("/archive/studies", search)
orthanc.RegisterRestCallback("/archive/events", receive)
orthanc.RegisterRestCallback("/archive/seen", show)
ADDRESS = f"http://127.0.0.1:{json.loads(orthanc.GetConfiguration())['HttpPort']}/archive"
"""


def test_the_example_of_the_docs(serve: Servers, mr_file: DicomFile) -> None:
    text = (Path(__file__).resolve().parents[2] / "docs" / "async.md").read_text()
    example = re.findall(r"```python\n(.*?)```", text, re.DOTALL)[0]
    found = re.subn(r'"https://archive\.example\.org(.*?)"', r'ADDRESS + "\1"', example)
    assert found[1] == 2
    server = serve(ARCHIVE + found[0], configuration={"StableAge": 1}, packages=True)
    assert server.post("/instances", mr_file.content).status == 200
    study = server.get("/studies").json()[0]
    assert server.get(f"/studies/{study}/priors").json() == [str(mr_file.dataset.PatientID)]
    server.until(lambda: server.get("/archive/seen").json() == [study])
    assert server.stop() == 0
    assert "Error in the Python callback" not in server.log_text()


def test_a_fork_has_no_loop(server: RunningServer) -> None:
    for number in range(1, 4):
        assert server.get("/fork").json() == [0, [True] * number]
    assert server.get("/nap").text == "rested"


@pytest.mark.skipif(importlib.util.find_spec("uvloop") is None, reason="uvloop is not installed")
def test_the_loop_of_a_policy(serve: Servers) -> None:
    server = serve(
        ROUTES + """
    import uvloop

    asyncio.set_event_loop_policy(uvloop.EventLoopPolicy())

    async def kind(output, uri, **request):
        output.AnswerBuffer(type(asyncio.get_running_loop()).__module__, "text/plain")

    orthanc.RegisterRestCallback("/kind", kind)
    """,
        packages=True,
    )
    assert server.get("/kind").text == "uvloop"
    assert server.get("/inner/3").text == "3"
    with ThreadPoolExecutor(8) as pool:
        assert {a.text for a in pool.map(server.get, ["/nap"] * 16)} == {"rested"}
    assert server.get("/leave_a_task").text == "left"
    assert server.stop() == 0
    assert "a task is cancelled" in server.log_text()


def test_the_loop_may_log_while_it_starts_for_a_change(serve: Servers) -> None:
    server = serve("""
        import logging
        import orthanc

        logging.getLogger().setLevel(logging.DEBUG)  # asyncio logs which selector it uses

        @orthanc.RegisterOnChangeCallback
        async def on_change(change, level, resource):
            orthanc.LogWarning(f"awaited {change.name}")

        async def hello(output, uri, **request):
            output.AnswerBuffer(b"ok", "text/plain")

        orthanc.RegisterRestCallback("/hello", hello)
        """)
    server.wait_for_log("awaited ORTHANC_STARTED")
    assert server.get("/hello").text == "ok"
