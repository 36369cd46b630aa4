"""Find the comments of a header, and the doc comment of a declaration."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator
from dataclasses import dataclass

# Also matches string and character literals, so that a "/*" within them does not start a comment.
LEXEME = re.compile(
    # Unterminated lexemes end with the line or file. This avoids backtracking. Loops over a class of
    # characters are ten times as fast as lazy ones.
    rb"/\*[^*]*(?:\*(?!/)[^*]*)*(?:\*/|\Z)|//[^\n]*"
    rb"|\"[^\"\\\n]*(?:\\.[^\"\\\n]*)*\"?|'[^'\\\n]*(?:\\.[^'\\\n]*)*'?",
    re.DOTALL,
)
# A documentation block begins with exactly "/**" or "/*!". A banner of more asterisks is not one.
_LEADING = re.compile(rb"/\*[*!](?![*/<])")
_TRAILING = re.compile(rb"/\*[*!]<")
# Separates a comment from later declarations: another declaration, a directive, an item of a list.
_BARRIER = re.compile(rb"[;{}#,]")
# Between a field or enumerator and its trailing comment, ex) ``ORTHANC_PLUGIN_SINCE_SDK("1.3.1"),``
_TO_TRAILING = re.compile(rb"(?:\s*\w+\(\"[^\"\n]*\"\))?\s*[,;]?\s*")
# Comments about the whole file or a group, not about the declaration that follows.
_DETACHED = re.compile(rb"[@\\](?:mainpage|defgroup|addtogroup|file|page|[{}])")
_GUTTER = re.compile(r"\n(?:[ \t]*\*+(?!\w)[ \t]?|[ \t]+)")


@dataclass(frozen=True, slots=True)
class _Comment:
    """A comment, by byte offset."""

    start: int
    end: int
    text: bytes


class Comments:
    """The comments of one header, by byte offset."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._all = [
            _Comment(m.start(), m.end(), m[0]) for m in LEXEME.finditer(data) if m[0].startswith(b"/*")
        ]
        self._ends = [comment.end for comment in self._all]
        self._starts = [comment.start for comment in self._all]

    def before(self, offset: int) -> str:
        """Return the text of the doc comment before a declaration, or the empty string."""
        index = bisect.bisect_right(self._ends, offset) - 1
        # Skip ordinary comments, ex) ``/** doc */ /* New in 1.5.7 */ typedef ...``
        while index >= 0:
            comment = self._all[index]
            if _BARRIER.search(self._data, comment.end, offset):
                return ""
            if _LEADING.match(comment.text):
                return "" if _DETACHED.search(comment.text) else _inner(comment.text)
            if _TRAILING.match(comment.text):
                return ""
            offset = comment.start
            index -= 1
        return ""

    def after(self, offset: int) -> str:
        """Return the text of the ``/*!< ... */`` after a field or enumerator, or the empty string."""
        gap = _TO_TRAILING.match(self._data, offset)
        start = gap.end() if gap else offset
        index = bisect.bisect_left(self._starts, start)
        if index == len(self._all) or self._starts[index] != start:
            return ""
        text = self._all[index].text
        return _inner(text) if _TRAILING.match(text) else ""

    def blocks(self) -> Iterator[str]:
        """Yield the text of every documentation block, in order."""
        return (_inner(comment.text) for comment in self._all if _LEADING.match(comment.text))


def _inner(comment: bytes) -> str:
    """Remove the delimiters of a comment and the asterisks on the left."""
    body = comment.decode("utf-8")[3:-2].removeprefix("<").rstrip("*")
    return _GUTTER.sub("\n", "\n" + body.replace("\r\n", "\n")).strip()
