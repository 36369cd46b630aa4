"""The sources of the site: links lead to its pages, and the reference has no words of C."""

from __future__ import annotations

import re

import pytest

from orthanc_codegen import pipeline, sdk
from website.links import relinked
from website.places import NEWEST, RELEASES, ROOT, ROOT_PAGES

_WORDS_OF_C = re.compile(
    r"\b(NULL|malloc|pointers?|deallocat\w*|freed|memory buffers?|struct|out argument)\b"
)


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
        ("[x](../samples/rest.py)", "docs/a.md", "a.md", "x"),
        ("[x](async.md#the-stop), [y](#z)", "docs/a.md", "a.md", "[x](async.md#the-stop), [y](#z)"),
        ("[x](https://a.b/c)", "docs/a.md", "a.md", "[x](https://a.b/c)"),
        ("```\n[x](../samples/rest.py)\n```", "docs/a.md", "a.md", "```\n[x](../samples/rest.py)\n```"),
    ],
)
def test_links(text: str, file: str, page: str, expected: str) -> None:
    assert relinked(text, file, page) == expected


def test_the_newest_release_is_the_default() -> None:
    assert sdk.default_release() == NEWEST
    assert all(sdk.known_release(release) for release in RELEASES)


def test_files_of_the_root_have_a_page() -> None:
    known = {*ROOT_PAGES, "README.md"}
    assert {file.name for file in ROOT.glob("*.md")} <= known


@pytest.mark.parametrize("name", ["README.md", *ROOT_PAGES])
def test_links_of_the_root_lead_to_files(name: str) -> None:
    file = ROOT / name
    if not file.is_file():
        pytest.skip(f"there is no {name}")
    targets = re.findall(r"\]\((?![a-z]+:|#)([^)#\s]+)", file.read_text(encoding="utf-8"))
    assert [target for target in targets if not (ROOT / target).exists()] == []


@pytest.mark.parametrize("release", [NEWEST, "1.5.7"])
def test_the_reference_has_no_words_of_c(release: str) -> None:
    files = pipeline.files_for(pipeline.load(release).header, formatted=False)
    for name, text in files.items():
        if name.startswith("docs/"):
            found = [line for line in text.splitlines() if _WORDS_OF_C.search(line.replace("\\", ""))]
            assert found == [], name
