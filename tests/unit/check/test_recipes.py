"""The recipes of the cookbook: each is short, has a page and a test, and no findings in Orthanc 1.10.1."""

from __future__ import annotations

from pathlib import Path

import pytest

from orthanc_codegen.check import check_scripts
from orthanc_codegen.ir import Version
from tests.scripts import lines_of_code
from tests.tools import ROOT

from .checking import interface

RECIPES = sorted((ROOT / "samples" / "cookbook").glob("*.py"))
PAGES = ROOT / "docs" / "cookbook"


def page_of(recipe: Path) -> Path:
    return PAGES / f"{recipe.stem.replace('_', '-')}.md"


def test_there_are_recipes() -> None:
    assert len(RECIPES) >= 14
    assert {page_of(recipe) for recipe in RECIPES} | {PAGES / "index.md"} == set(PAGES.glob("*.md"))


@pytest.mark.parametrize("recipe", RECIPES, ids=lambda recipe: recipe.stem)
def test_a_recipe_is_short(recipe: Path) -> None:
    assert 10 <= lines_of_code(recipe) <= 60


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
