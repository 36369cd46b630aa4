"""The life of a server with the official plugin and with this one."""

from __future__ import annotations

import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from orthanc_testing import make_dataset

from ..e2e.harness import Servers
from .started import ROUTE, Started, raw_answer


def test_records_of_logging(which: str, serve: Started) -> None:
    server = serve("import logging\nlogging.getLogger('name').warning('hello')")
    found = server.wait_for_log("^.*hello$")[0]
    assert found == "hello" if which == "official" else found.endswith(" name: hello")


def test_a_reset(which: str, serve: Started) -> None:
    server = serve(f"{ROUTE}\n    register(lambda output, uri, **r: output.AnswerBuffer('x', 'text/plain'))")
    if which == "ours":
        server.reset({})
        assert server.get("/x").text == "x"
    else:
        server.post("/tools/reset", "")
        assert server.wait(20) != 0


def test_the_environment_of_virtual_env(which: str, serve: Started) -> None:
    script = "import sys\nimport orthanc\northanc.LogWarning(f'prefix {sys.prefix}')"
    server = serve(script, environment={"VIRTUAL_ENV": sys.prefix})
    prefix = server.wait_for_log(r"prefix (.*)$")[1]
    assert prefix == {"official": "/usr", "ours": sys.prefix}[which]


def test_the_name_of_the_plugin(serve: Started) -> None:
    server = serve("import orthanc\n")
    assert server.get("/plugins").json() == ["explorer.js", "python"]


def test_events_at_the_stop(servers: Servers) -> None:
    server = servers.start("""
    import time
    import orthanc
    def f(change, level, resource):
        time.sleep(0.2)
        orthanc.LogWarning(f"event {int(change)} {len(orthanc.RestApiGet('/system')) > 0}")
    orthanc.RegisterOnChangeCallback(f)
    """)
    server.upload(make_dataset())
    server.terminate()
    assert server.wait(20) == 0
    events = [line.split(" event ")[1] for line in server.log_text().splitlines() if " event " in line]
    assert len(events) == 9
    assert events[-1] == "11 True"


def test_a_call_that_waits(which: str, serve: Started) -> None:
    called, go_on = threading.Event(), threading.Event()

    class Slow(BaseHTTPRequestHandler):
        def do_GET(self) -> None:  # the name that http.server wants
            called.set()
            go_on.wait(60)
            self.send_response(200)
            self.end_headers()

    with ThreadingHTTPServer(("127.0.0.1", 0), Slow) as slow:
        threading.Thread(target=slow.serve_forever, daemon=True).start()
        server = serve(f"""
    import orthanc
    def wait(output, uri, **request):
        orthanc.HttpGet("http://127.0.0.1:{slow.server_port}/", "", "")
        output.AnswerBuffer("waited", "text/plain")
    orthanc.RegisterRestCallback("/wait", wait)
    orthanc.RegisterRestCallback("/x", lambda output, uri, **r: output.AnswerBuffer("x", "text/plain"))
    """)
        waiting = threading.Thread(target=server.get, args=("/wait",))
        waiting.start()
        assert called.wait(20)
        try:
            if which == "official":
                with pytest.raises(TimeoutError):
                    raw_answer(server, timeout=1)
            else:
                assert raw_answer(server).endswith(b"x")
        finally:
            go_on.set()
            waiting.join(20)
            slow.shutdown()


def test_modules_that_the_plugin_needs(which: str, serve: Started) -> None:
    server = serve("import sys\nimport orthanc\northanc.LogWarning('loaded ' + ' '.join(sys.modules))")
    loaded = set(server.wait_for_log(r"loaded (.*)$")[1].split())
    slow = {"enum", "json", "pathlib", "re", "signal", "socket", "typing"}
    assert slow & loaded == {"official": set(), "ours": {"enum"}}[which]
