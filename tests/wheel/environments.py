"""Virtual environments with the wheel. As a program, installs the wheel in one."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..e2e.harness import RunningServer
from ..e2e.pythons import Python, describe, recorded

NO_TOOLS = {"PATH": "/nowhere", "VIRTUAL_ENV": ""}  # no compiler, and no other Python


@dataclass(frozen=True, slots=True)
class Environment:
    """A virtual environment."""

    folder: Path
    version: str  # of its Python, ex) 3.12

    @property
    def python(self) -> Path:
        """The Python program of the environment."""
        return self.folder / "bin" / "python"

    @property
    def packages(self) -> Path:
        """The site-packages folder."""
        return self.folder / "lib" / f"python{self.version}" / "site-packages"

    @property
    def plugin(self) -> Path:
        """The folder of the plugin."""
        return self.packages / "orthanc_plugin"

    def run(self, *command: object, **variables: str) -> subprocess.CompletedProcess[str]:
        """Run a program of the environment, with no other program in the PATH."""
        program, *arguments = map(str, command)
        return subprocess.run(
            [str(self.folder / "bin" / program), *arguments],
            env={**os.environ, **NO_TOOLS, **variables},
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
        )

    def command(self, *arguments: object, **variables: str) -> str:
        """Run `orthanc-plugin`, which must succeed; return its output."""
        done = self.run("orthanc-plugin", *arguments, **variables)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def refusal(self, *arguments: object, **variables: str) -> str:
        """Run `orthanc-plugin`, which must fail with one line; return that line."""
        done = self.run("orthanc-plugin", *arguments, **variables)
        assert (done.returncode, done.stdout) == (1, "")
        (line,) = done.stderr.splitlines()
        return line


def make_environment(
    python: Python, folder: Path, wheel: Path, *options: str, extra: str = ""
) -> Environment:
    """Make an environment and install the wheel in it."""
    environment = Environment(python.make_environment(folder), python.version)
    pip = [sys.executable, "-m", "pip", "--python", str(environment.python), "--disable-pip-version-check"]
    done = subprocess.run(
        [*pip, "install", *options, f"{wheel}[{extra}]" if extra else str(wheel)],
        env={**os.environ, **NO_TOOLS},
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return environment


@contextmanager
def serving(
    plugin: Path,
    script: str,
    folder: Path,
    configuration: Mapping[str, Any] | None = None,
    environment: Mapping[str, str] | None = None,
) -> Iterator[RunningServer]:
    """Run an Orthanc with a script, with no program in the PATH."""
    file = folder / "script.py"
    file.write_text(script, encoding="utf-8")
    server = RunningServer(
        plugin,
        file,
        configuration={"DicomServerEnabled": False, **(configuration or {})},
        environment={**NO_TOOLS, **(environment or {})},
        log=folder / "log.txt",
    )
    with server:
        server.wait_until_ready()
        yield server


def _main(wheel: Path, folder: Path, *programs: str) -> None:
    """Install the wheel for the Python of a program, or for the system's; print the folder of the plugin."""
    python = describe(Path(programs[0])) if programs else recorded()
    assert python is not None, f"{programs[0]} cannot be used"
    print(make_environment(python, folder.absolute(), wheel).plugin)


if __name__ == "__main__":
    _main(Path(sys.argv[1]), Path(sys.argv[2]), *sys.argv[3:])
