"""Drives Orthanc in the end-to-end tests: servers with scripts, and an HTTP client."""

from __future__ import annotations

import functools
import json
import os
import subprocess
import sys
import textwrap
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from orthanc_codegen.ir import Version
from orthanc_testing import servers
from orthanc_testing.answers import Answer
from orthanc_testing.locate import find_orthanc
from orthanc_testing.server import TIMEOUT, Server

from .. import interface

__all__ = ["LIBRARY_VARIABLE", "RUNNER", "SAMPLES", "TIMEOUT", "Answer", "RunningServer", "Servers"]

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
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


class RunningServer(Server):
    """A running Orthanc that tests reset and measure."""

    ends_processes = False  # tests show that the plugin does this

    def reset(self, configuration: Mapping[str, Any]) -> None:
        """Reset the server in the same process, with options added to its configuration."""
        assert self._folder is not None
        file = Path(self._folder.name) / "orthanc.json"
        file.write_text(json.dumps({**json.loads(file.read_text()), **configuration}))
        self.wait_for_log("Orthanc has started")  # it answers before this line
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


class Servers(servers.Servers[RunningServer]):
    """Starts servers for one test or one module, with the Python under test."""

    def __init__(self, plugin: Path, folder: Path, retired: list[RunningServer]) -> None:
        super().__init__(plugin, folder, retired, RunningServer)

    def start(
        self,
        script: str | Path | None = None,
        *,
        ready: bool = True,
        with_plugin: bool = True,
        dicom: bool = False,
        storage: Path | None = None,
        configuration: Mapping[str, Any] | None = None,
        environment: Mapping[str, str] | None = None,
        verbose: bool = False,
        packages: bool = False,  # use the packages of the project's environment, ex) numpy
    ) -> RunningServer:
        """Start a server; with `ready`, wait until it answers."""
        # Tests may run in an activated environment, but scripts must run in the Python that the test chooses.
        variables = {"VIRTUAL_ENV": "", **(environment or {})}
        return super().start(
            f"{script}\n" if isinstance(script, str) else script,  # always a text, also of one line
            ready=ready,
            with_plugin=with_plugin,
            dicom=dicom,
            storage=storage,
            configuration=_with_python(configuration or {}, packages, variables["VIRTUAL_ENV"]),
            environment=variables,
            verbose=verbose,
        )

    __call__ = start

    def options(self, given: Mapping[str, Any], plugin: Path | None) -> dict[str, Any]:  # noqa: ARG002
        """Return the options as they are: tests also replace those that a user can't."""
        return dict(given)
