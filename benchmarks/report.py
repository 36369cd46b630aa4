"""Writes the results: as a table for the terminal, and as a page with plots."""

from __future__ import annotations

import platform
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.table import Table

from .figures import Row, Series

TARGETS = ("ours", "debian", "native", "native, locked", "least", "positional", "bare parse", "machine")
_VERDICTS = {True: "reached", False: "missed", None: "open"}


@dataclass(frozen=True, slots=True)
class Setting:
    """Where the figures come from."""

    machine: str
    orthanc: str
    python: str
    debian: str  # the package of Debian's plugin, or why there is none
    commit: str
    rounds: int
    seconds: float


def setting(orthanc: str, python: str, debian: str, rounds: int, seconds: float) -> Setting:
    """Describe this machine and checkout."""
    commit = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True, check=False
    ).stdout.strip()
    return Setting(_machine(), orthanc, python, debian, commit or "unknown", rounds, seconds)


def show(title: str, rows: Sequence[Row]) -> None:
    """Print the table of one case."""
    table = Table(*_head(rows), title=title)
    for row in rows:
        table.add_row(*_cells(row, rows))
    Console().print(table)


def missed(rows: Sequence[Row]) -> list[str]:
    """Return the goals that were not reached."""
    return [
        f"{row.name}: {goal.text}"
        for row in rows
        for goal in row.goals
        if goal.verdict(row.measured) is False
    ]


def page(rows: Sequence[Row], where: Setting, plots: Sequence[Path]) -> str:
    """Return the page in Markdown. Paths of plots are relative to it."""
    lines = [
        "# Benchmarks",
        "",
        f"`make bench` wrote this page, at commit {where.commit}: {where.machine},",
        f"Orthanc {where.orthanc}, CPython {where.python}.",
        "*ours* is this plugin, compiled with link-time optimisation like the wheels,",
        f"*debian* is {where.debian}, *native* is a plugin in C that does the same work",
        "(`benchmarks/native/`). [Performance](performance.md) explains the goals that are missed.",
        "The targets take turns, in",
        f"{where.rounds} rounds of {where.seconds:g} s. Figures are medians, with half the distance",
        "between the lowest and the highest value in percent. The load generator runs on the same machine.",
        "Instructions are those of the process outside of the kernel, counted once with Valgrind.",
        "",
        *(f"![{plot.stem}]({plot.as_posix()})\n" for plot in plots),
        "| " + " | ".join(_head(rows)) + " |",
        "| --- |" + " ---: |" * (len(_head(rows)) - 2) + " --- |",
        *("| " + " | ".join(_cells(row, rows)) + " |" for row in rows),
        "",
    ]
    return "\n".join(lines)


def _targets(rows: Sequence[Row]) -> list[str]:
    return [name for name in TARGETS if any(name in row.measured for row in rows)]


def _head(rows: Sequence[Row]) -> list[str]:
    return ["case", "unit", *_targets(rows), "goal"]


def _cells(row: Row, rows: Sequence[Row]) -> list[str]:
    values = [_value(row.measured[name]) if name in row.measured else "" for name in _targets(rows)]
    goals = "; ".join(f"{goal.text}: {_VERDICTS[goal.verdict(row.measured)]}" for goal in row.goals)
    return [row.name, row.unit, *values, "; ".join(filter(None, [goals, row.note]))]


def _value(series: Series) -> str:
    spread = f" ±{50 * series.spread:.0f} %" if len(series.values) > 1 else ""
    return f"{_rounded(series.median)}{spread}"


def _rounded(value: float) -> str:
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.3g}"


def _machine() -> str:
    model = next(
        (line.partition(":")[2].strip() for line in _cpuinfo() if line.startswith("model name")),
        platform.machine(),
    )
    cores = sum(line.startswith("processor") for line in _cpuinfo())
    return f"{cores} × {model}"


def _cpuinfo() -> list[str]:
    file = Path("/proc/cpuinfo")
    return file.read_text().splitlines() if file.is_file() else []
