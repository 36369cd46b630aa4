"""Problems as values: what was wrong, where, and what to do."""

from __future__ import annotations

import enum
from dataclasses import dataclass


class Severity(enum.Enum):
    """How bad it is."""

    WARNING = "warning"  # there is a result, but it lacks something
    ERROR = "error"  # there is no result


def shown(text: str, keep: str = "") -> str:
    """The text as a terminal may have it: nothing in it is a command, and all of it can be encoded."""
    return "".join(c if c.isprintable() or c in keep else c.encode("unicode_escape").decode() for c in text)


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One problem."""

    severity: Severity
    message: str  # a sentence that says what was wrong and what to do
    file: str | None = None  # ex) "/usr/include/orthanc/OrthancCPlugin.h"
    line: int | None = None  # from 1

    def __str__(self) -> str:
        line = f":{self.line}" if self.line else ""
        place = "" if self.file is None else f"{shown(self.file)}{line}: "
        message = shown(self.message, keep="\n\t")  # the output of compilers has these
        return f"{place}{self.severity.value}: {message}"


class CodegenError(Exception):
    """A stage could not do its work; carries every problem that it found."""

    def __init__(self, *diagnostics: Diagnostic) -> None:
        super().__init__("\n".join(map(str, diagnostics)))
        self.diagnostics = diagnostics

    def __reduce__(self) -> tuple[type[CodegenError], tuple[Diagnostic, ...]]:
        return type(self), self.diagnostics  # from the process of the parser

    @classmethod
    def of(cls, message: str, file: str | None = None, line: int | None = None) -> CodegenError:
        """The error of a single problem."""
        return cls(Diagnostic(Severity.ERROR, message, file, line))
