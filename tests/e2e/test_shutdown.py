"""Stops of the server: it exits well, whatever Python is doing at that moment."""

from __future__ import annotations

import http.client
import re
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from .harness import Servers


def test_the_server_ends_while_python_threads_run(serve: Servers) -> None:
    server = serve("""
        import atexit
        import threading
        import time
        import orthanc

        def work():
            while True:
                orthanc.RestApiGet("/system")

        def rest():
            while True:
                time.sleep(0.001)

        def compute():
            while True:
                sum(range(1000))

        for target in (work, work, rest, compute):
            threading.Thread(target=target, daemon=True).start()
        atexit.register(lambda: orthanc.LogWarning("Python said goodbye"))
        """)
    time.sleep(0.3)
    assert server.stop() == 0
    log = server.log_text()
    assert "Orthanc has stopped" in log
    assert "Python said goodbye" in log
    assert "Fatal Python error" not in log


def test_the_server_ends_if_no_thread_can_be_started(serve: Servers) -> None:
    server = serve("""
        import atexit
        import threading
        import orthanc

        def refuse(thread):
            raise RuntimeError("can't start new thread")

        atexit.register(orthanc.LogWarning, "Python said goodbye")
        threading.Thread.start = refuse
        """)
    assert server.stop() == 0
    assert "Python said goodbye" in server.log_text()


def test_the_server_ends_while_requests_are_under_way(serve: Servers) -> None:
    server = serve("""
        import time
        import orthanc

        def slow(output, uri, **request):
            time.sleep(0.5)
            output.AnswerBuffer("done", "text/plain")

        orthanc.RegisterRestCallback("/slow", slow)
        """)

    def ask(_: int) -> str:
        try:
            return server.get("/slow").text
        except (OSError, http.client.HTTPException):
            return "refused"

    with ThreadPoolExecutor(8) as pool:
        asked = [pool.submit(ask, number) for number in range(40)]
        for future in asked[:8]:
            future.result()
        time.sleep(0.2)
        server.terminate()
        texts = [future.result() for future in asked]
    assert server.stop() == 0
    assert texts[:8] == ["done"] * 8
    assert "Fatal Python error" not in server.log_text()


def test_threads_that_call_without_a_pause_are_refused_in_time(serve: Servers) -> None:
    # Without the refusal, the core would be torn down while they use it, and usually crash.
    server = serve("""
        import atexit
        import threading
        import orthanc

        refused, stopping, last_calls = [], threading.Event(), []

        def hammer():
            while True:
                try:
                    orthanc.RestApiGet("/system")
                except orthanc.OrthancException as error:
                    if "stopping" in error.args[1]:
                        refused.append(int(error.args[0]))
                        return

        def last_call():
            stopping.wait()
            last_calls.append(len(orthanc.RestApiGet("/system")))

        polite = threading.Thread(target=last_call)

        @orthanc.RegisterOnChangeCallback
        def on_change(change, level, resource):
            if change == orthanc.ChangeType.ORTHANC_STOPPED:
                stopping.set()
                polite.join()

        @atexit.register
        def report():
            orthanc.LogWarning(f"{len(refused)} refused {set(refused)}, {len(last_calls)} last call")

        polite.start()
        for _ in range(6):
            threading.Thread(target=hammer, daemon=True).start()
        """)
    time.sleep(0.5)
    assert server.stop() == 0
    assert "6 refused {6}, 1 last call" in server.log_text()


def test_a_call_that_lasts_is_waited_for(serve: Servers) -> None:
    server = serve("""
        import threading
        import time
        import orthanc

        def slow(output, uri, **request):
            orthanc.LogWarning("under way")
            time.sleep(1.5)
            output.AnswerBuffer("slept", "text/plain")

        def ask():
            answer = orthanc.RestApiGetAfterPlugins("/slow")
            print("the answer is", answer, flush=True)

        @orthanc.RegisterOnChangeCallback
        def on_change(change, level, resource):
            if change == orthanc.ChangeType.ORTHANC_STARTED:
                threading.Thread(target=ask).start()

        orthanc.RegisterRestCallback("/slow", slow)
        """)
    server.wait_for_log("under way")
    assert server.stop() == 0
    assert "the answer is b'slept'" in server.log_text()


