"""Adapt the links of a Markdown file of the repository to the pages of the site."""

from __future__ import annotations

import os.path
import posixpath
import re
from typing import Final

from .places import ROOT_PAGES

# A link with a relative target, outside of code.
_LINK: Final = re.compile(
    r"(?<!!)\[(?P<text>[^\]\[]+)\]\((?![a-z]+:|#|<)(?P<path>[^)#\s]+)(?P<anchor>#[^)\s]*)?\)"
)
_FENCE: Final = re.compile(r"(^```.*?^```$|^~~~.*?^~~~$)", re.MULTILINE | re.DOTALL)


def relinked(text: str, file: str, page: str) -> str:
    """Return the text of a file for a page.

    `file` is relative to the repository, and `page` to the folder of the pages.
    Links to files that are no pages of the site, such as sources, become plain text.
    """

    def replaced(found: re.Match[str]) -> str:
        target = posixpath.normpath(posixpath.join(posixpath.dirname(file), found["path"]))
        there = ROOT_PAGES.get(target) or (
            target.removeprefix("docs/") if target.startswith("docs/") else None
        )
        if there is None:
            return found["text"]
        path = os.path.relpath(there, posixpath.dirname(page) or ".")
        return f"[{found['text']}]({path}{found['anchor'] or ''})"

    parts = _FENCE.split(text)
    return "".join(part if i % 2 else _LINK.sub(replaced, part) for i, part in enumerate(parts))
