"""The server ends well, whatever Python is doing at that moment."""

from __future__ import annotations

import http.client
import time
from concurrent.futures import ThreadPoolExecutor

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
        time.sleep(0.7)
        server.terminate()
        texts = [future.result() for future in asked]
    assert server.stop() == 0
    assert texts[:8] == ["done"] * 8
    assert "Fatal Python error" not in server.log_text()


def test_a_script_may_stop_the_server(serve: Servers) -> None:
    server = serve("""
        import orthanc

        def leave(output, uri, **request):
            output.AnswerBuffer("bye", "text/plain")
            orthanc.RestApiPost("/tools/shutdown", "")

        orthanc.RegisterRestCallback("/leave", leave)
        """)
    assert server.get("/leave").text == "bye"
    assert server.wait(20) == 0


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
