"""Watches a script and the modules beside it."""

from __future__ import annotations

import os
import queue
import threading
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Self

import watchfiles

_SETTLE = 25  # milliseconds without a change that end a batch, ex) of an editor that saves several files
_IGNORED = ("__pycache__", "node_modules", "site-packages")

State = dict[Path, tuple[int, int]]  # time and size of each file


class Changes:
    """A queue of sets of files that were changed, added or removed."""

    def __init__(self, script: Path) -> None:
        self._script = script
        self._folder = script.parent
        self._batches: queue.SimpleQueue[frozenset[Path]] = queue.SimpleQueue()
        self._stop = threading.Event()
        self._state = self._read()
        self._thread = threading.Thread(target=self._watch, name="watch", daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stop.set()
        self._thread.join()

    def get(self, timeout: float) -> frozenset[Path]:
        """Wait for the next set of changed files; return an empty one after a time or a wake-up."""
        try:
            return self._batches.get(timeout=timeout)
        except queue.Empty:
            return frozenset()

    def wake(self) -> None:
        """End the current or the next wait. A signal handler may call this."""
        self._batches.put(frozenset())

    def _watch(self) -> None:
        while not self._stop.is_set():
            folders = set(_folders(self._folder))
            self._compare()  # files may have changed before the folders were watched
            for _ in watchfiles.watch(
                *folders,
                recursive=False,
                watch_filter=_is_relevant,
                step=_SETTLE,
                rust_timeout=1000,
                yield_on_timeout=True,  # shows changes between two watches
                stop_event=self._stop,
                raise_interrupt=False,
                ignore_permission_denied=True,
            ):
                self._compare()
                if set(_folders(self._folder)) != folders:
                    break

    def _compare(self) -> None:
        before, self._state = self._state, self._read()
        changed = {file for file, _ in before.items() ^ self._state.items()}
        if changed:
            self._batches.put(frozenset(changed))

    def _read(self) -> State:
        state: State = {}
        files = [file for folder in _folders(self._folder) for file in _modules(folder)]
        for file in {self._script, *files}:
            try:
                found = file.stat()
            except OSError:
                continue
            state[file] = (found.st_mtime_ns, found.st_size)
        return state


def _is_relevant(change: watchfiles.Change, path: str) -> bool:
    """Return whether a module has changed, or an entry of a folder, which may be a package."""
    return path.endswith(".py") or change is not watchfiles.Change.modified


def _folders(folder: Path) -> Iterator[Path]:
    """Yield a folder and those below that may hold modules: folders in folders with modules."""
    yield folder
    if not _modules(folder):
        return
    for entry in _entries(folder):
        if (
            entry.is_dir(follow_symlinks=False)
            and not entry.name.startswith(".")
            and entry.name not in _IGNORED
        ):
            path = Path(entry.path)
            if not (path / "pyvenv.cfg").exists():  # an environment
                yield from _folders(path)


def _modules(folder: Path) -> list[Path]:
    return [Path(entry.path) for entry in _entries(folder) if entry.name.endswith(".py")]


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            return list(entries)
    except OSError:  # it is gone, or not readable
        return []
