"""Processes that a script forks from the server: they compute, do not serve, and end with the server."""

from __future__ import annotations

import http.client
import signal
from pathlib import Path

import pytest

from .children import assert_port_is_free, kill, wait_until_gone, wait_until_no_port
from .harness import TIMEOUT, RunningServer, Servers

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
        # Sent immediately, since a new process must not miss the signal.
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
    """Run a server with the script above."""
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


@pytest.mark.needs("LogMessage")
def test_a_process_logs_with_origin_and_level(serve: Servers) -> None:
    server = serve("""
        import multiprocessing
        import orthanc

        def work():
            category = orthanc.LogCategory.PLUGINS
            for level in orthanc.LogLevel:
                orthanc.LogMessage(f"at {level.name}", "mine", "file.py", 7, category, level)

        worker = multiprocessing.Process(target=work)
        worker.start()
        worker.join()
        orthanc.LogWarning(f"ended with {worker.exitcode}")
        """)
    server.wait_for_log("ended with 0$")
    for level in ("ERROR", "WARNING", "INFO", "TRACE"):
        server.wait_for_log(rf"^{level[0]} process \d+\] at {level}$")


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
    connection = http.client.HTTPConnection("127.0.0.1", forks.http_port, timeout=TIMEOUT)
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
    server.reset({})
    server.wait_for_log(r"(?s)the pool says 42\n.*the pool says 42\n")
