"""A terminal for the commands of one page: a folder, a shell, and one server at a time."""

from __future__ import annotations

import contextlib
import os
import re
import shlex
import signal
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path
from typing import Final, Self

from orthanc_testing.locate import find_orthanc
from orthanc_testing.ports import free_port

from ..tools import ROOT

_PATIENCE: Final = 120.0  # seconds; mostly a few
_SERVERS: Final = re.compile(
    r"(^|&& |\w+=(?:'[^']*'|\S+) )(/usr/sbin/Orthanc|orthanc-codegen run|make run)\b"
)
_INTERRUPTED_MAKE: Final = -signal.SIGINT  # its exit status: a signal
_CURL: Final = "fail\nsilent\nshow-error\nnoproxy = *\n"
# Orthanc with the ports of the test, whatever its configuration says.
_WITH_PORTS: Final = """#!{python}
import json, os, sys
with open(sys.argv[1], encoding="utf-8") as file:
    options = json.load(file)
options["HttpPort"], options["DicomPort"] = map(int, os.environ["TEST_PORTS"].split())
with open("with-ports.json", "w", encoding="utf-8") as file:
    json.dump(options, file)
os.execv({orthanc!r}, [{orthanc!r}, "with-ports.json"])
"""


class Process:
    """A server that a line has started, with all of its processes."""

    def __init__(self, command: list[str], folder: Path, environment: dict[str, str], status: int) -> None:
        """Start it; `status` is that after Ctrl-C."""
        self._status = status
        self._log = Path(tempfile.mkstemp(dir=folder, prefix="server-", suffix=".log")[1])
        with self._log.open("wb") as log:
            self._process = subprocess.Popen(
                command,
                cwd=folder,
                env=environment,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )

    def require(self, said: str, condition: bool = True) -> None:
        """Fail, with its output, unless it runs and a condition holds."""
        running = self._process.poll() is None
        if not (running and condition):
            self.kill()
            raise AssertionError(f"{said}:\n{self._log.read_text('utf-8', 'replace')}")

    def handles_interrupts(self) -> bool:
        """Return whether the process has a handler for Ctrl-C."""
        status = Path(f"/proc/{self._process.pid}/status").read_text("ascii")
        caught = int(status.partition("SigCgt:")[2].split()[0], 16)
        return bool(caught >> (signal.SIGINT - 1) & 1)

    def interrupt(self) -> None:
        """Press Ctrl-C."""
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGINT)

    def kill(self) -> None:
        """End all of its processes, unless they have ended."""
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGKILL)

    def ended(self) -> None:
        """Wait until it has ended, and check its status."""
        try:
            status = self._process.wait(_PATIENCE)
        finally:
            self.kill()
        assert status == self._status, f"status {status}:\n{self._log.read_text('utf-8', 'replace')}"


