"""Runs the commands of the documentation, page by page, as a reader types them."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

from ..sharing import once
from ..tools import ROOT
from .blocks import Command, all_blocks, blocks_of
from .commands import BEFORE, CTRL_C, ELSEWHERE, FILES
from .named import require_test
from .terminal import Terminal
from .wheels import make_wheels

pytestmark = pytest.mark.usefixtures("runtime")  # a folder for the sockets of consoles

_COMMANDS: Final = [command for block in all_blocks() if block.reason is None for command in block.commands]
_ELSEWHERE: Final = {(entry.page, line) for entry in ELSEWHERE for line in entry.lines}
_HERE: Final = [command for command in _COMMANDS if (command.page, command.line) not in _ELSEWHERE]
# Parts of outputs that differ from machine to machine.
_VARYING: Final = (r"Python [\d.]+", r"process \d+", r"0x[0-9a-f]+", "…")


@pytest.fixture(scope="session")
def wheels(plugin: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make the wheel of the built plugin."""
    return once(tmp_path_factory, "wheels", lambda folder: make_wheels(plugin.parent, folder)) / "wheels"


@pytest.fixture
def terminal(plugin: Path, wheels: Path, tmp_path: Path) -> Iterator[Terminal]:
    """Open a terminal."""
    with Terminal(tmp_path, plugin.parent, wheels) as opened:
        yield opened


@pytest.mark.parametrize("page", sorted({command.page for command in _HERE}))
def test_commands(page: str, terminal: Terminal) -> None:
    write_files(page, terminal.folder)
    for command in _HERE:
        if command.page == page:
            for line in BEFORE.get((page, command.line), []):
                terminal.interrupt() if line == CTRL_C else terminal.run(line)
            output = terminal.run(command.line, command.typed, fails=fails(command))
            for line in command.output:
                pattern = as_pattern(terminal.local(line))
                assert re.search(
                    rf"^{pattern}", output, re.MULTILINE
                ), f"{command.line}: no {line!r} in:\n{output}"


def fails(command: Command) -> bool:
    """Return whether a page shows that a command fails."""
    return any("error: " in line for line in command.output)


def as_pattern(line: str) -> str:
    """Return a pattern for a line of output, of which the page may show the beginning."""
    parts = re.split(f"({'|'.join(_VARYING)})", line)
    return "".join(
        next((kind for kind in _VARYING if re.fullmatch(kind, part)), re.escape(part)).replace("…", ".*")
        for part in parts
    )


def write_files(page: str, folder: Path) -> None:
    """Write the files that the commands of a page use."""
    for name, source in FILES.get(page, {}).items():
        match source.split():
            case [path]:
                shutil.copy(ROOT / path, folder / name)
            case [path, language, number]:
                blocks = [block for block in all_blocks() if (block.page, block.language) == (path, language)]
                (folder / name).write_text(blocks[int(number)].text, encoding="utf-8")


def test_every_command_elsewhere_is_on_its_page() -> None:
    """Otherwise the list would keep what nobody types any more."""
    known = {(command.page, command.line) for command in _COMMANDS}
    assert _ELSEWHERE - known == set()
    assert BEFORE.keys() - {(command.page, command.line) for command in _HERE} == set()
    assert FILES.keys() - {command.page for command in _HERE} == set()


@pytest.mark.parametrize("test", sorted({entry.test for entry in ELSEWHERE}))
def test_tests_of_other_commands_exist(test: str) -> None:
    require_test(test)


@pytest.mark.parametrize(
    ("line", "shown", "said"),
    [
        ("orthanc-codegen sdk lst", "", "status 2"),
        ("orthanc-codegen run missing.py", "", "does not exist"),
        ("echo other", "output", "no 'output'"),
    ],
)
def test_a_command_that_does_not_work_is_found(
    line: str, shown: str, said: str, terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    (block,) = blocks_of(f"    $ {line}\n" + (f"    {shown}\n" if shown else ""), "page.md")
    monkeypatch.setitem(globals(), "_HERE", block.commands)
    with pytest.raises(AssertionError, match=said):
        test_commands("page.md", terminal)
