"""A Python prompt inside the server: `orthanc-codegen run --console`, for `orthanc-codegen console`."""

# Copied beside the launcher of a script. Runs with CPython 3.11 and later.
#
# Both sides send lines of JSON. A client sends {"line": …, "number": …}, with numbers that grow,
# {"interrupt": …} with the number of the line to interrupt, {"complete": …}, and {"forget": true}, which
# drops an incomplete statement. The server sends {"banner": …}, {"output": …}, {"completions": […], "of": …},
# and one answer to each line: {"more": …}, or {"end": true} after a SystemExit.

from __future__ import annotations

import atexit
import code
import contextlib
import ctypes
import json
import os
import queue
import rlcompleter
import selectors
import socket
import struct
import sys
import threading
import time
import traceback
from collections.abc import Callable, Iterable, Iterator
from types import CodeType
from typing import Any

_PATIENCE = 1  # seconds for the end of a session at a stop
_POLL = 0.001  # seconds between two looks at the other thread
_CREDENTIALS = struct.Struct("3i")  # struct ucred: process, user, group


def begin(descriptor: int, namespace: dict[str, Any]) -> None:
    """Serve clients of a listening socket until the script ends."""
    # A copy, since a reset of the server begins again with the same descriptor.
    console = _Console(socket.socket(fileno=os.dup(descriptor)), namespace)
    atexit.register(console.end)
    console.start()


class _Console:
    """Accepts clients."""

    def __init__(self, listening: socket.socket, namespace: dict[str, Any]) -> None:
        self._listening = listening
        self._namespace = namespace
        self._sessions: list[_Session] = []
        self._wake, self._waker = socket.socketpair()
        self._thread = threading.Thread(target=self._accept, name="console", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def end(self) -> None:
        """End all sessions, whose threads would otherwise outlive the script."""
        self._waker.close()
        self._thread.join()
        for session in self._sessions:
            session.end()

    def _accept(self) -> None:
        with self._listening, self._wake, selectors.DefaultSelector() as selector:
            selector.register(self._listening, selectors.EVENT_READ)
            selector.register(self._wake, selectors.EVENT_READ)
            while not any(key.fileobj is self._wake for key, _ in selector.select()):
                connection, _ = self._listening.accept()
                if not _is_own_user(connection):
                    connection.close()
                    continue
                self._sessions = [session for session in self._sessions if session.is_alive()]
                self._sessions.append(_Session(connection, self._namespace))
                self._sessions[-1].start()


def _is_own_user(connection: socket.socket) -> bool:
    """Return whether the client runs as the user of this process, or as root."""
    credentials = connection.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, _CREDENTIALS.size)
    return _CREDENTIALS.unpack(credentials)[1] in (os.geteuid(), 0)


