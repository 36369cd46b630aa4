"""Start and stop an installed Orthanc server with a Python script."""

from __future__ import annotations

import collections
import contextlib
import http.client
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Self

from .errors import KitError, Missing

HTTP_PORT = 8042  # Orthanc's default
DICOM_PORT = 4242
START_TIMEOUT = 30.0  # seconds; a server without a script needs 0.2
STOP_TIMEOUT = (
    20.0  # seconds; threads of the server poll for the stop about once per second, which adds up to 4
)
_LAST_LINES = 1.0  # seconds to wait for the end of the log of a process that has exited
TAIL = 40  # lines of the log to include in an error
MAX_RESERVATIONS = 64  # file descriptors; a server needs two until it listens
SERVER_VARIABLE = "ORTHANC_SERVER"
SBIN = "/usr/sbin/Orthanc"  # Debian's location, which is not in the PATH of ordinary users

_reservations: collections.deque[int] = collections.deque()  # file descriptors, the oldest first


def find_orthanc() -> Path:
    """Return the Orthanc server, which the environment variable ORTHANC_SERVER can override."""
    named = os.environ.get(SERVER_VARIABLE)
    if named is not None:
        program = shutil.which(named)
        if program is None:
            raise KitError(
                f"{SERVER_VARIABLE} is not a program: {named}. Set it to the path of Orthanc, or unset it"
            )
        return Path(program)
    found = shutil.which("Orthanc") or shutil.which(SBIN)
    if found is None:
        raise Missing(
            f"Orthanc is not installed: found neither `Orthanc` in the PATH nor {SBIN}. "
            f"Install it (Debian: apt-get install orthanc), or set {SERVER_VARIABLE} to its path"
        )
    return Path(found)


def free_port() -> int:
    """Find a free TCP port and reserve it against other callers, also in other processes.

    A socket that is bound but does not listen reserves the port. Servers can still bind it, since they set
    SO_REUSEADDR.
    """
    reservation = socket.socket()
    reservation.bind(("", 0))  # without SO_REUSEADDR, so the port is not bound yet
    reservation.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    port = int(reservation.getsockname()[1])
    _reservations.append(reservation.detach())
    if len(_reservations) > MAX_RESERVATIONS:
        os.close(_reservations.popleft())
    return port


def require_free_port(port: int, purpose: str, option: str) -> None:
    """Raise KitError if Orthanc could not listen on a port."""
    with socket.socket() as probe:
        # Like Orthanc, which ignores lingering connections of an earlier server.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("", port))
        except OverflowError:
            raise KitError(f"{port} is not a TCP port: choose {option} from 1 to 65535") from None
        except OSError as problem:
            raise KitError(
                f"port {port} is not free for {purpose} ({problem.strerror}): stop the program that uses it, "
                f"or choose another with {option}"
            ) from problem


