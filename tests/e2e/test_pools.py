"""Pools of `multiprocessing` that a script creates at module level, without a guard."""

from __future__ import annotations

import contextlib
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from .children import assert_port_is_free, kill, wait_until_gone, wait_until_no_port, workers_of
from .harness import Answer, Servers

# A typical script: an unguarded pool at module level, for functions of the script itself.
POOL = """
    import json
    import multiprocessing
    import os
    import signal
    import time
    import urllib.request
    import orthanc

    TOKEN = orthanc.GenerateRestApiAuthorizationToken()
    PORT = json.loads(orthanc.GetConfiguration())["HttpPort"]

    def Initializer():
        signal.signal(signal.SIGINT, signal.SIG_IGN)

    def Square(data):
        return json.dumps([data * data, os.getpid()])

    def Ask(uri):
        request = urllib.request.Request(f"http://127.0.0.1:{PORT}{uri}", headers={"Authorization": TOKEN})
        with urllib.request.urlopen(request) as answer:
            return answer.read()

    def Wait():
        open(f"{os.environ['FOLDER']}/{os.getpid()}", "w").close()
        while not os.path.exists(f"{os.environ['FOLDER']}/go"):
            time.sleep(0.01)
        return str(os.getpid())

    POOL = multiprocessing.Pool(4, initializer=Initializer)

    def answer(path, function, *args):
        def route(output, uri, **request):
            output.AnswerBuffer(POOL.apply(function, args=args), "text/plain")
        orthanc.RegisterRestCallback(path, route)

    answer("/square", Square, 7)
    answer("/ask", Ask, "/system")
    answer("/wait", Wait)

    def busy(output, uri, **request):
        end = time.monotonic() + 0.2
        while time.monotonic() < end:
            orthanc.LogInfo(time.strftime("%c"))
        output.AnswerBuffer("done", "text/plain")
    orthanc.RegisterRestCallback("/busy", busy)
    """


def test_a_pool_at_module_level_serves_requests(serve: Servers) -> None:
    server = serve(POOL)
    workers = set(workers_of(server))
    value, process = server.get("/square").json()
    assert value == 49
    assert process in workers
    assert server.get("/ask").json()["Name"] == "orthanc-codegen"


def test_a_pool_is_there_again_after_a_reset(serve: Servers) -> None:
    server = serve(POOL)
    before = set(workers_of(server))
    server.post("/tools/reset", "")
    wait_until_gone(before)
    server.wait_until_ready()
    value, process = server.get("/square").json()
    assert value == 49
    assert process not in before


@contextlib.contextmanager
def set_at_the_end(event: threading.Event) -> Iterator[None]:
    """Set an event at the end of the block, even after a failure."""
    try:
        yield
    finally:
        event.set()


# Counts the kills inside a message, after which the pool must renew all processes.
COUNTED = POOL + """
    renewals = []
    renew = POOL._inqueue.renew
    POOL._inqueue.renew = lambda: (renewals.append(1), renew())

    def count(output, uri, **request):
        output.AnswerBuffer(str(len(renewals)), "text/plain")
    orthanc.RegisterRestCallback("/renewals", count)
    """


def test_a_pool_serves_on_while_its_processes_are_killed(serve: Servers) -> None:
    server = serve(COUNTED)
    begin, ending = set(workers_of(server)), threading.Event()
    killed = 0
    answers: list[Answer] = []

    def murder() -> None:
        nonlocal killed
        while not ending.wait(0.02):
            if killed > 10 + len(answers) // 4:
                continue  # the clients are slower
            for worker in workers_of(server)[killed % 3 :][:1]:  # there may be fewer than four at the moment
                kill(worker)
                killed += 1

    murderer = threading.Thread(target=murder)
    murderer.start()
    with ThreadPoolExecutor(8) as clients, set_at_the_end(ending):
        while len(answers) < 1000 or killed < 10:
            assert murderer.is_alive()
            answers += clients.map(lambda _: server.get("/square"), range(250))
    murderer.join()
    # The call of a killed process fails. If it was killed inside a message, all calls of the clients fail.
    failed = [answer for answer in answers if answer.status != 200]
    renewals = int(server.get("/renewals").text)
    print(
        f"{len(failed)} of {len(answers)} calls failed; {killed} kills, {renewals} of them inside a message"
    )
    assert len(failed) <= killed + 8 * renewals
    assert len(failed) < len(answers) // 2
    assert all(answer.status == 500 for answer in failed)
    assert {answer.json()[0] for answer in answers if answer.status == 200} == {49}
    assert begin != set(workers_of(server))
    now = begin | set(workers_of(server))
    assert server.stop() == 0
    wait_until_gone(now)
    assert_port_is_free(server.http_port)


def test_a_call_fails_whose_process_is_killed(serve: Servers, tmp_path: Path) -> None:
    folder = tmp_path / "held"
    folder.mkdir()
    server = serve(POOL, environment={"FOLDER": str(folder)})
    with ThreadPoolExecutor(4) as clients:
        calls = [clients.submit(server.get, "/wait") for _ in range(4)]
        server.until(lambda: sum(1 for _ in folder.iterdir()) == 4)
        victim = workers_of(server)[0]
        kill(victim)
        (folder / "go").touch()
        answers = [call.result() for call in calls]
    assert sorted(answer.status for answer in answers) == [200, 200, 200, 500]
    server.wait_for_log("ProcessError: a process of the pool ended before this call was done")
    assert str(victim) not in {answer.text for answer in answers}


def test_a_process_that_is_forked_late_works_and_holds_no_port(serve: Servers) -> None:
    # Fork from a Python thread while 50 HTTP threads log and format times, which needs locks of libc.
    server = serve(POOL, configuration={"HttpThreadsCount": 60})
    ending = threading.Event()

    def keep_busy(_: int) -> None:
        while not ending.is_set():
            assert server.get("/busy").text == "done"

    with ThreadPoolExecutor(50) as clients, set_at_the_end(ending):
        threads = [clients.submit(keep_busy, number) for number in range(50)]
        for _ in range(10):
            for worker in workers_of(server):
                kill(worker)
            time.sleep(0.1)
            assert server.get("/square").status in (200, 500)
        server.until(lambda: len(workers_of(server)) == 4)
        assert all(server.get("/square").json()[0] == 49 for _ in range(20))
        for worker in workers_of(server):
            wait_until_no_port(worker)
    for thread in threads:
        thread.result()
