"""Tries a script in a server of its own, which ends as soon as the script is loaded."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path
from types import TracebackType
from typing import Self

from orthanc_testing.ports import free_port
from orthanc_testing.serve import OrthancServer

from .launch import Launch, Outcome, read_outcome, write_launcher

# Makes the server of a trial: its script, its HTTP port, and the file for its log.
MakeServer = Callable[[Path, int, Path], OrthancServer]


class Trial:
    """A process that loads a script as the real server would.

    It is a real Orthanc with the real plugin and the options of the user, but it ends before it opens a
    storage, a database or a port, so it can run beside the server that is to be replaced.
    """

    def __init__(self, make: MakeServer, folder: Path, script: Path, changed: Iterable[Path]) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="trial-", dir=folder)
        self._place = Path(self._folder.name)
        launcher = write_launcher(self._place, Launch(script, changed=sorted(changed)))
        self._log = self._place / "trial.log"
        self._server = make(launcher, free_port(), self._log)

    def __enter__(self) -> Self:
        self._server.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.end_group()  # also after its end, for processes of the script
        self._server.stop()
        self._folder.cleanup()

    def outcome(self) -> Outcome | None:
        """Return the result; None as long as the script is loading."""
        status = self._server.poll()
        if status is None:
            return None
        self._server.end_group()
        what = f"Orthanc ended with status {status} while it loaded the script. Its log ends with:"
        return read_outcome(self._place) or Outcome(trace=f"{what}\n{self._tail()}")

    def _tail(self) -> str:
        return "\n".join(self._log.read_text(encoding="utf-8", errors="backslashreplace").splitlines()[-20:])
