"""Tables: whole names at any width, texts wrapped between words, one line per row without a width."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from orthanc_codegen import pipeline
from orthanc_codegen.tables import Column, Kind, Table
from tests import interface

COLUMNS = (Column("name"), Column("count", Kind.NUMBER), Column("reason", Kind.TEXT))
LONG = "OrthancPluginRegisterStorageCommitmentScpCallback"
REASON = "A text of several words that does not fit beside the names."
TABLE = Table("Names", COLUMNS, ((LONG, "7", REASON), ("short", "1234567", "")), ("A note about it.",))


def test_without_a_width_each_row_is_a_line() -> None:
    assert TABLE.body(None) == [
        f"{LONG}        7  {REASON}",
        f"{'short':49}  1234567",
        "",
        "A note about it.",
    ]


def test_texts_are_wrapped_in_their_column() -> None:
    lines = TABLE.body(90)
    assert lines[:2] == [
        f"{LONG}        7  A text of several words that",
        " " * 60 + "does not fit beside the names.",
    ]


def test_columns_without_space_stand_below() -> None:
    assert TABLE.heading(62) == ["Names", "", f"{'name':49}    count", "    reason"]
    assert TABLE.body(62)[:3] == [f"{LONG}        7", f"    {REASON[:52]}", "    names."]


@pytest.mark.parametrize("width", [1, 20, 60, 61, 80, 81, 84, 100, 200])
def test_no_name_is_broken(width: int) -> None:
    lines = TABLE.body(width)
    assert any(LONG in line for line in lines)
    assert all(len(line) <= max(width, len(LONG) + 4) for line in lines)
    assert " ".join(" ".join(lines).split()) == " ".join(" ".join(TABLE.body(None)).split()) or width < 90


def test_lines_in_cells_are_joined() -> None:
    assert Table("", COLUMNS[:1], (("a\nb\x1b",),)).body(None) == ["a b\\x1b"]


@pytest.mark.parametrize("width", [80, None])
def test_coverage_names_every_function(width: int | None) -> None:
    report = pipeline.coverage(interface.header())
    lines = report.to_table().body(width)
    assert {function.name for function in report.functions} <= {line.split(" ")[0] for line in lines}
    assert all(len(line) <= 80 for line in lines) or width is None


def in_terminal(columns: int, *arguments: str) -> list[str]:
    """Return the lines that a command prints on a terminal."""
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "orthanc_codegen", *arguments]
    process = subprocess.Popen(command, stdout=theirs, env={**os.environ, "COLUMNS": str(columns)})
    os.close(theirs)
    parts = []
    try:
        while part := os.read(ours, 4096):
            parts.append(part)
    except OSError:  # the end of a terminal on Linux
        pass
    os.close(ours)
    assert process.wait() == 0
    return b"".join(parts).decode().splitlines()


def test_a_terminal_is_not_exceeded(tmp_path: Path, headers: Path) -> None:
    (tmp_path / "none.toml").touch()
    source = ("--header", str(headers / "minimal.h"), "--annotations", str(tmp_path / "none.toml"))
    lines = in_terminal(30, "coverage", *source)
    assert "OrthancPluginLogInfo  automatic" not in lines
    assert "OrthancPluginLogInfo" in lines
    assert "    orthanc.LogInfo" in lines
    assert "OrthancPluginLogInfo  automatic  orthanc.LogInfo" in in_terminal(80, "coverage", *source)
