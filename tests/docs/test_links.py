"""Every internal link of the built site leads to a page, and to an anchor in it."""

from __future__ import annotations

import html.parser
import urllib.parse
from pathlib import Path

from website.places import RELEASES

_TARGETS = ("href", "src")


class _Page(html.parser.HTMLParser):
    """Collects the links and anchors of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.links: set[str] = set()
        self.anchors: set[str] = set()

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        for name, value in attributes:
            if name == "id" or (name == "name" and tag == "a"):
                self.anchors.add(value or "")
            elif name in _TARGETS and value:
                self.links.add(value)


def test_every_link_leads_somewhere(site: Path) -> None:
    pages = {}
    for file in site.rglob("*.html"):
        pages[file] = page = _Page()
        page.feed(file.read_text(encoding="utf-8"))
    assert len(pages) > 4 * len(RELEASES)
    broken = []
    for file, page in pages.items():
        for link in page.links:
            url = urllib.parse.urlsplit(link)
            if url.scheme or url.netloc:
                continue
            target = (file.parent / urllib.parse.unquote(url.path)).resolve() if url.path else file
            anchor = urllib.parse.unquote(url.fragment)
            if not target.is_file():
                broken.append(f"{file.relative_to(site)}: {link}")
            elif anchor and target in pages and anchor not in pages[target].anchors:
                broken.append(f"{file.relative_to(site)}: {link} (anchor)")
    assert broken == []
