"""The console and its client: a prompt in this process, without an Orthanc."""

from __future__ import annotations

import contextlib
import io
import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from orthanc_codegen.develop.console import Client
from orthanc_codegen.develop.inside import _orthanc_console
from orthanc_codegen.develop.sockets import listening

from ...e2e.runs import PATIENCE
from ...e2e.screen import Screen

_COMMAND = [sys.executable, "-m", "orthanc_codegen", "console"]


@pytest.fixture
def descriptor(runtime: Path) -> Iterator[int]:
    """Return the descriptor of a listening socket."""
    assert not runtime.exists()
    with listening(8042) as made:
        yield made


@contextlib.contextmanager
def _serving(descriptor: int, **namespace: Any) -> Iterator[_orthanc_console._Console]:
    """Serve a console as a server does."""
    console = _orthanc_console._Console(socket.socket(fileno=os.dup(descriptor)), namespace)
    console.start()
    try:
        yield console
    finally:
        console.end()


def _run(code: str, *options: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*_COMMAND, *options],
        input=code,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        env={**os.environ, **environment},
    )


@contextlib.contextmanager
def _on(screen: Screen) -> Iterator[subprocess.Popen[bytes]]:
    """Run a client on a terminal."""
    terminal = screen.terminal
    with subprocess.Popen(
        _COMMAND, stdin=terminal, stdout=terminal, stderr=terminal, env={**os.environ, "TERM": "dumb"}
    ) as client:
        try:
            yield client
        finally:
            client.kill()


@pytest.mark.usefixtures("descriptor")
def test_a_server_that_does_not_answer() -> None:
    done = _run("1\n", "--wait", "0.6")
    assert done.returncode == 1
    assert done.stderr == (
        "Waiting for the server, which is loading the script or has ended (Ctrl-C leaves)\n"
        "error: the server did not answer within 0.6 seconds: look at the terminal of orthanc-codegen run, "
        "or choose a longer --wait\n"
    )


