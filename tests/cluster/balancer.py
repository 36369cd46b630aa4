"""nginx in front of the servers, with the configuration of the sample."""

from __future__ import annotations

import os
import re
import signal
import socket
import time
from collections.abc import Sequence
from pathlib import Path

from orthanc_testing.ports import free_port

from .parts import SAMPLE, Parts
from .process import Process

# What Debian's main configuration sets, for a folder of its own.
_MAIN = """
{user}
daemon off;
pid {folder}/nginx.pid;
worker_processes 1;
error_log {folder}/error.log warn;
events {{ worker_connections 1024; }}
http {{
access_log off;
client_body_temp_path {folder}/body;
proxy_temp_path {folder}/proxy;
fastcgi_temp_path {folder}/fastcgi;
uwsgi_temp_path {folder}/uwsgi;
scgi_temp_path {folder}/scgi;
{site}
}}
"""


class Balancer:
    """A load balancer on a port of its own."""

    def __init__(self, parts: Parts, folder: Path, ports: Sequence[int]) -> None:
        self.port = free_port()
        self._parts = parts
        self._folder = folder
        self._process: Process | None = None
        folder.mkdir()
        user = "user root root;" if os.getuid() == 0 else ""
        site = _site((SAMPLE / "nginx.conf").read_text(), self.port, ports)
        (folder / "nginx.conf").write_text(_MAIN.format(user=user, folder=folder, site=site))

    @property
    def url(self) -> str:
        """The URL of the cluster."""
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        """Start nginx, and wait until it listens."""
        log = self._folder / "error.log"
        options = ("-c", self._folder / "nginx.conf", "-p", self._folder, "-e", log)
        self._process = Process((self._parts.nginx, *options), log, environment=self._parts.environment)
        deadline = time.monotonic() + 30
        while True:
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", self.port)) == 0:
                    return
            assert self._process.poll() is None, log.read_text()
            assert time.monotonic() < deadline, "nginx did not listen in time"
            time.sleep(0.05)

    def stop(self) -> None:
        """Stop nginx."""
        if self._process is not None:
            self._process.end(signal.SIGTERM)
            self._process = None


def _site(text: str, port: int, ports: Sequence[int]) -> str:
    """Return the configuration of the sample with the ports of a test."""
    server = re.compile(r"^ *server 127\.0\.0\.1:\d+(.*;)\n", re.MULTILINE)
    options = server.findall(text)[0]
    lines = "".join(f"    server 127.0.0.1:{each}{options}\n" for each in ports)
    first = server.search(text)
    assert first is not None
    text = text[: first.start()] + lines + server.sub("", text[first.start() :])
    assert text.count("listen 127.0.0.1:8080;") == 1
    return text.replace("listen 127.0.0.1:8080;", f"listen 127.0.0.1:{port};")
