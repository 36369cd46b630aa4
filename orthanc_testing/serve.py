"""Start and stop an installed Orthanc server with a Python script."""

from __future__ import annotations

import contextlib
import http.client
import json
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Self

from .errors import KitError
from .guard import GuardedFolder
from .interrupts import deferred_interrupts
from .locate import find_orthanc
from .ports import free_port, require_free_port
from .process import Process

START_TIMEOUT = 30.0  # seconds; a server without a script needs 0.2
STOP_TIMEOUT = (
    20.0  # seconds; threads of the server poll for the stop about once per second, which adds up to 4
)
_LAST_LINES = 1.0  # seconds to wait for the end of the log of a process that has exited
TAIL = 40  # lines of the log to include in an error


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
        guarded: GuardedFolder | None = None,  # for its files, besides those of others; None: one of its own
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
        self.is_restarting = False  # whether it was ended for the next process, which has not answered
        self._guarded = guarded
        self._folder: tempfile.TemporaryDirectory[str] | None = None
        self._process: Process | None = None
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
        prefix = "orthanc-codegen-"
        try:
            if self._guarded is None:
                self._folder = self._guarded = GuardedFolder(prefix)
            else:
                self._folder = tempfile.TemporaryDirectory(prefix=prefix, dir=self._guarded.name)
            self._launch(program, self._guarded, Path(self._folder.name))
        except BaseException:  # also Ctrl-C
            self._give_up()
            raise

    def _give_up(self) -> None:
        """Undo a start that has failed."""
        if self._process is not None:
            self.kill()
            self.stop()
        elif self._folder is not None:
            self._folder.cleanup()

    def restart(self, timeout: float = STOP_TIMEOUT, *, kill: bool = False) -> None:
        """Stop the process and start another one with the same ports, storage and log.

        `kill` ends it as a power cut would: the script gets no event, and the restart is much faster.
        """
        process = self._started()
        assert self._folder is not None and self._guarded is not None
        if not kill:
            process.terminate()
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(timeout)
        self.is_restarting = True
        process.end()
        self._log_start = self.log_size()
        self._launch(find_orthanc(), self._guarded, Path(self._folder.name))

    def _launch(self, program: Path, guarded: GuardedFolder, folder: Path) -> None:
        """Start the program, and remember its process, even if Ctrl-C arrives meanwhile."""
        with deferred_interrupts():
            process = self._spawn(program, folder)
            self._process = Process(process, guarded, self.ended)
            if process.stderr is not None:
                self._shower = threading.Thread(target=self._show_lines, args=(process.stderr,), daemon=True)
                self._shower.start()

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
        self.is_restarting = False

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
        return self._started().poll()

    def wait(self, timeout: float | None = None) -> int:
        """Wait until the process exits and return its exit status."""
        return self._started().wait(timeout)

    def ended(self) -> None:
        """Do what must follow the end of a process at once."""

    def terminate(self) -> None:
        """Ask the process to exit, without waiting."""
        self._started().terminate()

    def kill(self) -> None:
        """Kill the process."""
        self._started().kill()

    def end_group(self) -> None:
        """Kill the process, if it runs, and those that it has started: at the latest soon after its exit."""
        self._started().end_group()

    def stop(self, timeout: float = STOP_TIMEOUT) -> int:
        """Stop the process, kill it after `timeout`, remove its files, and return its exit status."""
        process = self._started()
        try:
            process.terminate()
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(timeout)
        finally:
            status = process.end()
            if self._shower is not None:  # another process may keep the stream open
                self._shower.join(_LAST_LINES)
            if self._folder is not None:
                self._folder.cleanup()
        return status

    def _started(self) -> Process:
        if self._process is None:
            raise KitError("this server was not started")
        return self._process
