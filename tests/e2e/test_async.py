"""Callbacks that are coroutines: many requests at once, every kind of callback, stops, resets and forks."""

from __future__ import annotations

import http.client
import importlib.util
import re
import statistics
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from .dicom import DicomFile, findscu, make_dicom, storescu
from .harness import Answer, RunningServer, Servers

ROUTES = """
    import asyncio
    import json
    import os
    import threading
    import orthanc

    async def nap(output, uri, **request):
        naps.append(uri)
        await asyncio.sleep(0.2)
        naps.pop()
        output.AnswerBuffer("rested", "text/plain")

    def napping(output, uri, **request):
        output.AnswerBuffer(str(len(naps)), "text/plain")

    def plain(output, uri, **request):
        output.AnswerBuffer("plain", "text/plain")

    async def missing(output, uri, **request):
        await asyncio.sleep(0)
        raise orthanc.OrthancException(orthanc.ErrorCode.UNKNOWN_RESOURCE, "gone")

    async def thread(output, uri, **request):
        output.AnswerBuffer(threading.current_thread().name, "text/plain")

    async def inner(output, uri, groups, **request):
        n = int(groups[0])
        below = await asyncio.to_thread(orthanc.RestApiGetAfterPlugins, f"/inner/{n - 1}") if n else b"-1"
        output.AnswerBuffer(str(int(below) + 1), "text/plain")

    async def direct(output, uri, **request):
        output.AnswerBuffer(orthanc.RestApiGetAfterPlugins("/plain"), "text/plain")

    async def forever(output, uri, **request):
        orthanc.LogWarning("a request waits for ever")
        try:
            await asyncio.sleep(1000)
        finally:
            orthanc.LogWarning("a request is cancelled")

    async def leave_a_task(output, uri, **request):
        async def work():
            try:
                await asyncio.sleep(1000)
            finally:
                print("a task is cancelled", flush=True)
        tasks.append(asyncio.create_task(work()))
        output.AnswerBuffer("left", "text/plain")

    async def fork(output, uri, **request):
        other = asyncio.create_task(note(os.getpid()))
        pid = os.fork()
        if pid == 0:
            await asyncio.sleep(0)  # ends the process
            os._exit(7)
        await other
        status = os.waitstatus_to_exitcode((await asyncio.to_thread(os.waitpid, pid, 0))[1])
        output.AnswerBuffer(json.dumps([status, notes]), "application/json")

    async def note(pid):
        notes.append(pid == os.getpid())
        if pid != os.getpid():
            os._exit(8)

    naps, tasks, notes = [], [], []
    for function in (nap, napping, plain, missing, thread, direct, forever, leave_a_task, fork):
        orthanc.RegisterRestCallback("/" + function.__name__, function)
    orthanc.RegisterRestCallback("/inner/(.*)", inner)
"""


@pytest.fixture(scope="module")
def server(serve_module: Servers) -> RunningServer:
    """Run a server with the routes above."""
    return serve_module(ROUTES)


def ask(server: RunningServer, path: str) -> Answer | None:
    """Send a GET; return None if the server ends the connection."""
    try:
        return server.get(path)
    except (OSError, http.client.HTTPException):
        return None


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


