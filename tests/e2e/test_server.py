"""The server driver that other tests use: start, stop and refusal, without a plugin."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from orthanc_codegen.diagnostics import CodegenError
from orthanc_codegen.running import RunOptions, run_script
from orthanc_testing.errors import KitError
from orthanc_testing.locate import find_orthanc
from orthanc_testing.serve import OrthancServer
from orthanc_testing.servers import Servers, check_stopped

from .dicom import DicomFile, echoscu, storescu
from .harness import RunningServer


def test_a_server_serves_and_leaves_nothing_behind(
    tmp_path: Path, mr_file: DicomFile, sc_file: DicomFile
) -> None:
    log = tmp_path / "log"
    with RunningServer(None, None, log=log, configuration={"WebDavEnabled": False}) as server:
        server.wait_until_ready()
        folder = Path(str(server._folder.name if server._folder else ""))
        assert (folder / "storage").is_dir()
        assert server.get("/system").json()["Name"] == "orthanc-codegen"
        echoscu(server.dicom_port)
        storescu(server.dicom_port, mr_file)
        assert server.post("/instances", sc_file.content).json()["ID"] == sc_file.instance_id
        assert set(server.get("/instances").json()) == {mr_file.instance_id, sc_file.instance_id}
        assert server.get(f"/instances/{mr_file.instance_id}/rendered").status == 200
        assert server.stop() == 0
    assert not folder.exists()
    assert "Orthanc has stopped" in server.log_text()


def test_servers_that_follow_a_killed_one_have_files_of_their_own(tmp_path: Path) -> None:
    retired: list[RunningServer] = []
    servers = Servers(tmp_path, tmp_path, retired, RunningServer)
    first, second = (servers.start(with_plugin=False) for _ in range(2))
    servers.kill(first)
    third = servers.start(with_plugin=False)
    assert third.log_file != second.log_file
    servers.release()
    check_stopped(retired)


def test_a_port_that_is_taken_is_refused_before_the_start(tmp_path: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        for arguments in ({"http_port": port}, {"dicom_port": port}):
            server = OrthancServer(None, None, log=tmp_path / "log", **arguments)
            with pytest.raises(KitError, match=f"port {port} is not free for (HTTP|DICOM)"):
                server.start()
            assert server.pid is None
    with pytest.raises(KitError, match="70000 is not a TCP port"):
        OrthancServer(None, None, http_port=70000).start()


def test_a_server_that_ends_while_starting_is_reported_with_its_log(tmp_path: Path) -> None:
    broken = tmp_path / "broken.so"
    broken.write_text("no shared library")
    reason = r"(?s)exited with status 255 during startup; its log.*broken\.so"
    with OrthancServer(broken, None, log=tmp_path / "log") as server:
        with pytest.raises(KitError, match=reason):
            server.wait_until_ready()
        assert server.stop() == 255


def test_a_server_that_does_not_end_is_killed(tmp_path: Path) -> None:
    with OrthancServer(None, None, log=tmp_path / "log") as server:
        server.wait_until_ready()
        assert server.pid is not None
        os.kill(server.pid, signal.SIGSTOP)
        assert server.stop(timeout=0.2) == -signal.SIGKILL


def test_without_orthanc_the_error_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ORTHANC_SERVER", raising=False)
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr("orthanc_testing.locate.SBIN", "/nowhere/Orthanc")
    with pytest.raises(KitError, match="apt-get install orthanc"):
        find_orthanc()


def test_a_script_or_plugin_that_is_missing_is_refused(tmp_path: Path) -> None:
    with pytest.raises(KitError, match="the plugin does not exist"):
        OrthancServer(tmp_path / "missing", None).start()
    with pytest.raises(CodegenError, match="the script does not exist"):
        run_script(tmp_path, tmp_path / "missing.py", RunOptions(), print)


@pytest.mark.parametrize("signal_number", [signal.SIGINT, signal.SIGTERM])
def test_the_run_command_ends_its_server_on_a_signal(
    plugin: Path, tmp_path: Path, signal_number: int
) -> None:
    (tmp_path / "hello.py").write_text("import orthanc\northanc.LogWarning('hello from the script')\n")
    code = (
        "import pathlib, sys\n"
        "from orthanc_codegen.running import RunOptions, run_script\n"
        "from orthanc_testing.ports import free_port\n"
        "plugin, script = map(pathlib.Path, sys.argv[1:])\n"
        "options = RunOptions(http_port=free_port(), dicom_port=free_port())\n"
        "sys.exit(run_script(plugin, script, options, print))\n"
    )
    command = [sys.executable, "-c", code, str(plugin), str(tmp_path / "hello.py")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT) as process:
        assert process.stdout is not None
        seen = b""
        while b"Orthanc has started" not in seen:
            line = process.stdout.readline()
            assert line, seen.decode(errors="replace")
            seen += line
        process.send_signal(signal_number)
        rest = process.stdout.read()
        assert process.wait(30) == 0
    assert b"hello from the script" in seen
    assert b"Orthanc has stopped" in rest
