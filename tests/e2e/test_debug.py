"""`orthanc-codegen run --debug`: a debugger attaches, stops in the script, reads variables, and goes on."""

from __future__ import annotations

import socket
import sysconfig
import urllib.request
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from orthanc_testing.ports import free_port

from .dap import Debugger
from .dicom import make_dicom
from .pythons import Python, installed, project
from .runs import Run

_SCRIPT = """
import threading
import orthanc

loaded = "yes"  # line 5
stored = {}

def answer(output, uri, **request):
    number = 41 + len(request["get"])
    output.AnswerBuffer(str(number), "text/plain")  # line 10

def call_breakpoint(output, uri, **request):
    number = 6
    breakpoint()
    output.AnswerBuffer(str(number), "text/plain")  # line 15

def on_change(change, level, resource):
    if change == orthanc.ChangeType.NEW_PATIENT:
        kind = change.name
        print(kind)  # line 20

def create(uuid, kind, data):
    size = len(data)
    stored[uuid] = data  # line 24

def read(uuid, kind):
    return stored[uuid]

def remove(uuid, kind):
    del stored[uuid]

def in_thread(output, uri, **request):
    thread = threading.Thread(target=work, args=(3,))
    thread.start()
    thread.join()
    output.AnswerBuffer("done", "text/plain")

def work(count):
    total = count * 2
    print(total)  # line 40

orthanc.RegisterRestCallback("/answer", answer)
orthanc.RegisterRestCallback("/breakpoint", call_breakpoint)
orthanc.RegisterRestCallback("/thread", in_thread)
orthanc.RegisterOnChangeCallback(on_change)
orthanc.RegisterStorageArea(create, read, remove)
"""
_LINES = [10, 20, 24, 40]

each_python = pytest.mark.parametrize("python", installed(), ids=lambda python: python.version)


@pytest.fixture
def script(tmp_path: Path) -> Path:
    file = tmp_path / "script.py"
    file.write_text(_SCRIPT)
    return file


@contextmanager
def _debugged(plugin: Path, script: Path, environment: Path, wait: bool = False) -> Iterator[tuple[Run, int]]:
    port = free_port()
    section = {"Python": {"VirtualEnv": str(environment)}}
    options: dict[str, Any] = {"debug_port": port, "debug_wait": wait, "configuration": section}
    with Run(plugin, script, script.with_suffix(".log"), **options) as run:
        yield run, port


@contextmanager
def _asking(run: Run, path: str, body: bytes | None = None) -> Iterator[Future[str]]:
    """Send a request, which a breakpoint will stop."""
    request = urllib.request.Request(f"http://127.0.0.1:{run.port}{path}", body)

    def ask() -> str:
        with urllib.request.urlopen(request, timeout=30) as answer:
            return str(answer.read().decode())

    with ThreadPoolExecutor(1) as pool:
        yield pool.submit(ask)


@pytest.fixture
def with_debugpy(tmp_path: Path) -> Path:
    return project().make_environment(tmp_path / "venv", Path(sysconfig.get_path("purelib")))


@each_python
def test_breakpoints(plugin: Path, tmp_path: Path, script: Path, python: Python) -> None:
    environment = python.make_environment(tmp_path / "venv", Path(sysconfig.get_path("purelib")))
    image = make_dicom(tmp_path / "a.dcm")
    with _debugged(plugin, script, environment) as (run, port), Debugger(port) as debugger:
        run.until(lambda: run.get("/answer") == "41")  # by a thread that exists before the debugger attaches
        debugger.attach({script: _LINES})
        with _asking(run, "/answer?a=1") as answer:
            stop = debugger.stopped()
            assert (stop.file, stop.line, stop.name) == (script, 10, "answer")
            assert stop.variables()["number"] == "42"
            assert stop.evaluate("uri") == "'/answer'"
            stop.evaluate("number = 7")
            stop.go_on()
            assert answer.result() == "7"
        with _asking(run, "/breakpoint") as answer:
            stop = debugger.stopped()
            assert (stop.name, stop.variables()["number"]) == ("call_breakpoint", "6")
            if stop.line == 14:
                stop = stop.step()
            assert stop.line == 15
            stop.go_on()
            assert answer.result() == "6"
        with _asking(run, "/thread") as answer:
            stop = debugger.stopped()
            assert (stop.line, stop.variables()["total"]) == (40, "6")
            stop.go_on()
            assert answer.result() == "done"
        with _asking(run, "/instances", image.path.read_bytes()) as answer:
            stops = {}
            for _ in range(2):  # the storage area, then the event, which another thread handles
                stop = debugger.stopped()
                while stop.line == 24 and 24 in stops:  # Orthanc also stores a summary of the image
                    stop.go_on()
                    stop = debugger.stopped()
                stops[stop.line] = stop.variables()
                stop.go_on()
            assert int(stops[24]["size"]) > 0
            assert stops[20]["kind"] == "'NEW_PATIENT'"
            assert "Success" in answer.result()
        debugger.detach()
        assert run.get("/answer") == "41"
        assert run.interrupt() == 0, run.log
    assert "still run" not in run.log
    assert "Error while" not in run.log


