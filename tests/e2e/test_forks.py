"""Processes that a script forks from the server: they compute, do not serve, and end with it."""

from __future__ import annotations

import contextlib
import http.client
import os
import signal
import socket
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from .harness import Answer, RunningServer, Servers
from .test_processes import children_of

# A typical script: a pool at module level without a guard, for functions of the script itself.
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

    def Slow(seconds):
        time.sleep(seconds)
        return str(os.getpid())

    POOL = multiprocessing.Pool(4, initializer=Initializer)

    def answer(path, function, *args):
        def route(output, uri, **request):
            output.AnswerBuffer(POOL.apply(function, args=args), "text/plain")
        orthanc.RegisterRestCallback(path, route)

    answer("/square", Square, 7)
    answer("/ask", Ask, "/system")
    answer("/slow", Slow, 0.5)

    def busy(output, uri, **request):
        end = time.monotonic() + 0.2
        while time.monotonic() < end:
            orthanc.LogInfo(time.strftime("%c"))
        output.AnswerBuffer("done", "text/plain")
    orthanc.RegisterRestCallback("/busy", busy)
    """


def workers_of(server: RunningServer) -> list[int]:
    """List the processes of the server's pool."""
    assert server.pid is not None
    return sorted(children_of(server.pid))


def kill(pid: int) -> None:
    """Kill a process that may have ended already."""
    with contextlib.suppress(ProcessLookupError):
        os.kill(pid, signal.SIGKILL)


def wait_until_gone(pids: set[int], seconds: float = 3.0) -> None:
    """Wait for the end of processes that are not children of this one."""

    def is_alive(pid: int) -> bool:
        try:
            return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
        except OSError:
            return False

    deadline = time.monotonic() + seconds
    while any(map(is_alive, pids)) and time.monotonic() < deadline:
        time.sleep(0.02)
    assert not [pid for pid in pids if is_alive(pid)]


