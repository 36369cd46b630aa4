"""Sends hostile requests to a server over many connections, and checks the memory and threads afterwards."""

from __future__ import annotations

import select
import socket
import struct
import threading
import time
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from ..e2e.harness import RunningServer
from .hostile_http import Attack, known, random_attacks
from .logs import GONE, alarms
from .watch import Held, Watch, wait_until

SCRIPT = Path(__file__).with_name("scripts") / "open_door.py"
CONNECTIONS = 12
IDLE = 0.3  # seconds without data after which a client stops reading
PATIENCE = 60.0  # seconds for one attack
SEED = 1
SIEGES = 3
# The allowed differences between two equal sieges.
MEMORY_BOUND = 0.10
LARGE = 50 << 20  # bytes; half the size of one large body
BLOCKS_BOUND = 100  # of Python's allocator; a siege has many times as many requests
CONFIGURATION = {
    "DicomServerEnabled": False,
    "HttpThreadsCount": 20,
}  # few threads, so that the first siege makes each of them enter Python


@dataclass(frozen=True, slots=True)
class Left:
    """The resources that a server holds, before or after a siege."""

    memory: int
    threads: int
    blocks: int  # of Python's allocator
    objects: int  # of Python, those that the garbage collector tracks


@dataclass(frozen=True, slots=True)
class SiegeResult:
    """The results of all sieges, which are equal."""

    attacks: int
    answered: int  # with an HTTP response
    refused: int  # closed without an answer
    filtered: int  # calls of the filter in Python
    routed: int  # of routes
    chunked: int  # bodies that arrived in chunks, to their end
    abandoned: int  # bodies without an end, whose readers were all freed
    memory: float  # growth in the last siege, ex) 0.02 for two percent
    blocks: int
    objects: int
    status: int


class Besieger:
    """Sends attacks, and counts the outcomes."""

    def __init__(self, server: RunningServer) -> None:
        self._server = server
        self._lock = threading.Lock()
        self._under_way: set[str] = set()
        self.attacks = 0
        self.answered = 0
        self.refused = 0

    def send_all(self, attacks: Iterable[Attack]) -> None:
        """Send attacks concurrently; fail as soon as the server has ended."""
        with ThreadPoolExecutor(CONNECTIONS) as pool:
            for _ in pool.map(self._send, attacks):
                pass

    def _send(self, attack: Attack) -> None:
        with self._lock:
            self._under_way.add(attack.name)
            under_way = sorted(self._under_way)
        assert self._server.poll() is None, f"the server ended during one of these: {under_way}"
        answer = deliver(self._server.http_port, attack)
        with self._lock:
            self._under_way.discard(attack.name)
            self.attacks += 1
            self.answered += answer.startswith(b"HTTP/")
            self.refused += answer == b""
        assert answer == b"" or answer.startswith(b"HTTP/"), f"{attack.name}: {answer[:200]!r}"
        assert b"\r\nSet-Cookie: a=b" not in answer, f"{attack.name} injected a header into the answer"


def deliver(port: int, attack: Attack) -> bytes:
    """Send one attack; return the answer."""
    answer = b""
    with socket.create_connection(("127.0.0.1", port), timeout=PATIENCE) as connection:
        try:
            for piece in attack.write():
                answer += _send_piece(connection, piece)
                time.sleep(attack.pause)
            if attack.leaves:
                connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                return answer
            if attack.shuts_down:
                connection.shutdown(socket.SHUT_WR)
            answer += b"".join(_received(connection))
        except OSError:  # the server has closed the connection
            pass
    return answer


def _send_piece(connection: socket.socket, piece: bytes) -> bytes:
    """Send a part while receiving answers: otherwise a server that cannot send them would wait forever."""
    answer = b""
    rest = memoryview(piece)
    deadline = time.monotonic() + PATIENCE
    while rest:
        if time.monotonic() > deadline:
            raise TimeoutError
        readable, writable, _ = select.select([connection], [connection], [], 1)
        if readable:
            received = connection.recv(1 << 16)
            if not received:
                raise ConnectionResetError
            answer += received
        if writable:
            rest = rest[connection.send(rest[: 1 << 16]) :]
    return answer


def _received(connection: socket.socket) -> Iterator[bytes]:
    while select.select([connection], [], [], IDLE)[0]:
        received = connection.recv(1 << 16)
        if not received:
            return
        yield received


def serves(server: RunningServer) -> None:
    """Check that the server still works."""
    assert server.get("/echo/still-here").body == b"still-here"
    assert server.get("/echo/a%ff%00b").status in (200, 400, 404)
    assert server.post("/chunked/x", b"12345").text == "5"
    assert server.get("/forbidden").status == 403
    assert server.get("/nowhere").status == 404
    assert server.get("/system").status == 200


def look(server: RunningServer) -> Held:
    """Return the resources that the server holds."""
    assert server.pid is not None
    held = Held.by(server.pid)
    assert held is not None, "the server has ended"
    return held


def left(server: RunningServer, calm: Held) -> Left:
    """Return the resources of the server, once no connection is open and no body is in memory."""

    def is_calm() -> bool:
        held = look(server)
        return held.files <= calm.files and held.memory < calm.memory + LARGE

    wait_until(is_calm, PATIENCE, f"the server is as calm as it was: {calm}")
    held = server.get("/held").json()
    seen = look(server)
    return Left(seen.memory, seen.threads, held["blocks"], held["objects"])


def run(plugin: Path, count: int, folder: Path) -> SiegeResult:
    """Attack a server in several sieges, each with `count` random requests; compare its resources."""
    server = RunningServer(plugin, SCRIPT, configuration=CONFIGURATION, log=folder / "orthanc.log")
    besieger = Besieger(server)
    states = []
    with server:
        server.wait_until_ready()
        serves(server)
        calm = look(server)
        with Watch(server) as watch:
            for turn in range(SIEGES):
                besieger.send_all([*known(), *random_attacks(SEED + turn, count)])
                serves(server)
                states.append(left(server, calm))
        watch.check()
        held = server.get("/held").json()
        status = server.stop()
    first, second = states[-2:]  # the first siege is the warm-up
    log = server.log_text()
    result = SiegeResult(
        attacks=besieger.attacks,
        answered=besieger.answered,
        refused=besieger.refused,
        filtered=held["filtered"],
        routed=held["routed"],
        chunked=held["chunked"],
        abandoned=held["abandoned"],
        memory=second.memory / first.memory - 1,
        blocks=second.blocks - first.blocks,
        objects=second.objects - first.objects,
        status=status,
    )
    assert status == 0, f"status {status}\n{log[-5000:]}"
    found = alarms(log, [GONE])  # each hostile request may log an error of the core
    assert not found, "\n".join(found[:20])
    assert result.memory < MEMORY_BOUND, f"the memory grew: {states}"
    assert result.blocks < BLOCKS_BOUND and result.objects < BLOCKS_BOUND, f"objects leaked: {states}"
    assert first.threads == second.threads, f"threads leaked: {states}"
    assert result.filtered > 0 and result.routed > 0 and result.chunked > 0 and result.abandoned > 0, result
    return result
