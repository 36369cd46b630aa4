"""Coverage: how much of the SDK Python reaches, as figures and reports."""

from __future__ import annotations

import json
from dataclasses import dataclass

from rich.table import Table
from rich.text import Text

from orthanc_codegen.plan import ModulePlan, Status, SymbolPlan
from orthanc_codegen.render.escape import markdown


@dataclass(frozen=True, slots=True)
class Coverage:
    """The figures of one SDK header."""

    sdk: str  # ex) "1.10.1"
    functions: tuple[SymbolPlan, ...]

    @classmethod
    def of(cls, plan: ModulePlan) -> Coverage:
        """Count what became of the functions of a header."""
        return cls(str(plan.sdk), plan.functions)

    @property
    def total(self) -> int:
        """How many functions the header has."""
        return len(self.functions)

    @property
    def by_status(self) -> dict[Status, int]:
        """How many functions have each status."""
        return {status: sum(f.status is status for f in self.functions) for status in Status}

    @property
    def wrapped(self) -> int:
        """How many functions Python can call."""
        return self.by_status[Status.AUTOMATIC] + self.by_status[Status.ANNOTATED]

    @property
    def percent(self) -> float:
        """The share of wrapped functions, with one decimal."""
        return round(100 * self.wrapped / self.total, 1) if self.total else 0.0

    def to_json(self) -> str:
        """The report for programs."""
        report = {
            "sdk": self.sdk,
            "total": self.total,
            "wrapped": self.wrapped,
            "percent": self.percent,
            "by_status": {str(status): count for status, count in self.by_status.items()},
            "functions": [_row(function) for function in self.functions],
        }
        return json.dumps(report, indent=2, ensure_ascii=False) + "\n"

    def to_markdown(self) -> str:
        """The report for people, as a page."""
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
            "- excluded: not reachable from Python, for the reason given",
            "",
            "| function | status | Python | reason |",
            "| --- | --- | --- | --- |",
            *(_markdown_row(function) for function in self.functions),
        ]
        return "\n".join(lines) + "\n"

    def to_table(self) -> Table:
        """The report for a terminal."""
        table = Table(
            title=f"SDK {self.sdk}: {self.wrapped} of {self.total} functions wrapped ({self.percent} %)",
            caption=", ".join(f"{count} {status}" for status, count in self.by_status.items()),
        )
        for column in ("function", "status", "Python", "reason"):
            table.add_column(column, overflow="fold")
        for function in self.functions:
            cells = (function.name, function.status, _python(function) or "", function.reason or "")
            table.add_row(*map(Text, cells))  # no markup in them
        return table


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


def _markdown_row(function: SymbolPlan) -> str:
    cells = (function.name, function.status, _python(function) or "", function.reason or "")
    return f"| {' | '.join(map(markdown, cells))} |"
