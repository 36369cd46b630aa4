"""The JSON of a stage: every dataclass by name, every field, and the same text each time."""

from __future__ import annotations

import dataclasses
import enum
import json

from orthanc_codegen.dump import to_json
from orthanc_codegen.ir import Version


class Color(enum.StrEnum):
    """An enumeration of a plan."""

    RED = "red"


@dataclasses.dataclass(frozen=True)
class Inner:
    """A dataclass that is a field of another one."""

    text: str
    since: Version | None


@dataclasses.dataclass(frozen=True)
class Outer:
    """A dataclass with a field of every kind."""

    parts: tuple[Inner, ...]
    table: dict[str, int]
    color: Color
    pair: tuple[str, int] | None = None


_VALUE = Outer((Inner("“é”\n", Version(1, 10, 1)), Inner("", None)), {"b": 2, "a": 1}, Color.RED, ("x", 1))


def test_dataclasses_name_themselves() -> None:
    assert json.loads(to_json(_VALUE)) == {
        "kind": "Outer",
        "parts": [
            {"kind": "Inner", "text": "“é”\n", "since": "1.10.1"},
            {"kind": "Inner", "text": "", "since": None},
        ],
        "table": {"b": 2, "a": 1},
        "color": "red",
        "pair": ["x", 1],
    }


def test_the_text_is_stable_and_readable() -> None:
    text = to_json(_VALUE)
    assert text == to_json(dataclasses.replace(_VALUE))
    assert text.startswith('{\n  "kind": "Outer",\n')
    assert text.endswith("}\n")
    assert "“é”" in text
