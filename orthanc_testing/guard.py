"""Guards a temporary folder and its processes: they end with this process, even if SIGKILL ends it."""

from __future__ import annotations

import contextlib
import subprocess
import tempfile

# The loop ends when the pipe closes, which the kernel does for a process that died. A process that is being
# killed may still finish one system call, and so add a file to a folder that is being removed.
_WATCH = """
leaders=' '
while read -r change leader; do
  case $change in
    add) leaders="$leaders$leader " ;;
    forget) leaders="${leaders%% $leader *} ${leaders#* $leader }" ;;
  esac
done
for leader in $leaders; do kill -s KILL -- "-$leader"; done
rm -rf -- "$1" || { sleep 1; rm -rf -- "$1"; }
"""


class GuardedFolder(tempfile.TemporaryDirectory[str]):
    """A temporary folder, and the processes that use it.

    A guard, which is a small process, waits for the end of this one. It then kills those processes with their
    groups, and removes the folder.
    """

    def __init__(self, prefix: str) -> None:
        super().__init__(prefix=prefix)
        self._leaders: set[int] = set()
        self._guard = subprocess.Popen(
            ["/bin/sh", "-c", _WATCH, "sh", self.name],
            bufsize=0,  # a signal handler may write, too
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,  # Ctrl-C must not end it
        )

    def add(self, leader: int) -> None:
        """Guard a process that leads a group."""
        self._leaders.add(leader)
        self._tell(f"add {leader}\n")

    def forget(self, leader: int) -> bool:
        """Forget a process; return whether it was guarded.

        Call this as soon as it has ended: its ID may be used again.
        """
        if leader not in self._leaders:
            return False
        self._tell(f"forget {leader}\n")
        self._leaders.discard(leader)  # a signal handler may have done so
        return True

    def cleanup(self) -> None:
        """Remove the folder, and end the guard."""
        super().cleanup()
        self._guard.kill()
        self._guard.wait()
        if self._guard.stdin is not None:
            self._guard.stdin.close()

    def _tell(self, line: str) -> None:
        assert self._guard.stdin is not None
        with contextlib.suppress(BrokenPipeError):  # someone has killed the guard
            self._guard.stdin.write(line.encode())
