"""Starts servers for the tests of a module, and stops them without making the next module wait."""

from __future__ import annotations

import itertools
import os
import sys
import textwrap
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Generic, TypeVar

from .configuration import merged
from .locate import Plugin
from .named import is_text, named_file
from .server import TIMEOUT, Server

S = TypeVar("S", bound=Server)


class Servers(Generic[S]):
    """Starts servers for one test or one module.

    Orthanc needs 3 seconds to stop, mostly sleeping. So `release` only requests the stop, and the
    end of the session checks the exit statuses, with `check_stopped`.
    """

    def __init__(
        self,
        plugin: Path,
        folder: Path,
        retired: list[S],
        kind: type[S],
        *,
        python: Mapping[str, Any] | None = None,  # defaults of the section Python of the configuration
        beside: Sequence[Path] = (Path(),),  # folders to which the paths of scripts are relative
    ) -> None:
        self._plugin = plugin
        self._python = python or {}
        self._beside = tuple(beside)
        self._folder = folder
        self._retired = retired
        self._kind = kind
        self._made: list[S] = []
        self._numbers = itertools.count()  # for the names of their files

    def start(
        self,
        script: str | Path | None = None,  # the file of a script, or its text, which has a line break
        *,
        ready: bool = True,
        with_plugin: bool = True,
        dicom: bool = False,  # takes another second when the server stops
        storage: Path | None = None,  # of an earlier server, or shared with a later one
        configuration: Mapping[str, Any] | None = None,
        environment: Mapping[str, str] | None = None,
        verbose: bool = False,
    ) -> S:
        """Start a server; with `ready`, wait until it answers.

        Its script, storage and ports are never those of `configuration`, which can add other plugins.
        """
        number = next(self._numbers)
        plugin = self._plugin if with_plugin else None
        settings = {"DicomServerEnabled": dicom, "WebDavEnabled": False}
        server = self._kind(
            plugin,
            None if script is None else self._file(script, number),
            storage=storage,
            configuration={**settings, **self.options(configuration or {}, plugin)},
            environment=environment,
            log=self._folder / f"orthanc{number}.log",
            verbose=verbose,
        )
        server.start()
        self._made.append(server)
        if ready:
            try:
                server.wait_until_ready()
            except BaseException:  # also Ctrl-C
                self.kill(server)  # a server that starts does not stop in order
                raise
        return server

    def options(self, given: Mapping[str, Any], plugin: Path | None) -> dict[str, Any]:
        """Return the options of the user for a server, with the Python whose packages scripts can import."""
        section = given.get("Python")
        chosen = isinstance(section, Mapping) and section.keys() & {"Library", "VirtualEnv"}
        return merged(given, plugin, {} if chosen else self._python)

    def _file(self, script: str | Path, number: int) -> Path:
        """Return the file of a script; write one for a text."""
        if isinstance(script, Path) and script.is_absolute():
            return script  # the plugin refuses a wrong one
        if not is_text(script):
            return named_file(script, self._beside, "script")
        file = self._folder / f"script{number}.py"
        file.write_text(textwrap.dedent(str(script)), encoding="utf-8")
        return file

    def refused(
        self,
        script: str | Path | None,
        configuration: Mapping[str, Any] | None = None,
        environment: Mapping[str, str] | None = None,
    ) -> str:
        """Start a server that must refuse to start; return its log."""
        server = self.start(script, ready=False, configuration=configuration, environment=environment)
        deadline = time.monotonic() + TIMEOUT
        while (status := server.poll()) is None and "Orthanc has started" not in server.log_text():
            assert time.monotonic() < deadline, f"the server neither started nor ended:\n{server.log_text()}"
            time.sleep(0.02)
        log = server.log_text()
        assert status is not None and status > 0, f"no refusal, but status {status}:\n{log}"
        return log

    def kill(self, server: S) -> None:
        """Kill a server. For all other servers, release() treats death by a signal as a failure."""
        self._made.remove(server)
        server.kill()
        server.stop()

    def release(self) -> None:
        """Request the stop of all servers that still run; check that none has died of a signal."""
        made, self._made = self._made, []
        died: list[str] = []
        for server in made:
            if server.is_restarting:  # Ctrl-C has interrupted that, or it has failed
                server.kill()  # a server that starts does not stop in order
                server.stop()
            elif server.poll() is None:
                server.terminate()
                self._retired.append(server)
            elif (status := server.stop()) < 0:
                died.append(f"the server died of signal {-status}:\n{server.log_text()}")
        assert not died, "\n".join(died)


def check_stopped(servers: list[S]) -> None:
    """Wait for the end of servers; all must exit with status 0."""
    failed = [f"status {status}:\n{s.log_text()}" for s in servers if (status := s.stop()) != 0]
    assert not failed, "\n".join(["servers that failed while stopping:", *failed])


def own_python(plugin: Plugin) -> dict[str, Any]:
    """Return options of the section Python: scripts import the packages of this process's environment."""
    chosen = plugin.is_installed or os.environ.get("VIRTUAL_ENV") or sys.prefix == sys.base_prefix
    return {} if chosen else {"VirtualEnv": sys.prefix}