class _Session:
    """One client. A thread reads its messages, another one runs its code."""

    def __init__(self, connection: socket.socket, namespace: dict[str, Any]) -> None:
        self._connection = connection
        self._input = connection.makefile("r", encoding="utf-8", newline="\n")
        self._sending = threading.Lock()
        self._lines: queue.SimpleQueue[tuple[int, str] | None] = queue.SimpleQueue()
        self._interpreter = _Interpreter(namespace, self._write)
        self._completer = rlcompleter.Completer(namespace)
        self._begun = self._ended = self._interrupted = 0  # the number of the last line that was
        self._is_given_up = False
        self._interrupting = threading.Lock()
        self._reader = threading.Thread(target=self._read, name="console reader", daemon=True)
        self._worker = threading.Thread(target=self._work, name="console", daemon=True)

    def start(self) -> None:
        self._worker.start()  # first, since the reader may interrupt it
        self._reader.start()

    def is_alive(self) -> bool:
        return self._worker.is_alive()

    def end(self) -> None:
        self._hang_up()
        self._give_up()
        self._reader.join(_PATIENCE)
        self._worker.join(_PATIENCE)

    def _read(self) -> None:
        self._send(banner=f"Python {sys.version.split()[0]} in the server, process {os.getpid()}")
        with contextlib.suppress(OSError, ValueError):  # the client has gone, or is none
            for text in self._input:
                self._handle(json.loads(text))
        self._lines.put(None)
        self._give_up()

    def _handle(self, message: dict[str, Any]) -> None:
        match message:
            case {"line": str(line), "number": int(number)}:
                self._lines.put((number, line))
            case {"complete": str(text)}:
                self._send(completions=self._complete(text), of=text)
            case {"forget": True}:
                self._interpreter.resetbuffer()
            case {"interrupt": int(number)}:
                self._interrupt(number)

    def _complete(self, text: str) -> list[str]:
        found: list[str] = []
        with contextlib.suppress(Exception):  # a property may raise anything
            while (match := self._completer.complete(text, len(found))) is not None:
                found.append(match)
        return found

    def _work(self) -> None:
        try:
            with _streams.routed(self._write), contextlib.suppress(KeyboardInterrupt):  # one of a hang-up
                while (entry := self._lines.get()) is not None:
                    answer = self._run(*entry)
                    self._send(**answer)
                    if "end" in answer:  # the session, not the server
                        break
        finally:
            self._ended = self._begun
            self._hang_up()

    def _run(self, number: int, line: str) -> dict[str, bool]:
        """Run a line and return the answer. No interrupt of the line has an effect after this."""
        answer = {"more": False}
        try:
            try:
                self._begun = number
                if not self._is_given_up:
                    answer = {"more": self._interpreter.push(line)}
            except SystemExit:
                answer = {"end": True}
            except Exception:  # of the compiler, ex) a RecursionError
                self._interpreter.resetbuffer()
                self._write(traceback.format_exc(limit=0))
            self._ended = number
            while self._interrupting.locked():  # it may have seen the line run
                time.sleep(_POLL)
            self._raise_in_worker(None)
        except KeyboardInterrupt:  # too late for the code; it comes once for each line
            self._ended = number
            self._interpreter.resetbuffer()
            if "end" not in answer:
                answer = {"more": False}
        return answer

    def _interrupt(self, number: int) -> None:
        """Interrupt a line, unless it has ended."""
        while self._begun < number and self.is_alive():
            time.sleep(_POLL)
        with self._interrupting:
            if self._ended < number and self._interrupted < number:
                self._interrupted = number
                self._raise_in_worker(KeyboardInterrupt)

    def _give_up(self) -> None:
        """Run no more lines, and interrupt the one that runs: the client has gone, or the script ends."""
        self._is_given_up = True
        with self._interrupting:
            if self._ended < self._begun:
                self._raise_in_worker(KeyboardInterrupt)

    def _raise_in_worker(self, error: type[BaseException] | None) -> None:
        """Raise an exception in the thread that runs the code; with None, take one back."""
        reference = None if error is None else ctypes.py_object(error)
        ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(self._worker.ident or 0), reference)

    def _write(self, text: str) -> None:
        self._send(output=text)

    def _send(self, **message: object) -> None:
        data = json.dumps(message).encode() + b"\n"
        with self._sending, contextlib.suppress(OSError):  # the client has gone
            self._connection.sendall(data)

    def _hang_up(self) -> None:
        with contextlib.suppress(OSError):
            self._connection.shutdown(socket.SHUT_RDWR)


class _Interpreter(code.InteractiveConsole):
    """Runs statements in the namespace of the script."""

    def __init__(self, namespace: dict[str, Any], write: Callable[[str], None]) -> None:
        super().__init__(namespace, "<console>")
        self._show = write

    def write(self, data: str) -> None:
        self._show(data)

    def runcode(self, code: CodeType) -> None:
        try:
            exec(code, self.locals)  # the module's own dictionary
        except SystemExit:
            raise
        except BaseException as error:
            trace = None if error.__traceback__ is None else error.__traceback__.tb_next
            self.write("".join(traceback.format_exception(error.with_traceback(trace))))

    def showsyntaxerror(self, *_args: object, **_options: object) -> None:
        """Show the syntax error that is being handled, even if the script has set `sys.excepthook`."""
        self.write("".join(traceback.format_exception_only(sys.exception())))


class _Routed:
    """A standard stream: the output of a session goes to its client."""

    def __init__(self, stream: Any, routes: dict[int, Callable[[str], None]]) -> None:
        self._stream = stream
        self._routes = routes

    def write(self, text: str) -> int:
        route = self._routes.get(threading.get_ident())
        if route is None:
            return int(self._stream.write(text))
        route(text)
        return len(text)

    def writelines(self, lines: Iterable[str]) -> None:
        for line in lines:
            self.write(line)

    def isatty(self) -> bool:
        """Return False for the code of a session, which must not ask on the terminal of the server."""
        return threading.get_ident() not in self._routes and bool(self._stream.isatty())

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)


class _Streams:
    """Replaces `sys.stdout` and `sys.stderr` while a client is connected."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._routes: dict[int, Callable[[str], None]] = {}

    @contextlib.contextmanager
    def routed(self, write: Callable[[str], None]) -> Iterator[None]:
        with self._lock:
            self._routes[threading.get_ident()] = write
            for name in ("stdout", "stderr"):
                if not isinstance(getattr(sys, name), _Routed):
                    setattr(sys, name, _Routed(getattr(sys, name), self._routes))
        try:
            yield
        finally:
            with self._lock:
                del self._routes[threading.get_ident()]
                for name in ("stdout", "stderr"):
                    stream = getattr(sys, name)
                    if not self._routes and isinstance(stream, _Routed):
                        setattr(sys, name, stream._stream)


_streams = _Streams()
