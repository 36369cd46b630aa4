"""Starts and stops the installed Orthanc server with a Python script, for the `run` command and the tests."""

from __future__ import annotations

import contextlib
import http.client
import json
import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import FrameType, TracebackType
from typing import Any, Self

from .diagnostics import CodegenError

HTTP_PORT = 8042  # Orthanc's own default, and the one that the documentation uses
DICOM_PORT = 4242
START_TIMEOUT = 30.0  # seconds; a server without a script answers after 0.2
STOP_TIMEOUT = 20.0  # seconds; its threads look for the end once a second or so, which adds up to 4
TAIL = 40  # lines of the log that an error repeats
SERVER_VARIABLE = "ORTHANC_SERVER"
SBIN = "/usr/sbin/Orthanc"  # where Debian installs it; not in the PATH of an ordinary user


def find_orthanc() -> Path:
    """Say where the Orthanc server is installed; the environment variable ORTHANC_SERVER names another."""
    named = os.environ.get(SERVER_VARIABLE)
    if named is not None:
        program = shutil.which(named)
        if program is None:
            raise CodegenError.of(f"{SERVER_VARIABLE} names no program: {named}")
        return Path(program)
    found = shutil.which("Orthanc") or shutil.which(SBIN)
    if found is None:
        raise CodegenError.of(
            f"there is no Orthanc server on this machine: neither `Orthanc` in the PATH nor {SBIN}. "
            f"Install one, on Debian with `apt-get install orthanc`, or name one with {SERVER_VARIABLE}"
        )
    return Path(found)


def free_port() -> int:
    """Find a TCP port that nothing uses at the moment."""
    with socket.socket() as probe:
        probe.bind(("", 0))
        return int(probe.getsockname()[1])


def require_free_port(port: int, purpose: str, option: str) -> None:
    """Refuse a port that Orthanc could not listen on."""
    with socket.socket() as probe:
        # As Orthanc does it: connections of an earlier server that linger don't count.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("", port))
        except OverflowError:
            raise CodegenError.of(f"{port} is no TCP port: choose {option} from 1 to 65535") from None
        except OSError as problem:
            raise CodegenError.of(
                f"port {port} is not free for {purpose} ({problem.strerror}): stop the program that uses it, "
                f"or choose another with {option}"
            ) from problem


