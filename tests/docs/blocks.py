"""The code blocks of the documentation: collected from Markdown, sorted by what a test can do."""

from __future__ import annotations

import functools
import json
import re
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from ..tools import ROOT

_FENCE: Final = re.compile(r"^(?P<indent> *)(?P<ticks>`{3,}|:{3,})(?P<language>[^`]*)$")
# In the line before a block that no test can run. GitHub does not show the second form.
_REASON: Final = re.compile(r"^ *(?:% not run: (.+)|<!-- not run: (.+) -->)$")
_PROMPT: Final = "$ "
_SHELL: Final = frozenset({"bash", "console", "sh", "shell"})
# Options that make an object a configuration of Orthanc. Other objects are answers, or of other programs.
_OPTIONS: Final = frozenset({"Plugins", "Python", "PythonScript", "DicomModalities", "StableAge"})


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block, or an indented one, which has no language."""

    page: str  # relative to the repository
    line: int
    language: str
    text: str
    reason: str | None  # why no test can run it

    def __str__(self) -> str:
        return f"{self.page}:{self.line}"

    @property
    def is_script(self) -> bool:
        """Return whether this is Python for the server. Tests, which import pytest, run elsewhere."""
        imports = set(re.findall(r"^(?:import|from) (\w+)", self.text, re.MULTILINE))
        return self.language == "python" and "orthanc" in imports and "pytest" not in imports

    @property
    def configuration(self) -> dict[str, Any] | None:
        """The configuration of Orthanc in a block of JSON, if it is one."""
        value = self.json()
        return value if isinstance(value, dict) and value.keys() & _OPTIONS else None

    def json(self) -> Any:
        """Parse a block of JSON. It may be a member of an object, without the braces."""
        try:
            return json.loads(self.text)
        except ValueError:
            return json.loads(f"{{{self.text}}}")

    @property
    def commands(self) -> list[Command]:
        """The commands in a block of a shell: the lines after a prompt, or all lines if there is none."""
        if self.language and self.language not in _SHELL:
            return []
        lines = self.text.splitlines()
        if not any(line.startswith(_PROMPT) for line in lines):
            return [Command(self.page, line) for line in lines]
        found: list[Command] = []
        for line in lines:
            if line.startswith(_PROMPT):
                found.append(Command(self.page, line.removeprefix(_PROMPT)))
            else:
                found[-1] = replace(found[-1], after=(*found[-1].after, line))
        return found


@dataclass(frozen=True, slots=True)
class Command:
    """A line for a shell, and the lines that the page shows behind it."""

    page: str
    line: str
    after: tuple[str, ...] = ()

    @property
    def typed(self) -> str:
        """What the reader types into the program: the lines after Python's prompt."""
        return "".join(f"{line[4:]}\n" for line in self.after if line.startswith(">>> "))

    @property
    def output(self) -> list[str]:
        """The lines that the program prints."""
        return [line for line in self.after if not line.startswith(">>> ")]


def _pages() -> list[Path]:
    """Return the pages of the site, some of which are in the root."""
    return [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").rglob("*.md"))]


@functools.cache
def all_blocks() -> tuple[Block, ...]:
    """Collect the blocks of all pages."""
    return tuple(block for page in _pages() for block in blocks_of(page.read_text("utf-8"), _name(page)))


def _name(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


def blocks_of(text: str, page: str) -> Iterator[Block]:
    """Collect the blocks of one page. Directives of MyST, whose language is in braces, are no blocks."""
    lines = text.splitlines()
    number = 0
    while number < len(lines):
        start = number
        fence = _FENCE.match(lines[start])
        if fence is not None:
            end = _end(lines, start, fence["ticks"])
            inner, language = lines[start + 1 : end], fence["language"].strip()
            number = end + 1
        elif _is_indented(lines, start):
            end = _end_of_indented(lines, start)
            inner, language = lines[start:end], ""
            number = end
        else:
            number += 1
            continue
        if not language.startswith("{"):
            code = textwrap.dedent("\n".join(inner)) + "\n"
            yield Block(page, start + 1, language, code, _reason(lines, start))


def _end(lines: list[str], start: int, ticks: str) -> int:
    """Return the line that closes a fence."""
    for number in range(start + 1, len(lines)):
        if lines[number].strip() == ticks:
            return number
    raise ValueError(f"line {start + 1}: the fence is not closed")


def _is_indented(lines: list[str], number: int) -> bool:
    """Return whether an indented block begins here: behind an empty line, and deeper than a list."""
    return lines[number].startswith("    ") and (number == 0 or not lines[number - 1].strip())


def _end_of_indented(lines: list[str], start: int) -> int:
    end = start
    for number in range(start, len(lines)):
        if lines[number].startswith("    "):
            end = number + 1
        elif lines[number].strip():
            break
    return end


def _reason(lines: list[str], start: int) -> str | None:
    before = _REASON.match(lines[start - 1]) if start else None
    return None if before is None else before[1] or before[2]
