"""An extension of Sphinx: links C names in literals to their declarations in the interface header."""

from __future__ import annotations

from docutils import nodes
from sphinx.application import Sphinx

from .places import C_NAMES, HEADER_PAGE


def setup(app: Sphinx) -> dict[str, bool]:
    """Register the extension."""
    app.add_config_value("header_uri", "", "html")  # where another project has the page of the header
    app.connect("doctree-resolved", _link)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def _link(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Replace the literals of a page that name a declaration."""
    known = frozenset(C_NAMES.read_text(encoding="utf-8").split())
    page = app.config.header_uri or app.builder.get_relative_uri(docname, HEADER_PAGE)
    for literal in list(doctree.findall(nodes.literal)):
        name = literal.astext().removesuffix("()")
        if name in known and not isinstance(literal.parent, nodes.reference):
            link = nodes.reference("", "", internal=True, refuri=f"{page}#{name}")
            literal.replace_self(link)
            link += literal