def test_a_server_that_ends_between_two_lines(descriptor: int, monkeypatch: pytest.MonkeyPatch) -> None:
    sent: list[dict[str, object]] = []
    send = _orthanc_console._Session._send

    def record(session: Any, **message: object) -> None:
        send(session, **message)
        sent.append(message)

    monkeypatch.setattr(_orthanc_console._Session, "_send", record)
    with subprocess.Popen(
        _COMMAND, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as client:
        assert client.stdin is not None
        assert client.stdout is not None
        with _serving(descriptor):
            client.stdin.write("1 + 1\n")
            client.stdin.flush()
            assert client.stdout.readline() == "2\n"
            deadline = time.monotonic() + PATIENCE
            while {"more": False} not in sent:  # the end of the line, which follows its output
                assert time.monotonic() < deadline
                time.sleep(0.01)
        with _serving(descriptor):
            output, errors = client.communicate("3\n4\n", PATIENCE)
    assert (client.returncode, output) == (1, "")
    assert errors == "error: the server has ended: line 2 and those after it did not run\n"


def test_a_server_that_ends_while_it_runs_a_line(descriptor: int) -> None:
    with _serving(descriptor) as console:
        console._namespace["end"] = lambda: console._sessions[-1]._hang_up()
        done = _run("1\nend()\n3\n")
    assert (done.returncode, done.stdout) == (1, "1\n")
    assert done.stderr == (
        "error: the server ended before it answered line 2, which may have run; those after it did not run\n"
    )


def test_the_next_server_runs_a_statement(descriptor: int, screen: Screen) -> None:
    with contextlib.ExitStack() as first:
        first.enter_context(_serving(descriptor, name="first"))
        with _on(screen) as client:
            screen.until(">>> ")
            screen.type("for n in range(2):")
            screen.until(r"\.\.\. ")
            first.close()
            with _serving(descriptor, name="second"):
                screen.type("    print(name, n)")
                screen.until("The server has ended: this runs in the next one")
                screen.until(r"\.\.\. ")
                screen.type("")
                screen.until("second 0\r\nsecond 1\r\n>>> ")
                screen.type("exit()")
                assert client.wait(PATIENCE) == 0


@pytest.mark.usefixtures("runtime")
def test_there_is_no_next_server(screen: Screen) -> None:
    with contextlib.ExitStack() as server:
        server.enter_context(_serving(server.enter_context(listening(8042))))
        with _on(screen) as client:
            screen.until(">>> ")
            server.close()
            screen.type("1 + 1")
            screen.until("error: the server has ended .*: start one by orthanc-codegen run --console")
            assert client.wait(PATIENCE) == 1


@pytest.mark.usefixtures("descriptor")
def test_ctrl_c_ends_the_wait(screen: Screen) -> None:
    with _on(screen) as client:
        screen.until("Waiting for the server")
        client.send_signal(signal.SIGINT)
        screen.until("error: the server has not answered")
        assert client.wait(PATIENCE) == 1


def test_ctrl_c_at_any_time_loses_no_answer(
    descriptor: int, runtime: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with _serving(descriptor):
        client = Client(runtime / "console-8042.sock")
        client._connect()
        for n in range(300):
            timer = threading.Timer(n % 30 / 10_000, os.kill, [os.getpid(), signal.SIGINT])
            with contextlib.suppress(KeyboardInterrupt):
                timer.start()
                client._run_line(f"sum(range({10 ** (n % 7)}))")
                timer.join()
            client._statement.clear()
            timer.join()
            capsys.readouterr()
            client._run_line(f"'answer {n}'")
            assert capsys.readouterr().out == f"'answer {n}'\n"
        assert client._socket is not None
        client._socket.close()


def test_a_line_that_the_compiler_gives_up(descriptor: int) -> None:
    with _serving(descriptor):
        done = _run(f"{'-' * 100_000}1\n2\n")
    assert "Error" in done.stdout
    assert (done.stdout.splitlines()[-1], done.returncode) == ("2", 0)


def test_a_line_does_not_outlive_its_client(descriptor: int, runtime: Path) -> None:
    with _serving(descriptor) as console:
        for _ in range(20):
            with socket.socket(socket.AF_UNIX) as client:
                client.connect(str(runtime / "console-8042.sock"))
                line = {"line": "exec('while True: pass')", "number": 1}
                client.sendall(json.dumps(line).encode() + b"\n")
        assert _run("1\n").stdout == "1\n"  # so all clients before it were accepted
        sessions = list(console._sessions)
        for session in sessions:
            session._worker.join(PATIENCE)
        assert not any(session.is_alive() for session in sessions)


def test_an_interrupted_pipe_runs_no_more_lines(descriptor: int, tmp_path: Path) -> None:
    begun = tmp_path / "begun"
    code = f"exec(\"open({str(begun)!r}, 'w').close()\\nwhile True: pass\")\nprint('next')\n"
    with (
        _serving(descriptor),
        subprocess.Popen(
            _COMMAND, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        ) as client,
    ):
        assert client.stdin is not None
        client.stdin.write(code)
        client.stdin.flush()
        deadline = time.monotonic() + PATIENCE
        while not begun.exists():
            assert time.monotonic() < deadline
            time.sleep(0.01)
        client.send_signal(signal.SIGINT)
        output, _ = client.communicate(timeout=PATIENCE)
    assert "KeyboardInterrupt" in output
    assert "next" not in output
    assert client.returncode == 130


def test_text_that_the_client_cannot_encode(descriptor: int) -> None:
    with _serving(descriptor):
        done = _run(r"print('\xe9 \udcff')" + "\n", PYTHONIOENCODING="ascii")
    assert (done.stdout, done.returncode) == ("\\xe9 \\udcff\n", 0), done.stderr


def test_bytes_that_are_no_text(descriptor: int) -> None:
    with _serving(descriptor):
        done = subprocess.run(_COMMAND, input=b"'\xff'\n2\n", capture_output=True, timeout=PATIENCE)
    assert b"UnicodeEncodeError" in done.stdout
    assert done.stdout.endswith(b"\n2\n")


def test_syntax_errors_go_to_the_client(descriptor: int, monkeypatch: pytest.MonkeyPatch) -> None:
    hooked: list[object] = []
    monkeypatch.setattr(sys, "excepthook", lambda *args: hooked.append(args))
    with _serving(descriptor):
        done = _run("def (\n")
    assert '  File "<console>", line 1\n' in done.stdout
    assert "SyntaxError: invalid syntax\n" in done.stdout
    assert not hooked


def test_the_standard_output_of_a_session(descriptor: int, monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    shown = Terminal()
    monkeypatch.setattr(sys, "stdout", shown)
    with _serving(descriptor):
        done = _run("import sys\nsys.stdout.isatty()\nsys.stdout.writelines(['a', 'b\\n'])\n")
    assert done.stdout == "False\nab\n"
    assert shown.getvalue() == ""
