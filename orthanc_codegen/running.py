"""Runs a script in an Orthanc with a built plugin until the user stops it (`orthanc-codegen run`)."""

from __future__ import annotations

import contextlib
import math
import os
import stat
import sys
import webbrowser
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from orthanc_testing.configuration import OWN, ConfigurationError, merged, parse_configuration
from orthanc_testing.errors import KitError
from orthanc_testing.guard import GuardedFolder
from orthanc_testing.ports import DICOM_PORT, HTTP_PORT, require_free_port
from orthanc_testing.serve import START_TIMEOUT, OrthancServer

from .develop.launch import Launch, read_outcome, write_launcher
from .develop.sockets import listening
from .develop.terminal import Terminal
from .develop.traces import Highlighter, highlighted
from .diagnostics import CodegenError
from .files import read_file
from .signals import exiting_on_signals, passing_signals_on
from .uploads import upload

# With `watch`: otherwise Python would use the compiled file of a module that is saved twice in one second.
_UNCACHED = {"PYTHONDONTWRITEBYTECODE": "1"}
DEBUG_PORT = 5678  # the default of debugpy and of VS Code

Report = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class RunOptions:
    """How to run a script."""

    http_port: int | None = None  # None: that of the configuration, or Orthanc's default
    dicom_port: int | None = None
    configuration: Mapping[str, Any] = field(default_factory=dict)  # as the user wrote it
    python: Mapping[str, Any] = field(default_factory=dict)  # defaults of its section Python
    storage: Path | None = None  # None: a temporary folder
    environment: Mapping[str, str] = field(default_factory=dict)
    uploads: Sequence[Path] = ()  # DICOM files, ZIP archives of them, and folders
    open_browser: bool = False
    verbose: bool = False
    watch: bool = False  # replace the server when the script changes
    debug_port: int | None = None  # on which a debugger can attach
    debug_wait: bool = False  # load the script only then
    console: bool = False  # open a Python prompt for `orthanc-codegen console`


def read_configuration(file: Path) -> dict[str, Any]:
    """Read a configuration of Orthanc, which may have comments and trailing commas."""
    text = read_file(file, "the configuration").decode("utf-8", "surrogateescape")
    try:
        return parse_configuration(text)
    except ConfigurationError as error:
        raise CodegenError.of(str(error), str(file), error.line) from error


def require_files(script: Path, uploads: Sequence[Path], storage: Path | None) -> None:
    """Raise CodegenError if a server could not use what the user names."""
    if not stat.S_ISREG(_mode(script, "the script")):
        raise CodegenError.of("the script is not a file", str(script))
    for path in uploads:
        _mode(path, "the file or folder to upload")
    if storage is not None:
        try:
            storage.mkdir(parents=True, exist_ok=True)
        except FileExistsError as error:
            raise CodegenError.of("the storage is not a folder: choose another one", str(storage)) from error
        except OSError as error:
            raise CodegenError.of(f"the storage can't be created: {error.strerror}", str(storage)) from error
        if not os.access(storage, os.W_OK | os.X_OK):
            raise CodegenError.of("the storage is a folder in which you may not write", str(storage))


def _mode(path: Path, what: str) -> int:
    """Return the mode of a path that the user has given; raise CodegenError if there is no such file."""
    try:
        return path.stat().st_mode
    except FileNotFoundError as error:
        raise CodegenError.of(f"{what} does not exist", str(path)) from error
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        problem = error.strerror if isinstance(error, OSError) else error
        raise CodegenError.of(f"{what} can't be used: {problem}", str(path)) from error


def run_script(plugin: Path, script: Path, options: RunOptions, report: Report) -> int:
    """Run a server with `script`, with its log on the terminal; return its exit status."""
    require_files(script, options.uploads, options.storage)
    given = options.configuration
    ignored = [name for name in OWN if name in given]
    if isinstance(given.get("Python"), dict) and "Path" in given["Python"]:
        ignored.append("Python.Path")
    if ignored:
        report(f"Ignoring {', '.join(ignored)} of the configuration: the command line decides")
    if options.debug_port is not None:
        require_free_port(options.debug_port, "the debugger", "--debug-port")
    with exiting_on_signals(), Terminal() as terminal, contextlib.ExitStack() as stack:
        guarded = GuardedFolder("orthanc-codegen-run-")
        stack.enter_context(guarded)
        run = _Run(plugin, script.absolute(), options, report, guarded)
        if options.console:
            run = replace(run, console=stack.enter_context(listening(run.http_port)))
        run.announce()
        return _run_watched(run, terminal) if options.watch else _run_once(run)


def _run_once(run: _Run) -> int:
    """Run one server until it ends."""
    server = run.server()
    try:
        with passing_signals_on(server) as signals, server:
            signals.forward()
            try:
                if run.options.uploads or run.options.open_browser:
                    server.wait_until_ready(math.inf if run.options.debug_wait else START_TIMEOUT)
                run.begin(server)
            except KitError:
                if not signals.received:  # otherwise, the user has ended it
                    raise
            return server.wait()
    finally:
        if server.pid is not None:  # it was started
            server.end_group()
        run.check()


