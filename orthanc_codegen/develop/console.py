"""The client of a console: runs statements of the terminal, or of a pipe, in a server."""

from __future__ import annotations

import contextlib
import io
import json
import select
import signal
import socket
import sys
import time
from pathlib import Path
from typing import Any

from ..diagnostics import CodegenError

WAIT = 30.0  # seconds for a server that does not answer, if no human can interrupt the wait
_RETRY = 0.1  # seconds between two looks at a server that does not answer
_QUIET = 0.5  # seconds until a message says that the server does not answer
_EXITS = ("exit", "exit()", "quit", "quit()")


class _GoneError(Exception):
    """The server has closed the connection."""


class _EndOfSession(Exception):  # noqa: N818
    """The code has ended the session."""


class Client:
    """A console on the terminal, or on pipes."""

    def __init__(self, path: Path, wait: float | None = None) -> None:
        self._path = path
        self._is_terminal = sys.stdin.isatty()
        self._wait = WAIT if wait is None and not self._is_terminal else wait  # None: without a limit
        self._socket: socket.socket | None = None
        self._received = b""
        self._statement: list[str] = []  # the lines of an incomplete one
        self._number = 0  # of the current line
        self._asked = 0  # lines sent, also those sent again
        self._interrupts = 0  # of the line sent last
        self._is_sent = False  # whether the server has got that line
        self._completions: list[str] = []

    def run(self) -> int:
        """Run statements until the end of the input; raise CodegenError if some could not be run."""
        self._prepare_streams()
        if self._is_terminal:
            self._prepare_terminal()
        try:
            self._connect()
            while self._run_next():
                pass
        except _EndOfSession:
            pass
        finally:
            if self._socket is not None:
                self._socket.close()
        return 0

    def _run_next(self) -> bool:
        """Read a line and run it; return False at the end of the input."""
        try:
            line = self._read_line()
            if line is not None:
                self._run_line(line)
            elif self._statement:
                self._run_line("")
        except KeyboardInterrupt:
            if not self._is_terminal:
                raise
            self._forget()
            return True
        return line is not None

    def _forget(self) -> None:
        """Drop the statement after a Ctrl-C."""
        previous = signal.signal(signal.SIGINT, signal.SIG_IGN)  # a second one would end the session
        try:
            print("\nKeyboardInterrupt")
            self._statement.clear()
            with contextlib.suppress(_GoneError):
                self._send(forget=True)
        finally:
            signal.signal(signal.SIGINT, previous)

    def _run_line(self, line: str) -> None:
        """Run a line: in the next server, if the last one has ended before it got the line."""
        self._number += 1
        self._statement.append(line)
        if self._has_ended():
            self._move()
        try:
            more = self._ask(line)
        except _GoneError:
            more = False
            self._report_lost()
        if not more:
            self._statement.clear()
        if self._interrupts and not self._is_terminal:  # the next lines may need the one that was interrupted
            raise KeyboardInterrupt

    def _move(self) -> None:
        """Connect to the server that replaces one which has ended, and repeat the incomplete statement."""
        if not self._is_terminal:  # the lines may need what earlier ones have assigned
            raise CodegenError.of(f"the server has ended: line {self._number} and those after it did not run")
        print("The server has ended: this runs in the next one", file=sys.stderr)
        self._connect()
        with contextlib.suppress(_GoneError):  # so will the next line
            for earlier in self._statement[:-1]:
                if not self._ask(earlier):  # it was interrupted
                    raise KeyboardInterrupt

    def _report_lost(self) -> None:
        """Report a line that the server has not answered, and connect to the next server."""
        if not self._is_terminal:
            raise CodegenError.of(
                f"the server ended before it answered line {self._number}, which may have run; "
                "those after it did not run"
            )
        print("The server ended before it answered: the line may have run", file=sys.stderr)
        self._connect()

    def _connect(self) -> None:
        """Wait for a server; raise CodegenError if there is none, or after the limit."""
        try:
            banner = self._await_banner()
        except KeyboardInterrupt:  # not one for the code of a statement
            raise CodegenError.of("the server has not answered") from None
        if self._is_terminal:
            print(banner)

    def _await_banner(self) -> str:
        begin, is_quiet = time.monotonic(), True
        self._open()
        while (banner := self._banner()) is None:
            waited = time.monotonic() - begin
            if is_quiet and waited > _QUIET:
                is_quiet = False
                print(
                    "Waiting for the server, which is loading the script or has ended (Ctrl-C leaves)",
                    file=sys.stderr,
                    flush=True,
                )
            if self._wait is not None and waited > self._wait:
                raise CodegenError.of(
                    f"the server did not answer within {self._wait:g} seconds: look at the terminal of "
                    "orthanc-codegen run, or choose a longer --wait"
                )
        return banner

    def _open(self) -> None:
        """Connect to the socket, which exists as long as `run`, with or without a server."""
        if self._socket is not None:
            self._socket.close()
        self._socket = socket.socket(socket.AF_UNIX)
        self._socket.settimeout(self._wait)  # for the case that too many clients wait
        try:
            self._socket.connect(str(self._path))
        except OSError as error:
            reason = error.strerror or str(error)
            raise CodegenError.of(
                f"the server has ended ({reason}): start one by orthanc-codegen run --console",
                str(self._path),
            ) from error
        self._socket.settimeout(None)
        self._received = b""

    def _banner(self) -> str | None:
        """Return the greeting of the server; None if there is none yet."""
        assert self._socket is not None
        if not select.select([self._socket], [], [], _RETRY)[0]:
            return None
        try:
            return str(self._receive()["banner"])
        except _GoneError:  # it is being stopped
            time.sleep(_RETRY)
            self._open()
            return None

    def _has_ended(self) -> bool:
        """Return whether the server has closed the connection."""
        assert self._socket is not None
        if not select.select([self._socket], [], [], 0)[0]:
            return False
        try:
            return not self._socket.recv(1, socket.MSG_PEEK)
        except OSError:
            return True

    def _read_line(self) -> str | None:
        if not self._is_terminal:
            line = sys.stdin.readline()
            return line.rstrip("\n") if line else None
        try:
            line = input("... " if self._statement else ">>> ")
        except EOFError:
            print()
            return None
        # Python's own exit() would close the standard input of the server.
        return None if line.strip() in _EXITS else line

    def _ask(self, line: str) -> bool:
        """Let the server run a line; return whether the statement needs more lines.

        Until it returns, SIGINT interrupts the line instead of this method, which would miss the answer.
        """
        self._is_sent, self._interrupts = False, 0
        previous = signal.getsignal(signal.SIGINT)
        if previous is not signal.SIG_IGN:
            signal.signal(signal.SIGINT, lambda *_: self._interrupt())
        try:
            self._asked += 1
            self._send(line=line, number=self._asked)
            self._is_sent = True
            if self._interrupts:
                self._send_interrupt()
            while True:
                match self._receive():
                    case {"output": str(text)}:
                        sys.stdout.write(text)
                        sys.stdout.flush()
                    case {"more": bool(more)}:
                        return more
                    case {"end": True}:
                        raise _EndOfSession
        finally:
            signal.signal(signal.SIGINT, previous)

    def _interrupt(self) -> None:
        """Interrupt the line that was sent last; at the second time, end the session."""
        self._interrupts += 1
        if self._interrupts > 1:  # the code may wait in C, where nothing interrupts it
            raise _EndOfSession if self._is_terminal else KeyboardInterrupt
        if self._is_sent:
            self._send_interrupt()

    def _send_interrupt(self) -> None:
        with contextlib.suppress(_GoneError):  # who waits for the answer learns of it
            self._send(interrupt=self._asked)

    def _prepare_streams(self) -> None:
        """Accept all text, whatever the encoding of the terminal."""
        for stream, errors in ((sys.stdin, "surrogateescape"), (sys.stdout, "backslashreplace")):
            if isinstance(stream, io.TextIOWrapper):
                stream.reconfigure(errors=errors)

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
                # Ctrl-C may have left the answer to an earlier request.
                while (answer := self._receive()).get("of") != text:
                    pass
                self._completions = answer["completions"]
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
        while b"\n" not in self._received:
            self._receive_more()
        line, _, self._received = self._received.partition(b"\n")
        message: dict[str, Any] = json.loads(line)
        return message

    def _receive_more(self) -> None:
        """Wait for bytes. Ctrl-C can end the wait, but cannot lose bytes that have arrived."""
        assert self._socket is not None
        select.select([self._socket], [], [])
        before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        try:
            data = self._socket.recv(65536)
            self._received += data
        except OSError as error:
            raise _GoneError from error
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)
        if not data:
            raise _GoneError