class Terminal:
    """Runs lines in bash, each in the folder and with the variables that the line before has left."""

    def __init__(self, folder: Path, build: Path, wheels: Path) -> None:
        """Prepare a folder with what a build leaves in a clone of the repository, and the home of a user."""
        self.folder = folder
        self._build, self._wheels = build, wheels
        self._server: Process | None = None
        self._retired: list[Process] = []  # those that are stopping
        self._state = shlex.quote(str(folder / ".state"))
        self._http, self._dicom = 0, 0  # the ports of the server
        for name in ("home", "opt", "bin", "build"):
            (folder / name).mkdir()
        (folder / "build" / "wheels").symlink_to(wheels)
        (folder / ".venv").symlink_to(sys.prefix)
        (folder / "home" / ".curlrc").write_text(_CURL, encoding="utf-8")
        orthanc = folder / "bin" / "orthanc-with-ports"
        orthanc.write_text(_WITH_PORTS.format(python=sys.executable, orthanc=str(find_orthanc())))
        orthanc.chmod(0o755)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._retire()
        for server in self._retired:
            server.ended()

    def run(self, line: str, typed: str = "", *, fails: bool = False) -> str:
        """Run a line, and return its output; `fails`: it is expected to fail."""
        if _SERVERS.search(line):
            self._serve(line)
            return ""
        if typed:  # as at a terminal, with prompts
            line = f"script --quiet --return --command {shlex.quote(line)} /dev/null"
        script = (
            f"{self._as_before}{self._local(line)}\nstatus=$?\n"
            f'{{ export -p; echo "cd $(printf %q "$PWD")"; }} > {self._state}\nexit $status'
        )
        done = subprocess.run(
            ["bash", "-o", "pipefail", "-c", script],
            cwd=self.folder,
            env=self._environment,
            input=typed or "y\n",  # pip asks before it removes a package
            text=True,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            timeout=_PATIENCE,
            check=False,
        )
        assert (done.returncode != 0) == fails, f"{line}: status {done.returncode}\n{done.stdout}"
        return done.stdout.replace("\r", "")

    def local(self, text: str) -> str:
        """Replace the reader's folders in a text by those of this terminal."""
        for reader, own in (("/opt/", f"{self.folder}/opt/"), ("/home/me/orthanc-codegen", str(ROOT))):
            text = text.replace(reader, own)
        return text

    def interrupt(self) -> None:
        """Stop the server as Ctrl-C does, and wait until it has ended."""
        self._retire()
        self._retired.pop().ended()

    def _retire(self) -> None:
        """Let the server stop while other lines run."""
        if self._server is not None:
            self._server.interrupt()
            self._retired.append(self._server)
            self._server = None

    @property
    def _as_before(self) -> str:
        """What restores the variables and the folder of the line before."""
        return f"if [ -e {self._state} ]; then . {self._state}; fi\n"

    @property
    def _environment(self) -> dict[str, str]:
        programs = f"{self.folder / 'bin'}:{Path(sys.executable).parent}:{os.environ['PATH']}"
        return {
            **{name: value for name, value in os.environ.items() if name != "VIRTUAL_ENV"},
            "HOME": str(self.folder / "home"),
            "PATH": programs,
            "PIP_NO_INDEX": "1",
            "PIP_FIND_LINKS": str(self._wheels),
            "PIP_DISABLE_PIP_VERSION_CHECK": "1",
            "TEST_PORTS": f"{self._http} {self._dicom}",
        }

    def _local(self, line: str) -> str:
        """Let a line use the folders and ports of this terminal, and nothing that `make` would install."""
        (wheel,) = self._wheels.glob("orthanc_python_plugin-*.whl")
        line = self.local(line).replace("localhost:8042", f"localhost:{self._http}")
        line = re.sub(r"\bWHEEL\b", str(wheel), line).replace("/usr/sbin/Orthanc", "orthanc-with-ports")
        ports = f"HTTP_PORT={self._http} DICOM_PORT={self._dicom}"
        return re.sub(r"\bmake (\w+)$", rf"make -C {ROOT} --old-file setup \1 {ports}", line)

    def _serve(self, line: str) -> None:
        """Start the server of a line, instead of the one before, and wait until it answers."""
        self._retire()
        self._http, self._dicom = free_port(), free_port()
        status = _INTERRUPTED_MAKE if line.startswith("make ") else 0
        line = self._local(_SERVERS.sub(r"\1exec \2", line))
        if "orthanc-codegen run" in line:
            line = re.sub(r" --(http|dicom)-port \d+", "", line)
            line += f" --http-port {self._http} --dicom-port {self._dicom} --debug-port {free_port()}"
            line += f" --output {self._build}"  # it is built already
        ports = f"export TEST_PORTS='{self._http} {self._dicom}'\n"
        command = ["bash", "-c", self._as_before + ports + line]
        server = Process(command, self.folder, self._environment, status)
        deadline = time.monotonic() + _PATIENCE
        while not self._answers():
            server.require(f"{line}: it does not answer", time.monotonic() < deadline)
            time.sleep(0.05)
        while not server.handles_interrupts():  # Orthanc does so only after its first answer
            server.require(f"{line}: it does not handle SIGINT", time.monotonic() < deadline)
            time.sleep(0.01)
        self._server = server

    def _answers(self) -> bool:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self._http}/system", timeout=5):
                return True
        except urllib.error.HTTPError:
            return True
        except OSError:
            return False
