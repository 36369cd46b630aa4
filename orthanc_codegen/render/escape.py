"""Escape texts of a header for comments, literals and markup of the output languages."""

from __future__ import annotations

import re
from typing import Final

from orthanc_codegen.plan.python_types import STUB_PREFIX

# Bytes that need no escape in a C++ string literal. A question mark could begin a trigraph.
_PLAIN: Final = frozenset(
    map(ord, " !#$%&'()*+,-./0123456789:;<=>@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abcdefghijklmnopqrstuvwxyz{|}~")
)
_ESCAPED: Final = {ord("\n"): "\\n"} | {
    byte: f"\\{byte:03o}" for byte in range(256) if byte not in _PLAIN and byte != ord("\n")
}
_CLOSING_QUOTES: Final = re.compile(r'"{3,}|"+\Z')
# Backslashes, also as trigraphs.
_BACKSLASHES: Final = re.compile(r"(?:\\|\?\?/)+(\s|$)?")
# The beginning of a list, title, field, table or other block instead of a paragraph.
_RST_BLOCK: Final = re.compile(r"\W|\(?\w+[.)](?:\s|$)")
_STUB_NAME: Final = re.compile(rf"\b{STUB_PREFIX}(?=[A-Za-z])")
_RST_SPECIAL: Final = str.maketrans({c: f"\\{c}" for c in "\\*`|_"})


def one_line(text: str) -> str:
    """Normalize whitespace and remove unprintable characters."""
    shown = text if text.isprintable() else "".join(c if c.isprintable() else " " for c in text)
    return " ".join(shown.split())


def cpp_string(text: str) -> str:
    """Return C++ string literals, one per line of text."""
    lines = text.splitlines(keepends=True) or [""]
    return "\n".join(f'"{_cpp_bytes(line).translate(_ESCAPED)}"' for line in lines)


def _cpp_bytes(text: str) -> str:
    """Return the bytes of a text in UTF-8, as one character each."""
    return text.encode("utf-8", "replace").decode("latin-1")


def cpp_comment(text: str) -> str:
    """Return the text of a ``//`` comment, without backslashes that could end a line after formatting."""
    return _BACKSLASHES.sub(lambda run: run[0] if run[1] is None else run[1], one_line(text)).strip()


def python_docstring(text: str) -> str:
    """Return the content of a triple-quoted Python string."""
    return _CLOSING_QUOTES.sub(lambda quotes: '\\"' * len(quotes[0]), text.replace("\\", "\\\\"))


def shown_type(annotation: str) -> str:
    """Return a type for readers, ex) ``RestCallback`` for ``_RestCallback``, which exists only in stubs."""
    return _STUB_NAME.sub("", annotation)


def rst(text: str) -> str:
    """Return plain text as a paragraph in reStructuredText; as an item of a list if it begins with a dash."""
    return rst_paragraph(rst_inline(one_line(text)))


def rst_inline(line: str) -> str:
    """Return plain text within a paragraph."""
    return line.translate(_RST_SPECIAL).replace("::", ":\\:")


def rst_paragraph(inline: str) -> str:
    """Return a paragraph with this content; an item of a list if it begins with a dash."""
    bullet = "- " if inline.startswith("- ") else ""
    content = inline.removeprefix(bullet)
    # An escaped space is not rendered, but it prevents the start of a block.
    return f"{bullet}\\ {content}" if _RST_BLOCK.match(content) else f"{bullet}{content}"


def rst_literal(text: str) -> str:
    """Return code in reStructuredText."""
    code = one_line(text).replace("`", "\u2019")
    return f"``{code}``" if code else ""


def markdown(text: str) -> str:
    """Return the cell of a table in Markdown."""
    return one_line(text).replace("\\", "\\\\").replace("|", "\\|").replace("<", "&lt;")
