"""A client of the Debug Adapter Protocol, as editors have one."""

from __future__ import annotations

import itertools
import json
import queue
import socket
import threading
import time
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Self

_PATIENCE = 20  # seconds

Message = dict[str, Any]


class Debugger:
    """An attached debugger."""

    def __init__(self, port: int) -> None:
        self._socket = _connect(port)
        self._input: IO[bytes] = self._socket.makefile("rb")
        self._numbers = itertools.count(1)
        self._answers: dict[int, queue.SimpleQueue[Message]] = {}
        self._events: queue.SimpleQueue[Message] = queue.SimpleQueue()
        threading.Thread(target=self._read, daemon=True).start()

    def __enter__(self) -> Self:
        self.ask("initialize", adapterID="debugpy", clientID="test", linesStartAt1=True, pathFormat="path")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._socket.close()

    def attach(self, breakpoints: Mapping[Path, list[int]]) -> None:
        """Attach, and set breakpoints in lines of files."""
        # Answered only after configurationDone.
        attached = self._send("attach", justMyCode=False, connect={"host": "127.0.0.1"}, subProcess=False)
        self.event("initialized")
        for file, lines in breakpoints.items():
            points = self.ask(
                "setBreakpoints", source={"path": str(file)}, breakpoints=[{"line": line} for line in lines]
            )
            assert all(point["verified"] for point in points["breakpoints"]), points
        self.ask("configurationDone")
        self._await(attached)

    def stopped(self) -> Stop:
        """Wait until a thread stops."""
        body = self.event("stopped")
        thread = body["threadId"]
        frame = self.ask("stackTrace", threadId=thread, startFrame=0, levels=1)["stackFrames"][0]
        return Stop(self, thread, frame["id"], Path(frame["source"]["path"]), frame["line"], frame["name"])

    def detach(self) -> None:
        """End the session; the program continues."""
        self.ask("disconnect", terminateDebuggee=False)

    def ask(self, command: str, **arguments: Any) -> Any:
        """Send a request; return the body of its response."""
        return self._await(self._send(command, **arguments))

    def event(self, name: str) -> Any:
        """Wait for an event, or for "closed"; return its body. Drop earlier events of other kinds."""
        deadline = time.monotonic() + _PATIENCE
        while True:
            message = self._events.get(timeout=max(0.001, deadline - time.monotonic()))
            if message["event"] == name:
                return message.get("body", {})

    def _send(self, command: str, **arguments: Any) -> int:
        number = next(self._numbers)
        self._answers[number] = queue.SimpleQueue()
        text = json.dumps({"seq": number, "type": "request", "command": command, "arguments": arguments})
        self._socket.sendall(f"Content-Length: {len(text.encode())}\r\n\r\n{text}".encode())
        return number

    def _await(self, number: int) -> Any:
        answer = self._answers[number].get(timeout=_PATIENCE)
        assert answer["success"], answer
        return answer.get("body")

    def _read(self) -> None:
        while True:
            try:
                head = self._input.readline()
            except (OSError, ValueError):
                head = b""
            if not head:
                self._events.put({"event": "closed"})
                return
            size = int(head.partition(b":")[2])
            while self._input.readline() not in (b"\r\n", b""):
                pass
            message = json.loads(self._input.read(size))
            if message["type"] == "response":
                self._answers[message["request_seq"]].put(message)
            elif message["type"] == "event":
                self._events.put(message)


class Stop:
    """A thread that has stopped."""

    def __init__(self, debugger: Debugger, thread: int, frame: int, file: Path, line: int, name: str) -> None:
        self.file, self.line, self.name = file, line, name
        self._debugger = debugger
        self._thread = thread
        self._frame = frame

    def evaluate(self, expression: str) -> str:
        """Evaluate an expression in the frame; return its repr."""
        body = self._debugger.ask("evaluate", expression=expression, frameId=self._frame, context="repl")
        return str(body["result"])

    def variables(self) -> dict[str, str]:
        """Return the reprs of the local variables."""
        scopes = self._debugger.ask("scopes", frameId=self._frame)["scopes"]
        variables = self._debugger.ask("variables", variablesReference=scopes[0]["variablesReference"])
        return {variable["name"]: variable["value"] for variable in variables["variables"]}

    def go_on(self) -> None:
        """Continue the thread."""
        self._debugger.ask("continue", threadId=self._thread)

    def step(self) -> Stop:
        """Run the current line."""
        self._debugger.ask("next", threadId=self._thread)
        return self._debugger.stopped()


def _connect(port: int) -> socket.socket:
    deadline = time.monotonic() + _PATIENCE
    while True:
        try:
            connection = socket.create_connection(("127.0.0.1", port), timeout=_PATIENCE)
            connection.settimeout(None)  # afterwards, the debugger may say nothing for long
            return connection
        except ConnectionRefusedError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.05)
