"""Escaping: any text of a header as a comment, literal or markup of the language that it is printed in."""

from __future__ import annotations

import re
from typing import Final

# Bytes that a C++ string literal shows as they are; a question mark could begin a trigraph.
_PLAIN: Final = frozenset(
    map(ord, " !#$%&'()*+,-./0123456789:;<=>@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abcdefghijklmnopqrstuvwxyz{|}~")
)
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
    """The text of a ``//`` comment: one line that does not end in a backslash."""
    return one_line(text).rstrip("\\ ")


def python_docstring(text: str) -> str:
    """The inside of a triple-quoted Python string."""
    return text.replace("\\", "\\\\").replace('"""', '\\"\\"\\"').rstrip('"')


def rst(text: str) -> str:
    """Plain text in reStructuredText."""
    return _RST_SPECIAL.sub(r"\\\1", one_line(text))


def rst_literal(text: str) -> str:
    """Code in reStructuredText."""
    return f"``{one_line(text).replace('`', chr(0x2019))}``"
