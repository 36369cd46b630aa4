"""Several servers on one index and one storage, with a load balancer and workers."""

from __future__ import annotations

import json
import os
import signal
import subprocess
from pathlib import Path
from typing import Any

from orthanc_testing.configuration import parse_configuration
from orthanc_testing.ports import free_port

from ..e2e.harness import RunningServer
from .balancer import Balancer
from .database import Database
from .parts import SAMPLE, Parts
from .process import Process


class Cluster:
    """A cluster that a test builds up, damages and looks at."""

    def __init__(self, parts: Parts, plugin: Path, folder: Path) -> None:
        self.stable_age = 2  # seconds
        self.lock = False  # of the index
        self.servers: list[RunningServer] = []
        self.workers: list[Process] = []
        self.database = Database(parts, folder / "postgresql.log")
        self.balancer: Balancer | None = None
        self._parts = parts
        self._plugin = plugin
        self._folder = folder
        self._metrics: list[int] = []

    def start(self, servers: int, script: str | None = None) -> None:
        """Start the database, the servers (with the script of the sample by default) and the balancer."""
        self.database.create()
        self.procrastinate("schema", "--apply")
        for _ in range(servers):
            # One after the other, because the first one creates the tables of the index.
            self.add_server(script).wait_until_ready()
        self.balancer = Balancer(
            self._parts, self._folder / "nginx", [server.http_port for server in self.servers]
        )
        self.balancer.start()

    def add_server(self, script: str | None = None) -> RunningServer:
        """Start another server."""
        number = len(self.servers)
        self.write_script(number, script or (SAMPLE / "servers.py").read_text())
        server = self._server(number)
        self.servers.append(server)
        server.start()
        return server

    @property
    def url(self) -> str:
        """The URL of the load balancer."""
        assert self.balancer is not None
        return self.balancer.url

    @property
    def storage(self) -> Path:
        """The folder with the files of all servers."""
        return self._folder / "storage"

    def write_script(self, number: int, text: str) -> None:
        """Write the script that a server loads at its next start."""
        (self._folder / f"script{number}.py").write_text(text)

    def start_workers(self, count: int, **variables: str) -> None:
        """Start workers of the sample."""
        for _ in range(count):
            self._metrics.append(free_port())
            environment = {
                **self._environment,
                "CLUSTER_ORTHANC": self.url,
                "CLUSTER_STABLE_AGE": str(self.stable_age),
                "CLUSTER_SWEEP": "* * * * * */2",
                "CLUSTER_METRICS": str(self._metrics[-1]),
                **variables,
            }
            log = self._folder / f"worker{len(self._metrics)}.log"
            command = [self._parts.python, SAMPLE / "workers.py"]
            self.workers.append(Process(command, log, environment=environment))

    def kill_worker(self) -> None:
        """Kill the last worker."""
        self.workers.pop().end(signal.SIGKILL)

    def metrics_port(self, worker: int) -> int:
        """Return the port of the metrics of a worker."""
        return self._metrics[worker]

    @property
    def worker_logs(self) -> str:
        """The logs of all workers."""
        return "".join(worker.log.read_text() for worker in self.workers)

    def procrastinate(self, *arguments: str) -> None:
        """Run the command of the task queue."""
        environment = {**self._environment, "CLUSTER_ORTHANC": "http://localhost"}
        command = [str(self._parts.python), "-m", "procrastinate", "--app=workers.app", *arguments]
        done = subprocess.run(
            command, env=environment, cwd=SAMPLE, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr

    @property
    def _environment(self) -> dict[str, str]:
        return {**os.environ, "VIRTUAL_ENV": "", "CLUSTER_DATABASE": self.database.url("tasks")}

    def _server(self, number: int) -> RunningServer:
        settings: dict[str, Any] = parse_configuration((SAMPLE / "orthanc.json").read_text())
        settings["PostgreSQL"] |= {"Host": "127.0.0.1", "Port": self.database.port, "Lock": self.lock}
        settings |= {
            "Name": f"server {number}",
            "Plugins": [str(self._plugin), str(self._parts.index_plugin)],
            "Python": {"VirtualEnv": str(self._parts.folder / "venv")},
            "StableAge": self.stable_age,
            "SyncStorageArea": False,
            "MaximumStorageCacheSize": 0,  # tests look at the files
            "DicomServerEnabled": False,
            "DicomModalitiesInDatabase": True,  # the lists are local even so
            "OrthancPeersInDatabase": True,
        }
        for own in ("StorageDirectory", "PythonScript"):
            del settings[own]
        self.storage.mkdir(exist_ok=True)
        return RunningServer(
            self._plugin,
            self._folder / f"script{number}.py",
            storage=self.storage,
            configuration=settings,
            environment={
                "VIRTUAL_ENV": "",
                "CLUSTER_DATABASE": self.database.url("tasks"),
                "TZ": "JST-9",  # times in the index are in UTC
                **self._parts.environment,
            },
            log=self._folder / f"server{number}.log",
        )

    def find(self, level: str, **query: str) -> list[str]:
        """Return the IDs of resources, which the shared index knows."""
        question = json.dumps({"Level": level, "Query": query})
        found: list[str] = self.servers[0].post("/tools/find", question).json()
        return found

    def changes(self, kind: str) -> list[str]:
        """Return the resources of all changes of a kind, ex) "StableSeries", from the shared index."""
        found: list[str] = []
        since, done = 0, False
        while not done:
            page = self.servers[0].get(f"/changes?since={since}&limit=2000").json()
            found += [change["ID"] for change in page["Changes"] if change["ChangeType"] == kind]
            since, done = page["Last"], page["Done"]
        return found

    def ask_to_stop(self) -> None:
        """Ask servers and workers to stop, without waiting: Orthanc takes three seconds, mostly sleeping."""
        for worker in self.workers:
            worker.send(signal.SIGTERM)
        for server in self.servers:
            if server.poll() is None:
                server.terminate()

    def stop(self) -> None:
        """Stop all, and check that all have stopped cleanly."""
        self.ask_to_stop()
        statuses = {f"worker {number}": worker.end() for number, worker in enumerate(self.workers)}
        if self.balancer is not None:
            self.balancer.stop()
        statuses |= {f"server {number}": server.stop() for number, server in enumerate(self.servers)}
        self.database.remove()
        failed = {name: status for name, status in statuses.items() if status != 0}
        assert not failed, failed