def _run_watched(run: _Run, terminal: Terminal) -> int:
    """Run servers with the script until the user stops the last one."""
    from .develop.watch import Watched, watch  # imports watchfiles

    kept = run.options.storage

    def make_server() -> OrthancServer:
        terminal.restore()  # a killed server may have changed it
        return run.server(kept or run.folder / "storage")

    watched = Watched(
        script=run.script,
        folder=run.folder,
        make_server=make_server,
        make_trial=run.trial,
        # Other plugins may store data elsewhere, and expect a clean stop.
        keeps_storage=kept is not None or bool(run.options.configuration.get("Plugins")),
        when_ready=run.begin,
        check=run.check,
        report=run.report,
        show_trace=run.show_trace,
    )
    return watch(watched)


@dataclass(frozen=True, slots=True)
class _Run:
    """One run of a script."""

    plugin: Path
    script: Path
    options: RunOptions
    report: Report
    guarded: GuardedFolder  # for all that is temporary
    console: int | None = None  # descriptor of its socket

    @property
    def folder(self) -> Path:
        """The folder for all that is temporary."""
        return Path(self.guarded.name)

    @property
    def _launcher_folder(self) -> Path:
        return self.folder / "launcher"

    @property
    def http_port(self) -> int:
        """The port of the REST API."""
        return self.options.http_port or self._configured_port("HttpPort", HTTP_PORT)

    @property
    def dicom_port(self) -> int:
        """The port of the DICOM server."""
        return self.options.dicom_port or self._configured_port("DicomPort", DICOM_PORT)

    def _configured_port(self, name: str, default: int) -> int:
        port = self.options.configuration.get(name, default)
        if not isinstance(port, int) or isinstance(port, bool) or not 0 < port < 1 << 16:
            raise CodegenError.of(
                f"{name} in the configuration: expected a port from 1 to 65535, got {port!r}"
            )
        return port

    def server(self, storage: Path | None = None) -> OrthancServer:
        """Make a server that is ready to start. One with `storage` continues with its content."""
        options, given = self.options, self.options.configuration
        configuration = merged(given, self.plugin, options.python)
        if options.storage is None:
            configuration = {"SyncStorageArea": False, **configuration}
        return OrthancServer(
            self.plugin,
            self._launcher() or self.script,
            http_port=self.http_port,
            dicom_port=self.dicom_port,
            storage=storage or options.storage,
            configuration=configuration,
            environment=self._environment(),
            verbose=options.verbose,
            terminal=True,
            inherited=() if self.console is None else (self.console,),
            show=self._show_line() if sys.stderr.isatty() else None,
            guarded=self.guarded,
        )

    def trial(self, launcher: Path, port: int, log: Path) -> OrthancServer:
        """Make a server that loads the script by a launcher, beside the running one."""
        given, options = self.options.configuration, self.options
        return OrthancServer(
            self.plugin,
            launcher,
            http_port=port,
            configuration={**merged(given, self.plugin, options.python), "DicomServerEnabled": False},
            environment=self._environment(),
            log=log,
            guarded=self.guarded,
        )

    def _launcher(self) -> Path | None:
        options = self.options
        if options.debug_port is None and self.console is None:
            return None
        launch = Launch(
            self.script,
            debug_port=options.debug_port,
            debug_wait=options.debug_wait,
            console=self.console,
        )
        self._launcher_folder.mkdir(exist_ok=True)
        return write_launcher(self._launcher_folder, launch)

    def check(self) -> None:
        """Raise CodegenError if the launcher has reported a problem."""
        outcome = read_outcome(self._launcher_folder)
        if outcome is not None and outcome.problem is not None:
            raise CodegenError.of(outcome.problem)

    def _environment(self) -> Mapping[str, str]:
        return {**(_UNCACHED if self.options.watch else {}), **self.options.environment}

    def announce(self) -> None:
        """Report how to use and to stop the server."""
        how = "a change reloads it, press Ctrl-C to stop" if self.options.watch else "press Ctrl-C to stop"
        self.report(f"Running {self.script} at http://localhost:{self.http_port} ({how})")
        if self.options.debug_port is not None:
            end = ", which the script awaits" if self.options.debug_wait else ""
            self.report(f"Listening on port {self.options.debug_port} for a debugger{end}")
        if self.options.console:
            self.report(f"Open a console: orthanc-codegen console --http-port {self.http_port}")

    def begin(self, server: OrthancServer) -> None:
        """Upload the files, and open the browser."""
        if self.options.uploads:
            self.report(upload(server, self.options.uploads))
        if self.options.open_browser:
            webbrowser.open(f"{server.url}/app/explorer.html")

    def show_trace(self, trace: str) -> None:
        """Show a traceback, in colour on a terminal."""
        text = trace.rstrip("\n")
        self.report(highlighted(text, self.script.parent) if sys.stderr.isatty() else text)

    def _show_line(self) -> Callable[[bytes], None]:
        mark = Highlighter(self.script.parent)

        def show(line: bytes) -> None:
            sys.stderr.write(mark(line.decode("utf-8", "backslashreplace")))
            sys.stderr.flush()

        return show
