"""Callbacks in the official plugin and in this one."""

from __future__ import annotations

import json

import pytest

from orthanc_testing import make_dataset

from ..e2e.harness import RUNNER, server_release
from .started import ROUTE, Started, raw_answer


def test_a_route_without_an_answer(which: str, serve: Started) -> None:
    server = serve(f"{ROUTE}\n    register(lambda output, uri, **request: None)")
    answer = raw_answer(server)
    assert answer == b"" if which == "official" else answer.startswith(b"HTTP/1.1 500 ")


def test_a_coroutine(which: str, serve: Started) -> None:
    server = serve(f"""{ROUTE}
    @register
    async def f(output, uri, **request):
        output.AnswerBuffer("awaited", "text/plain")
    """)
    assert (b"awaited" in raw_answer(server)) == (which == "ours")


def test_a_line_end_in_a_header(which: str, serve: Started) -> None:
    server = serve(f"""{ROUTE}
    @register
    def f(output, uri, **request):
        output.SetHttpHeader("x", "1\\r\\nSet-Cookie: forged=1")
        output.AnswerBuffer("answer", "text/plain")
    """)
    answer = raw_answer(server)
    assert (b"\r\nSet-Cookie: forged=1\r\n" in answer) == (which == "official")
    assert answer.startswith(b"HTTP/1.1 200 " if which == "official" else b"HTTP/1.1 500 ")


def test_a_path_that_is_not_utf_8(which: str, serve: Started) -> None:
    server = serve("""
    import orthanc
    def f(output, uri, groups, **request):
        output.AnswerBuffer(ascii(groups[0]), "text/plain")
    orthanc.RegisterRestCallback("/x/(.*)", f)
    """)
    answer = server.get("/x/%FF")
    assert (answer.status, answer.text) == (200, r"'\udcff'") if which == "ours" else answer.status == 500


def test_arguments_are_as_orthanc_passes_them(serve: Started) -> None:
    server = serve(f"""{ROUTE}
    import json
    @register
    def f(output, uri, get, **request):
        output.AnswerBuffer(json.dumps(get), "application/json")
    """)
    decoded = str(server_release()) != "1.10.1"
    assert json.loads(server.get("/x?a=1%5C2").text) == {"a": "1\\2" if decoded else "1%5C2"}


def test_a_late_answer(which: str, serve: Started) -> None:
    server = serve(f"""{ROUTE}
    kept = []
    @register
    def f(output, uri, **request):
        kept.append(output)
        try:
            if len(kept) > 1:
                kept[0].AnswerBuffer("late", "text/plain")
            text = "no exception"
        except Exception as error:
            text = type(error).__name__
        output.AnswerBuffer(text, "text/plain")
    """)
    second = [server.get("/x").text for _ in range(2)][1]
    # The official plugin keeps the address: the next request may have its output there, and gets the answer.
    assert second in (("no exception", "late") if which == "official" else ("ValueError",))


def test_an_instance_after_its_callback(which: str, serve: Started) -> None:
    server = serve(f"""{ROUTE}
    kept = []
    orthanc.RegisterOnStoredInstanceCallback(lambda instance, instance_id: kept.append(instance))
    @register
    def f(output, uri, **request):
        try:
            text = str(kept[0].GetInstanceSize())
        except Exception as error:
            text = type(error).__name__
        output.AnswerBuffer(text, "text/plain")
    """)
    server.upload(make_dataset())
    answer = raw_answer(server)  # the official plugin uses freed memory: any number, or the end of the server
    assert (b"ValueError" in answer) == (which == "ours")


def test_two_callbacks_of_a_kind(which: str, serve: Started) -> None:
    script = """
    import orthanc
    for name in "ab":
        def f(change, level, resource, name=name):
            orthanc.LogWarning(f"{name} {int(change)}")
        orthanc.RegisterOnChangeCallback(f)
    """
    if which == "official":
        serve(script, ready=False).wait_for_log("^Can only register one Python on-changes callback$")
    else:
        server = serve(script)
        server.wait_for_log(" a 10$")
        server.wait_for_log(" b 10$")


def test_a_route_that_registers_a_route(which: str, serve: Started) -> None:
    server = serve(f"""{ROUTE}
    @register
    def f(output, uri, **request):
        orthanc.RegisterRestCallback("/y", f)
        output.AnswerBuffer("registered", "text/plain")
    """)
    if which == "ours":
        assert raw_answer(server).startswith(b"HTTP/1.1 500 ")
    else:  # the plugin waits for itself
        with pytest.raises(TimeoutError):
            raw_answer(server, 2)


def test_deep_json(which: str, serve: Started) -> None:
    server = serve(RUNNER)
    body = 'import json\ntext = "[" * 900 + "]" * 900\nanswer = len(json.dumps(json.loads(text)))'
    if which == "ours":
        assert server.run(body) == 1800
    else:  # the stack of the thread overflows
        with pytest.raises(ConnectionError):
            server.post("/run", body)
        assert server.wait(20) < 0


def test_thread_local_variables(which: str, serve: Started) -> None:
    server = serve(f"""{ROUTE}
    import threading
    local = threading.local()
    @register
    def f(output, uri, **request):
        local.calls = getattr(local, "calls", 0) + 1
        output.AnswerBuffer(str(local.calls), "text/plain")
    """)
    calls = [int(server.get("/x").text) for _ in range(200)]  # Orthanc has 50 threads
    assert (max(calls) == 1) == (which == "official")
