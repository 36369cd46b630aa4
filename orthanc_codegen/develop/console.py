"""The socket of a console in a server, and the client that shows the console in the terminal."""

from __future__ import annotations

import contextlib
import json
import os
import re
import socket
import stat
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ..diagnostics import CodegenError

_LONGEST = 107  # bytes in the path of a Unix socket
_RETRY = 0.1  # seconds between two attempts to reach a server that is being replaced
_EXITS = ("exit", "exit()", "quit", "quit()")
_FOLDER = "orthanc-codegen"


class _GoneError(Exception):
    """The server has closed the connection."""


class _EndOfSession(Exception):  # noqa: N818
    """The code has ended the session."""


@contextlib.contextmanager
def listening(http_port: int) -> Iterator[int]:
    """Make the socket of a server's console; yield its descriptor, for the server to inherit.

    This process keeps the socket, so that it survives a replacement of the server, and is removed even if the
    server is killed.
    """
    path = _folder() / f"console-{http_port}.sock"
    if len(os.fsencode(path)) > _LONGEST:
        raise CodegenError.of(
            "the path of the console's socket is too long: set XDG_RUNTIME_DIR to a shorter one", str(path)
        )
    if _is_served(path):
        raise CodegenError.of(
            "another server already has this console: choose another --http-port", str(path)
        )
    path.unlink(missing_ok=True)  # of a killed process
    with socket.socket(socket.AF_UNIX) as made:
        before = os.umask(0o177)
        try:
            made.bind(str(path))
        finally:
            os.umask(before)
        try:
            made.listen()
            yield made.fileno()
        finally:
            path.unlink(missing_ok=True)
            with contextlib.suppress(OSError):  # another server has a console
                path.parent.rmdir()


def _folder() -> Path:
    """Return the folder for sockets, which only this user can enter."""
    runtime = os.environ.get("XDG_RUNTIME_DIR", "")
    if runtime and Path(runtime).is_dir():
        folder = Path(runtime, _FOLDER)
    else:
        folder = Path(tempfile.gettempdir(), f"{_FOLDER}-{os.geteuid()}")
    with contextlib.suppress(FileExistsError):
        folder.mkdir(mode=0o700)
    found = folder.lstat()
    if not stat.S_ISDIR(found.st_mode) or found.st_uid != os.geteuid() or found.st_mode & 0o077:
        raise CodegenError.of("this must be a folder of yours with the mode 0700: remove it", str(folder))
    return folder


def _is_served(path: Path) -> bool:
    with socket.socket(socket.AF_UNIX) as probe:
        try:
            probe.connect(str(path))
        except OSError:
            return False
        return True


def find(http_port: int | None) -> Path:
    """Return the socket of a server's console; without a port, that of the only server."""
    found = {}
    for path in _folder().glob("console-*.sock"):
        port = re.fullmatch(r"console-(\d+)\.sock", path.name)
        if port is not None and _is_served(path):
            found[int(port[1])] = path
    if http_port is None and len(found) > 1:
        ports = ", ".join(map(str, sorted(found)))
        raise CodegenError.of(f"several servers have a console: choose --http-port from {ports}")
    chosen = found.get(http_port) if http_port is not None else next(iter(found.values()), None)
    if chosen is None:
        where = "" if http_port is None else f" at port {http_port}"
        raise CodegenError.of(f"no server{where} has a console: start one by orthanc-codegen run --console")
    return chosen


class Client:
    """A console on the terminal, or on pipes."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._socket: socket.socket | None = None
        self._is_terminal = sys.stdin.isatty()
        self._completions: list[str] = []

    def run(self) -> int:
        """Read statements and show their results until the end of the input, or of the server."""
        if self._is_terminal:
            self._prepare_terminal()
        more = False
        try:
            self._connect()
            while True:
                try:
                    line = self._read_line(more)
                    if line is None:
                        if more:
                            self._run_line("")
                        return 0
                    more = self._run_line(line)
                except KeyboardInterrupt:
                    print("\nKeyboardInterrupt")
                    self._send(forget=True)
                    more = False
                except _GoneError:
                    print("The server has ended", file=sys.stderr)
                    more = False
                    self._connect()  # a replaced server has the same socket
        except _EndOfSession:
            return 0
        except _GoneError:
            return 0 if self._is_terminal else 1
        finally:
            if self._socket is not None:
                self._socket.close()

    def _connect(self) -> None:
        """Wait for a server; raise _GoneError if no process has the socket any more."""
        while True:
            if self._socket is not None:
                self._socket.close()
            self._socket = socket.socket(socket.AF_UNIX)
            try:
                self._socket.connect(str(self._path))
                self._input = self._socket.makefile("r", encoding="utf-8", newline="\n")
                banner = self._receive()["banner"]
            except OSError as error:
                raise _GoneError from error
            except _GoneError:
                time.sleep(_RETRY)
                continue
            if self._is_terminal:
                print(banner)
            return

    def _read_line(self, more: bool) -> str | None:
        if not self._is_terminal:
            line = sys.stdin.readline()
            return line.rstrip("\n") if line else None
        try:
            line = input("... " if more else ">>> ")
        except EOFError:
            print()
            return None
        # Python's own exit() would close the standard input of the server.
        return None if line.strip() in _EXITS else line

    def _run_line(self, line: str) -> bool:
        """Run a line; return whether the statement needs more lines."""
        self._send(line=line)
        was_interrupted = False
        while True:
            try:
                match self._receive():
                    case {"output": str(text)}:
                        sys.stdout.write(text)
                        sys.stdout.flush()
                    case {"more": bool(more)}:
                        return more
                    case {"end": True}:
                        raise _EndOfSession
            except KeyboardInterrupt:
                if was_interrupted:  # the code may wait in C, where nothing interrupts it
                    raise _EndOfSession from None
                was_interrupted = True
                self._send(interrupt=True)

    def _prepare_terminal(self) -> None:
        with contextlib.suppress(ImportError):
            import readline

            readline.set_completer(self._complete)
            readline.parse_and_bind("tab: complete")

    def _complete(self, text: str, number: int) -> str | None:
        if not text.strip():
            return "    " if number == 0 else None
        if number == 0:
            try:
                self._send(complete=text)
                self._completions = self._receive()["completions"]
            except _GoneError:
                self._completions = []
        return self._completions[number] if number < len(self._completions) else None

    def _send(self, **message: object) -> None:
        assert self._socket is not None
        try:
            self._socket.sendall(json.dumps(message).encode() + b"\n")
        except OSError as error:
            raise _GoneError from error

    def _receive(self) -> dict[str, Any]:
        try:
            text = self._input.readline()
        except OSError as error:
            raise _GoneError from error
        if not text:
            raise _GoneError
        message: dict[str, Any] = json.loads(text)
        return message
