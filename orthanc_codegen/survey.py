"""The coverage of all releases, side by side."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass

from orthanc_codegen.coverage import Coverage
from orthanc_codegen.plan import Status
from orthanc_codegen.sdk import Release
from orthanc_codegen.tables import Column, Kind, Table

COLUMNS = ("release", "date", "functions", "wrapped", "percent", "automatic", "header")
_NUMBERS = COLUMNS[2:-1]
_ALIGNMENT = tuple("---:" if column in _NUMBERS else "---" for column in COLUMNS)


@dataclass(frozen=True, slots=True)
class ReleaseCoverage:
    """The coverage of one release."""

    release: Release
    functions: int  # number of functions, ex) 206
    header: str  # origin of its header, ex) "interface"
    coverage: Coverage | None  # None for a release without a header

    @property
    def values(self) -> tuple[str | int | float | None, ...]:
        """Return the values of the columns."""
        release = (str(self.release.version), self.release.date.isoformat(), self.functions)
        found = self.coverage
        if found is None:
            return (*release, None, None, None, self.header)
        return (*release, found.wrapped, found.percent, found.by_status[Status.AUTOMATIC], self.header)

    @property
    def cells(self) -> tuple[str, ...]:
        """Return the columns as texts."""
        return tuple("-" if value is None else str(value) for value in self.values)


@dataclass(frozen=True, slots=True)
class Survey:
    """The coverage of releases, oldest first."""

    rows: tuple[ReleaseCoverage, ...]

    def to_json(self) -> str:
        """Return the survey as JSON."""
        names = ("sdk", *COLUMNS[1:])
        rows = [dict(zip(names, row.values, strict=True)) for row in self.rows]
        return json.dumps(rows, indent=2) + "\n"

    def to_markdown(self) -> str:
        """Return the survey as a page in Markdown."""
        lines = ["# Coverage of every release of the SDK", "", _row(COLUMNS), _row(_ALIGNMENT)]
        return "\n".join([*lines, *(_row(row.cells) for row in self.rows)]) + "\n"

    def to_table(self) -> Table:
        """Return the survey as a table for a terminal."""
        columns = tuple(Column(c, Kind.NUMBER if c in _NUMBERS else Kind.NAME) for c in COLUMNS)
        return Table("Releases of the SDK and their coverage", columns, tuple(row.cells for row in self.rows))


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
