"""Each row of `docs/moving.md` names a test that exists, and each test here has a row."""

from __future__ import annotations

import re
from pathlib import Path

from ..tools import ROOT

PAGE = ROOT / "docs" / "moving.md"
HERE = Path(__file__).parent


def linked() -> list[tuple[str, Path]]:
    """Return the names and files of the linked tests."""
    links = re.findall(r"\[`(test_[^`]+)`\]\(([^)]+)\)", PAGE.read_text(encoding="utf-8"))
    return [(name, (PAGE.parent / file).resolve()) for name, file in links]


def cases(text: str) -> set[str]:
    """Return the names of the tests in a file; those of `test_values` with their case."""
    names = set(re.findall(r"^def (test_\w+)", text, re.MULTILINE))
    ids = re.search(r"ids=\[(.*?)\]", text, re.DOTALL)
    if "test_values" in names and ids is not None:
        names.remove("test_values")
        names |= {f"test_values({case})" for case in re.findall(r'"(\w+)"', ids[1])}
    return names


def test_linked_tests_exist() -> None:
    assert len(linked()) > 30
    for name, file in linked():
        assert name == file.name or name in cases(file.read_text(encoding="utf-8")), f"{name} in {file}"


def rows() -> list[str]:
    """Return the rows of the tables, without their headings."""
    tables = re.findall(
        r"^\|.*\n\|(?: --- \|)+\n((?:\|.*\n)+)", PAGE.read_text(encoding="utf-8"), re.MULTILINE
    )
    return [row for table in tables for row in table.splitlines()]


def test_each_row_names_a_test() -> None:
    """A row names a linked test, which exists, or a target of make."""
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert len(rows()) > 40
    for row in rows():
        last = row.removesuffix(" |").rpartition(" | ")[2]
        target = re.fullmatch(r"`make (test-[\w-]+)`", last)
        if target is None:
            assert re.match(r"\[`test_", last), row
        else:
            assert re.search(rf"^{target[1]}:", makefile, re.MULTILINE), row


def test_each_test_has_a_row() -> None:
    named = {name for name, file in linked() if file.parent == HERE}
    for file in HERE.glob("test_*.py"):
        if file != Path(__file__):
            missing = cases(file.read_text(encoding="utf-8")) - named
            assert not missing, f"{missing} of {file.name}"
