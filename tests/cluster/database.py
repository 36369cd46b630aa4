"""A PostgreSQL of its own: data folder, port and socket, without root."""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from pathlib import Path

from orthanc_testing.ports import free_port

from .parts import Parts, database_user, readable_parts
from .process import Process

_PATIENCE = 30.0  # seconds
# Without fsync, data survives the death of the server, though not that of the machine.
# At its stop, PostgreSQL waits for clients that have connected but said nothing yet, for a minute by default.
_OPTIONS = {
    "fsync": "off",
    "listen_addresses": "127.0.0.1",
    "max_connections": "200",
    "authentication_timeout": "5s",
}


class Database:
    """A PostgreSQL with two databases: the index of Orthanc, and the tasks."""

    def __init__(self, parts: Parts, log: Path) -> None:
        self.port = free_port()
        self._log = log
        self._user = database_user()
        self._folder = Path(tempfile.mkdtemp(prefix="orthanc-cluster-"))
        self._process: Process | None = None
        if self._user is not None:
            entry = pwd.getpwnam(self._user)
            os.chown(self._folder, entry.pw_uid, entry.pw_gid)
        self._parts = readable_parts(parts, self._user, self._folder)
        self._bin = self._parts.postgresql("postgres").parent

    def create(self) -> None:
        """Create the data folder, start the server, and create the databases."""
        options = ["--username=orthanc", "--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync"]
        subprocess.run(
            [self._bin / "initdb", "--pgdata", self._folder / "data", *options],
            check=True,
            user=self._user,
            cwd="/",
            env={**os.environ, **self._parts.environment},
            stdout=subprocess.DEVNULL,
        )
        self.start()
        for name in ("orthanc", "tasks"):
            self.query(f"CREATE DATABASE {name}", "postgres")

    def start(self) -> None:
        """Start the server, and wait until it answers."""
        options = [f"--{name}={value}" for name, value in _OPTIONS.items()]
        command = [self._bin / "postgres", "-D", self._folder / "data", "-p", self.port, "-k", self._folder]
        self._process = Process(
            [str(word) for word in (*command, *options)],
            self._log,
            environment=self._parts.environment,
            user=self._user,
            folder=Path("/"),
        )
        deadline = time.monotonic() + _PATIENCE
        while not self._answers():
            assert self._process.poll() is None, self._log.read_text()
            assert time.monotonic() < deadline, "PostgreSQL did not answer in time"
            time.sleep(0.05)

    def stop(self) -> None:
        """Stop the server as an administrator does for an update: connections are closed."""
        if self._process is not None:
            self._process.end(signal.SIGINT)
            self._process = None

    def remove(self) -> None:
        """Stop the server, and remove its files."""
        self.stop()
        shutil.rmtree(self._folder, ignore_errors=True)

    def url(self, name: str) -> str:
        """Return the URL of a database."""
        return f"postgresql://orthanc@127.0.0.1:{self.port}/{name}"

    def query(self, sql: str, name: str = "tasks") -> list[list[str]]:
        """Run a statement, and return its rows."""
        options = ["--no-psqlrc", "--no-align", "--tuples-only", "--field-separator=\t"]
        done = subprocess.run(
            [self._bin / "psql", *options, "--set=ON_ERROR_STOP=1", f"--command={sql}", self.url(name)],
            env={**os.environ, **self._parts.environment},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return [line.split("\t") for line in done.stdout.splitlines()]

    def _answers(self) -> bool:
        command = [str(self._bin / "pg_isready"), "-q", "-h", "127.0.0.1", "-p", str(self.port)]
        environment = {**os.environ, **self._parts.environment}
        return subprocess.run(command, env=environment, check=False).returncode == 0
