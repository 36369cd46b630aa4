"""Colours Python's tracebacks in the log of a server, line by line."""

from __future__ import annotations

import re
from pathlib import Path

_TRACEBACK = re.compile(r"^(\s*)Traceback \(most recent call last\):$")
_FRAME = re.compile(r'^(\s*)  File "(?P<file>[^"]*)", line \d+')
_HEADER = re.compile(r"^[EWIT]\d{4} ")  # of a message in Orthanc's log
_RED, _BOLD, _DIM = "1;31", "1", "2"


class Highlighter:
    """Marks what matters in a traceback: the exception, and the lines in the folder of the script."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder.absolute()
        self._indent: str | None = None  # of the current traceback; None: outside one
        self._style = ""  # of the current frame

    def __call__(self, line: str) -> str:
        """Return a line, coloured if it belongs to a traceback or is an error of the log."""
        text = line.rstrip("\n")
        end = line[len(text) :]
        style = self._style_of(text)
        return f"\x1b[{style}m{text}\x1b[0m{end}" if style and text else line

    def _style_of(self, text: str) -> str:
        if _HEADER.match(text):
            self._indent = None
            return _RED if text[0] == "E" else ""
        if (begin := _TRACEBACK.match(text)) is not None:
            self._indent, self._style = begin[1], ""
            return ""
        if (frame := _FRAME.match(text)) is not None and self._indent in (None, frame[1]):
            self._indent = frame[1]
            self._style = _BOLD if self._folder in Path(frame["file"]).parents else _DIM
            return self._style
        if self._indent is None:
            return ""
        if text.startswith(self._indent + " "):  # source, or the mark below it
            return self._style
        self._indent = None
        return _RED  # the exception, in its first line


def highlighted(text: str, folder: Path) -> str:
    """Return a traceback in colour."""
    mark = Highlighter(folder)
    return "".join(map(mark, text.splitlines(keepends=True)))