class OrthancServer:
    """One Orthanc process with its own configuration and storage, which end with it.

    Its HTTP server refuses whoever is not on this machine. Its DICOM server can't be told to (Orthanc 1.10
    listens on every interface); `{"DicomServerEnabled": False}` in `configuration` does without it.
    """

    def __init__(
        self,
        plugin: Path | None,
        script: Path | None,
        *,
        http_port: int | None = None,  # None or 0: one that is free
        dicom_port: int | None = None,  # None or 0: one that is free
        storage: Path | None = None,  # None: a temporary folder, removed when the server has stopped
        configuration: Mapping[str, Any] | None = None,  # added to, and stronger than, what is set here
        environment: Mapping[str, str] | None = None,  # added to this process's own
        log: Path | None = None,  # the file for everything that the server prints; None: our own terminal
        verbose: bool = False,  # logs what happens, not only what is worth a warning
    ) -> None:
        self.plugin = plugin
        self.script = script
        self.http_port = http_port or free_port()
        self.dicom_port = dicom_port or free_port()
        self.storage = storage
        self.configuration = dict(configuration or {})
        self.environment = dict(environment or {})
        self.log = log
        self.verbose = verbose
        self._folder: tempfile.TemporaryDirectory[str] | None = None
        self._process: subprocess.Popen[bytes] | None = None
        self._asked = False  # to end

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    @property
    def url(self) -> str:
        """Where the REST API is, without a slash at the end."""
        return f"http://127.0.0.1:{self.http_port}"

    @property
    def pid(self) -> int | None:
        """The id of the process, None before it was started."""
        return None if self._process is None else self._process.pid

    def start(self) -> None:
        """Start the process; it may take a moment until it answers, see `wait_until_ready`."""
        if self._process is not None:
            raise CodegenError.of("this server was started already; make another one")
        program = find_orthanc()
        if self.plugin is not None and not self.plugin.exists():
            # Orthanc itself would serve without it.
            raise CodegenError.of("there is no such plugin: build it first", str(self.plugin))
        require_free_port(self.http_port, "HTTP", "--http-port")
        if self.configuration.get("DicomServerEnabled", True):
            require_free_port(self.dicom_port, "DICOM", "--dicom-port")
        self._folder = tempfile.TemporaryDirectory(prefix="orthanc-codegen-")
        # Should this fail, the folder goes with this object.
        self._process = self._spawn(program, Path(self._folder.name))

    def _spawn(self, program: Path, folder: Path) -> subprocess.Popen[bytes]:
        """Write the configuration into `folder` and start the program with it."""
        file = folder / "orthanc.json"
        file.write_text(json.dumps(self._configuration(folder), indent=2), encoding="utf-8")
        command = [str(program), *(["--verbose"] if self.verbose else []), str(file)]
        with contextlib.ExitStack() as stack:
            output = None if self.log is None else stack.enter_context(self.log.open("wb"))
            return subprocess.Popen(
                command,
                env={**os.environ, **self.environment},
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=None if output is None else subprocess.STDOUT,
                start_new_session=True,  # Ctrl-C on the terminal is ours to pass on
            )

    def _configuration(self, folder: Path) -> dict[str, Any]:
        """Compose the server's configuration."""
        storage = str((self.storage or folder / "storage").absolute())
        settings: dict[str, Any] = {
            "Name": "orthanc-codegen",
            "StorageDirectory": storage,
            "IndexDirectory": storage,
            "HttpPort": self.http_port,
            "DicomPort": self.dicom_port,
            "RemoteAccessAllowed": False,
            "AuthenticationEnabled": False,
            "DicomAlwaysAllowEcho": True,
            "DicomAlwaysAllowStore": True,
            "DicomCheckCalledAet": False,
            "SyncStorageArea": self.storage is not None,  # nobody needs what is removed soon on the disk
            "Plugins": [] if self.plugin is None else [str(self.plugin.absolute())],
        }
        if self.script is not None:
            settings["PythonScript"] = str(self.script.absolute())
        return {**settings, **self.configuration}

    def wait_until_ready(self, timeout: float = START_TIMEOUT) -> None:
        """Wait until the server answers over HTTP; fail as soon as its process has ended."""
        deadline = time.monotonic() + timeout
        while not self._answers():
            status = self.poll()
            if status is not None:
                raise CodegenError.of(f"Orthanc ended while it was starting, status {status}{self._tail()}")
            if time.monotonic() > deadline:
                raise CodegenError.of(f"Orthanc did not answer within {timeout:g} seconds{self._tail()}")
            time.sleep(0.02)

    def _answers(self) -> bool:
        """Ask once for /system; a refusal by a script's filter is an answer too."""
        connection = http.client.HTTPConnection("127.0.0.1", self.http_port, timeout=5)
        try:
            connection.request("GET", "/system")
            connection.getresponse().read()
        except (OSError, http.client.HTTPException):
            return False
        finally:
            connection.close()
        return self.poll() is None

    def _tail(self) -> str:
        """Return the end of the log, as the end of an error message."""
        lines = self.log_text().splitlines()[-TAIL:]
        head = "; the reason is in its log above" if self.log is None else f"; its log, {self.log}, ends with"
        return "\n".join([head, *lines])

    def log_text(self) -> str:
        """Return all that the server has printed so far, where that goes to a file."""
        return "" if self.log is None else self.log.read_text(encoding="utf-8", errors="backslashreplace")

    def poll(self) -> int | None:
        """Return the exit status, or None while the process runs."""
        return self._started().poll()

    def wait(self, timeout: float | None = None) -> int:
        """Wait until the process ends by itself and return its exit status."""
        return self._started().wait(timeout)

    def terminate(self) -> None:
        """Ask the process to end; `stop` waits for it."""
        process = self._started()
        # Before Orthanc listens to the signal, and again while it stops, that would break it off.
        if not self._asked:
            self._asked = True
            deadline = time.monotonic() + 0.5
            while not self._listens_to_signals() and time.monotonic() < deadline and process.poll() is None:
                time.sleep(0.01)
            process.send_signal(signal.SIGTERM)

    def _listens_to_signals(self) -> bool:
        """Tell whether Orthanc handles SIGTERM; it begins to a moment after it has answered first."""
        try:
            status = Path(f"/proc/{self.pid}/status").read_text()
        except OSError:
            return True  # the process has ended, or this system can't tell
        caught = next((line.split()[1] for line in status.splitlines() if line.startswith("SigCgt:")), "0")
        return bool(int(caught, 16) >> (signal.SIGTERM - 1) & 1)

    def kill(self) -> None:
        """End the process by force."""
        self._started().kill()

    def stop(self, timeout: float = STOP_TIMEOUT) -> int:
        """End the process, by force when asking does not help, remove its files, return its exit status."""
        process = self._started()
        try:
            self.terminate()
            try:
                return process.wait(timeout)
            except subprocess.TimeoutExpired:
                return -signal.SIGKILL
        finally:
            process.kill()  # of no effect on one that has ended
            process.wait()
            if self._folder is not None:
                self._folder.cleanup()

    def _started(self) -> subprocess.Popen[bytes]:
        if self._process is None:
            raise CodegenError.of("this server was not started")
        return self._process


@contextlib.contextmanager
def _passing_signals_on(server: OrthancServer) -> Iterator[None]:
    """Let the signals that end a command end the server: the first one asks, the next one forces."""
    asked = False

    def pass_on(_number: int, _frame: FrameType | None) -> None:
        nonlocal asked
        if server.pid is None:
            raise KeyboardInterrupt
        end = server.kill if asked else server.terminate
        asked = True
        end()

    signals = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
    before = [(number, signal.signal(number, pass_on)) for number in signals]
    try:
        yield
    finally:
        for number, handler in before:
            signal.signal(number, handler)


def run_script(
    plugin: Path,
    script: Path,
    *,
    http_port: int = HTTP_PORT,
    dicom_port: int = DICOM_PORT,
    configuration: Mapping[str, Any] | None = None,
    verbose: bool = False,
) -> int:
    """Serve with `script`, the log on the terminal, until the server ends; return its exit status."""
    if not script.is_file():
        raise CodegenError.of("there is no such script", str(script))
    server = OrthancServer(
        plugin,
        script,
        http_port=http_port,
        dicom_port=dicom_port,
        configuration=configuration,
        verbose=verbose,
    )
    with _passing_signals_on(server), server:
        return server.wait()
