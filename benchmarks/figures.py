"""What is measured: series of values, rows of a table, and what each row must reach."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Series:
    """The values of one target in one row, one for each round."""

    values: tuple[float, ...]

    @property
    def median(self) -> float:
        """The middle value."""
        return statistics.median(self.values)

    @property
    def spread(self) -> float:
        """The distance between the lowest and the highest value, as a part of the median."""
        return (max(self.values) - min(self.values)) / self.median if self.median else 0.0


Measured = Mapping[str, Series]  # by the name of the target, ex) "ours"


@dataclass(frozen=True, slots=True)
class Goal:
    """A condition on the medians of one row. A target without values leaves its goals open."""

    text: str  # ex) "≥ 3.5 × debian"
    needs: tuple[str, ...]  # the targets that it compares
    holds: Callable[[Mapping[str, float]], bool]

    def verdict(self, measured: Measured) -> bool | None:
        """Whether the goal is reached; None if a target is missing."""
        if any(name not in measured for name in self.needs):
            return None
        return self.holds({name: series.median for name, series in measured.items()})


def at_least(factor: float, target: str) -> Goal:
    """Return the goal that a rate is at least `factor` times that of another target."""
    return Goal(f"≥ {factor:g} × {target}", ("ours", target), lambda m: m["ours"] >= factor * m[target])


def at_most(factor: float, target: str) -> Goal:
    """Return the goal that a cost is at most `factor` times that of another target."""
    return Goal(f"≤ {factor:g} × {target}", ("ours", target), lambda m: m["ours"] <= factor * m[target])


def at_most_value(limit: float, unit: str) -> Goal:
    """Return the goal that a cost is at most `limit`."""
    return Goal(f"≤ {limit:g} {unit}", ("ours",), lambda m: m["ours"] <= limit)


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the table: what was measured, for each target, and what it must reach."""

    name: str
    unit: str
    measured: Measured
    goals: tuple[Goal, ...] = ()
    note: str = field(default="")  # ex) why a target is missing


def interleaved(targets: Mapping[str, Callable[[], Mapping[str, float]]], rounds: int) -> dict[str, Measured]:
    """Measure all targets in turn, again and again; return the series of each figure by its name.

    The machine changes its speed over time; taking turns spreads this over all targets alike.
    """
    taken: dict[str, dict[str, list[float]]] = {}
    for number in range(rounds):
        order = list(targets) if number % 2 == 0 else list(targets)[::-1]
        for name in order:
            for figure, value in targets[name]().items():
                taken.setdefault(figure, {}).setdefault(name, []).append(value)
    return {
        figure: {name: Series(tuple(values)) for name, values in sorted(of_targets.items())}
        for figure, of_targets in taken.items()
    }
