"""Starts servers for the tests of a module, and stops them without making the next module wait."""

from __future__ import annotations

import os
import sys
import textwrap
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Generic, TypeVar

from .locate import Plugin
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
        defaults: Mapping[str, Any] | None = None,  # of the configuration
    ) -> None:
        self._plugin = plugin
        self._defaults = defaults or {}
        self._folder = folder
        self._retired = retired
        self._kind = kind
        self._made: list[S] = []

    def start(
        self,
        script: str | Path | None = None,  # the text of a script, or its file
        *,
        ready: bool = True,
        with_plugin: bool = True,
        dicom: bool = False,  # takes another second when the server stops
        storage: Path | None = None,  # of an earlier server, or shared with a later one
        configuration: Mapping[str, Any] | None = None,
        environment: Mapping[str, str] | None = None,
        verbose: bool = False,
    ) -> S:
        """Start a server; with `ready`, wait until it answers."""
        number = len(self._made)
        if isinstance(script, str):
            file = self._folder / f"script{number}.py"
            file.write_text(textwrap.dedent(script), encoding="utf-8")
            script = file
        settings = {"DicomServerEnabled": dicom, "WebDavEnabled": False}
        server = self._kind(
            self._plugin if with_plugin else None,
            script,
            storage=storage,
            configuration=_merged(self._defaults, {**settings, **(configuration or {})}),
            environment=environment,
            log=self._folder / f"orthanc{number}.log",
            verbose=verbose,
        )
        server.start()
        self._made.append(server)
        if ready:
            server.wait_until_ready()
        return server

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
            if server.poll() is None:
                server.terminate()
                self._retired.append(server)
            elif (status := server.stop()) < 0:
                died.append(f"the server died of signal {-status}:\n{server.log_text()}")
        assert not died, "\n".join(died)


def check_stopped(servers: list[S]) -> None:
    """Wait for the end of servers; all must exit with status 0."""
    failed = [f"status {status}:\n{s.log_text()}" for s in servers if (status := s.stop()) != 0]
    assert not failed, "\n".join(["servers that failed while stopping:", *failed])


def _merged(defaults: Mapping[str, Any], given: Mapping[str, Any]) -> dict[str, Any]:
    """Merge configurations, and their sections Python unless the given one chooses a Python."""
    ours, theirs = defaults.get("Python"), given.get("Python")
    if ours and isinstance(theirs, Mapping) and not theirs.keys() & {"Library", "VirtualEnv"}:
        return {**defaults, **given, "Python": {**ours, **theirs}}
    return {**defaults, **given}


def own_python(plugin: Plugin) -> dict[str, Any]:
    """Return the options with which scripts import the packages of this process's environment."""
    chosen = plugin.is_installed or os.environ.get("VIRTUAL_ENV") or sys.prefix == sys.base_prefix
    return {} if chosen else {"Python": {"VirtualEnv": sys.prefix}}
