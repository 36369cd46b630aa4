"""The sockets of consoles: one server for each port, in a folder that only its user can enter."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

import pytest

from orthanc_codegen.develop import sockets
from orthanc_codegen.develop.sockets import find, listening
from orthanc_codegen.diagnostics import CodegenError


def test_the_folder_exists_as_long_as_a_socket(runtime: Path) -> None:
    with listening(1):
        with listening(2):
            assert find(2) == runtime / "console-2.sock"
        assert find(None) == runtime / "console-1.sock"
    assert not runtime.exists()


def test_a_socket_of_a_killed_process_is_replaced(runtime: Path) -> None:
    runtime.mkdir(mode=0o700)
    (runtime / "console-1.sock").touch()
    with listening(1):
        assert find(None) == runtime / "console-1.sock"


@contextlib.contextmanager
def _set_at_the_end(event: threading.Event) -> Iterator[None]:
    """Let the threads that wait for an event end, even if the test fails."""
    try:
        yield
    finally:
        event.set()


def test_two_servers_that_start_at_the_same_time(runtime: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    is_served = sockets._is_served
    has_socket, release = threading.Event(), threading.Event()
    others: list[Future[bool]] = []

    def start_other() -> bool:
        """Return whether the other server gets the socket, too."""
        try:
            with listening(1):
                has_socket.set()
                release.wait()
                return True
        except CodegenError:
            return False

    def let_other_start_after_the_look(path: Path) -> bool:
        result = is_served(path)
        monkeypatch.setattr(sockets, "_is_served", is_served)
        others.append(pool.submit(start_other))
        has_socket.wait(0.3)  # in vain, because of the lock
        return result

    with ThreadPoolExecutor(1) as pool, _set_at_the_end(release):
        monkeypatch.setattr(sockets, "_is_served", let_other_start_after_the_look)
        with listening(1):
            release.set()
            assert not others[0].result()
    assert not runtime.exists()


def test_the_folder_is_made_again_after_another_server_has_removed_it(runtime: Path) -> None:
    runtime.mkdir(mode=0o700)
    has_socket, release = threading.Event(), threading.Event()

    def serve() -> None:
        with listening(1):
            has_socket.set()
            release.wait()

    with ThreadPoolExecutor(1) as pool, _set_at_the_end(release):
        with sockets._locked(runtime) as exists:
            assert exists
            served = pool.submit(serve)
            assert not has_socket.wait(0.3)
            runtime.rmdir()
        assert has_socket.wait(30)
        assert find(1).exists()
        release.set()
        served.result()


def test_only_the_own_socket_is_removed(runtime: Path) -> None:
    first = listening(1)
    with first:
        (runtime / "console-1.sock").unlink()  # by the user
        second = listening(1)
        second.__enter__()
    assert find(1) == runtime / "console-1.sock"
    second.__exit__(None, None, None)
    assert not runtime.exists()


def test_none_is_found(runtime: Path) -> None:
    for port, where in ((None, "no server has"), (1, "no server at port 1 has")):
        with pytest.raises(CodegenError) as caught:
            find(port)
        assert str(caught.value) == (
            f"{runtime}: error: {where} a console here: start one by orthanc-codegen run --console, "
            "with the same XDG_RUNTIME_DIR and TMPDIR"
        )
    assert not runtime.exists()


@pytest.mark.parametrize("port", [1, None])
def test_a_runtime_folder_of_which_nothing_can_be_made(
    monkeypatch: pytest.MonkeyPatch, port: int | None
) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", "/proc")
    with pytest.raises(
        CodegenError, match=r"sockets of consoles .*: set XDG_RUNTIME_DIR to a folder of yours"
    ):
        listening(1).__enter__()
    with pytest.raises(CodegenError, match=r"^/proc/orthanc-codegen: error: no server"):
        find(port)


@pytest.mark.usefixtures("runtime")
def test_a_folder_that_may_not_be_entered(monkeypatch: pytest.MonkeyPatch) -> None:
    # Simulated, since root may enter any folder.
    def lstat(self: Path) -> None:
        raise PermissionError(13, "Permission denied", str(self))

    monkeypatch.setattr(Path, "lstat", lstat)
    with pytest.raises(CodegenError, match=r"cannot enter .*: set XDG_RUNTIME_DIR to a folder of yours"):
        find(None)


def test_a_folder_of_another_user(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path / "gone"))
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    monkeypatch.setattr("os.geteuid", lambda: 12345)
    folder = tmp_path / "orthanc-codegen-12345"
    folder.mkdir(mode=0o700)
    for use in (lambda: find(None), listening(1).__enter__):
        with pytest.raises(CodegenError) as caught:
            use()
        assert str(caught.value) == (
            f"{folder}: error: this folder belongs to another user: "
            "set XDG_RUNTIME_DIR to a folder of yours, for `run` and `console`"
        )


def test_a_folder_that_others_can_enter(runtime: Path) -> None:
    runtime.mkdir()
    runtime.chmod(0o755)
    with pytest.raises(CodegenError, match=f"remove it, or run chmod 700 {runtime}"):
        find(None)


def test_a_file_in_place_of_the_folder(runtime: Path) -> None:
    runtime.touch()
    with pytest.raises(CodegenError, match="this must be a folder: remove the file"):
        listening(1).__enter__()
