"""Comparison of each small header with its golden result: IR, plan, C++, stub, docs and coverage."""

from __future__ import annotations

import difflib
from pathlib import Path

import pytest

from orthanc_codegen.dump import to_json

from .small import BARE, GOLDEN, NAMES, PARSED, golden_of, ir_of
from .texts import HEADERS

Generated = dict[str, dict[str, str]]


def read_tree(root: Path) -> dict[str, str]:
    """Read all files of a folder, by relative path."""
    files = sorted(path for path in root.rglob("*") if path.is_file())
    return {path.relative_to(root).as_posix(): path.read_text(encoding="utf-8") for path in files}


def difference(expected: dict[str, str], actual: dict[str, str]) -> str:
    """Return the differences of two trees as a unified diff, empty if there are none."""
    lines: list[str] = []
    for path in sorted({*expected, *actual}):
        before, after = expected.get(path, ""), actual.get(path, "")
        # Not splitlines(), which also splits at characters other than newlines.
        old, new = (text.replace("\n", "\n\0").split("\0") for text in (before, after))
        lines += difflib.unified_diff(old, new, f"golden/{path}", f"now/{path}")
    return "".join(lines)


def rewrite(root: Path, files: dict[str, str]) -> None:
    """Make a folder contain exactly these files."""
    for path in read_tree(root):
        if path not in files:
            (root / path).unlink()
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")


def compare(name: str, files: dict[str, str], update: bool) -> None:
    """Compare files with the golden result of a header, or update that."""
    if update:
        rewrite(GOLDEN / name, files)
    changes = difference(read_tree(GOLDEN / name), files)
    assert not changes, f"{changes}\nIf the change is intended, run `make golden`"


@pytest.mark.parametrize("name", NAMES)
def test_result_is_the_golden_one(name: str, generated: Generated, update_golden: bool) -> None:
    compare(name, golden_of(name, generated[name], generated[BARE]), update_golden)


@pytest.mark.parametrize("name", PARSED)
def test_ir_is_the_golden_one(name: str, update_golden: bool) -> None:
    compare(name, {"ir.json": to_json(ir_of(name))}, update_golden)


def test_every_golden_result_has_its_header() -> None:
    assert {path.name for path in GOLDEN.iterdir()} == {*NAMES, *PARSED}
    assert {path.stem for path in HEADERS.glob("*.h")} == {*NAMES, *PARSED}
    assert {path.stem for path in HEADERS.glob("*.toml")} <= set(NAMES)
