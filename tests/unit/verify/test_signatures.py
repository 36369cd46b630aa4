"""Differences between two headers in what Python sees, even where the C is equal."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from orthanc_codegen import pipeline
from orthanc_codegen.ir import Mark
from orthanc_codegen.render import stub
from orthanc_codegen.verify import compare_signatures, known_drift
from tests.unit.test_cli import call

STUB = """
class OrthancException(Exception):
    args: tuple[int, str]

class ChangeType(IntEnum):
    COMPLETED = 0

class _Event(TypedDict):
    name: str

class _OnEvent(Protocol):
    def __call__(self, event: _Event, /, *, late: bool = ...) -> None: ...

class _Store(Protocol):
    def Read(self, uuid: str, /) -> bytes: ...
    # Optional methods:
    #   def Remove(self, uuid: str) -> None

@final
class Image:
    def Draw(self, x: int, text: str | None = None) -> None: ...

def Send(body: _Bytes = None, log: bool = False) -> bytes: ...
"""


@pytest.mark.parametrize(
    ("before", "after", "difference"),
    [
        ("name: str\n", "name: bytes\n", "_Event.name: Python type: ours str, official bytes"),
        ("event: _Event", "event: int", "_OnEvent.__call__(event): Python type: ours _Event, official int"),
        ("late: bool", "late: int", "__call__(*late): Python type: ours bool = ..., official int = ..."),
        ("*, late", "late", "__call__: Python arguments: ours event / *late, official event / late"),
        (", /, *, late", ", late: int, /, *, late", "ours event / *late, official event late / *late"),
        ("self, uuid: str)", "self, uuid: int)", "_Store.Remove(uuid): Python type: ours str, official int"),
        ("str | None = None", "str", "Image.Draw(text): Python type: ours str | None = None, official str"),
        ("x: int, ", "y: int, ", "Image.Draw: Python arguments: ours x text, official y text"),
        ("-> bytes: ...\n", "-> str: ...\n", "Python type: ours bytes, official str"),
        ("def Send", "def Receive", "Send: the official header lacks this Python name: function"),
        ("def Send", "def Receive", "Receive: our header lacks this Python name: function"),
        ("    def Draw", "    def Paint", "Image.Draw: the official header lacks this Python name: method"),
    ],
)
def test_a_difference(before: str, after: str, difference: str) -> None:
    assert before in STUB
    found = [str(d) for d in compare_signatures(STUB, STUB.replace(before, after))]
    assert any(d.endswith(difference) for d in found), found


def test_no_difference() -> None:
    other = STUB.replace("class Image:", 'class Image:\n    """An image."""\n')
    other = other.replace("COMPLETED = 0", "COMPLETED = 1").replace("event: _Event", "change: _Event")
    assert compare_signatures(STUB, other) == ()


@pytest.mark.parametrize(
    ("before", "after", "difference"),
    [
        (
            "const char* privateCreator ORTHANC_PLUGIN_NULLABLE)",
            "const char* privateCreator)",
            "GetTagName(private_creator): Python type: ours str | None = None, official str",
        ),
        (
            "uint8_t uncompress ORTHANC_PLUGIN_FLAG)",
            "uint8_t uncompress)",
            "BufferCompression(uncompress): Python type: ours bool = False, official int",
        ),
        (
            "int32_t ORTHANC_PLUGIN_FLAG (*OrthancPluginIncomingHttpRequestFilter2)",
            "int32_t (*OrthancPluginIncomingHttpRequestFilter2)",
            "_IncomingHttpRequestFilter2.__call__: Python type: "
            "ours bool | Awaitable[bool], official int | Awaitable[int]",
        ),
    ],
)
def test_a_header_with_other_markers(tmp_path: Path, before: str, after: str, difference: str) -> None:
    text = pipeline.load("1.13.0").text.decode()
    assert text.count(before) == 1
    file = tmp_path / "OrthancCPlugin.h"
    file.write_text(text.replace(before, after))
    result = call("verify", file)
    assert result.exit_code == 1
    assert difference in result.stdout
    assert "1 others" in result.stdout
    (row,) = json.loads(call("verify", file, "--format", "json").stdout)["differences"]
    assert row["aspect"] == "Python type"


def test_a_header_whose_words_say_something_else(tmp_path: Path) -> None:
    text = pipeline.load("1.13.0").text.decode()
    for marker in (mark.name for mark in Mark):
        macros = text.index(f"#ifndef ORTHANC_PLUGIN_{marker}")
        text = text[:macros] + text[text.index("#endif\n", macros) + 7 :]
        text = text.replace(f" ORTHANC_PLUGIN_{marker}", "")
    file = tmp_path / "OrthancCPlugin.h"
    file.write_text(text)
    assert call("verify", file).exit_code == 0  # the guesses from comments agree with the markers
    file.write_text(text.replace("May be NULL for public tags.", "Nothing for public tags."))
    assert "GetTagName(private_creator): Python type" in call("verify", file).stdout


def test_a_header_that_cannot_be_planned(tmp_path: Path) -> None:
    text = pipeline.load("1.13.0").text.decode()
    file = tmp_path / "OrthancCPlugin.h"
    file.write_text(
        text.replace("OrthancPluginRegisterRestCallbackNoLock(", "OrthancPluginRegisterRestCallbackFree(")
    )
    result = call("verify", file)
    assert result.exit_code == 1
    assert "OrthancPluginRegisterRestCallbackNoLock: the official header lacks this function" in result.stdout
    assert "orthanc: Python module: ours planned, official " in result.stdout


def test_markers_leave_the_compiled_code_alone(tmp_path: Path) -> None:
    text = pipeline.load("1.13.0").text.decode()
    file = tmp_path / "OrthancCPlugin.h"
    for marker in (mark.name for mark in Mark):
        text = re.sub(rf" ORTHANC_PLUGIN_{marker}(?=[,)]| \(\*)", "", text)
    file.write_text(text)
    assert pipeline.verify(file, abi=True).abi == ()


def test_drift_of_signatures_without_an_end_is_known_of_the_newest_release() -> None:
    lasting = [drift for drift in known_drift() if drift.until is None]
    assert {drift.difference.aspect for drift in lasting} == {"Python type"}
    newest = stub(pipeline.plan_for(pipeline.load().header))
    for drift in lasting:
        owner, _, function = drift.difference.symbol.partition("(")[0].rpartition(".")
        assert f"class {owner}" in newest
        assert f"def {function}(" in newest