KINDS = """
    import asyncio
    import json
    import orthanc

    files = {}
    seen = []

    async def create(uuid, content_type, data):
        await asyncio.sleep(0.01)
        files[uuid] = data

    async def read(uuid, content_type):
        await asyncio.sleep(0.01)
        return files[uuid]

    async def remove(uuid, content_type):
        await asyncio.sleep(0.01)
        del files[uuid]

    @orthanc.RegisterOnStoredInstanceCallback
    async def on_stored(instance, instance_id):
        await asyncio.sleep(0.01)
        tags = await asyncio.to_thread(orthanc.RestApiGet, f"/instances/{instance_id}/simplified-tags")
        seen.append(["stored", json.loads(tags)["PatientID"], instance.GetInstanceSize() > 1000])

    @orthanc.RegisterOnChangeCallback
    async def on_change(change, level, resource):
        await asyncio.sleep(0.01)
        if change == orthanc.ChangeType.NEW_INSTANCE:
            tags = await asyncio.to_thread(orthanc.RestApiGet, f"/instances/{resource}/simplified-tags")
            seen.append(["change", json.loads(tags)["PatientID"]])

    @orthanc.RegisterIncomingHttpRequestFilter
    async def filter(uri, **request):
        await asyncio.sleep(0.01)
        return "secret" not in uri

    async def receive(dicom, origin):
        await asyncio.sleep(0.01)
        return orthanc.ReceivedInstanceAction.KEEP_AS_IS, None

    if orthanc.CheckVersionAdvanced(1, 10, 0):
        orthanc.RegisterReceivedInstanceCallback(receive)

    @orthanc.RegisterFindCallback
    async def find(answers, query, issuer, called):
        await asyncio.sleep(0.01)
        tags = {"PatientID": "P0", "StudyInstanceUID": "1.2.0", "QueryRetrieveLevel": "STUDY"}
        answers.FindAddAnswer(orthanc.CreateDicom(json.dumps(tags), None, orthanc.CreateDicomFlags.NONE))

    async def show(output, uri, **request):
        output.AnswerBuffer(json.dumps(seen), "application/json")

    orthanc.RegisterStorageArea(create, read, remove)
    orthanc.RegisterRestCallback("/seen", show)
"""


@pytest.mark.parametrize("workers", [False, True], ids=["own stacks", "workers"])
def test_every_kind_of_callback(serve: Servers, tmp_path: Path, mr_file: DicomFile, workers: bool) -> None:
    server = serve(
        KINDS,
        dicom=True,
        configuration={
            "MaximumStorageCacheSize": 0,
            "DicomAlwaysAllowFind": True,
            "Python": {"WorkerThreads": workers},
        },
    )
    storescu(server.dicom_port, mr_file)
    second = make_dicom(tmp_path / "second.dcm", "MR")
    answer = server.post("/instances", second.content)
    assert answer.status == 200, f"{answer.text}\n{server.log_text()}"
    assert server.get(f"/instances/{mr_file.instance_id}/file").status == 200
    assert server.get(f"/instances/{second.instance_id}/file").body == second.content
    server.until(lambda: len(server.get("/seen").json()) == 4)
    expected = [["stored", str(f.dataset.PatientID), True] for f in (mr_file, second)]
    seen = server.get("/seen").json()
    assert [s for s in seen if s[0] == "stored"] == expected
    assert [s for s in seen if s[0] == "change"] == [["change", e[1]] for e in expected]
    assert server.get("/secret").status == 403
    found = findscu(server.dicom_port, tmp_path / "found", "QueryRetrieveLevel=STUDY", "PatientID=P*")
    assert [f.PatientID for f in found] == ["P0"]
    assert server.delete(f"/instances/{second.instance_id}").status == 200
    server.until(lambda: server.get(f"/instances/{second.instance_id}").status == 404)
    assert server.stop() == 0
    assert "Error in the Python callback" not in server.log_text()


@pytest.mark.parametrize("workers", [False, True], ids=["own stacks", "workers"])
def test_the_core_takes_a_lock_again(serve: Servers, tmp_path: Path, workers: bool) -> None:
    # The core holds a lock during this callback, which the same thread may take again, but no other thread.
    server = serve(
        """
        import asyncio
        import orthanc

        again, stored = [], []

        @orthanc.RegisterOnStoredInstanceCallback
        async def on_stored(instance, instance_id):
            if again:
                await asyncio.to_thread(orthanc.RestApiPost, "/instances", again.pop())
            stored.append(instance_id)

        async def store_twice(output, uri, body, **request):
            again.append(body)
            output.AnswerBuffer("ok", "text/plain")

        def list_stored(output, uri, **request):
            output.AnswerBuffer(" ".join(stored), "text/plain")

        orthanc.RegisterRestCallback("/store-twice", store_twice)
        orthanc.RegisterRestCallback("/stored", list_stored)
        """,
        configuration={"Python": {"WorkerThreads": workers}},
    )
    first, second = make_dicom(tmp_path / "1.dcm"), make_dicom(tmp_path / "2.dcm")
    assert server.post("/store-twice", second.content).status == 200
    assert server.post("/instances", first.content).status == 200
    assert server.get("/stored").text == f"{second.instance_id} {first.instance_id}"


