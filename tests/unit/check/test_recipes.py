"""The recipes of the cookbook: each is short, has a page and a test, and no findings in Orthanc 1.10.1."""

from __future__ import annotations

import ast
import tokenize
from pathlib import Path

import pytest

from orthanc_codegen.check import check_scripts
from orthanc_codegen.ir import Version
from tests.tools import ROOT

from .checking import interface

RECIPES = sorted((ROOT / "samples" / "cookbook").glob("*.py"))
PAGES = ROOT / "docs" / "cookbook"
LAYOUT = {
    tokenize.ENCODING,
    tokenize.COMMENT,
    tokenize.NL,
    tokenize.NEWLINE,
    tokenize.INDENT,
    tokenize.DEDENT,
    tokenize.ENDMARKER,
}


def page_of(recipe: Path) -> Path:
    return PAGES / f"{recipe.stem.replace('_', '-')}.md"


def length_of(recipe: Path) -> int:
    """Count the lines of code and of the docstrings of functions; not blank lines, comments and the head."""
    with recipe.open("rb") as file:
        tokens = [token for token in tokenize.tokenize(file.readline) if token.type not in LAYOUT]
    head = ast.parse(recipe.read_bytes()).body[0].end_lineno
    assert head is not None
    lines = {line for token in tokens for line in range(token.start[0], token.end[0] + 1)}
    return sum(line > head for line in lines)


def test_there_are_recipes() -> None:
    assert len(RECIPES) >= 14
    assert {page_of(recipe) for recipe in RECIPES} | {PAGES / "index.md"} == set(PAGES.glob("*.md"))


def test_blank_lines_comments_and_the_head_are_not_counted(tmp_path: Path) -> None:
    recipe = tmp_path / "recipe.py"
    recipe.write_text('''"""Head.

    More of it."""

# Comment.
import json

def f():  # another comment
    """Docstring."""
    return json.loads(
        # A comment in brackets.
        "1"
    )

TEXT = """
inside

"""
''')
    assert length_of(recipe) == 10


@pytest.mark.parametrize("recipe", RECIPES, ids=lambda recipe: recipe.stem)
def test_a_recipe_is_short(recipe: Path) -> None:
    assert 10 <= length_of(recipe) <= 60


@pytest.mark.parametrize("recipe", RECIPES, ids=lambda recipe: recipe.stem)
def test_a_recipe_has_no_findings(recipe: Path) -> None:
    (report,) = check_scripts([recipe], interface(), Version.parse("1.10.1")).scripts
    assert report.findings == ()


@pytest.mark.parametrize("recipe", RECIPES, ids=lambda recipe: recipe.stem)
def test_a_recipe_has_a_page_and_a_test(recipe: Path) -> None:
    page = page_of(recipe).read_text(encoding="utf-8")
    assert f"{{literalinclude}} ../../samples/cookbook/{recipe.name}\n" in page
    assert f"]({page_of(recipe).name})" in (PAGES / "index.md").read_text(encoding="utf-8")
    assert (ROOT / "samples" / "tests" / "cookbook" / f"test_{recipe.name}").is_file()
