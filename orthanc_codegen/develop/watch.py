"""Replaces a server whenever its script has changed and can be loaded."""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from orthanc_testing.serve import OrthancServer

from ..signals import passing_signals_on
from .changes import Changes
from .trial import MakeServer, Trial

_IDLE = 0.1  # seconds between two looks at the server
_BUSY = 0.01  # seconds between two looks during a trial or a start
_SLOW = 5.0  # seconds until a message says that a trial goes on


@dataclass(frozen=True, slots=True)
class Watched:
    """What to watch, and how to run it."""

    script: Path
    folder: Path  # for what trials need
    make_server: Callable[[], OrthancServer]
    make_trial: MakeServer
    keeps_storage: bool  # so that a server must be stopped cleanly before the next one starts
    when_ready: Callable[[OrthancServer], None]  # called once, for the first server that answers
    check: Callable[[], None]  # called after a server has failed; raises CodegenError if a change cannot help
    report: Callable[[str], None]
    show_trace: Callable[[str], None]


def watch(watched: Watched) -> int:
    """Run a server, and replace it after changes, until it is stopped; return its exit status."""
    with Changes(watched.script, watched.report) as changes:
        loop = _Loop(watched, changes)
        with passing_signals_on(loop):
            return loop.run()


class _Loop:
    """The running server, and the trial of a changed script."""

    def __init__(self, watched: Watched, changes: Changes) -> None:
        self._watched = watched
        self._changes = changes
        self._server: OrthancServer | None = None
        self._trial: Trial | None = None
        self._resources = ExitStack()  # of the trial
        self._untried: frozenset[Path] = frozenset()  # files that have changed since a script was loaded
        self._changed = 0.0  # when the first change was seen that the trial tries
        self._slow = math.inf  # when to report that the trial goes on
        self._is_starting = False
        self._loads: float | None = None  # when the first change was seen that the starting server loads
        self._was_ready = False
        self._is_stopping = False

    @property
    def pid(self) -> int:
        """Not None: this handles a signal at any time."""
        return 0

    def terminate(self) -> None:
        """Stop the server and the loop."""
        self._is_stopping = True
        if self._server is not None and self._server.pid is not None:  # otherwise it is just being started
            self._server.terminate()
        self._changes.wake()

    def kill(self) -> None:
        """Kill the server."""
        if self._server is not None and self._server.pid is not None:
            self._server.kill()

    def run(self) -> int:
        """Run until a signal, or until a server exits because a client asked for it."""
        try:
            self._start()
            while not self._is_stopping:
                changed = self._changes.get(_BUSY if self._trial or self._is_starting else _IDLE)
                if changed and not self._is_stopping:
                    self._try(changed)
                self._look_at_trial()
                if self._has_ended():
                    return 0
            self._end_trial()
            return 0 if self._server is None else self._server.wait()
        finally:
            self._end_trial()
            self._end_server()

    def _try(self, changed: frozenset[Path]) -> None:
        now = time.monotonic()
        if self._trial is None:  # otherwise the new trial also tries the changes of the running one
            self._changed = now
        self._slow = now + _SLOW
        self._end_trial()
        self._untried |= changed
        watched = self._watched
        trial = Trial(watched.make_trial, watched.folder, watched.script, self._untried)
        self._trial = self._resources.enter_context(trial)

    def _end_trial(self) -> None:
        self._trial = None
        self._resources.close()

    def _look_at_trial(self) -> None:
        outcome = None if self._trial is None else self._trial.outcome()
        if self._is_stopping:
            return
        kept = "" if self._server is None else ": the server goes on with the last one that did"
        if outcome is None:
            if self._trial is not None and time.monotonic() >= self._slow:
                self._slow = math.inf
                self._watched.report(f"The changed script has not loaded within {_SLOW:g} seconds{kept}")
            return
        self._end_trial()
        if outcome.trace is None or outcome.is_busy:
            self._untried = frozenset()
            self._start(self._changed)
        else:
            self._watched.report(f"The changed script does not load{kept}")
            self._watched.show_trace(outcome.trace)

    def _start(self, changed: float | None = None) -> None:
        """Start a server after the end of the running one, unless a signal arrives before.

        `changed` is when the change was seen that it loads.
        """
        before = self._server
        if before is not None and not self._watched.keeps_storage:
            before.end_group()
        self._end_server()  # may take seconds
        if self._is_stopping:
            return
        self._server = self._watched.make_server()
        self._server.start()
        self._is_starting, self._loads = True, changed
        if self._is_stopping:  # the signal has reached the server before this one
            self._server.terminate()

    def _end_server(self) -> None:
        server = self._server
        if server is not None:
            if server.pid is not None:  # its start has not failed
                server.stop()
                server.end_group()
            self._server = None

    def _has_ended(self) -> bool:
        """Look after the server; return whether it has ended as a client asked."""
        server = self._server
        status = None if server is None else server.poll()
        if server is not None and status is not None:
            self._end_server()
            self._is_starting = False
            if status != 0 and not self._is_stopping:  # a second Ctrl-C kills the server
                self._watched.check()
                self._watched.report(
                    f"Orthanc ended with status {status}: waiting for a change of the script"
                )
        elif server is not None and self._is_starting and server.answers():
            self._is_starting = False
            if self._loads is not None:
                self._watched.report(f"Reloaded in {time.monotonic() - self._loads:.2f} seconds")
            if not self._was_ready:
                self._was_ready = True
                self._watched.when_ready(server)
        return status == 0
