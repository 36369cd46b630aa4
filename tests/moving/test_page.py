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


def test_each_test_has_a_row() -> None:
    named = {name for name, file in linked() if file.parent == HERE}
    for file in HERE.glob("test_*.py"):
        if file != Path(__file__):
            missing = cases(file.read_text(encoding="utf-8")) - named
            assert not missing, f"{missing} of {file.name}"
