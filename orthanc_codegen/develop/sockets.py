"""The sockets of consoles, in a folder that only their user can enter."""

from __future__ import annotations

import contextlib
import fcntl
import os
import re
import shlex
import socket
import stat
import tempfile
from collections.abc import Iterator
from pathlib import Path

from ..diagnostics import CodegenError

_LONGEST = 107  # bytes in the path of a Unix socket
_FOLDER = "orthanc-codegen"
_REMEDY = "set XDG_RUNTIME_DIR to a folder of yours, for `run` and `console`"

_Identity = tuple[int, int]  # device and inode of a file


@contextlib.contextmanager
def listening(http_port: int) -> Iterator[int]:
    """Make the socket of a server's console; yield its descriptor, for the server to inherit.

    This process keeps the socket, so that it survives a replacement of the server, and is removed even if the
    server is killed.
    """
    with socket.socket(socket.AF_UNIX) as made:
        path, identity = _bind(made, f"console-{http_port}.sock")
        try:
            yield made.fileno()
        finally:
            _remove(path, identity)


def find(http_port: int | None) -> Path:
    """Return the socket of a server's console; without a port, that of the only server."""
    folder = _folder()
    found = _served(folder)
    if http_port is None and len(found) > 1:
        ports = ", ".join(map(str, sorted(found)))
        raise CodegenError.of(f"several servers have a console: choose --http-port from {ports}")
    chosen = found.get(http_port) if http_port is not None else next(iter(found.values()), None)
    if chosen is None:
        where = "" if http_port is None else f" at port {http_port}"
        raise CodegenError.of(
            f"no server{where} has a console here: start one by orthanc-codegen run --console, "
            "with the same XDG_RUNTIME_DIR and TMPDIR",
            str(folder),
        )
    return chosen


def _served(folder: Path) -> dict[int, Path]:
    """Return the sockets on which a process listens, by the HTTP port of their server."""
    try:
        _check(folder)
    except FileNotFoundError:
        return {}
    found = {}
    for path in folder.glob("console-*.sock"):
        port = re.fullmatch(r"console-(\d+)\.sock", path.name)
        if port is not None and _is_served(path):
            found[int(port[1])] = path
    return found


def _bind(made: socket.socket, name: str) -> tuple[Path, _Identity]:
    """Let a socket listen in the folder."""
    while True:
        with contextlib.suppress(FileNotFoundError):  # another process has removed the folder after its last
            folder = _make_folder()
            with _locked(folder) as exists:
                if exists:
                    return folder / name, _bind_alone(made, folder / name)


def _bind_alone(made: socket.socket, path: Path) -> _Identity:
    """Let a socket listen at a path. Requires the lock of the folder."""
    if len(os.fsencode(path)) > _LONGEST:
        raise CodegenError.of(
            "the path of the console's socket is too long: set XDG_RUNTIME_DIR to a shorter one", str(path)
        )
    if _is_served(path):
        raise CodegenError.of(
            "another server already has this console: choose another --http-port", str(path)
        )
    before = os.umask(0o177)
    try:
        path.unlink(missing_ok=True)  # of a killed process
        made.bind(str(path))
        made.listen()
        return _identity(path.lstat())
    except OSError as error:
        raise CodegenError.of(
            f"cannot make the console's socket ({error.strerror}): {_REMEDY}", str(path)
        ) from error
    finally:
        os.umask(before)


def _remove(path: Path, identity: _Identity) -> None:
    """Remove a socket, unless it was replaced by another one, and the folder after its last socket."""
    with contextlib.suppress(OSError), _locked(path.parent) as exists:
        if exists:
            with contextlib.suppress(FileNotFoundError):
                if _identity(path.lstat()) == identity:
                    path.unlink()
            path.parent.rmdir()  # fails if another server has a console


@contextlib.contextmanager
def _locked(folder: Path) -> Iterator[bool]:
    """Lock a folder against other processes that add or remove sockets; yield whether it still exists."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        # The process that had the lock may have removed the folder, and another one may have made it again.
        yield _identity(folder.lstat()) == _identity(os.fstat(descriptor))
    finally:
        os.close(descriptor)


def _identity(found: os.stat_result) -> _Identity:
    return found.st_dev, found.st_ino


def _folder() -> Path:
    runtime = os.environ.get("XDG_RUNTIME_DIR", "")
    if runtime and os.path.isdir(runtime):  # noqa: PTH112  Path.is_dir() raises PermissionError
        return Path(runtime, _FOLDER)
    return Path(tempfile.gettempdir(), f"{_FOLDER}-{os.geteuid()}")


def _make_folder() -> Path:
    """Return the folder for sockets; raise FileNotFoundError if another process removes it meanwhile."""
    folder = _folder()
    try:
        folder.mkdir(mode=0o700)
    except FileExistsError:
        pass
    except OSError as error:
        raise CodegenError.of(
            f"cannot make the folder for the sockets of consoles ({error.strerror}): {_REMEDY}", str(folder)
        ) from error
    _check(folder)
    return folder


def _check(folder: Path) -> None:
    """Raise CodegenError if another user could have put a socket into a folder."""
    try:
        found = folder.lstat()
    except PermissionError as error:
        raise CodegenError.of(
            f"cannot enter the folder for the sockets of consoles: {_REMEDY}", str(folder)
        ) from error
    if not stat.S_ISDIR(found.st_mode):
        raise CodegenError.of("this must be a folder: remove the file", str(folder))
    if found.st_uid != os.geteuid():
        raise CodegenError.of(f"this folder belongs to another user: {_REMEDY}", str(folder))
    if found.st_mode & 0o077:
        remedy = shlex.join(["chmod", "700", str(folder)])
        raise CodegenError.of(f"other users can enter this folder: remove it, or run {remedy}", str(folder))


def _is_served(path: Path) -> bool:
    with socket.socket(socket.AF_UNIX) as probe:
        probe.setblocking(False)
        try:
            probe.connect(str(path))
        except BlockingIOError:  # a server accepts no client at the moment, and too many wait
            return True
        except OSError:
            return False
        return True