def test_a_stop_ends_what_awaits(serve: Servers) -> None:
    server = serve(ROUTES)
    assert server.get("/leave_a_task").text == "left"
    with ThreadPoolExecutor(1) as pool:
        pool.submit(ask, server, "/forever")
        server.wait_for_log("a request waits for ever")
        begin = time.monotonic()
        assert server.stop() == 0
        assert time.monotonic() - begin < 10
    log = server.log_text()
    assert re.search(r"a callback still runs:\n(.*\n)*? .*, in forever\n +await asyncio.sleep\(1000\)", log)
    assert "a request is cancelled" in log
    assert "a task is cancelled" in log
    assert "CancelledError" in log
    assert "Python stops while" not in log


def test_a_stop_waits_for_what_ends(serve: Servers) -> None:
    server = serve("""
        import asyncio
        import orthanc

        async def slow(output, uri, **request):
            orthanc.LogWarning("takes its time")
            await asyncio.sleep(2)
            orthanc.LogWarning(f"is done {len(orthanc.RestApiGet('/system')) > 0}")
            output.AnswerBuffer("done", "text/plain")

        @orthanc.RegisterOnChangeCallback
        async def on_change(change, level, resource):
            if change == orthanc.ChangeType.ORTHANC_STOPPED:
                await asyncio.sleep(0.5)
                orthanc.LogWarning(f"stopped {len(orthanc.RestApiGet('/system')) > 0}")

        orthanc.RegisterRestCallback("/slow", slow)
        """)
    with ThreadPoolExecutor(1) as pool:
        pool.submit(ask, server, "/slow")
        server.wait_for_log("takes its time")
        assert server.stop() == 0
    log = server.log_text()
    assert "is done True" in log
    assert "stopped True" in log


def test_a_stop_abandons_what_blocks_the_loop(serve: Servers) -> None:
    server = serve("""
        import asyncio
        import time
        import orthanc

        async def block(output, uri, **request):
            orthanc.LogWarning("the loop is blocked")
            time.sleep(1000)

        orthanc.RegisterRestCallback("/block", block)
        """)
    with ThreadPoolExecutor(1) as pool:
        pool.submit(ask, server, "/block")
        server.wait_for_log("the loop is blocked")
        begin = time.monotonic()
        assert server.stop() == 0
        assert time.monotonic() - begin < 12
    log = server.log_text()
    assert re.search(r"a callback still runs:\n(.*\n)*? .*, in block\n +time.sleep\(1000\)", log)
    assert "no longer waits for what this callback awaits" in log
    assert "Python stops while threads of the script still run: orthanc-event-loop" in log


def test_a_stop_cancels_an_event_that_hangs(serve: Servers) -> None:
    server = serve("""
        import asyncio
        import orthanc

        @orthanc.RegisterOnChangeCallback
        async def on_change(change, level, resource):
            try:
                await asyncio.sleep(1000)
            finally:
                orthanc.LogWarning(f"cancelled {change.name}")
        """)
    time.sleep(0.3)
    begin = time.monotonic()
    assert server.stop() == 0
    assert time.monotonic() - begin < 10
    assert "cancelled ORTHANC_STARTED" in server.log_text()


def test_a_reset_starts_a_new_loop(serve: Servers) -> None:
    server = serve(ROUTES)
    for _ in range(2):
        assert server.get("/leave_a_task").text == "left"
        server.reset({})
        server.wait_until_ready()
        assert server.get("/inner/3").text == "3"
    assert server.log_text().count("a task is cancelled") == 2
    assert server.stop() == 0


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
