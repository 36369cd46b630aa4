"""Background work as in public scripts: threads, schedules, executors and folders on `sys.path`."""

from __future__ import annotations

import contextlib
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from orthanc_codegen.ir import Version

from .harness import Servers, server_release


def test_threads_ask_the_server_by_the_clock(serve: Servers) -> None:
    server = serve(
        """
        import json
        import threading
        import time
        import requests
        import schedule
        import orthanc

        TOKEN = orthanc.GenerateRestApiAuthorizationToken()
        PORT = json.loads(orthanc.GetConfiguration())["HttpPort"]
        names = []

        def ask():
            headers = {"Authorization": TOKEN}
            answer = requests.get(f"http://127.0.0.1:{PORT}/system", headers=headers, timeout=10)
            names.append(answer.json()["Name"])

        def keep_the_schedule():
            while True:
                schedule.run_pending()
                time.sleep(0.05)

        def spin():
            while True:
                time.sleep(0)

        @orthanc.RegisterOnChangeCallback
        def on_change(change, level, resource):
            if change == orthanc.ChangeType.ORTHANC_STARTED:
                schedule.every(1).seconds.do(ask)
                threading.Thread(target=keep_the_schedule, daemon=True).start()
                threading.Thread(target=spin, daemon=True).start()

        def route(output, uri, **request):
            output.AnswerBuffer(json.dumps(names), "application/json")

        orthanc.RegisterRestCallback("/names", route)
        """,
        packages=True,
    )
    server.until(lambda: len(server.get("/names").json()) >= 2)
    assert set(server.get("/names").json()) == {"orthanc-codegen"}
    assert server.stop() == 0


@pytest.mark.skipif(
    server_release() < Version(1, 10, 0), reason="the SQLite of this server is too old for that of the Python"
)
def test_threads_share_a_database_behind_a_lock(serve: Servers, tmp_path: Path) -> None:
    server = serve("""
        import os, sqlite3, threading
        import orthanc

        file = os.path.join(os.path.dirname(__file__), "visits.db")
        database = sqlite3.connect(file, check_same_thread=False)
        database.execute("CREATE TABLE visits (visitor TEXT, number INTEGER)")
        lock = threading.Lock()

        def visit(visitor):
            with lock, database:
                count, = database.execute("SELECT COUNT(*) FROM visits").fetchone()
                database.execute("INSERT INTO visits VALUES (?, ?)", (visitor, count))
                rows = database.execute("SELECT number FROM visits WHERE visitor = ?", (visitor,)).fetchall()
            return len(rows)

        def route(output, uri, groups, **request):
            output.AnswerBuffer(str(visit(groups[0])), "text/plain")

        def work():
            for _ in range(100):
                visit("thread")
            orthanc.LogWarning("the thread is done")

        orthanc.RegisterRestCallback("/visit/(.*)", route)
        threading.Thread(target=work).start()
        """)
    visitors = [f"client{number % 8}" for number in range(200)]
    with ThreadPoolExecutor(8) as clients:
        counts = list(clients.map(lambda visitor: int(server.get(f"/visit/{visitor}").text), visitors))
    assert sorted(counts) == sorted([*range(1, 26)] * 8)
    server.wait_for_log("the thread is done")
    assert server.get("/visit/thread").text == "101"
    assert server.stop() == 0
    with contextlib.closing(sqlite3.connect(tmp_path / "visits.db")) as database:
        numbers = [number for (number,) in database.execute("SELECT number FROM visits ORDER BY rowid")]
    assert numbers == list(range(301))  # no two threads were inside at once


def test_an_executor_at_module_level(serve: Servers) -> None:
    server = serve("""
        from concurrent.futures import ProcessPoolExecutor
        from concurrent.futures.process import BrokenProcessPool
        import os
        import orthanc

        executor = ProcessPoolExecutor(2)

        def square(x):
            return x * x

        def route(output, uri, **request):
            global executor
            try:
                if uri == "/crash":
                    executor.submit(os._exit, 1).result()
                output.AnswerBuffer(str(executor.submit(square, 7).result()), "text/plain")
            except BrokenProcessPool:
                executor = ProcessPoolExecutor(2)
                output.AnswerBuffer("broken", "text/plain")

        orthanc.RegisterRestCallback("/(square|crash)", route)
        """)
    assert server.get("/square").text == "49"
    assert server.get("/crash").text == "broken"
    assert server.get("/square").text == "49"
    assert server.stop() == 0


def test_a_script_that_chooses_how_processes_start(serve: Servers, tmp_path: Path) -> None:
    (tmp_path / "work.py").write_text("def double(x):\n    return 2 * x\n")
    server = serve("""
        import multiprocessing
        import orthanc
        import work

        def treble(x):
            return 3 * x

        if multiprocessing.parent_process() is None:
            multiprocessing.set_start_method("spawn")
            pool = multiprocessing.Pool(1)
            orthanc.LogWarning(f"{pool.apply(work.double, (21,))} and {pool.apply(treble, (21,))}")
        """)
    server.wait_for_log("42 and 63$")
    server.reset({})
    server.wait_for_log(r"(?s)42 and 63\n.*42 and 63\n")


def test_folders_that_a_script_adds_to_the_path(serve: Servers, tmp_path: Path) -> None:
    for name in ("first", "last"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "placed.py").write_text(f"PLACE = {name!r}\n")
    server = serve("""
        import os, sys
        import orthanc
        here = os.path.dirname(__file__)
        sys.path.insert(0, os.path.join(here, "first"))
        sys.path.append(os.path.join(here, "last"))
        import placed
        orthanc.LogWarning(f"placed {placed.PLACE}")
        """)
    server.wait_for_log("placed first$")
    (tmp_path / "first" / "placed.py").unlink()
    server.reset({})
    server.wait_for_log("placed last$")
