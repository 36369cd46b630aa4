"""Problems as values: what was wrong, where, and what to do."""

from __future__ import annotations

import enum
from dataclasses import dataclass


class Severity(enum.Enum):
    """How bad it is."""

    WARNING = "warning"  # there is a result, but it lacks something
    ERROR = "error"  # there is no result


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One problem."""

    severity: Severity
    message: str  # a sentence that says what was wrong and what to do
    file: str | None = None  # ex) "/usr/include/orthanc/OrthancCPlugin.h"
    line: int | None = None  # from 1

    def __str__(self) -> str:
        place = "" if self.file is None else f"{self.file}:{self.line}: " if self.line else f"{self.file}: "
        return f"{place}{self.severity.value}: {self.message}"


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
