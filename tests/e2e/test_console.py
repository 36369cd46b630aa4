"""`orthanc-codegen run --console` and `console`: a Python prompt inside the server, for its user only."""

from __future__ import annotations

import os
import signal
import socket
import stat
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from .pythons import Python, installed
from .runs import PATIENCE, Run
from .screen import Screen

_SCRIPT = """
import orthanc

greeting = "hello"

def answer(output, uri, **request):
    print("printed by a callback")
    output.AnswerBuffer(greeting, "text/plain")

orthanc.RegisterRestCallback("/greeting", answer)
"""


@pytest.fixture
def script(tmp_path: Path) -> Path:
    file = tmp_path / "script.py"
    file.write_text(_SCRIPT)
    return file


@pytest.fixture
def run(plugin: Path, tmp_path: Path, script: Path, runtime: Path) -> Iterator[Run]:
    assert not runtime.exists()
    with Run(plugin, script, tmp_path / "log", console=True) as running:
        running.until_answer("/greeting", "hello")
        yield running


def _console(*options: str, code: str = "") -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "orthanc_codegen", "console", *options]
    return subprocess.run(command, input=code, capture_output=True, text=True, timeout=PATIENCE)


def test_code_runs_in_the_server(run: Run) -> None:
    code = """
greeting
greeting = "changed"
import os; os.getpid()
for n in range(2):
    print("shown", n)

orthanc.RestApiGet("/system")[:1]
1 / 0
def (
"""
    done = _console(code=code)
    assert done.returncode == 0
    pid = done.stdout.splitlines()[1]
    assert b"Orthanc" in Path(f"/proc/{pid}/cmdline").read_bytes()
    assert done.stdout.startswith(
        f"'hello'\n{pid}\nshown 0\nshown 1\nb'{{'\nTraceback (most recent call last):\n"
    )
    assert '  File "<console>", line 1, in <module>\n' in done.stdout
    assert "ZeroDivisionError: division by zero\n" in done.stdout
    assert "SyntaxError: " in done.stdout
    assert run.get("/greeting") == "changed"
    assert "printed by a callback" in run.log
    assert "shown" not in run.log


def test_leaving_the_console_leaves_the_server(run: Run) -> None:
    for code in ("raise SystemExit(3)\n", "import sys; sys.exit()\n", ""):
        assert _console(code=code).returncode == 0
    assert run.get("/greeting") == "hello"
    assert run.interrupt() == 0, run.log
    assert "still run" not in run.log


def test_only_this_user_can_open_it(run: Run, runtime: Path) -> None:
    path = runtime / f"console-{run.port}.sock"
    assert stat.S_IMODE(runtime.stat().st_mode) == 0o700
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    run.interrupt()
    assert not runtime.exists()


@pytest.mark.skipif(os.geteuid() != 0, reason="becomes another user, which needs root")
def test_other_users_are_refused(run: Run, runtime: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = runtime / f"console-{run.port}.sock"
    monkeypatch.chdir(runtime)  # the folders above are closed to others, too
    with pytest.raises(PermissionError):
        _connect_as_nobody(path.name)
    runtime.chmod(0o711)
    path.chmod(0o666)
    with _connect_as_nobody(path.name) as connection:  # the server looks at the user, too
        assert connection.recv(99) == b""
    with socket.socket(socket.AF_UNIX) as own:
        own.connect(path.name)
        assert own.recv(99).startswith(b'{"banner": ')


def _connect_as_nobody(name: str) -> socket.socket:
    connection = socket.socket(socket.AF_UNIX)
    os.seteuid(65534)
    try:
        connection.connect(name)
    except OSError:
        connection.close()
        raise
    finally:
        os.seteuid(0)
    return connection


def test_without_the_option_there_is_none(plugin: Path, tmp_path: Path, script: Path, runtime: Path) -> None:
    with Run(plugin, script, tmp_path / "log") as run:
        run.until_answer("/greeting", "hello")
        assert not runtime.exists()
        done = _console()
        assert done.returncode == 1
        assert done.stderr.startswith(f"{runtime}: error: no server has a console here: start one by ")
        done = _console("--http-port", str(run.port))
        assert f"no server at port {run.port} has a console here" in done.stderr


def test_two_servers(run: Run, plugin: Path, tmp_path: Path, script: Path) -> None:
    with Run(plugin, script, tmp_path / "other.log", console=True) as other:
        other.until_answer("/greeting", "hello")
        done = _console()
        ports = ", ".join(sorted((str(run.port), str(other.port)), key=int))
        assert f"several servers have a console: choose --http-port from {ports}" in done.stderr
        assert _console("--http-port", str(other.port), code="greeting = 2\n").returncode == 0
        assert other.log
        assert run.get("/greeting") == "hello"


def test_a_prompt(run: Run, screen: Screen, tmp_path: Path) -> None:
    begun, asleep = tmp_path / "begun", tmp_path / "asleep"
    command = [sys.executable, "-m", "orthanc_codegen", "console"]
    terminal = screen.terminal
    with subprocess.Popen(
        command, stdin=terminal, stdout=terminal, stderr=terminal, env={**os.environ, "TERM": "dumb"}
    ) as client:
        try:
            screen.until(r"Python 3\.\d+\.\d+ in the server, process \d+\r\n(.*)>>> ")
            screen.type("gree\t[:4]")
            screen.until(r"'hell'\r\n(.*)>>> ")
            screen.type(f"while True: open({str(begun)!r}, 'w').close()\n")
            screen.until(r"\.\.\. \r\n")
            run.until(begun.exists)  # an earlier interrupt would find nothing to interrupt
            client.send_signal(signal.SIGINT)
            screen.until(r"KeyboardInterrupt\r\n(.*)>>> ")
            urllib.request.urlopen(f"http://127.0.0.1:{run.port}/tools/reset", b"").close()
            run.until(lambda: run.log.count("Orthanc has started") == 2)
            screen.type("1 + 1")
            screen.until("The server has ended: this runs in the next one")
            screen.until(r"\n2\r\n(.*)>>> ")
            screen.type(f"import os; os.system('touch {asleep}; sleep 20')")  # one call into C
            run.until(asleep.exists)
            client.send_signal(signal.SIGINT)  # does not interrupt the sleep
            time.sleep(0.5)
            client.send_signal(signal.SIGINT)
            assert client.wait(PATIENCE) == 0
        finally:
            client.kill()
    assert "still run" not in run.log


@pytest.mark.parametrize("python", installed(), ids=lambda python: python.version)
def test_a_changed_script(plugin: Path, tmp_path: Path, script: Path, runtime: Path, python: Python) -> None:
    section = {"Python": {"Library": str(python.library)}}
    with Run(plugin, script, tmp_path / "log", console=True, watch=True, configuration=section) as run:
        run.until_answer("/greeting", "hello")
        assert _console(code="greeting\n").stdout == "'hello'\n"
        script.write_text(_SCRIPT.replace("hello", "again"))
        run.until_answer("/greeting", "again")
        assert _console(code="greeting\n").stdout == "'again'\n"
        assert "ZeroDivisionError" in _console(code="1 / 0\n").stdout
        assert _console(code="import sys; sys.version\n").stdout.startswith(f"'{python.version}.")
    assert not runtime.exists()
