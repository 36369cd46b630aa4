"""The watch of a script: which files and folders, what it costs, and systems that report no changes."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import watchfiles

from orthanc_codegen.develop import changes
from orthanc_codegen.develop.changes import Changes

_PATIENCE = 30  # seconds


@pytest.fixture
def script(tmp_path: Path) -> Path:
    """Write a script with modules, and others that do not belong to it."""
    for name in (
        "script.py",
        "beside.py",
        "package/__init__.py",
        "package/inner/module.py",
        "data/readme.txt",
        "data/deep/module.py",  # no module can import it as a part of a package
        "venv/lib/module.py",
        "venv/module.py",
        "venv/pyvenv.cfg",
        ".hidden/module.py",
        "__pycache__/module.py",
        "node_modules/module.py",
    ):
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("")
    (tmp_path / "linked.py").symlink_to(tmp_path / "data" / "deep" / "module.py")
    (tmp_path / "broken.py").symlink_to(tmp_path / "nowhere")
    (tmp_path / "again").symlink_to(tmp_path)
    return tmp_path / "script.py"


def _ignore(_message: str) -> None:
    pass


def test_the_files_and_folders(script: Path) -> None:
    watch = Changes(script, _ignore)
    folder = script.parent
    files = {str(Path(file).relative_to(folder)) for file in watch._state}
    assert files == {"script.py", "beside.py", "linked.py", "package/__init__.py", "package/inner/module.py"}
    folders = {str(Path(name).relative_to(folder)) for name in watch._folders}
    assert folders == {".", "package", "package/inner", "data"}


def test_a_script_of_another_name_and_a_folder_that_cannot_be_read(tmp_path: Path) -> None:
    script = tmp_path / "script"
    script.write_text("")
    assert list(Changes(script, _ignore)._state) == [str(script)]
    assert Changes(tmp_path / "gone" / "script.py", _ignore)._state == {}


def test_changes_are_seen(script: Path) -> None:
    folder = script.parent
    with Changes(script, _ignore) as watch:
        (folder / "beside.py").write_text("1")
        _wait_for(watch, folder / "beside.py")
        (folder / "data" / "new.py").write_text("1")
        _wait_for(watch, folder / "data" / "new.py", folder / "data" / "deep" / "module.py")
        script.unlink()
        _wait_for(watch, script)


def _wait_for(watch: Changes, *files: Path) -> None:
    """Wait until changes of all files were seen."""
    missing = set(files)
    while missing:
        changed = watch.get(_PATIENCE)
        assert changed, f"no change of {missing}"
        missing -= changed


@pytest.mark.parametrize(
    "error", [OSError("OS file watch limit reached."), RuntimeError("Too many open files (os error 24)")]
)
def test_a_system_that_cannot_report_changes(
    script: Path, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    def watch(*_folders: str, **_options: Any) -> Iterator[set[Any]]:
        raise error

    reports: list[str] = []
    monkeypatch.setattr(changes, "_TICK", 0.01)
    monkeypatch.setattr(watchfiles, "watch", watch)
    with Changes(script, reports.append) as watched:
        for text in ("first", "second"):
            script.write_text(text)
            assert watched.get(_PATIENCE) == {script}
    assert len(reports) == 1
    assert f"Cannot watch for changes ({error}): looking at the files regularly instead." in reports[0]
    assert "fs.inotify.max_user_watches" in reports[0]


def test_a_folder_that_has_just_been_removed(script: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real, attempts = watchfiles.watch, []

    def watch(*folders: str, **options: Any) -> Iterator[set[Any]]:
        attempts.append(folders)
        if len(attempts) < 3:
            raise FileNotFoundError("No path was found.")
        return real(*folders, **options)

    reports: list[str] = []
    monkeypatch.setattr(watchfiles, "watch", watch)
    with Changes(script, reports.append) as watched:
        script.write_text("first")
        assert watched.get(_PATIENCE) == {script}
        while len(attempts) < 3:
            time.sleep(0.01)
    assert not reports


def test_a_folder_that_is_made_again_is_watched_again(script: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = str(script.parent / "package")
    watches: list[tuple[str, ...]] = []

    def watch(*folders: str, stop_event: Any, **_options: Any) -> Iterator[set[Any]]:
        watches.append(folders)
        if len(watches) == 1:
            yield {(watchfiles.Change.deleted, package), (watchfiles.Change.added, package)}
        stop_event.wait()

    monkeypatch.setattr(watchfiles, "watch", watch)
    with Changes(script, _ignore):
        end = time.monotonic() + _PATIENCE
        while len(watches) < 2 and time.monotonic() < end:
            time.sleep(0.01)
    assert len(watches) == 2


def test_a_change_before_a_folder_is_watched_again(script: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    watches: list[tuple[str, ...]] = []

    def watch(*folders: str, stop_event: Any, **_options: Any) -> Iterator[set[Any]]:
        watches.append(folders)
        if len(watches) == 1:
            yield {(watchfiles.Change.added, str(script.parent / "package"))}
        else:
            script.write_text("changed")  # without a report
            yield set()
        stop_event.wait()

    monkeypatch.setattr(changes, "_TICK", 1000)
    monkeypatch.setattr(watchfiles, "watch", watch)
    with Changes(script, _ignore) as watched:
        _wait_for(watched, script)


def test_looks_without_a_report_are_rare(script: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    now, looks = 0.0, []
    read = Changes._read

    def slow_read(self: Changes) -> changes.State:
        nonlocal now
        looks.append(now)
        now += 0.1  # of seconds, for many files
        return read(self)

    def watch(*_folders: str, stop_event: Any, **_options: Any) -> Iterator[set[Any]]:
        nonlocal now
        while now < 100:
            now += 1
            yield set()
        done.append(True)
        stop_event.wait()

    done: list[bool] = []
    monkeypatch.setattr(Changes, "_read", slow_read)
    monkeypatch.setattr(changes, "time", SimpleNamespace(monotonic=lambda: now))
    monkeypatch.setattr(watchfiles, "watch", watch)
    with Changes(script, _ignore):
        while not done:
            time.sleep(0.01)
    assert len(looks) * 0.1 <= 0.02 * 100 + 0.3, "2 %, the first state and the first look"
    assert len(looks) > 10
