"""The coverage report: its JSON structure, and figures that add up."""

from __future__ import annotations

import json
from pathlib import Path

from orthanc_codegen.coverage import Coverage
from orthanc_codegen.lower import Annotations, load_annotations, lower
from orthanc_codegen.parse import parse_header

from ..headers.texts import HEADERS, text_of


def coverage(name: str) -> Coverage:
    """Report on a small header."""
    header = parse_header(text_of(name), f"{name}.h")
    notes = HEADERS / f"{name}.toml"
    return Coverage.of(lower(header, load_annotations(notes) if notes.is_file() else Annotations("none")))


def test_json_has_the_promised_shape() -> None:
    text = coverage("unbound").to_json()
    report = json.loads(text)
    assert text.endswith("}\n")
    assert list(report) == [
        "sdk",
        "total",
        "wrapped",
        "percent",
        "by_status",
        "guesses",
        "functions",
    ]
    assert report["sdk"] == "1.0.0"
    assert list(report["by_status"]) == ["automatic", "annotated", "runtime", "excluded"]
    assert list(report["functions"][0]) == ["name", "status", "python", "since", "reason"]
    rows = {row["name"]: row for row in report["functions"]}
    assert rows["OrthancPluginFreeMemory"]["status"] == "runtime"
    assert rows["OrthancPluginTakePointer"] == {
        "name": "OrthancPluginTakePointer",
        "status": "excluded",
        "python": None,
        "since": None,
        "reason": "No rule binds its parameter 'pointer' of type 'void *'.",
    }


def test_json_names_the_python_function_and_the_release() -> None:
    rows = {row["name"]: row for row in json.loads(coverage("documentation").to_json())["functions"]}
    assert rows["OrthancPluginMowLawn"] == {
        "name": "OrthancPluginMowLawn",
        "status": "automatic",
        "python": "orthanc.MowLawn",
        "since": "0.9.4",
        "reason": None,
    }


def test_figures_add_up() -> None:
    for file in sorted(HEADERS.glob("*.h")):
        report = json.loads(coverage(file.stem).to_json())
        counts = report["by_status"]
        assert report["total"] == len(report["functions"]) == sum(counts.values())
        assert report["wrapped"] == counts["automatic"] + counts["annotated"]
        for status, count in counts.items():
            assert count == sum(row["status"] == status for row in report["functions"])
        for row in report["functions"]:
            assert (row["python"] is not None) is (row["status"] in ("automatic", "annotated"))
            assert row["reason"] or row["status"] == "automatic"


def test_percent_has_one_decimal_and_no_division_by_zero() -> None:
    assert coverage("bare").percent == 0.0
    assert coverage("callback_annotated").percent == 80.0


def test_pages_name_every_function() -> None:
    report = coverage("several_outputs")
    page = report.to_markdown()
    assert "4 of 4 functions can be called from Python (100.0 %)." in page
    assert "orthanc.LocateBoxRow, orthanc.LocateBoxShelf" in page
    table = "\n".join(report.to_table().body(200))
    for function in report.functions:
        assert f"| {function.name} |" in page
        assert function.name in table


def test_a_bar_in_a_reason_does_not_end_the_cell(tmp_path: Path) -> None:
    (tmp_path / "notes.toml").write_text(
        '[functions.OrthancPluginLogInfo]\nsince = "1.0.0"\nreason = "a | b"\nstatus = "excluded"\n'
    )
    header = parse_header(text_of("minimal"), "minimal.h")
    page = Coverage.of(lower(header, load_annotations(tmp_path / "notes.toml"))).to_markdown()
    assert "| OrthancPluginLogInfo | excluded |  | a \\| b |" in page