def assert_port_is_free(port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        probe.bind(("0.0.0.0", port))


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


def test_a_pool_serves_on_while_its_processes_are_killed(serve: Servers) -> None:
    server = serve(POOL)
    begin, ending = set(workers_of(server)), threading.Event()
    killed = 0

    def murder() -> None:
        nonlocal killed
        while not ending.wait(0.02):
            for worker in workers_of(server)[killed % 3 :][:1]:  # there may be fewer than four just now
                kill(worker)
                killed += 1

    murderer = threading.Thread(target=murder)
    murderer.start()
    answers: list[Answer] = []
    with ThreadPoolExecutor(8) as clients:
        while len(answers) < 1000 or killed < 10:
            assert murderer.is_alive()
            answers += clients.map(lambda _: server.get("/square"), range(250))
    ending.set()
    murderer.join()
    # The call of a killed process fails. If it was killed inside a message, the other calls fail too.
    failed = [answer for answer in answers if answer.status != 200]
    assert len(failed) <= min(8 * killed, len(answers) // 2)
    assert all(answer.status == 500 for answer in failed)
    assert {answer.json()[0] for answer in answers if answer.status == 200} == {49}
    assert begin != set(workers_of(server))
    now = begin | set(workers_of(server))
    assert server.stop() == 0
    wait_until_gone(now)
    assert_port_is_free(server.http_port)


def test_a_call_fails_whose_process_is_killed(serve: Servers) -> None:
    server = serve(POOL)
    with ThreadPoolExecutor(4) as clients:
        calls = [clients.submit(server.get, "/slow") for _ in range(4)]
        time.sleep(0.2)
        victim = workers_of(server)[0]
        kill(victim)
        answers = [call.result() for call in calls]
    assert sorted(answer.status for answer in answers) == [200, 200, 200, 500]
    server.wait_for_log("ProcessError: a process of the pool ended before this call was done")
    assert str(victim) not in {answer.text for answer in answers}


def test_a_process_that_is_forked_late_works_and_holds_no_port(serve: Servers) -> None:
    # From a Python thread, while 50 HTTP threads log and format times, and hold the locks for that.
    server = serve(POOL, configuration={"HttpThreadsCount": 60})
    ending = threading.Event()

    def keep_busy(_: int) -> None:
        while not ending.is_set():
            assert server.get("/busy").text == "done"

    with ThreadPoolExecutor(50) as clients:
        threads = [clients.submit(keep_busy, number) for number in range(50)]
        for _ in range(10):
            for worker in workers_of(server):
                kill(worker)
            time.sleep(0.1)
            assert server.get("/square").status in (200, 500)
        time.sleep(0.3)
        workers = workers_of(server)
        assert len(workers) == 4
        assert all(server.get("/square").json()[0] == 49 for _ in range(20))
        for worker in workers:
            wait_until_no_port(worker)
        ending.set()
        for thread in threads:
            thread.result()


def ports_of(pid: int) -> set[int]:
    """List the local ports of the TCP sockets that a process has open."""
    inodes = set()
    for entry in Path(f"/proc/{pid}/fd").iterdir():
        with contextlib.suppress(OSError):
            inodes.add(str(entry.readlink()))
    lines = [
        line.split()
        for table in ("tcp", "tcp6")
        for line in Path(f"/proc/{pid}/net/{table}").read_text().splitlines()[1:]
    ]
    return {int(fields[1].rpartition(":")[2], 16) for fields in lines if f"socket:[{fields[9]}]" in inodes}


def wait_until_no_port(pid: int, seconds: float = 3.0) -> None:
    """Wait until a new fork has closed the sockets of the server."""
    deadline = time.monotonic() + seconds
    while ports_of(pid) and time.monotonic() < deadline:
        time.sleep(0.02)
    assert not ports_of(pid)


FORKS = """
    import logging
    import multiprocessing
    import os
    import sys
    import threading
    import time
    import orthanc

    class Holder:
        def __init__(self):
            self.function = lambda x: x + 1  # which cannot be pickled
            self.image = orthanc.CreateImage(orthanc.PixelFormat.RGB24, 4, 4)
        def work(self, queue):
            queue.put(self.function(41))
            for call in (lambda: orthanc.RestApiGet("/system"), self.image.GetImageWidth,
                         lambda: orthanc.RegisterOnChangeCallback(print)):
                try:
                    call()
                except Exception as error:
                    queue.put(f"{type(error).__name__} {error}")
            orthanc.LogWarning("a word of a process")
            logging.warning("another word")

    def ended(pid):
        return str(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))

    def process(output, uri, **request):
        queue = multiprocessing.Queue()
        worker = multiprocessing.Process(target=Holder().work, args=(queue,))
        worker.start()
        items = [str(queue.get(timeout=10)) for _ in range(4)]
        worker.join()
        output.AnswerBuffer("\\n".join([*items, str(worker.exitcode)]), "text/plain")

    def exit_as(output, uri, **request):
        pid = os.fork()
        if pid == 0:
            sys.exit({"zero": None, "seven": 7, "text": "a reason"}[uri.rpartition("/")[2]])
        output.AnswerBuffer(ended(pid), "text/plain")

    def terminate(output, uri, **request):
        # At once: the process must not have missed the signal.
        codes = set()
        for _ in range(30):
            worker = multiprocessing.Process(target=time.sleep, args=(1000,))
            worker.start()
            worker.terminate()
            worker.join(5)
            codes.add(worker.exitcode)
            worker.kill()
        output.AnswerBuffer(str(codes), "text/plain")

    def exit_in_thread(output, uri, **request):
        got = []
        def fork():
            pid = os.fork()
            if pid:
                got.append(pid)
        thread = threading.Thread(target=fork)
        thread.start()
        thread.join()
        output.AnswerBuffer(ended(got[0]), "text/plain")

    def answer_in_child(output, uri, **request):
        pid = os.fork()
        output.AnswerBuffer("the parent" if pid else "the child", "text/plain")
        if pid:
            orthanc.LogWarning("the child ended with " + ended(pid))

    def go_on(output, uri, **request):
        pid = os.fork()
        if pid == 0:
            if uri == "/deaf":
                import signal
                signal.signal(signal.SIGTERM, signal.SIG_IGN)
            time.sleep(1000)
        output.AnswerBuffer(str(pid), "text/plain")

    for path, route in {"/process": process, "/terminate": terminate, "/exit/(.*)": exit_as,
                        "/thread": exit_in_thread, "/answer": answer_in_child,
                        "/(long|deaf)": go_on}.items():
        orthanc.RegisterRestCallback(path, route)
    """


@pytest.fixture(scope="module")
def forks(serve_module: Servers) -> RunningServer:
    """Serve the script above."""
    return serve_module(FORKS)


def test_a_process_gets_what_cannot_be_pickled_but_no_server(forks: RunningServer) -> None:
    answer = forks.get("/process").text.split("\n")
    assert answer[0] == "42"
    assert "a process that the script has started cannot call Orthanc directly" in answer[1]
    assert answer[2].startswith("ValueError"), "a handle of the server"
    assert "a process that the script has started cannot call Orthanc directly" in answer[3]
    assert answer[4] == "0"
    forks.wait_for_log(r"^W process \d+\] a word of a process$")
    forks.wait_for_log(r"^W process \d+\] another word$")


@pytest.mark.parametrize(("path", "status"), [("zero", "0"), ("seven", "7"), ("text", "1")])
def test_a_process_that_exits_in_a_callback_is_no_second_server(
    forks: RunningServer, path: str, status: str
) -> None:
    assert forks.get(f"/exit/{path}").text == status
    assert forks.pid is not None
    if status == "1":
        forks.wait_for_log("^a reason$")


def test_a_process_is_terminated_however_soon(forks: RunningServer) -> None:
    assert forks.get("/terminate").text == str({-signal.SIGTERM})


def test_a_process_of_the_start_meets_a_closed_connection_as_an_exception(serve: Servers) -> None:
    server = serve("""
        import multiprocessing
        import socket
        import orthanc

        def send(_):
            ours, theirs = socket.socketpair()
            theirs.close()
            try:
                ours.send(b"x")
            except BrokenPipeError:
                return "an exception"

        orthanc.LogWarning("it is " + multiprocessing.Pool(1).apply(send, (0,)))
        """)
    server.wait_for_log("it is an exception$")


def test_a_process_whose_thread_returns_ends(forks: RunningServer) -> None:
    assert forks.get("/thread").text == "0"


def test_a_process_answers_no_request(forks: RunningServer) -> None:
    assert forks.get("/answer").text == "the parent"
    forks.wait_for_log("the child ended with 1$")


def test_a_script_may_fork_while_it_is_loaded(serve: Servers) -> None:
    server = serve("""
        import os, sys
        import orthanc
        pid = os.fork()
        if pid:
            orthanc.LogWarning(f"status {os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])}")
        """)
    server.wait_for_log("status 0$")


@pytest.mark.parametrize("path", ["/long", "/deaf"])
@pytest.mark.parametrize("end", [signal.SIGTERM, signal.SIGKILL])
def test_a_process_ends_with_the_server_however_that_ends(
    serve: Servers, path: str, end: signal.Signals
) -> None:
    server = serve(FORKS)
    child = int(server.get(path).text)
    assert server.pid is not None
    wait_until_no_port(child)
    if end == signal.SIGTERM:
        assert server.stop() == 0
    else:
        serve.kill(server)
    wait_until_gone({child})
    assert_port_is_free(server.http_port)


def test_connections_end_though_processes_were_forked_meanwhile(forks: RunningServer) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", forks.http_port, timeout=5)
    connection.request("GET", "/long", headers={"Connection": "close"})
    answer = connection.getresponse()
    child = int(answer.read())
    assert connection.sock is None or connection.sock.recv(1) == b""
    kill(child)


def test_a_script_named_main_is_that_module(serve: Servers, tmp_path: Path) -> None:
    script = tmp_path / "folder" / "__main__.py"
    script.parent.mkdir()
    script.write_text("""
import multiprocessing
import orthanc

def double(x):
    return 2 * x

if __name__ == "__main__":
    POOL = multiprocessing.Pool(1)
    orthanc.LogWarning(f"the pool says {POOL.apply(double, (21,))}")
""")
    server = serve(script)
    server.wait_for_log("the pool says 42$")
    server.post("/tools/reset", "")
    server.wait_for_log(r"(?s)the pool says 42\n.*the pool says 42\n")
