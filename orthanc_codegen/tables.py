"""Lay out a table as lines of text whose names are never broken."""

from __future__ import annotations

import enum
import textwrap
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from orthanc_codegen.diagnostics import shown

_GAP: Final = "  "  # between two columns
_INDENT: Final = "    "  # of cells below their row
_NARROWEST: Final = 24  # a text gets a column of at least this width, or lines below its row


class Kind(enum.Enum):
    """How a column may be laid out."""

    NAME = enum.auto()  # never broken
    NUMBER = enum.auto()  # never broken, to the right
    TEXT = enum.auto()  # wrapped between words


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table."""

    title: str
    kind: Kind = Kind.NAME


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a title. A column of texts must be the last one."""

    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    notes: tuple[str, ...] = ()  # below the table

    def heading(self, width: int | None) -> list[str]:
        """Return the title and the titles of the columns."""
        layout = self._layout(width)
        rules = tuple("-" * len(column.title) for column in self.columns)
        titles = list(layout.lines(tuple(column.title for column in self.columns)))
        return [*_wrapped(self.title, width), "", *titles, *(() if layout.below else layout.lines(rules))]

    def body(self, width: int | None) -> list[str]:
        """Return the rows and the notes; without a width, each row is one line."""
        layout = self._layout(width)
        lines = [line for row in self._cells for line in layout.lines(row)]
        return lines + [line for note in self.notes for line in ("", *_wrapped(note, width))]

    @property
    def _cells(self) -> list[tuple[str, ...]]:
        return [tuple(" ".join(shown(cell, keep="\n").split()) for cell in row) for row in self.rows]

    def _layout(self, width: int | None) -> _Layout:
        """Choose the columns that stand side by side."""
        cells = [tuple(column.title for column in self.columns), *self._cells]
        widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
        beside = len(self.columns)
        while width is not None and beside > 1 and _needed(self.columns[:beside], widths) > width:
            beside -= 1
        return _Layout(self.columns, tuple(widths), beside, width)


@dataclass(frozen=True, slots=True)
class _Layout:
    """The columns side by side, and those below their row."""

    columns: tuple[Column, ...]
    widths: tuple[int, ...]
    beside: int  # number of columns side by side
    width: int | None

    @property
    def below(self) -> bool:
        """Whether cells stand below their row."""
        return self.beside < len(self.columns)

    def lines(self, row: Sequence[str]) -> Iterator[str]:
        """Yield the lines of one row."""
        last = self.beside - 1
        fixed = _GAP.join(map(self._padded, range(last), row))
        start = len(fixed) + len(_GAP) if last else 0
        first, *more = self._cell(last, row[last], start)
        yield f"{fixed}{_GAP}{first}".rstrip() if last else first
        yield from (" " * start + line for line in more)
        for index in range(self.beside, len(self.columns)):
            if row[index]:
                yield from (_INDENT + line for line in self._cell(index, row[index], len(_INDENT)))

    def _padded(self, index: int, cell: str) -> str:
        right = self.columns[index].kind is Kind.NUMBER
        return cell.rjust(self.widths[index]) if right else cell.ljust(self.widths[index])

    def _cell(self, index: int, cell: str, start: int) -> list[str]:
        """Return the lines of a cell that nothing follows."""
        beside = index < self.beside
        if self.width is None or (beside and self.columns[index].kind is not Kind.TEXT):
            return [self._padded(index, cell).rstrip()]
        return _wrapped(cell, self.width - start) or [""]


def _needed(columns: Iterable[Column], widths: Iterable[int]) -> int:
    """Return the least width of columns side by side."""
    needed = [
        min(width, _NARROWEST) if column.kind is Kind.TEXT else width
        for column, width in zip(columns, widths, strict=False)
    ]
    return sum(needed) + len(_GAP) * (len(needed) - 1)


def _wrapped(text: str, width: int | None) -> list[str]:
    """Break a text between words; a longer word stays whole."""
    if width is None:
        return [text]
    return textwrap.wrap(text, max(width, 1), break_long_words=False, break_on_hyphens=False)
