"""Adapt the links of a Markdown file of the repository to the pages of the site."""

from __future__ import annotations

import os.path
import posixpath
import re
from typing import Final

from . import listings
from .places import ROOT_PAGES

# A link with a relative target, outside of code.
_LINK: Final = re.compile(
    r"(?<!!)\[(?P<text>[^\]\[]+)\]\((?![a-z]+:|#|<)(?P<path>[^)#\s]+)(?P<anchor>#[^)\s]*)?\)"
)
_FENCE: Final = re.compile(r"(^```.*?^```$|^~~~.*?^~~~$)", re.MULTILINE | re.DOTALL)


def relinked(text: str, file: str, page: str) -> str:
    """Return the text of a file for a page.

    `file` is relative to the repository, and `page` to the folder of the pages.
    Links to tests and samples lead to pages that show them. Links to other files become plain text.
    """

    def replaced(found: re.Match[str]) -> str:
        target = _target(found, file)
        there, anchor = _page(target), found["anchor"] or ""
        if there is None:
            there, anchor = listings.page_of(target), ""
        if there is None:
            return found["text"]
        path = os.path.relpath(there, posixpath.dirname(page) or ".")
        return f"[{found['text']}]({path}{anchor})"

    parts = _FENCE.split(text)
    return "".join(part if i % 2 else _LINK.sub(replaced, part) for i, part in enumerate(parts))


def linked_files(text: str, file: str) -> set[str]:
    """Return the tests and samples that a text links to."""
    targets = {_target(found, file) for part in _FENCE.split(text)[::2] for found in _LINK.finditer(part)}
    return {target for target in targets if _page(target) is None and listings.page_of(target)}


def _target(found: re.Match[str], file: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(file), found["path"]))


def _page(target: str) -> str | None:
    """Return the page for a file of the repository that is one."""
    return ROOT_PAGES.get(target) or (target.removeprefix("docs/") if target.startswith("docs/") else None)
