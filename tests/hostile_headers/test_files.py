"""Files of any kind as arguments of a command: they are read, or refused soon with one line and status 1."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from orthanc_codegen.cli import main

from ..headers.bare import function, header_with
from .building import within

Make = Callable[[Path], Path]

_SOON = 60  # seconds, on a busy machine


def call(*arguments: str | Path) -> tuple[int, str]:
    """Run a command; return its status and diagnostics. Any exception fails the test."""
    with within(_SOON):
        result = CliRunner().invoke(main, [str(argument) for argument in arguments], catch_exceptions=False)
    return result.exit_code, result.stderr


def _pipe(folder: Path) -> Path:
    os.mkfifo(folder / "pipe")
    return folder / "pipe"


def _socket(folder: Path) -> Path:
    with socket.socket(socket.AF_UNIX) as made:
        os.chdir(folder)  # an absolute path may be too long for a socket
        made.bind("socket")
    return folder / "socket"


def _loop(folder: Path) -> Path:
    (folder / "loop").symlink_to("loop")
    return folder / "loop"


def _holding(data: bytes) -> Make:
    def make(folder: Path) -> Path:
        (folder / "file").write_bytes(data)
        return folder / "file"

    return make


def _large(folder: Path) -> Path:
    with (folder / "large").open("wb") as file:
        file.write(header_with(""))
        file.truncate(50 << 20)
    return folder / "large"


_FILES: dict[str, tuple[Make, str]] = {
    "missing": (lambda folder: folder / "none", "No such file"),
    "folder": (lambda folder: folder, "must be a regular file, not a folder"),
    "pipe": (_pipe, "must be a regular file, not a pipe"),
    "socket": (_socket, "can't be read: No such device"),
    "loop": (_loop, "can't be read: Too many levels of symbolic links"),
    "zero": (lambda _: Path("/dev/zero"), "must be a regular file, not a device"),
    "null": (lambda _: Path("/dev/null"), "must be a regular file, not a device"),
    "memory": (lambda _: Path("/proc/self/mem"), "can't be read: Input/output error"),
    "large": (_large, "is too large"),
    "no text": (_holding(b"\x7fELF\0\xff\xfe" * 99), ""),
    "terminal": (_holding(b"\x1b]0;title\x07 = \x1b[2J"), ""),
}
_HEADER_COMMANDS = (("inspect", "ir", "--header"), ("verify",), ("draft",))


@pytest.mark.parametrize("kind", _FILES)
@pytest.mark.parametrize("command", _HEADER_COMMANDS, ids=lambda command: command[0])
def test_as_a_header(
    command: tuple[str, ...], kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    make, words = _FILES[kind]
    file = make(tmp_path)
    status, said = call(*command, file)
    assert status == 1
    assert said.startswith(f"{file}:")
    assert words in said
    assert len(said.splitlines()) == 1
    assert said.rstrip("\n").isprintable()


@pytest.mark.parametrize("kind", _FILES)
def test_as_annotations(kind: str, tmp_path: Path, headers: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    make, words = _FILES[kind]
    file = make(tmp_path)
    status, said = call("coverage", "--header", headers / "minimal.h", "--annotations", file)
    assert status == 1
    assert said.startswith(f"{file}:")
    assert words in said
    assert said.rstrip("\n").isprintable()


def test_an_empty_header(tmp_path: Path) -> None:
    (tmp_path / "empty.h").touch()
    status, said = call("inspect", "ir", "--header", tmp_path / "empty.h")
    assert (status, said[: said.index(";")]) == (1, f"{tmp_path}/empty.h: error: the header is empty")


@pytest.mark.parametrize(
    ("command", "words"),
    [
        (("inspect", "ir", "--sdk"), "unknown release"),
        (("sdk", "show"), "unknown release"),
        (("diff", "1.0.0"), "unknown release"),
    ],
)
@pytest.mark.parametrize(
    "release", ["../../etc", "1.12.\x1b[2J", "\udcff", "9" * 5000, "", "1.13.0\n", "-1.0.0x"]
)
def test_as_a_release(command: tuple[str, ...], words: str, release: str) -> None:
    arguments = (*command, "--", release) if command[-1] != "--sdk" else (*command, release)
    status, said = call(*arguments)
    assert status == 1
    assert words in said
    assert said.rstrip("\n").isprintable()


def test_a_file_whose_name_is_no_text(tmp_path: Path) -> None:
    name = os.fsdecode(os.fsencode(tmp_path) + b"/\xff\x1b[2J.h")
    Path(name).write_bytes(header_with(function("F", "int a")))
    runner = CliRunner()
    for arguments in (["inspect", "ir", "--header", name], ["verify", name], ["draft", name]):
        result = runner.invoke(main, arguments, catch_exceptions=False)
        result.stdout_bytes.decode("utf-8")
        assert "\x1b" not in result.output


def test_text_of_an_error_cannot_command_a_terminal(tmp_path: Path) -> None:
    (tmp_path / "some.h").write_bytes(header_with("#error \x1b[2J\x07 \u202e done"))
    status, said = call("draft", tmp_path / "some.h")
    assert status == 1
    assert r"error: <U+001B>[2J<U+0007> \u202e done" in said
    assert said.rstrip("\n").isprintable()
