"""The site in headless Chromium: search, release switch, copy button, accessibility, screenshots."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from website.places import NEWEST, ROOT

from .visits import Visit

expect = pytest.importorskip("playwright.sync_api", reason="`make test-docs` installs playwright").expect

# Only violations are of interest, and a selector for each of thousands of elements takes long.
_AXE_OPTIONS = {"resultTypes": ["violations"], "selectors": False, "preload": False}

PAGES = {
    "index": "index.html",
    "start": "start.html",
    "configuration": "configuration.html",
    "functions": f"reference/{NEWEST}/functions.html",
    "callbacks": f"reference/{NEWEST}/callbacks.html",
    "enumerations": f"reference/{NEWEST}/enumerations.html",
    "older": "reference/1.5.7/classes.html",
    "coverage": "coverage.html",
    "guides": "guides/index.html",
    "guide": "guides/images.html",
    "cookbook": "cookbook/index.html",
    "recipe": "cookbook/route-by-modality.html",
    "moving": "moving.html",
    "benchmarks": "benchmarks.html",
    "file": "files/tests/moving/test_names.py.html",
}
_DARK = ("start", "callbacks", "recipe", "moving")  # on the screenshots
SIZES = {"desktop": (1280, 900), "phone": (390, 844)}


def test_search_finds_a_function(visit: Visit) -> None:
    page = visit.open("index.html")
    page.get_by_role("textbox", name="Search").first.fill("RegisterRestCallback")
    page.keyboard.press("Enter")
    result = page.locator("#search-results a", has_text="orthanc.RegisterRestCallback").first
    result.click()
    expect(page).to_have_url(
        f"{visit.address}/reference/{NEWEST}/functions.html#orthanc.RegisterRestCallback"
    )


@pytest.mark.parametrize("release", ["1.12.7", "1.10.1", "1.5.7"])
def test_the_switch_keeps_the_symbol(visit: Visit, release: str) -> None:
    page = visit.open(f"reference/{NEWEST}/functions.html#orthanc.RegisterRestCallback")
    page.get_by_label("Reference of Orthanc").select_option(release)
    page.wait_for_url(f"{visit.address}/reference/{release}/functions.html#orthanc.RegisterRestCallback")
    assert page.locator("[id='orthanc.RegisterRestCallback']").is_visible()
    page.get_by_label("Reference of Orthanc").select_option(NEWEST)
    page.wait_for_url(f"{visit.address}/reference/{NEWEST}/functions.html#orthanc.RegisterRestCallback")


def test_the_switch_opens_the_index_of_a_release_without_the_symbol(visit: Visit) -> None:
    page = visit.open(f"reference/{NEWEST}/functions.html#orthanc.EnqueueValue")
    page.get_by_label("Reference of Orthanc").select_option("1.10.1")
    page.wait_for_url(f"{visit.address}/reference/1.10.1/index.html")


def test_the_switch_without_a_symbol_keeps_the_page(visit: Visit) -> None:
    page = visit.open(f"reference/{NEWEST}/enumerations.html")
    page.get_by_label("Reference of Orthanc").select_option("1.5.7")
    page.wait_for_url(f"{visit.address}/reference/1.5.7/enumerations.html")


def test_the_button_copies_code(visit: Visit) -> None:
    page = visit.open("start.html")
    block = page.locator("div.highlight", has_text="def hello(output, uri").first
    block.hover()
    block.locator("button.copybtn").click()
    expect(block.locator("button.copybtn")).to_have_class("copybtn o-tooltip--left success")
    copied: str = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("import json\n\nimport orthanc\n")
    assert "orthanc.RegisterRestCallback" in copied


def test_prompts_are_not_copied(visit: Visit) -> None:
    page = visit.open("start.html")
    block = page.locator("div.highlight", has_text="$ curl").first
    block.hover()
    block.locator("button.copybtn").click()
    expect(block.locator("button.copybtn")).to_have_class("copybtn o-tooltip--left success")
    assert (
        page.evaluate("navigator.clipboard.readText()") == 'curl "http://localhost:8042/hello?name=Orthanc"'
    )


def test_the_origin_leads_to_the_declaration(visit: Visit) -> None:
    page = visit.open("reference/1.10.1/functions.html")
    page.get_by_role("link", name="OrthancPluginRegisterRestCallbackNoLock").first.click()
    expect(page).to_have_url(f"{visit.address}/reference/header.html#OrthancPluginRegisterRestCallbackNoLock")
    expect(page.locator("#OrthancPluginRegisterRestCallbackNoLock")).to_have_count(1)


def test_the_table_of_the_coverage_is_searched(visit: Visit) -> None:
    page = visit.open("coverage.html")
    page.get_by_role("searchbox", name="Search").fill("runtime")
    shown = page.locator("#coverage-rows tr:visible")
    expect(page.locator("#coverage-count")).to_have_text(f"{shown.count()} functions")
    assert 0 < shown.count() < 20
    page.get_by_role("searchbox", name="Search").fill("rest callback annotated")
    assert (
        page.locator("#coverage-rows tr:visible", has_text="OrthancPluginRegisterRestCallback").count() >= 1
    )


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", PAGES)
def test_pages_are_accessible(visit: Visit, axe: Path, name: str, scheme: Any) -> None:
    """axe-core has no serious findings on the whole page. In the dark, only the colours differ."""
    visit.page.emulate_media(color_scheme=scheme)
    page = visit.open(PAGES[name])
    page.evaluate(axe.read_text(encoding="utf-8"))
    chosen = {"runOnly": ["color-contrast"]} if scheme == "dark" else {}
    found = page.evaluate("options => axe.run(document, options)", {**_AXE_OPTIONS, **chosen})
    serious = [
        f"{violation['id']}: {violation['help']}: {[node['html'] for node in violation['nodes'][:3]]}"
        for violation in found["violations"]
        if violation["impact"] in ("serious", "critical")
    ]
    assert serious == []


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", PAGES)
def test_screenshots(visit: Visit, name: str, size: str) -> None:
    """Make screenshots for a person to look at; no page is wider than the window."""
    width, height = SIZES[size]
    visit.page.set_viewport_size({"width": width, "height": height})
    visit.page.emulate_media(color_scheme="dark" if name in _DARK else "light")
    page = visit.open(PAGES[name])
    folder = ROOT / "build" / "screenshots"
    folder.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=folder / f"{name}-{size}.png")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_every_page_fits_a_phone(visit: Visit, site: Path) -> None:
    """No page is wider than the window, nor has its console an error (`visit` checks that)."""
    width, height = SIZES["phone"]
    visit.page.set_viewport_size({"width": width, "height": height})
    pages = [file.relative_to(site).as_posix() for file in site.rglob("*.html")]
    assert len(pages) > 80
    wide = [
        path for path in pages if visit.open(path).evaluate("document.documentElement.scrollWidth") > width
    ]
    assert wide == []


def test_names_of_enumerators_are_not_broken_on_a_phone(visit: Visit) -> None:
    width, height = SIZES["phone"]
    visit.page.set_viewport_size({"width": width, "height": height})
    names = visit.open(PAGES["enumerations"]).locator("table.members .sig-name")
    lines = names.evaluate_all("names => names.map((name) => name.getClientRects().length)")
    assert len(lines) > 250
    assert set(lines) == {1}
