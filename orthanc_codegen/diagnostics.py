"""Diagnostics: what is wrong, where, and what to do."""

from __future__ import annotations

from dataclasses import dataclass


def shown(text: str, keep: str = "") -> str:
    """Escape control characters and characters that a terminal may be unable to encode."""
    return "".join(c if c.isprintable() or c in keep else c.encode("unicode_escape").decode() for c in text)


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One diagnostic."""

    message: str  # what is wrong and what to do
    file: str | None = None  # ex) "/usr/include/orthanc/OrthancCPlugin.h"
    line: int | None = None  # from 1

    def __str__(self) -> str:
        line = f":{self.line}" if self.line else ""
        place = "" if self.file is None else f"{shown(self.file)}{line}: "
        message = shown(self.message, keep="\n\t")  # used in the output of compilers
        return f"{place}error: {message}"


class CodegenError(Exception):
    """A stage failed. Carries every diagnostic that the stage found."""

    def __init__(self, *diagnostics: Diagnostic) -> None:
        super().__init__("\n".join(map(str, diagnostics)))
        self.diagnostics = diagnostics

    def __reduce__(self) -> tuple[type[CodegenError], tuple[Diagnostic, ...]]:
        return type(self), self.diagnostics  # for pickling: the parser runs in another process

    @classmethod
    def of(cls, message: str, file: str | None = None, line: int | None = None) -> CodegenError:
        """Return an error with a single diagnostic."""
        return cls(Diagnostic(message, file, line))
