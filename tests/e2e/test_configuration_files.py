"""`orthanc-plugin doctor` reads and refuses configurations as the real server does."""

from __future__ import annotations

from pathlib import Path

import pytest

from distribution.orthanc_plugin.errors import PluginError
from distribution.orthanc_plugin.findings import Verdict
from distribution.orthanc_plugin.reading import read
from orthanc_testing.ports import free_port

from .bare import start

_SET = "A_VARIABLE"
_UNSET = "NO_VARIABLE"

# The text after the options that every server needs, and the name of the server; None if it refuses the text.
_TEXTS: dict[str, tuple[str, str | None]] = {
    "comments": ('// {\n/* " */ "Name": "a" /* } */ // end\n}', "a"),
    "no comments in strings": ('"Name": "http://x /* y */" }', "http://x /* y */"),
    "a trailing comma": ('"Name": "a", }', "a"),
    "trailing commas, comments": ('"A": [ 1 /* x */ ], "B": [ 1, ], "Name": "a", // x\n }', "a"),
    "a comment instead of a value": ('"A": [ /* none */ ], "Name": "a" }', None),
    "a comment after the last comma": ('"A": [ 1, // none\n ], "Name": "a" }', None),
    "a bracket in a comment": (
        '"A": [ 1, // ]\n /* ] */ 2, /* */ 3 /* */ ], "B": 1, /* ] */ // ]\n "Name": "a" }',
        "a",
    ),
    "a comment before a value": ('"A": [ /* one */ 1, /* two */ 2 ], "Name": "a" }', "a"),
    "a comment in an empty object": ('"A": { /* none */ }, "Name": "a" }', "a"),
    "no comma in a string": ('"Name": ",]" }', ",]"),
    "a comma in an empty list": ('"A": [ , ], "Name": "a" }', None),
    "a comma in an empty object": ('"A": { , }, "Name": "a" }', None),
    "two commas": ('"Name": "a",, }', None),
    "no value": ('"Name": }', None),
    "no comma": ('"A": 1 "Name": "a" }', None),
    "no end": ('"Name": "a"', None),
    "an open comment": ('"Name": "a" } /* ', "a"),
    "more text": ('"Name": "a" } more', "a"),
    "single quotes": ("'Name': 'a' }", None),
    "no quotes": ('Name: "a" }', None),
    "a key twice": ('"Name": "a", "Name": "b" }', "b"),
    "no number": ('"Name": "a", "A": NaN }', None),
    "a variable": (f'"Name": "<${{{_SET}}}>" }}', "<set>"),
    "a variable with a default": (f'"Name": "${{{_SET}:-x}}" }}', "set"),
    "a default": (f'"Name": "${{{_UNSET}:-x y}}" }}', "x y"),
    "a quoted default": (f'"Name": "${{{_UNSET}:-\'x\'}}" }}', "x"),
    "an empty default": (f'"Name": "<${{{_UNSET}:-}}>" }}', "<>"),
    "no default": (f'"Name": "<${{{_UNSET}}}>" }}', "<>"),
    "a variable outside of strings": (f'"Name": "a", "A": ${{{_UNSET}:-3}} }}', "a"),
    "no variable": ('"Name": "$A $" }', "$A $"),
    "a variable without an end": ('"Name": "${A" }', None),
}


def _folder(tmp_path: Path) -> Path:
    folder = tmp_path / "configuration"
    folder.mkdir()
    return folder


def _base(port: int) -> str:
    options = (
        f'"HttpPort": {port}, "DicomServerEnabled": false, "StorageDirectory": "s", "IndexDirectory": "s"'
    )
    return f'{{ {options}, "Plugins": [], '


def _read_name(place: Path) -> object:
    """Return the name of the server according to `doctor`; None if it reports that the server refuses."""
    try:
        settings = read(place)
    except PluginError:
        return None
    refused = any(finding.verdict is Verdict.BAD for finding in settings.findings)
    return None if refused else settings.options.get("Name", "")


def _check(place: Path, port: int, tmp_path: Path, expected: str | None) -> None:
    started = start(place, port, tmp_path)
    assert (None if started.system is None else started.system["Name"]) == expected, started.log
    assert _read_name(place) == expected


@pytest.mark.parametrize("name", _TEXTS)
def test_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setenv(_SET, "set")
    monkeypatch.delenv(_UNSET, raising=False)
    text, expected = _TEXTS[name]
    file, port = tmp_path / "orthanc.json", free_port()
    file.write_text(_base(port) + text)
    _check(file, port, tmp_path, expected)


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ({"b.json": '{ "Name": "a" }'}, "a"),
        ({"b.JSON": '{ "Name": "a" }', "c.txt": "{"}, "a"),
        ({"b.json": '{ "Name": "a" }', "c.json": '{ "Name": "a" }'}, None),
        ({"b.json": '{ "Name": "a" }', "c.json": '{ "Plugins": [] }'}, None),
        ({"b.json": '{ "Name": "a" }', "c.json": "["}, None),
        ({"b.json": '{ "Name": "a" }', "c.json/d.json": '{ "Name": "b" }'}, "a"),
    ],
)
def test_a_folder(tmp_path: Path, files: dict[str, str], expected: str | None) -> None:
    folder, port = _folder(tmp_path), free_port()
    (folder / "a.json").write_text(_base(port).rstrip(", ") + "}")
    for name, text in files.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text)
    _check(folder, port, tmp_path, expected)


def test_control_characters_are_accepted_as_by_servers_with_an_older_parser(tmp_path: Path) -> None:
    file, port = tmp_path / "orthanc.json", free_port()
    file.write_text(_base(port) + '"Name": "a\tb\nc" }')
    assert _read_name(file) == "a\tb\nc"
    started = start(file, port, tmp_path)
    assert started.system is None or started.system["Name"] == "a\tb\nc"


def test_a_byte_order_mark(tmp_path: Path) -> None:
    file, port = tmp_path / "orthanc.json", free_port()
    file.write_text(_base(port) + '"Name": "a" }', encoding="utf-8-sig")
    _check(file, port, tmp_path, "a")


def test_an_empty_file(tmp_path: Path) -> None:
    file = tmp_path / "orthanc.json"
    file.touch()
    _check(file, free_port(), tmp_path, None)


def test_a_variable_that_is_missing_here_is_reported(tmp_path: Path) -> None:
    file = tmp_path / "orthanc.json"
    file.write_text(f'{{ "Name": "${{{_UNSET}}}" }}')
    (finding,) = read(file).findings
    assert finding.verdict is Verdict.ODD
    assert f"uses the variable {_UNSET}, which is not set here" in finding.text
