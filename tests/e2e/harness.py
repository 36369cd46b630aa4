"""Drives Orthanc in the end-to-end tests: servers with scripts, and an HTTP client."""

from __future__ import annotations

import functools
import http.client
import json
import os
import re
import subprocess
import sys
import textwrap
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from orthanc_codegen.ir import Version
from orthanc_codegen.serve import OrthancServer, find_orthanc

from .. import interface

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
TIMEOUT = 20.0  # seconds; normally a fraction of one is enough
LIBRARY_VARIABLE = "ORTHANC_PYTHON_LIBRARY"  # names the libpython for scripts, unless a test chooses one
# Whether the tested plugin comes from a wheel. It then uses the Python of the wheel's environment.
INSTALLED = Path(os.environ.get("ORTHANC_PYTHON_PLUGIN", "")).name == "orthanc_plugin"

# The beginning of a script that executes posted code; see `RunningServer.run`.
RUNNER = """
    import json
    import orthanc

    def run(output, uri, body, **request):
        names = {**globals(), "answer": None}
        exec(compile(body, "posted.py", "exec"), names)
        output.AnswerBuffer(json.dumps(names["answer"], default=repr), "application/json")

    orthanc.RegisterRestCallback("/run", run)
"""


@functools.cache
def server_release() -> Version:
    """Return the release of this machine's server, or of the one that ORTHANC_SERVER names."""
    said = subprocess.run([find_orthanc(), "--version"], capture_output=True, text=True, check=True).stdout
    return Version.parse(said.split()[1])


@functools.cache
def _first_releases() -> dict[str, Version]:
    plan = interface.plan()
    return {f.qualified_name: f.since or Version(1, 0, 0) for f in plan.every_function}


def first_release(function: str) -> Version:
    """Return the first release with a function, given its Python name, ex) ``Image.GetImageWidth``."""
    return _first_releases()[function]


def _with_python(configuration: Mapping[str, Any], packages: bool, active: str) -> dict[str, Any]:
    """Add the Python under test to a configuration, unless the configuration or VIRTUAL_ENV chooses one."""
    library = os.environ.get(LIBRARY_VARIABLE)
    section = configuration.get("Python", {})
    if active or not isinstance(section, dict) or section.keys() & {"Library", "VirtualEnv"}:
        return dict(configuration)
    if packages and library is not None:
        pytest.skip(f"the packages are those of the project's Python, {LIBRARY_VARIABLE} names another one")
    chosen = {"VirtualEnv": sys.prefix} if packages else {"Library": library} if library else {}
    return {**configuration, "Python": {**section, **chosen}} if chosen else dict(configuration)


@dataclass(frozen=True, slots=True)
class Answer:
    """The response of the server to one HTTP request."""

    status: int
    headers: http.client.HTTPMessage
    body: bytes

    @property
    def text(self) -> str:
        """The body as text."""
        return self.body.decode("utf-8", errors="surrogateescape")

    def json(self) -> Any:
        """Parse the body as JSON."""
        return json.loads(self.body)