def test_the_script_waits_for_the_debugger(plugin: Path, script: Path, with_debugpy: Path) -> None:
    with _debugged(plugin, script, with_debugpy, wait=True) as (run, port):
        with Debugger(port) as debugger:
            debugger.attach({script: [5]})
            stop = debugger.stopped()
            assert (stop.line, stop.name) == (5, "<module>")
            with pytest.raises(OSError):
                run.get("/system")
            stop.go_on()
            run.until(lambda: run.get("/answer") == "41")
            debugger.detach()
        with Debugger(port) as again:
            again.attach({script: [10]})
            with _asking(run, "/answer") as answer:
                again.stopped().go_on()
                assert answer.result() == "41"
        assert run.interrupt() == 0, run.log


def test_ctrl_c_while_it_waits(plugin: Path, script: Path, with_debugpy: Path) -> None:
    with _debugged(plugin, script, with_debugpy, wait=True) as (run, port):
        run.until_log(f"Listening on port {port} for a debugger, which the script awaits")
        Debugger(port)  # waits until the port is open
        run.interrupt()
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.1", port))


def test_a_reset(plugin: Path, script: Path, with_debugpy: Path) -> None:
    with _debugged(plugin, script, with_debugpy) as (run, port), Debugger(port) as debugger:
        run.until(lambda: run.get("/answer") == "41")
        debugger.attach({script: [10]})
        script.write_text(_SCRIPT.replace("41", "42"))
        urllib.request.urlopen(f"http://127.0.0.1:{run.port}/tools/reset", b"").close()
        run.until(lambda: run.log.count("Orthanc has started") == 2)
        with _asking(run, "/answer") as answer:
            stop = debugger.stopped()
            assert stop.variables()["number"] == "42"
            stop.go_on()
            assert answer.result() == "42"
        debugger.detach()
        assert run.interrupt() == 0, run.log
    assert "still run" not in run.log
    assert "Error while" not in run.log


def test_a_changed_script(plugin: Path, script: Path, with_debugpy: Path) -> None:
    port = free_port()
    section = {"Python": {"VirtualEnv": str(with_debugpy)}}
    options: dict[str, Any] = {"debug_port": port, "watch": True, "configuration": section}
    with Run(plugin, script, script.with_suffix(".log"), **options) as run:
        run.until(lambda: run.get("/answer") == "41")
        with Debugger(port) as debugger:
            debugger.attach({script: [10]})
            script.write_text(_SCRIPT.replace("41", "43"))
            debugger.event("closed")
        run.until(lambda: run.get("/answer") == "43")  # before that, the port may belong to the old server
        with Debugger(port) as debugger:
            debugger.attach({script: [10]})
            with _asking(run, "/answer") as answer:
                assert debugger.stopped().variables()["number"] == "43"
                debugger.detach()
                assert answer.result() == "43"


def test_a_breakpoint_without_a_debugger_is_ignored(plugin: Path, script: Path, with_debugpy: Path) -> None:
    with _debugged(plugin, script, with_debugpy) as (run, _):
        run.until(lambda: run.get("/breakpoint") == "6")
        run.until_log(r"breakpoint\(\) at .*script\.py:14 is ignored: no debugger is attached")


@pytest.mark.parametrize("watch", [False, True])
def test_without_debugpy(plugin: Path, tmp_path: Path, script: Path, watch: bool) -> None:
    bare = project().make_environment(tmp_path / "bare")
    options: dict[str, Any] = {
        "debug_port": free_port(),
        "watch": watch,
        "configuration": {"Python": {"VirtualEnv": str(bare)}},
    }
    with Run(plugin, script, tmp_path / "log", **options) as run:
        assert run.wait() == 1
    command = f"{bare}/bin/python -m pip install debugpy"
    assert run.log.endswith(f"error: --debug needs debugpy, which is not installed: run {command}\n")
    assert "Traceback" not in run.log


def test_a_port_in_use(plugin: Path, tmp_path: Path, script: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        with Run(plugin, script, tmp_path / "log", debug_port=port) as run:
            assert run.wait() == 1
    assert f"port {port} is not free for the debugger" in run.log
    assert "--debug-port" in run.log
