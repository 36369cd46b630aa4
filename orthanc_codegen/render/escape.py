"""Escaping: any text of a header as a comment, literal or markup of the language that it is printed in."""

from __future__ import annotations

import re
from typing import Final

from orthanc_codegen.lower.naming import STUB_PREFIX

# Bytes that a C++ string literal shows as they are; a question mark could begin a trigraph.
_PLAIN: Final = frozenset(
    map(ord, " !#$%&'()*+,-./0123456789:;<=>@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abcdefghijklmnopqrstuvwxyz{|}~")
)
_CLOSING_QUOTES: Final = re.compile(r'"{3,}|"+\Z')
# Backslashes, or the trigraph of one.
_BACKSLASHES: Final = re.compile(r"(?:\\|\?\?/)+(\s|$)?")
# What begins a list, a title, a field, a table or another block rather than a paragraph.
_RST_BLOCK: Final = re.compile(r"\W|\(?\w+[.)](?:\s|$)")
_STUB_NAME: Final = re.compile(rf"\b{STUB_PREFIX}(?=[A-Za-z])")
_RST_SPECIAL: Final = re.compile(r"([\\*`|_])")


def one_line(text: str) -> str:
    """Fold every white space, and drop what no file should hold."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


def cpp_string(text: str) -> str:
    """A C++ string literal, one literal for each line."""
    lines = text.splitlines(keepends=True) or [""]
    return "\n".join(f'"{"".join(map(_cpp_byte, line.encode("utf-8", "replace")))}"' for line in lines)


def _cpp_byte(byte: int) -> str:
    if byte == 0x0A:
        return "\\n"
    return chr(byte) if byte in _PLAIN else f"\\{byte:03o}"


def cpp_comment(text: str) -> str:
    """The text of a ``//`` comment: no line of it is continued, wherever a formatter breaks it."""
    return _BACKSLASHES.sub(lambda run: run[0] if run[1] is None else run[1], one_line(text)).strip()


def python_docstring(text: str) -> str:
    """The inside of a triple-quoted Python string."""
    return _CLOSING_QUOTES.sub(lambda quotes: '\\"' * len(quotes[0]), text.replace("\\", "\\\\"))


def shown_type(annotation: str) -> str:
    """A type as people read it: ``_RestCallback``, which only type checkers see, as ``RestCallback``."""
    return _STUB_NAME.sub("", annotation)


def rst(text: str) -> str:
    """A paragraph of plain text in reStructuredText; one that begins with a dash is an item of a list."""
    line = one_line(text)
    bullet = "- " if line.startswith("- ") else ""
    escaped = _RST_SPECIAL.sub(r"\\\1", line.removeprefix(bullet)).replace("::", ":\\:")
    # An escaped space is no character of the text, but what follows it begins no block.
    return f"{bullet}\\ {escaped}" if _RST_BLOCK.match(escaped) else f"{bullet}{escaped}"


def rst_literal(text: str) -> str:
    """Code in reStructuredText."""
    code = one_line(text).replace("`", "\u2019")
    return f"``{code}``" if code else ""


def markdown(text: str) -> str:
    """A cell of a table in Markdown."""
    return one_line(text).replace("\\", "\\\\").replace("|", "\\|").replace("<", "&lt;")