class RunningServer(OrthancServer):
    """A running Orthanc with an HTTP client and access to its log."""

    def request(
        self,
        method: str,
        path: str,
        body: bytes | str | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Answer:
        """Send one request over its own connection."""
        connection = http.client.HTTPConnection("127.0.0.1", self.http_port, timeout=TIMEOUT)
        try:
            data = body.encode() if isinstance(body, str) else body
            connection.request(method, path, data, dict(headers or {}))
            answer = connection.getresponse()
            return Answer(answer.status, answer.headers, answer.read())
        finally:
            connection.close()

    def get(self, path: str, **headers: str) -> Answer:
        """Send a GET; `x_name="value"` adds the header `x-name: value`."""
        return self.request("GET", path, headers={name.replace("_", "-"): v for name, v in headers.items()})

    def post(self, path: str, body: bytes | str) -> Answer:
        """Send a POST."""
        return self.request("POST", path, body)

    def put(self, path: str, body: bytes | str) -> Answer:
        """Send a PUT."""
        return self.request("PUT", path, body)

    def delete(self, path: str) -> Answer:
        """Send a DELETE."""
        return self.request("DELETE", path)

    def reset(self, configuration: Mapping[str, Any]) -> None:
        """Reset the server in the same process, with options added to its configuration."""
        assert self._folder is not None
        file = Path(self._folder.name) / "orthanc.json"
        file.write_text(json.dumps({**json.loads(file.read_text()), **configuration}))
        starts = self.log_text().count("Orthanc has started")
        self.post("/tools/reset", "")
        deadline = time.monotonic() + TIMEOUT
        while self.log_text().count("Orthanc has started") == starts:
            assert self.poll() is None, f"the server ended:\n{self.log_text()}"
            assert time.monotonic() < deadline, f"the server did not restart:\n{self.log_text()}"
            time.sleep(0.02)

    def run(self, code: str) -> Any:
        """Run Python code in a server whose script begins with RUNNER; return the value of `answer`."""
        done = self.post("/run", textwrap.dedent(code))
        assert done.status == 200, f"{done.text}\n{self.log_text()}"
        return done.json()

    @property
    def release(self) -> Version:
        """The release of the server."""
        return Version.parse(self.get("/system").json()["Version"])

    @property
    def resident(self) -> int:
        """The resident memory of the server, in bytes."""
        status = Path(f"/proc/{self.pid}/status").read_text()
        return int(status.partition("VmRSS:")[2].split()[0]) << 10

    def until(self, condition: Callable[[], object], timeout: float = TIMEOUT) -> None:
        """Wait until a condition holds."""
        deadline = time.monotonic() + timeout
        while not condition():
            assert time.monotonic() < deadline, f"the condition did not hold in time:\n{self.log_text()}"
            time.sleep(0.05)

    def wait_for_log(self, pattern: str, timeout: float = TIMEOUT) -> re.Match[str]:
        """Wait until `pattern` matches a part of the log."""
        deadline = time.monotonic() + timeout
        while True:
            ended = self.poll() is not None
            found = re.search(pattern, self.log_text(), re.MULTILINE)
            if found is not None:
                return found
            assert not ended, f"the server ended without {pattern!r} in its log:\n{self.log_text()}"
            assert time.monotonic() < deadline, f"no {pattern!r} in the log:\n{self.log_text()}"
            time.sleep(0.02)


class Servers:
    """Starts servers for one test or one module.

    Orthanc needs 3 seconds to stop, mostly sleeping. So `release` only requests the stop, and the
    end of the session checks the exit statuses.
    """

    def __init__(self, plugin: Path, folder: Path, retired: list[RunningServer]) -> None:
        self._plugin = plugin
        self._folder = folder
        self._retired = retired
        self._made: list[RunningServer] = []

    def __call__(
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
        packages: bool = False,  # use the packages of the project's environment, ex) numpy
    ) -> RunningServer:
        """Start a server; with `ready`, wait until it answers."""
        number = len(self._made)
        if isinstance(script, str):
            file = self._folder / f"script{number}.py"
            file.write_text(textwrap.dedent(script), encoding="utf-8")
            script = file
        settings = {"DicomServerEnabled": dicom, "WebDavEnabled": False, **(configuration or {})}
        # Tests may run in an activated environment, but scripts must run in the Python that the test chooses.
        variables = {"VIRTUAL_ENV": "", **(environment or {})}
        server = RunningServer(
            self._plugin if with_plugin else None,
            script,
            storage=storage,
            configuration=_with_python(settings, packages, variables["VIRTUAL_ENV"]),
            environment=variables,
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
        server = self(script, ready=False, configuration=configuration, environment=environment)
        deadline = time.monotonic() + TIMEOUT
        while (status := server.poll()) is None and "Orthanc has started" not in server.log_text():
            assert time.monotonic() < deadline, f"the server neither started nor ended:\n{server.log_text()}"
            time.sleep(0.02)
        log = server.log_text()
        assert status is not None and status > 0, f"no refusal, but status {status}:\n{log}"
        return log

    def kill(self, server: RunningServer) -> None:
        """Kill a server. For all other servers, release() treats death by a signal as a failure."""
        self._made.remove(server)
        server.kill()
        server.stop()

    def release(self) -> None:
        """Request the stop of all servers that still run; check that none has died of a signal."""
        for server in self._made:
            if server.poll() is None:
                server.terminate()
                self._retired.append(server)
            else:
                status = server.stop()
                assert status >= 0, f"the server died of signal {-status}:\n{server.log_text()}"
