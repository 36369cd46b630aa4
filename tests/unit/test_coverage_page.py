"""The coverage as a page: the bars of the plot, the rows of the table, and texts that are no markup."""

from __future__ import annotations

import html.parser
from pathlib import Path

import pytest

from orthanc_codegen.coverage import Coverage
from orthanc_codegen.coverage_page import Plot, bars_of, fragment, page
from orthanc_codegen.ir import Version
from orthanc_codegen.plan import Status, SymbolPlan

from .. import interface
from ..tools import ROOT
from .test_cli import call

_OLD, _NEW = Version(1, 0, 0), Version(1, 2, 0)
_COVERAGE = Coverage(
    "1.2.0",
    (
        SymbolPlan("OrthancPluginA", Status.AUTOMATIC, ("orthanc.A",), _OLD, None),
        SymbolPlan("OrthancPluginB", Status.EXCLUDED, (), None, "It is <b>bold</b> & ${x}."),
        SymbolPlan("OrthancPluginC", Status.ANNOTATED, ("orthanc.C", "orthanc.D"), _NEW, "A convention."),
    ),
)


class _Rows(html.parser.HTMLParser):
    """Collects the texts of the cells of a table."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[list[str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        if tag == "tr":
            self.rows.append([])
        elif tag == "td":
            self.rows[-1].append("")

    def handle_data(self, data: str) -> None:
        if self.rows and self.rows[-1]:
            self.rows[-1][-1] += data.strip()


def rows_of(text: str) -> list[list[str]]:
    parser = _Rows()
    parser.feed(text.split("<table>")[1].split("</table>")[0])
    return [row for row in parser.rows if row]


def small(folder: Path) -> list[str | Path]:
    """Return the options for a small header."""
    annotations = folder / "none.toml"
    annotations.touch()
    return ["--header", ROOT / "tests" / "headers" / "documentation.h", "--annotations", annotations]


def test_each_release_has_a_bar_with_the_functions_until_then() -> None:
    bars = bars_of(_COVERAGE, Plot())
    assert [(bar.release, bar.total) for bar in bars] == [("1.0.0", 2), ("1.2.0", 3)]
    assert [segment.count for segment in bars[1].segments] == [1, 1, 0, 1]
    assert bars[0].segments[0].height == pytest.approx((Plot().ground - Plot().top) / 3)


def test_a_header_without_dates_has_one_bar() -> None:
    undated = Coverage("1.2.0", (SymbolPlan("OrthancPluginB", Status.EXCLUDED, (), None, "No."),))
    assert [(bar.release, bar.total) for bar in bars_of(undated, Plot())] == [("1.2.0", 1)]
    assert "<svg" in page(Coverage("1.0.0", ()))


def test_the_table_has_every_function() -> None:
    assert rows_of(page(_COVERAGE)) == [
        ["OrthancPluginAorthanc.A", "1.0.0", "automatic", ""],
        ["OrthancPluginB", "", "excluded", "It is <b>bold</b> & ${x}."],
        ["OrthancPluginCorthanc.Corthanc.D", "1.2.0", "annotated", "A convention."],
    ]


def test_names_are_links_where_there_are_pages() -> None:
    text = fragment(_COVERAGE, {"orthanc.A": "functions.html#orthanc.A"})
    assert '<a href="functions.html#orthanc.A"><code>orthanc.A</code></a>' in text
    assert "<code>orthanc.C</code>" in text


def test_the_page_loads_nothing() -> None:
    text = page(Coverage.of(interface.plan()))
    assert len(rows_of(text)) == len(interface.plan().functions)
    for part in ("http:", "https:", "src=", "<link", "@import"):
        assert part not in text


def test_the_command_writes_the_page_for_any_header(tmp_path: Path) -> None:
    file = tmp_path / "coverage.html"
    result = call("coverage", *small(tmp_path), "--html", file)
    assert (result.exit_code, result.output) == (0, "")
    assert "OrthancPluginMowLawn" in file.read_text(encoding="utf-8")


def test_a_file_that_cannot_be_written_is_an_error(tmp_path: Path) -> None:
    result = call("coverage", *small(tmp_path), "--html", tmp_path / "missing" / "coverage.html")
    assert result.exit_code == 1
    assert "the page can't be written: No such file or directory" in result.output


def test_a_page_of_all_releases_is_refused(tmp_path: Path) -> None:
    assert call("coverage", "--all", "--html", tmp_path / "x.html").exit_code == 2
