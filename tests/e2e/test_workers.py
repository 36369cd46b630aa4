"""The option WorkerThreads: Python runs on threads of the plugin with ordinary stacks."""

from __future__ import annotations

import importlib.util
import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from .dicom import make_dicom
from .harness import RunningServer, Servers

WORKERS = {"Python": {"WorkerThreads": True}}

SCRIPT = """
    import ctypes
    import json
    import threading
    import orthanc

    libc = ctypes.CDLL(None)
    libc.pthread_self.restype = ctypes.c_ulong
    local = threading.local()

    def is_on_its_stack():
        attributes = ctypes.create_string_buffer(64)
        lowest, size = ctypes.c_size_t(), ctypes.c_size_t()
        assert libc.pthread_getattr_np(ctypes.c_ulong(libc.pthread_self()), attributes) == 0
        assert libc.pthread_attr_getstack(attributes, ctypes.byref(lowest), ctypes.byref(size)) == 0
        with open("/proc/thread-self/syscall") as file:
            pointer = int(file.read().split()[-2], 16)
        return lowest.value <= pointer < lowest.value + size.value

    def stack(output, uri, **request):
        output.AnswerBuffer(json.dumps(is_on_its_stack()), "application/json")

    def inner(output, uri, groups, **request):
        n = int(groups[0])
        below = orthanc.RestApiGetAfterPlugins(f"/inner/{n - 1}") if n else b"-1"
        output.AnswerBuffer(str(int(below) + 1), "text/plain")

    def count(output, uri, **request):
        local.calls = getattr(local, "calls", 0) + 1
        output.AnswerBuffer(str(local.calls), "text/plain")

    stored = []
    again = []

    def on_stored(instance, instance_id):
        # The core acquires a lock for this callback, and again to store the instance.
        if again:
            orthanc.RestApiPost("/instances", again.pop())
        stored.append(instance_id)

    def store_twice(output, uri, body, **request):
        again.append(body)
        output.AnswerBuffer("ok", "text/plain")

    def list_stored(output, uri, **request):
        output.AnswerBuffer(json.dumps(stored), "application/json")

    orthanc.RegisterRestCallback("/stack", stack)
    orthanc.RegisterRestCallback("/inner/(.*)", inner)
    orthanc.RegisterRestCallback("/count", count)
    orthanc.RegisterRestCallback("/store-twice", store_twice)
    orthanc.RegisterRestCallback("/stored", list_stored)
    orthanc.RegisterOnStoredInstanceCallback(on_stored)
"""


@pytest.fixture(scope="module")
def server(serve_module: Servers) -> RunningServer:
    """Run a server with the script above and the option."""
    return serve_module(SCRIPT, configuration=WORKERS)


def test_python_runs_on_the_stack_of_its_thread(server: RunningServer, serve: Servers) -> None:
    assert server.get("/stack").json() is True
    assert serve(SCRIPT).get("/stack").json() is False, "the stack was not switched"


def test_many_clients_and_nested_routes(server: RunningServer) -> None:
    paths = ["/inner/3", "/count", "/system", "/stack", "/nothing"] * 40
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(server.get, paths))
    assert [a.status for a in answers] == [404 if path == "/nothing" else 200 for path in paths]
    assert server.get("/inner/20").text == "20"
    # 50 threads serve these 120 requests, so some of them serve several.
    assert max(int(server.get("/count").text) for _ in range(120)) > 1, "no thread state was kept"


def test_the_core_takes_a_lock_again(server: RunningServer, tmp_path: Path) -> None:
    first, second = make_dicom(tmp_path / "1.dcm"), make_dicom(tmp_path / "2.dcm")
    assert server.post("/store-twice", second.content).status == 200
    assert server.post("/instances", first.content).status == 200
    assert server.get("/stored").json() == [second.instance_id, first.instance_id]


def test_stop_and_reset(serve: Servers) -> None:
    server = serve(SCRIPT, configuration=WORKERS)
    assert server.get("/stack").json() is True
    server.post("/tools/reset", "")
    server.wait_for_log(r"(?s)Orthanc has started.*Orthanc has started")
    server.wait_until_ready()
    with ThreadPoolExecutor(8) as pool:
        assert {a.text for a in pool.map(server.get, ["/inner/2"] * 40)} == {"2"}
    assert server.get("/stack").json() is True
    assert server.stop() == 0


@pytest.mark.skipif(importlib.util.find_spec("jpype") is None, reason="JPype1 is not installed")
@pytest.mark.skipif(shutil.which("java") is None, reason="there is no Java")
def test_a_java_machine_in_the_process(serve: Servers) -> None:
    script = """
        import jpype
        import orthanc

        jpype.startJVM()

        def call(output, uri, **request):
            text = jpype.java.lang.String("from Java")
            output.AnswerBuffer(str(text.toUpperCase()), "text/plain")

        def fail(output, uri, **request):
            jpype.java.lang.Integer.parseInt("no number")

        orthanc.RegisterRestCallback("/call", call)
        orthanc.RegisterRestCallback("/fail", fail)
        """
    server = serve(script, configuration=WORKERS, packages=True)
    with ThreadPoolExecutor(4) as pool:
        assert {a.text for a in pool.map(server.get, ["/call"] * 40)} == {"FROM JAVA"}
    assert server.get("/fail").status == 500
    server.wait_for_log(r"NumberFormatException.*no number")
