"""The coverage of a header as HTML: a plot of the functions of each release, and a table to search in.

The plot is a small template instead of matplotlib. So the command needs no further package, the plot follows
the colours of its page, and the same coverage always gives the same bytes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from orthanc_codegen.coverage import Coverage
from orthanc_codegen.ir import Version
from orthanc_codegen.plan import Status
from orthanc_codegen.templates import template

_MEANINGS: Final = {
    Status.AUTOMATIC: "bound by rules alone",
    Status.ANNOTATED: "bound by rules and an entry of the annotations file",
    Status.RUNTIME: "called by the runtime on Python's behalf",
    Status.EXCLUDED: "not available in Python, for the given reason",
}
_GRID: Final = 50  # functions between two lines


@dataclass(frozen=True, slots=True)
class Plot:
    """The size of the plot, in units of the SVG."""

    width: int = 760
    height: int = 340
    left: int = 40
    top: int = 12
    bottom: int = 64

    @property
    def ground(self) -> int:
        """The vertical position of zero functions."""
        return self.height - self.bottom


@dataclass(frozen=True, slots=True)
class Segment:
    """The functions of one status in a bar."""

    status: Status
    count: int
    y: float
    height: float


@dataclass(frozen=True, slots=True)
class Bar:
    """The functions that a release has."""

    release: str  # ex) "1.10.1"
    total: int
    x: float
    width: float
    segments: tuple[Segment, ...]

    @property
    def middle(self) -> float:
        """The horizontal position of its label."""
        return self.x + self.width / 2


def page(coverage: Coverage) -> str:
    """Return a self-contained page."""
    return _rendered("page", coverage, {})


def fragment(coverage: Coverage, links: Mapping[str, str]) -> str:
    """Return the content of the page; `links` maps names of C and Python to their documentation."""
    return _rendered("fragment", coverage, links)


def _rendered(name: str, coverage: Coverage, links: Mapping[str, str]) -> str:
    plot = Plot()
    bars = bars_of(coverage, plot)
    highest = max((bar.total for bar in bars), default=0)
    text: str = template(f"coverage/{name}.html.mako").render_unicode(
        coverage=coverage,
        plot=plot,
        bars=bars,
        lines=[(n, _y(n, highest, plot)) for n in range(0, highest + 1, _GRID)],
        meanings=_MEANINGS,
        links=links,
    )
    return text


def bars_of(coverage: Coverage, plot: Plot) -> tuple[Bar, ...]:
    """Return a bar for each release that added functions. Functions without a date count as the oldest."""
    dates = sorted({f.since for f in coverage.functions if f.since})
    releases = dates or [Version.parse(coverage.sdk)]
    step = (plot.width - plot.left) / len(releases)
    return tuple(
        _bar(release, coverage, plot, plot.left + i * step, step * 0.8) for i, release in enumerate(releases)
    )


def _bar(release: Version, coverage: Coverage, plot: Plot, x: float, width: float) -> Bar:
    counts = Counter(f.status for f in coverage.functions if f.since is None or f.since <= release)
    segments = []
    below = 0
    for status in Status:
        top = _y(below + counts[status], coverage.total, plot)
        height = _y(below, coverage.total, plot) - top
        segments.append(Segment(status, counts[status], top, height))
        below += counts[status]
    return Bar(str(release), below, x, width, tuple(segments))


def _y(count: int, highest: int, plot: Plot) -> float:
    """Return the vertical position of a number of functions."""
    return plot.ground - (plot.ground - plot.top) * count / max(highest, 1)