@pytest.mark.alone  # it needs 8 of the 10 seconds
def test_what_never_ends_does_not_hold_the_server(serve: Servers) -> None:
    # A callback, a call into the core, a thread and processes hang: their waits must not add up.
    server = serve("""
        import multiprocessing
        import signal
        import threading
        import time
        import orthanc

        @orthanc.RegisterOnChangeCallback
        def on_change(change, level, resource):
            threading.Thread(target=call, daemon=True).start()
            orthanc.LogWarning("a callback waits for ever")
            time.sleep(1000)

        def answer_never(output, uri, **request):
            orthanc.LogWarning("a call waits for ever")
            time.sleep(1000)

        orthanc.RegisterRestCallback("/never", answer_never)
        call = lambda: orthanc.RestApiGetAfterPlugins("/never")
        threading.Thread(target=time.sleep, args=(1000,), name="hung").start()

        def ignore():
            signal.signal(signal.SIGTERM, signal.SIG_IGN)

        pool = multiprocessing.Pool(2, initializer=ignore)
        pending = [pool.apply_async(time.sleep, (1000,)) for _ in range(2)]
        multiprocessing.Process(target=lambda: (ignore(), time.sleep(1000)), name="deaf").start()
        """)
    server.wait_for_log("a callback waits for ever")
    server.wait_for_log("a call waits for ever")
    before = time.monotonic()
    assert server.stop() == 0
    assert time.monotonic() - before < 10
    log = server.log_text()
    assert "Orthanc stops while threads of the script still call it: 1" in log
    assert "Python stops while callbacks still run: 2" in log
    assert re.search(
        r"Dropped an event, because the stop no longer waits for it: ORTHANC_STOPPED \w+ for the Python", log
    )
    assert re.search("Python stops while threads of the script still run: .*hung", log)
    assert "Processes of the script still ran when Python stopped, and were ended: deaf" in log
    assert "Processes of the script did not end, and were killed: ForkPoolWorker" in log
    assert re.search(r"a callback still runs:\n(.*\n)*? .*, in on_change", log)


def test_the_log_tells_which_request_the_server_waits_for(serve: Servers, tmp_path: Path) -> None:
    # Orthanc itself waits for the callback of an HTTP thread without limit.
    go_on = tmp_path / "go_on"
    server = serve(f"""
        import os
        import time
        import orthanc

        def slow(output, uri, **request):
            orthanc.LogWarning("takes its time")
            while not os.path.exists({str(go_on)!r}):
                time.sleep(0.05)
            output.AnswerBuffer("too late", "text/plain")

        orthanc.RegisterRestCallback("/slow", slow)
        """)
    with ThreadPoolExecutor(1) as pool:
        pool.submit(server.get, "/slow")
        server.wait_for_log("takes its time")
        server.terminate()
        server.wait_for_log(r"a callback still runs:\n(.*\n)*? .*, in slow\n")
        go_on.touch()
        assert server.stop() == 0
    log = server.log_text()
    assert log.count("Orthanc stops, but a callback still runs:") == 1
    assert re.search(r"a callback still runs:\n(.*\n)*? .*, in slow\n +(while|time.sleep)", log)


def test_objects_with_finalisers_survive_the_end(serve: Servers) -> None:
    server = serve("""
        import threading
        import orthanc

        class Clingy:
            def __init__(self):
                self.me = self
                self.image = orthanc.CreateImage(orthanc.PixelFormat.RGB24, 64, 64)
            def __del__(self):
                self.image.GetImageWidth()
                orthanc.LogWarning("let go")

        kept = [Clingy() for _ in range(10)]
        image = orthanc.CreateImage(orthanc.PixelFormat.GRAYSCALE8, 8, 8)
        local = threading.local()

        def keep(output, uri, **request):
            local.kept = Clingy()
            output.AnswerBuffer("kept", "text/plain")

        orthanc.RegisterRestCallback("/keep", keep)
        """)
    for _ in range(10):
        assert server.get("/keep").text == "kept"
    assert server.stop() == 0
    assert "Fatal Python error" not in server.log_text()


def test_what_stands_for_a_module_may_be_anything(serve: Servers) -> None:
    server = serve("""
        import sys
        import types
        import orthanc

        class Lazy(types.ModuleType):
            def __getattr__(self, name):
                raise ImportError("not installed")

        class Held:
            def __del__(self):
                orthanc.LogWarning("let go")

        sys.modules["lazy"] = Lazy("lazy")
        sys.modules["nothing"] = None
        sys.modules["odd"] = types.SimpleNamespace(__file__=5)
        held = Held()
        """)
    assert server.stop() == 0
    assert "let go" in server.log_text()
    assert "Error while Python was stopped" not in server.log_text()


def test_the_exception_of_a_thread_is_logged_during_the_stop_too(serve: Servers) -> None:
    server = serve("""
        import logging
        import threading
        import time
        import orthanc

        def work():
            try:
                while True:
                    orthanc.RestApiGet("/system")
            except orthanc.OrthancException:
                pass
            logging.getLogger("worker").error("the worker ends")
            raise ValueError("and this is why")

        threading.Thread(target=work, name="worker").start()
        """)
    assert server.stop() == 0
    log = server.log_text()
    assert "worker: the worker ends" in log
    assert re.search(r"Exception in thread worker:\n.*Traceback(.*\n)*.*ValueError: and this is why", log)
