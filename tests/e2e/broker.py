"""An AMQP 0-9-1 message broker as a child process, on a port of its own."""

from __future__ import annotations

import json
import subprocess
import time
from pathlib import Path

import pika
import pytest

from orthanc_testing.ports import free_port

from . import packages

_PATIENCE = 10.0  # seconds; normally a tenth of one is enough
_GUEST = "084e0343a0486ff05530df6c705c8bb4"  # the MD5 digest of the password "guest"


def find_broker() -> str:
    """Return the program of the broker; skip the test if Debian's package cannot be fetched."""
    root, said = packages.fetch("garagemq")
    if root is None:
        pytest.skip(f"no message broker: {said}")
    return str(root / "usr" / "bin" / "garagemq")


class Broker:
    """A broker with one user, guest. A test may stop and restart it; queues are lost when it stops."""

    def __init__(self, folder: Path) -> None:
        self.port = free_port()
        self._program = find_broker()
        self._folder = folder
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start the broker, and wait until it answers."""
        configuration = self._folder / "broker.yaml"  # every JSON document is YAML
        configuration.write_text(json.dumps(self._configuration()))
        with (self._folder / "broker.log").open("ab") as log:
            command = [self._program, "--config", str(configuration)]
            self._process = subprocess.Popen(command, stdout=log, stderr=log)
        deadline = time.monotonic() + _PATIENCE
        while True:
            try:
                self.connect().close()
                return
            except pika.exceptions.AMQPError:
                assert self._process.poll() is None, (self._folder / "broker.log").read_text()
                assert time.monotonic() < deadline, "the broker did not answer in time"
                time.sleep(0.05)

    def stop(self) -> None:
        """Kill the broker, if it runs."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()

    def connect(self) -> pika.BlockingConnection:
        """Open a connection to the broker."""
        return pika.BlockingConnection(pika.ConnectionParameters("127.0.0.1", self.port))

    def send(self, queue: str, *texts: str) -> None:
        """Send messages to a queue."""
        connection = self.connect()
        channel = connection.channel()
        channel.queue_declare(queue)
        for text in texts:
            channel.basic_publish("", queue, text.encode())
        connection.close()

    def receive(self, queue: str) -> str:
        """Wait for a message in a queue, and return it."""
        connection = self.connect()
        channel = connection.channel()
        channel.queue_declare(queue)
        for _, _, body in channel.consume(queue, auto_ack=True, inactivity_timeout=_PATIENCE):
            assert body is not None, f"no message arrived in {queue}"
            connection.close()
            return str(body, "utf-8")
        raise AssertionError("the connection was closed")

    def _configuration(self) -> dict[str, object]:
        buffers = {"readBufSize": 65536, "writeBufSize": 65536}
        return {
            "proto": "amqp-rabbit",
            "users": [{"username": "guest", "password": _GUEST}],
            "tcp": {"ip": "127.0.0.1", "port": self.port, "nodelay": True, **buffers},
            "admin": {"ip": "127.0.0.1", "port": free_port()},
            "queue": {"shardSize": 8192, "maxMessagesInRam": 131072},
            "db": {"defaultPath": str(self._folder / "broker"), "engine": "buntdb"},
            "vhost": {"defaultPath": "/"},
            "security": {"passwordCheck": "md5"},
            "connection": {"channelsMax": 4096, "frameMaxSize": 65536},
        }
