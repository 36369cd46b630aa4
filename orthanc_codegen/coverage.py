"""Coverage reports: which functions of the SDK are bound, and why the others are not."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass

from orthanc_codegen.plan import ModulePlan, Status, SymbolPlan
from orthanc_codegen.render.escape import markdown
from orthanc_codegen.tables import Column, Kind, Table

_COLUMNS = (Column("function"), Column("status"), Column("Python"), Column("reason", Kind.TEXT))


@dataclass(frozen=True, slots=True)
class Coverage:
    """The coverage of one SDK header."""

    sdk: str  # ex) "1.10.1"
    functions: tuple[SymbolPlan, ...]
    guesses: tuple[str, ...] = ()  # ex) ("OrthancPluginHttpGet(username) may be NULL, by its comment",)

    @classmethod
    def of(cls, plan: ModulePlan, guesses: Iterable[object] = ()) -> Coverage:
        """Return the coverage of a plan; `guesses` are the markers that the header lacks."""
        return cls(str(plan.sdk), plan.functions, tuple(map(str, guesses)))

    @property
    def total(self) -> int:
        """The number of functions in the header."""
        return len(self.functions)

    @property
    def by_status(self) -> dict[Status, int]:
        """The number of functions for each status."""
        return {status: sum(f.status is status for f in self.functions) for status in Status}

    @property
    def wrapped(self) -> int:
        """The number of functions that Python can call."""
        return self.by_status[Status.AUTOMATIC] + self.by_status[Status.ANNOTATED]

    @property
    def percent(self) -> float:
        """The percentage of wrapped functions, with one decimal."""
        return round(100 * self.wrapped / self.total, 1) if self.total else 0.0

    def to_json(self) -> str:
        """Return the report as JSON."""
        report = {
            "sdk": self.sdk,
            "total": self.total,
            "wrapped": self.wrapped,
            "percent": self.percent,
            "by_status": {str(status): count for status, count in self.by_status.items()},
            "guesses": list(self.guesses),
            "functions": [_row(function) for function in self.functions],
        }
        return json.dumps(report, indent=2, ensure_ascii=False) + "\n"

    def to_markdown(self) -> str:
        """Return the report as a page in Markdown."""
        lines = [
            f"# Coverage of SDK {self.sdk}",
            "",
            f"{self.wrapped} of {self.total} functions can be called from Python ({self.percent} %).",
            "",
            "| status | functions |",
            "| --- | ---: |",
            *(f"| {status} | {count} |" for status, count in self.by_status.items()),
            "",
            "- automatic: bound by rules alone",
            "- annotated: bound by rules and an entry of the annotations file",
            "- runtime: called by the runtime on Python's behalf",
            "- excluded: not available in Python, for the given reason",
            "",
            *self._guesses_in_markdown(),
            "| function | status | Python | reason |",
            "| --- | --- | --- | --- |",
            *(_markdown_row(function) for function in self.functions),
        ]
        return "\n".join(lines) + "\n"

    def to_table(self) -> Table:
        """Return the report as a table for a terminal."""
        counts = ", ".join(f"{count} {status}" for status, count in self.by_status.items())
        return Table(
            title=f"SDK {self.sdk}: {self.wrapped} of {self.total} functions wrapped ({self.percent} %)",
            columns=_COLUMNS,
            rows=tuple(map(_cells, self.functions)),
            notes=(counts, *self._guesses_in_table()),
        )

    def _guesses_in_markdown(self) -> list[str]:
        """List the guesses; empty if there are none."""
        items = [f"- {markdown(guess)}" for guess in self.guesses]
        return [f"{self._guesses_title}:", "", *items, ""] if items else []

    def _guesses_in_table(self) -> list[str]:
        items = "; ".join(self.guesses)
        return [f"{self._guesses_title}: {items}"] if items else []

    @property
    def _guesses_title(self) -> str:
        count = len(self.guesses)
        return f"{count} {'marker is' if count == 1 else 'markers are'} guessed, since the header has none"


def _python(function: SymbolPlan) -> str | None:
    return ", ".join(function.python) or None


def _row(function: SymbolPlan) -> dict[str, str | None]:
    return {
        "name": function.name,
        "status": str(function.status),
        "python": _python(function),
        "since": str(function.since) if function.since else None,
        "reason": function.reason,
    }


def _cells(function: SymbolPlan) -> tuple[str, ...]:
    return function.name, str(function.status), _python(function) or "", function.reason or ""


def _markdown_row(function: SymbolPlan) -> str:
    return f"| {' | '.join(map(markdown, _cells(function)))} |"
