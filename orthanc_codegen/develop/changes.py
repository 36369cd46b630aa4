"""Watches a script and the modules beside it."""

from __future__ import annotations

import os
import queue
import threading
import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Self

import watchfiles

_SETTLE = 25  # milliseconds without a change that end a batch, ex) of an editor that saves several files
_PAUSE = 0.1  # seconds until the next attempt to watch a folder that was removed
_TICK = 1.0  # seconds between two looks at the files if the system reports no changes
# The most that these looks may take of the time: while the system reports changes, and if it cannot. Network
# drives, for example, report none of the changes that other machines make.
_SHARE_BESIDE, _SHARE_ALONE = 0.02, 0.1
_IGNORED = ("__pycache__", "node_modules", "site-packages")

State = dict[str, tuple[int, int]]  # time and size of each file


class Changes:
    """A queue of sets of files that were changed, added or removed."""

    def __init__(self, script: Path, report: Callable[[str], None]) -> None:
        self._script = script
        self._report = report
        self._batches: queue.SimpleQueue[frozenset[Path]] = queue.SimpleQueue()
        self._stop = threading.Event()
        self._folders: set[str] = set()
        self._next = 0.0  # when to look again
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
            try:
                self._watch_folders()
            except FileNotFoundError:  # a folder has just been removed
                self._stop.wait(_PAUSE)
                self._compare()
            except (OSError, RuntimeError) as error:  # ex) of a limit for watches, or for those who watch
                self._report(
                    f"Cannot watch for changes ({error}): looking at the files regularly instead. "
                    "If a limit is the reason, raise fs.inotify.max_user_watches or "
                    "fs.inotify.max_user_instances with sysctl"
                )
                self._poll()

    def _watch_folders(self) -> None:
        """Wait for changes until the set of folders changes."""
        folders = self._folders
        is_first = True
        for changes in watchfiles.watch(
            *folders,
            recursive=False,
            watch_filter=_is_relevant,
            step=_SETTLE,
            rust_timeout=int(_TICK * 1000),
            yield_on_timeout=True,
            stop_event=self._stop,
            raise_interrupt=False,
            ignore_permission_denied=True,
        ):
            # Files may have changed before the folders were watched.
            if changes or is_first or time.monotonic() >= self._next:
                self._compare()
            is_first = False
            # A folder that was removed and made again needs a new watch, too.
            if self._folders != folders or any(path in folders for _, path in changes):
                break

    def _poll(self) -> None:
        """Look for changes regularly, where the system reports none."""
        while not self._stop.wait(max(0.0, self._next - time.monotonic())):
            self._compare(_SHARE_ALONE)

    def _compare(self, share: float = _SHARE_BESIDE) -> None:
        begin = time.monotonic()
        before, self._state = self._state, self._read()
        end = time.monotonic()
        self._next = end + max(_TICK, (end - begin) / share)
        changed = {file for file, _ in before.items() ^ self._state.items()}
        if changed:
            self._batches.put(frozenset(map(Path, changed)))

    def _read(self) -> State:
        """Return the state of all files, and note the folders that have or may get some."""
        state: State = {}
        self._folders = set()
        self._read_folder(str(self._script.parent), state)
        _note(str(self._script), state)  # its name may have any ending
        return state

    def _read_folder(self, folder: str, state: State) -> None:
        """Read a folder, and if it has modules, those in it."""
        try:
            with os.scandir(folder) as found:
                entries = list(found)
        except OSError:  # it is gone, or not readable
            entries = []
        if self._folders and any(entry.name == "pyvenv.cfg" for entry in entries):
            return  # an environment
        self._folders.add(folder)
        modules = [entry for entry in entries if entry.name.endswith(".py")]
        for module in modules:
            _note(module, state)
        for entry in entries if modules else ():
            if _may_hold_modules(entry):
                self._read_folder(entry.path, state)


def _note(file: str | os.DirEntry[str], state: State) -> None:
    try:
        found = os.stat(file)  # noqa: PTH116
    except OSError:
        return
    state[os.fspath(file)] = (found.st_mtime_ns, found.st_size)


def _may_hold_modules(entry: os.DirEntry[str]) -> bool:
    return (
        not entry.name.startswith(".") and entry.name not in _IGNORED and entry.is_dir(follow_symlinks=False)
    )


def _is_relevant(change: watchfiles.Change, path: str) -> bool:
    """Return whether a module has changed, or an entry of a folder, which may be a package."""
    return path.endswith(".py") or change is not watchfiles.Change.modified
