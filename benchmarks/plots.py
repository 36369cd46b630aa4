"""Plots of the results, as SVG."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import matplotlib
from matplotlib.figure import Figure

from .figures import Row

_COLOURS = {"ours": "#2a78b5", "debian": "#c98a2b", "native": "#7a7a7a"}
# Plots of the same figures are the same bytes.
matplotlib.rcParams["svg.hashsalt"] = "orthanc-codegen"
matplotlib.rcParams["svg.fonttype"] = "none"


def write(rows: Sequence[Row], folder: Path) -> list[Path]:
    """Write a plot of the rates and one of the latencies of the REST route."""
    folder.mkdir(parents=True, exist_ok=True)
    made = []
    for name, title, chosen in (
        (
            "throughput",
            "Requests per second",
            [r for r in rows if r.unit == "requests/s" and "GET" in r.name],
        ),
        ("latency", "99th percentile of the latency, ms", [r for r in rows if r.name.endswith(": p99")]),
    ):
        if chosen:
            made.append(_bars(chosen, title, folder / f"{name}.svg"))
    return made


def _bars(rows: Sequence[Row], title: str, file: Path) -> Path:
    figure = Figure(figsize=(8, 0.7 * len(rows) + 1), layout="constrained")
    axes = figure.add_subplot()
    targets = [name for name in _COLOURS if any(name in row.measured for row in rows)]
    height = 0.8 / len(targets)
    for place, target in enumerate(targets):
        shown = [(number, row.measured[target]) for number, row in enumerate(rows) if target in row.measured]
        axes.barh(
            [number + place * height for number, _ in shown],
            [series.median for _, series in shown],
            height,
            xerr=[[s.median - min(s.values) for _, s in shown], [max(s.values) - s.median for _, s in shown]],
            color=_COLOURS[target],
            label=target,
        )
    axes.set_yticks([number + 0.4 - height / 2 for number in range(len(rows))], [row.name for row in rows])
    axes.invert_yaxis()
    axes.set_title(title)
    axes.legend(frameon=False)
    axes.spines[["top", "right"]].set_visible(False)
    figure.savefig(file, metadata={"Date": None})
    return file
