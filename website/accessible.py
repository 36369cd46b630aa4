"""An extension of Sphinx: mends markup of Sphinx and of the theme that screen readers misread."""

from __future__ import annotations

import re
from typing import Any, Final

from docutils import nodes
from sphinx.application import Sphinx

_SIGNATURE: Final = re.compile(r"<dt class=\"sig .*?</dt>", re.DOTALL)
_LISTS: Final = (
    ("<dl>", '<div class="sig-lines">'),
    ("</dl>", "</div>"),
    ("<dd>", "<div>"),
    ("</dd>", "</div>"),
)
_LATE: Final = 900  # after the theme


def setup(app: Sphinx) -> dict[str, bool]:
    """Register the extension."""
    app.connect("html-page-context", _mend, priority=_LATE)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def _mend(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    """Mend the content and the navigation of a page."""
    context["body"] = _SIGNATURE.sub(_without_lists, context.get("body", ""))
    # Captions of the navigation are headings without a level.
    tree = context.get("furo_navigation_tree", "")
    context["furo_navigation_tree"] = tree.replace('role="heading"', 'role="heading" aria-level="2"')


def _without_lists(signature: re.Match[str]) -> str:
    """Replace the definition list without terms that holds the parameters of a long signature."""
    text = signature[0]
    for old, new in _LISTS:
        text = text.replace(old, new)
    return text
