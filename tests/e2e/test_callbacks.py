"""Callbacks other than REST routes, and several of one kind."""

from __future__ import annotations

import json
from typing import Any

from .dicom import DicomFile
from .harness import TIMEOUT, Servers


def test_every_registration_has_its_own_callable(serve: Servers, mr_file: DicomFile) -> None:
    server = serve("""
        import functools
        import orthanc

        def listen(who, *what):
            orthanc.LogWarning(f"{who} heard {[str(w) for w in what]}")

        class Listener:
            def __init__(self, name):
                self.name = name
            def on_change(self, change, level, resource):
                if change == orthanc.ChangeType.NEW_INSTANCE:
                    listen(self.name, level == orthanc.ResourceType.INSTANCE, resource)
            def __call__(self, instance, instance_id):
                listen(self.name, instance.GetInstanceSize(), instance_id)

        orthanc.RegisterOnChangeCallback(Listener("first").on_change)
        orthanc.RegisterOnChangeCallback(Listener("second").on_change)
        orthanc.RegisterOnStoredInstanceCallback(Listener("third"))
        short = lambda name, instance, instance_id: listen(name, instance_id)
        orthanc.RegisterOnStoredInstanceCallback(functools.partial(short, "fourth"))
        """)
    server.post("/instances", mr_file.content)
    for who in ("first", "second"):
        server.wait_for_log(rf"{who} heard \['True', '{mr_file.instance_id}'\]")
    server.wait_for_log(rf"third heard \['{len(mr_file.content)}', '{mr_file.instance_id}'\]")
    server.wait_for_log(rf"fourth heard \['{mr_file.instance_id}'\]")


def test_changes_without_a_resource_have_an_empty_one(serve: Servers) -> None:
    server = serve("""
        import orthanc
        kinds = orthanc.ChangeType
        names = {kinds.ORTHANC_STARTED: "started", kinds.ORTHANC_STOPPED: "stopped"}
        def on_change(change, level, resource):
            if change in names:
                orthanc.LogWarning(f"{names[change]} with resource {resource!r}")
        orthanc.RegisterOnChangeCallback(on_change)
        """)
    server.wait_for_log("started with resource ''")
    server.post("/tools/shutdown")  # under QEMU, a signal may still end the process itself
    assert server.wait(TIMEOUT) == 0
    assert "stopped with resource ''" in server.log_text()


def test_a_callback_may_register_more_while_the_server_runs(serve: Servers, mr_file: DicomFile) -> None:
    server = serve("""
        import orthanc
        def late(change, level, resource):
            if change == orthanc.ChangeType.NEW_INSTANCE:
                orthanc.LogWarning("the late one heard it")
        def register(output, uri, **request):
            orthanc.RegisterOnChangeCallback(late)
            output.AnswerBuffer("registered", "text/plain")
        orthanc.RegisterRestCallback("/register", register)
        """)
    assert server.get("/register").text == "registered"
    server.post("/instances", mr_file.content)
    server.wait_for_log("the late one heard it")


FILTER = """
    import json
    import orthanc

    seen = []

    def allow(uri, **request):
        if not uri.startswith("/test"):
            return True
        seen.append({**request, "uri": uri, "method": int(request["method"])})
        word = uri.rsplit("/", 1)[-1]
        if word == "raise":
            raise ValueError("the filter is confused")
        if word == "leave":
            raise SystemExit
        return {"true": True, "false": False, "none": None, "text": "yes", "one": 1, "zero": 0}[word]

    def show(output, uri, **request):
        output.AnswerBuffer(json.dumps(seen), "application/json")

    orthanc.RegisterIncomingHttpRequestFilter(allow)
    orthanc.RegisterRestCallback("/seen", show)
    orthanc.RegisterRestCallback("/test/(.*)", lambda o, uri, **request: o.AnswerBuffer("in", "text/plain"))
"""


def test_the_filter_decides_who_comes_in(serve: Servers) -> None:
    server = serve(FILTER)
    assert server.get("/test/true").text == "in"
    assert server.get("/test/false").status == 403
    # A filter that fails in any way admits nobody.
    for word in ("raise", "leave", "none", "text"):
        answer = server.get(f"/test/{word}")
        assert answer.status in (403, 500), word
        assert answer.text != "in"
    server.wait_for_log("ValueError: the filter is confused")
    server.wait_for_log("SystemExit")
    assert server.get("/system").status == 200
    assert server.stop() == 0


def test_what_the_filter_gets(serve: Servers) -> None:
    server = serve(FILTER)
    for method, body in (("GET", None), ("POST", b"x"), ("PUT", b"x"), ("DELETE", None)):
        server.request(method, "/test/true?a=1", body, {"X-Mine": "yes"})
    seen: list[dict[str, Any]] = json.loads(server.get("/seen").body)
    assert [s["method"] for s in seen] == [1, 2, 3, 4]
    assert {s["ip"] for s in seen} == {"127.0.0.1"}
    assert {s["uri"] for s in seen} == {"/test/true"}
    assert {s["headers"]["x-mine"] for s in seen} == {"yes"}
    assert [s.get("get") for s in seen] == [{"a": "1"}, None, None, None]
