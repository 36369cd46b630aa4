"""All releases side by side: how many functions each has, and how many Python reaches."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass

from rich.table import Table

from orthanc_codegen.coverage import Coverage
from orthanc_codegen.plan import Status
from orthanc_codegen.sdk import Release

COLUMNS = ("release", "date", "functions", "wrapped", "percent", "automatic", "header")


@dataclass(frozen=True, slots=True)
class ReleaseCoverage:
    """One release of the SDK in the survey."""

    release: Release
    header: str  # where its header comes from, ex) "interface"
    coverage: Coverage | None  # None for a release without a header

    @property
    def cells(self) -> tuple[str, ...]:
        """The row of a table."""
        first = (str(self.release.version), self.release.date.isoformat(), str(self.release.functions))
        if self.coverage is None:
            return (*first, "-", "-", "-", self.header)
        automatic = self.coverage.by_status[Status.AUTOMATIC]
        return (
            *first,
            str(self.coverage.wrapped),
            f"{self.coverage.percent:.1f}",
            str(automatic),
            self.header,
        )

    def facts(self) -> dict[str, str | int | float | None]:
        """The row for programs."""
        found = self.coverage
        return {
            "sdk": str(self.release.version),
            "date": self.release.date.isoformat(),
            "functions": self.release.functions,
            "wrapped": found.wrapped if found else None,
            "percent": found.percent if found else None,
            "automatic": found.by_status[Status.AUTOMATIC] if found else None,
            "header": self.header,
        }


@dataclass(frozen=True, slots=True)
class Survey:
    """The releases, oldest first."""

    rows: tuple[ReleaseCoverage, ...]

    def to_json(self) -> str:
        """The survey for programs."""
        return json.dumps([row.facts() for row in self.rows], indent=2) + "\n"

    def to_markdown(self) -> str:
        """The survey for people, as a page."""
        lines = ["# Coverage of every release of the SDK", "", _row(COLUMNS), _row(_ALIGNMENT)]
        return "\n".join([*lines, *(_row(row.cells) for row in self.rows)]) + "\n"

    def to_table(self) -> Table:
        """The survey for a terminal."""
        table = Table(title="Releases of the SDK, and what Python reaches of each")
        for column in COLUMNS:
            table.add_column(column, justify="right" if column in _NUMBERS else "left")
        for row in self.rows:
            table.add_row(*row.cells)
        return table


_NUMBERS = ("functions", "wrapped", "percent", "automatic")
_ALIGNMENT = tuple("---:" if column in _NUMBERS else "---" for column in COLUMNS)


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
