"""The sources of the site: links lead to its pages, and the reference has no words of C."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from orthanc_codegen import pipeline, sdk
from website.links import linked_files, relinked
from website.places import NEWEST, RELEASES, ROOT, ROOT_PAGES

_WORDS_OF_C = re.compile(
    r"\b(NULL|malloc|pointers?|deallocat\w*|(free[sd]?)(?!:)|memory buffers?|struct|out argument)\b"
)
_C_NAME = re.compile(r"(?<!C origin: ``)\bOrthancPlugin\w")


@pytest.mark.parametrize(
    ("text", "file", "page", "expected"),
    [
        ("[x](docs/install.md)", "CHANGELOG.md", "changelog.md", "[x](install.md)"),
        ("[x](docs/a.md#b)", "ARCHITECTURE.md", "development/architecture.md", "[x](../a.md#b)"),
        (
            "[x](ARCHITECTURE.md#y)",
            "CONTRIBUTING.md",
            "development/contributing.md",
            "[x](architecture.md#y)",
        ),
        ("[x](../a.md)", "docs/guides/a.md", "guides/a.md", "[x](../a.md)"),
        ("[x](../../CHANGELOG.md)", "docs/guides/a.md", "guides/a.md", "[x](../changelog.md)"),
        ("[x](../samples/rest.py)", "docs/a.md", "a.md", "[x](files/samples/rest.py.rst)"),
        ("[x](../tests/gone.py), [y](../README.md)", "docs/a.md", "a.md", "x, y"),
        ("[x](async.md#the-stop), [y](#z)", "docs/a.md", "a.md", "[x](async.md#the-stop), [y](#z)"),
        ("[x](https://a.b/c)", "docs/a.md", "a.md", "[x](https://a.b/c)"),
        ("```\n[x](../samples/rest.py)\n```", "docs/a.md", "a.md", "```\n[x](../samples/rest.py)\n```"),
    ],
)
def test_links(text: str, file: str, page: str, expected: str) -> None:
    assert relinked(text, file, page) == expected


def test_linked_files_have_a_page() -> None:
    text = "[x](../../samples/rest.py#L3) [y](../start.md)\n```\n[z](../../samples/cluster/workers.py)\n```\n"
    assert linked_files(text, "docs/guides/a.md") == {"samples/rest.py"}


def test_the_newest_release_is_the_default() -> None:
    assert sdk.default_release() == NEWEST
    assert all(sdk.known_release(release) for release in RELEASES)


def test_files_of_the_root_have_a_page() -> None:
    known = {*ROOT_PAGES, "README.md"}
    assert {file.name for file in ROOT.glob("*.md")} <= known


_PAGES = [ROOT / "README.md", *(ROOT / name for name in ROOT_PAGES), *sorted((ROOT / "docs").rglob("*.md"))]
_OF_THE_BUILD = ("reference/", "coverage.", "development/")  # pages that the site does not have as files


@pytest.mark.parametrize("page", _PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_of_pages_lead_to_files(page: Path) -> None:
    if not page.is_file():
        pytest.skip(f"there is no {page.name}")
    targets = re.findall(r"\]\((?![a-z]+:|#)([^)#\s]+)", page.read_text(encoding="utf-8"))
    missing = [target for target in targets if not (page.parent / target).exists()]
    assert [target for target in missing if not target.startswith(_OF_THE_BUILD)] == []


@pytest.mark.parametrize("release", RELEASES)
def test_the_reference_has_no_words_of_c(release: str) -> None:
    files = pipeline.files_for(pipeline.load(release).header, formatted=False)
    for name, text in files.items():
        if name.startswith("docs/"):
            lines = [line.replace("\\", "") for line in text.splitlines()]
            assert [line for line in lines if _WORDS_OF_C.search(line) or _C_NAME.search(line)] == [], name
