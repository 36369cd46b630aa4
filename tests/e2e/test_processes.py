"""Processes that a script starts, with multiprocessing, futures or subprocess: they work, and they end."""

from __future__ import annotations

import textwrap
import time
from pathlib import Path

import pytest

from .children import children_of
from .harness import RunningServer, Servers

BESIDE = """
import os
import time


def square(x):
    return x * x, os.getpid()


def where():
    import multiprocessing
    import sys
    return sys.prefix, sys.executable, multiprocessing.get_start_method()


def call_server():
    import orthanc
    try:
        orthanc.RestApiGet("/system")
    except orthanc.OrthancException as error:
        return error.args[0].name, orthanc.ChangeType.STABLE_STUDY.name


def sleep(seconds):
    time.sleep(seconds)
"""

SCRIPT = """
    import json, multiprocessing, os, subprocess, sys
    from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
    import orthanc
    import beside

    executor = None

    def answer(work):
        def route(output, uri, **request):
            output.AnswerBuffer(json.dumps(work()), "application/json")
        return route

    def pool(method=None):
        with multiprocessing.get_context(method).Pool(2) as workers:
            return workers.map(beside.square, range(4)) + [(-1, os.getpid())]

    def own_function():
        with multiprocessing.Pool(1) as workers:
            return workers.apply(own, ("given",))

    def own(text):
        return __name__ + " has " + text

    def kept():
        global executor
        executor = executor or ProcessPoolExecutor(1)
        return executor.submit(beside.square, 3).result()

    def child(code):
        return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout

    if multiprocessing.parent_process() is None:  # not in its own child processes
        for path, work in {
            "pool": pool,
            "spawn": lambda: pool("spawn"),
            "forkserver": lambda: pool("forkserver"),
            "own": own_function,
            "kept": kept,
            "threads": lambda: list(ThreadPoolExecutor(2).map(lambda x: 2 * x, range(3))),
            "where": lambda: [beside.where(), ProcessPoolExecutor(1).submit(beside.where).result()],
            "server": lambda: ProcessPoolExecutor(1).submit(beside.call_server).result(),
            "subprocess": lambda: child("import sys; print(sys.prefix)") == sys.prefix + "\\n",
        }.items():
            orthanc.RegisterRestCallback("/" + path, answer(work))
    """


@pytest.fixture(scope="module")
def server(serve_module: Servers, tmp_path_factory: pytest.TempPathFactory) -> RunningServer:
    """Run a server with the script above, which has a module beside it."""
    folder = tmp_path_factory.mktemp("script")
    (folder / "beside.py").write_text(BESIDE)
    (folder / "script.py").write_text(textwrap.dedent(SCRIPT))
    return serve_module(folder / "script.py")


@pytest.mark.parametrize("path", ["pool", "spawn", "forkserver"])
def test_a_pool_of_processes_works(server: RunningServer, path: str) -> None:
    *results, own = server.get(f"/{path}").json()
    assert [value for value, _ in results] == [0, 1, 4, 9]
    assert own[1] not in {pid for _, pid in results}


def test_a_function_of_the_script_itself_runs_in_a_process(server: RunningServer) -> None:
    assert server.get("/own").json() == "script has given"


def test_an_executor_is_kept_between_requests(server: RunningServer) -> None:
    first, second = server.get("/kept").json(), server.get("/kept").json()
    assert first == second
    assert first[0] == 9
    assert server.get("/threads").json() == [0, 2, 4]


def test_processes_are_forks_and_others_have_the_python_of_the_server(server: RunningServer) -> None:
    (prefix, executable, method), of_process = server.get("/where").json()
    assert method == "fork"
    assert of_process[:2] == [prefix, executable]
    assert server.get("/subprocess").json() is True


def test_in_a_process_orthanc_can_be_imported_but_has_no_server(server: RunningServer) -> None:
    assert server.get("/server").json() == ["BAD_SEQUENCE_OF_CALLS", "STABLE_STUDY"]


@pytest.mark.alone
def test_processes_end_with_the_server(serve: Servers, tmp_path: Path) -> None:
    (tmp_path / "beside.py").write_text(BESIDE)
    server = serve("""
        import multiprocessing
        from concurrent.futures import ProcessPoolExecutor
        import beside
        executor = ProcessPoolExecutor(1)
        assert executor.submit(beside.square, 3).result()[0] == 9
        executor.submit(beside.sleep, 1000)
        multiprocessing.Process(target=beside.sleep, args=[1000], name="endless").start()
        multiprocessing.Process(target=beside.sleep, args=[1000], daemon=True).start()
        pool = multiprocessing.Pool(2)
        """)
    assert server.pid is not None
    children = children_of(server.pid)
    assert len(children) >= 5
    begin = time.monotonic()
    assert server.stop() == 0
    assert time.monotonic() - begin < 10
    assert "endless" in server.log_text()
    deadline = time.monotonic() + 2  # the resource tracker ends after the server
    while any(Path(f"/proc/{child}").exists() for child in children) and time.monotonic() < deadline:
        time.sleep(0.02)
    assert not [child for child in children if Path(f"/proc/{child}").exists()]


@pytest.mark.parametrize("method", ["spawn", "forkserver"])
def test_processes_work_after_a_restart(serve: Servers, tmp_path: Path, method: str) -> None:
    (tmp_path / "beside.py").write_text(BESIDE)
    server = serve(f"""
        import multiprocessing
        import beside, orthanc
        multiprocessing.set_start_method("{method}")
        with multiprocessing.Pool(1) as pool:
            orthanc.LogWarning(f"the pool says {{pool.apply(beside.square, [7])[0]}}")
        """)
    server.wait_for_log("the pool says 49$")
    server.reset({})
    server.wait_for_log(r"(?s)the pool says 49\n.*the pool says 49\n")
    assert server.stop() == 0


def test_connections_can_be_sent_after_a_restart(serve: Servers) -> None:
    server = serve("""
        import multiprocessing
        import pickle
        from multiprocessing.reduction import ForkingPickler
        import orthanc

        reader, writer = multiprocessing.Pipe()
        sent = pickle.loads(ForkingPickler.dumps(reader))
        writer.send("something")
        orthanc.LogWarning(f"it has received {sent.recv()}")
        """)
    server.wait_for_log("it has received something$")
    server.reset({})
    server.wait_for_log(r"(?s)it has received something\n.*it has received something\n")
    assert server.stop() == 0
    assert "still run" not in server.log_text()