class OrthancServer:
    """One Orthanc process with its own configuration and storage, which are removed when it stops.

    Its HTTP server rejects remote connections. Its DICOM server can't restrict them: Orthanc 1.10 listens on
    every interface. To disable it, set `{"DicomServerEnabled": False}` in `configuration`.
    """

    port_options = "--http-port", "--dicom-port"  # how the user chooses the ports, for messages

    def __init__(
        self,
        plugin: Path | None,
        script: Path | None,
        *,
        http_port: int | None = None,  # None or 0: a free port
        dicom_port: int | None = None,  # None or 0: a free port
        storage: Path | None = None,  # None: a temporary folder, removed when the server stops
        configuration: Mapping[str, Any] | None = None,  # overrides the default settings
        environment: Mapping[str, str] | None = None,  # added to the environment of this process
        log: Path | None = None,  # file for the server's output; None: this process's terminal
        verbose: bool = False,  # enables Orthanc's verbose log
        terminal: bool = False,  # gives it this process's standard input, if that is a terminal
        inherited: Sequence[int] = (),  # file descriptors that it keeps
        show: Callable[[bytes], None] | None = None,  # receives each line of its standard error
    ) -> None:
        self.plugin = plugin
        self.script = script
        self.http_port = http_port or free_port()
        self.dicom_port = dicom_port or free_port()
        self.storage = storage
        self.configuration = dict(configuration or {})
        self.environment = dict(environment or {})
        self.log_file = log
        self.verbose = verbose
        self.terminal = terminal
        self.inherited = tuple(inherited)
        self.show = show
        self._folder: tempfile.TemporaryDirectory[str] | None = None
        self._process: subprocess.Popen[bytes] | None = None
        self._asked = False  # whether it was asked to stop
        self._shower: threading.Thread | None = None
        self._log_start = 0  # of the current process, in the file

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    @property
    def url(self) -> str:
        """The URL of the REST API, without a trailing slash."""
        return f"http://127.0.0.1:{self.http_port}"

    @property
    def pid(self) -> int | None:
        """The ID of the process; None before the start."""
        return None if self._process is None else self._process.pid

    def start(self) -> None:
        """Start the process. Use `wait_until_ready` to wait until it answers."""
        if self._process is not None:
            raise KitError("this server was already started: create another OrthancServer")
        program = find_orthanc()
        if self.plugin is not None and not self.plugin.exists():
            # Orthanc would start without it.
            raise KitError(f"the plugin does not exist: build it first ({self.plugin})")
        require_free_port(self.http_port, "HTTP", self.port_options[0])
        if self.configuration.get("DicomServerEnabled", True):
            if self.dicom_port == self.http_port:
                raise KitError(
                    f"port {self.http_port} can't be both for HTTP and for DICOM: "
                    f"choose another with {self.port_options[1]}"
                )
            require_free_port(self.dicom_port, "DICOM", self.port_options[1])
        if self.log_file is not None:
            self.log_file.write_bytes(b"")
        self._folder = tempfile.TemporaryDirectory(prefix="orthanc-codegen-")
        # If this fails, the finalizer of the folder removes it.
        self._process = self._spawn(program, Path(self._folder.name))
        if self._process.stderr is not None:
            self._shower = threading.Thread(
                target=self._show_lines, args=(self._process.stderr,), daemon=True
            )
            self._shower.start()

    def restart(self, timeout: float = STOP_TIMEOUT, *, kill: bool = False) -> None:
        """Stop the process and start another one with the same ports, storage and log.

        `kill` ends it as a power cut would: the script gets no event, and the restart is much faster.
        """
        process = self._started()
        if self._folder is None:
            raise KitError("this server was not started")
        if not kill:
            self.terminate()
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(timeout)
        process.kill()  # no effect if it has exited
        process.wait()
        self.ended()
        self._asked = False
        self._log_start = self.log_size()
        self._process = self._spawn(find_orthanc(), Path(self._folder.name))

    def _spawn(self, program: Path, folder: Path) -> subprocess.Popen[bytes]:
        """Write the configuration into `folder`, unless it is there, and start the program with it."""
        file = folder / "orthanc.json"
        if not file.exists():
            file.write_text(json.dumps(self._configuration(folder), indent=2), encoding="utf-8")
        command = [str(program), *(["--verbose"] if self.verbose else []), str(file)]
        with contextlib.ExitStack() as stack:
            output = None if self.log_file is None else stack.enter_context(self.log_file.open("ab"))
            errors = None if self.show is None else subprocess.PIPE
            return subprocess.Popen(
                command,
                env={**os.environ, **self.environment},
                stdin=(
                    None
                    if self.terminal and sys.stdin is not None and sys.stdin.isatty()
                    else subprocess.DEVNULL
                ),
                stdout=output,
                stderr=errors if output is None else subprocess.STDOUT,
                pass_fds=self.inherited,
                start_new_session=True,  # the caller forwards Ctrl-C
            )

    def _show_lines(self, lines: IO[bytes]) -> None:
        assert self.show is not None
        with lines:
            for line in lines:
                self.show(line)

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
            "SyncStorageArea": self.storage is not None,  # temporary files need no sync
            "Plugins": [] if self.plugin is None else [str(self.plugin.absolute())],
        }
        if self.script is not None:
            settings["PythonScript"] = str(self.script.absolute())
        return {**settings, **self.configuration}

    def wait_until_ready(self, timeout: float = START_TIMEOUT) -> None:
        """Wait until the server answers over HTTP; raise KitError if its process ends first."""
        deadline = time.monotonic() + timeout
        while not self.answers():
            status = self.poll()
            if status is not None:
                raise KitError(f"Orthanc exited with status {status} during startup{self._tail()}")
            if time.monotonic() > deadline:
                raise KitError(f"Orthanc did not answer within {timeout:g} seconds{self._tail()}")
            time.sleep(0.02)

    def answers(self) -> bool:
        """Request /system once. Any HTTP status counts as an answer."""
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
        """Return the end of the log, for an error message."""
        lines = self.log_text().splitlines()[-TAIL:]
        if self.log_file is None:
            return "; the reason is in its log above"
        return "\n".join([f"; its log, {self.log_file}, ends with", *lines])

    def log_text(self) -> str:
        """Return the output since the last start; the empty string if it goes to the terminal."""
        return self.log_after(self._log_start)

    def log_size(self) -> int:
        """Return the number of bytes of output since the first start."""
        return len(self._log_bytes())

    def log_after(self, size: int) -> str:
        """Return the output after the first `size` bytes since the first start."""
        return self._log_bytes()[size:].decode("utf-8", errors="backslashreplace")

    def _log_bytes(self) -> bytes:
        return b"" if self.log_file is None or not self.log_file.exists() else self.log_file.read_bytes()

    def poll(self) -> int | None:
        """Return the exit status, or None while the process runs."""
        status = self._started().poll()
        if status is not None:
            self.ended()
        return status

    def wait(self, timeout: float | None = None) -> int:
        """Wait until the process exits and return its exit status."""
        status = self._started().wait(timeout)
        self.ended()
        return status

    def ended(self) -> None:
        """Do what must follow the end of the process at once. Called once or more after each end."""

    def terminate(self) -> None:
        """Ask the process to exit, without waiting."""
        process = self._started()
        # SIGTERM kills Orthanc before it installs its handler, and again once it is stopping.
        if not self._asked:
            self._asked = True
            deadline = time.monotonic() + 0.5
            while not self._listens_to_signals() and time.monotonic() < deadline and self.poll() is None:
                time.sleep(0.01)
            process.send_signal(signal.SIGTERM)

    def _listens_to_signals(self) -> bool:
        """Return whether Orthanc handles SIGTERM. It does so only shortly after its first answer."""
        try:
            status = Path(f"/proc/{self.pid}/status").read_text()
        except OSError:
            return True  # the process has exited, or there is no /proc
        caught = next((line.split()[1] for line in status.splitlines() if line.startswith("SigCgt:")), "0")
        return bool(int(caught, 16) >> (signal.SIGTERM - 1) & 1)

    def kill(self) -> None:
        """Kill the process."""
        self._started().kill()

    def end_group(self) -> None:
        """Kill the process, if it runs, and those that it has started.

        Call this at the latest soon after its exit: its ID is free for other processes then.
        """
        with contextlib.suppress(
            ProcessLookupError, PermissionError
        ):  # there is none, or one of another user
            os.killpg(self._started().pid, signal.SIGKILL)  # the leader of its group: see `_spawn`

    def stop(self, timeout: float = STOP_TIMEOUT) -> int:
        """Stop the process, kill it after `timeout`, remove its files, and return its exit status."""
        process = self._started()
        try:
            self.terminate()
            try:
                return process.wait(timeout)
            except subprocess.TimeoutExpired:
                return -signal.SIGKILL
        finally:
            process.kill()  # no effect if it has exited
            process.wait()
            self.ended()
            if self._shower is not None:  # another process may keep the stream open
                self._shower.join(_LAST_LINES)
            if self._folder is not None:
                self._folder.cleanup()

    def _started(self) -> subprocess.Popen[bytes]:
        if self._process is None:
            raise KitError("this server was not started")
        return self._process
