"""Parses configurations as Orthanc does: with comments, trailing commas and variables of the environment."""

# `orthanc-plugin doctor` uses this module, too, so it imports the standard library only.

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any, Final, NoReturn

# Strings come first, so that a comment or a comma inside of one is none.
_STRING: Final = r'"(?:\\.|[^"\\])*"'
_COMMENT: Final = r"(?>//[^\n]*|/\*.*?\*/)"  # atomic: a part of one is none
# JsonCpp expects a value after a comment that follows "[" or a comma. Such a comment stays: it is an error.
_REFUSED: Final = rf"[\[,]\s*{_COMMENT}(?:\s|{_COMMENT})*\]"
_COMMENTS: Final = re.compile(rf"{_STRING}|{_REFUSED}|(?P<blank>{_COMMENT})", re.DOTALL)
# Without a value before it, a comma is an error and stays.
_TRAILING_COMMA: Final = re.compile(rf"{_STRING}|[\[{{]\s*,|(?P<blank>,)(?=\s*[\]}}])", re.DOTALL)
_CONSTANT: Final = re.compile(rf"{_STRING}|(?P<constant>NaN|-?Infinity)", re.DOTALL)
_VARIABLE: Final = re.compile(
    r"""\$\{(?P<name>[^:]*?)(?::-(?:"(?P<double>.*?)"|'(?P<single>.*?)'|(?P<plain>[^'"]*?)))?\}""", re.DOTALL
)


def parse(text: str) -> Any:
    """Parse a text; raise json.JSONDecodeError, with the line, if Orthanc could not."""
    text = text.removeprefix("\ufeff")
    for optional in (_COMMENTS, _TRAILING_COMMA):
        text = optional.sub(_blanked, text)
    start = len(text) - len(text.lstrip())
    # Like Orthanc's parser, JsonCpp: accepts any text after the value. JsonCpp before 1.9.6 also
    # accepts control characters in strings.
    try:
        return json.JSONDecoder(strict=False, parse_constant=_refuse).raw_decode(text, start)[0]
    except _ConstantError:
        position = next(found.start() for found in _CONSTANT.finditer(text) if found["constant"])
        raise json.JSONDecodeError("NaN and Infinity are no numbers", text, position) from None


def substituted(text: str, variables: Mapping[str, str]) -> tuple[str, list[str]]:
    """Replace ``${NAME}`` and ``${NAME:-default}``; return the text, and the names without any value."""
    missing: list[str] = []

    def value(found: re.Match[str]) -> str:
        name = found["name"]
        if name in variables:
            return variables[name]
        defaults = [found[kind] for kind in ("double", "single", "plain") if found[kind] is not None]
        if not defaults:
            missing.append(name)
        return defaults[0] if defaults else ""

    return _VARIABLE.sub(value, text), missing


def _blanked(found: re.Match[str]) -> str:
    """Return blanks for what is optional, so that errors name the right line and column."""
    return found[0] if found["blank"] is None else re.sub(r"[^\n]", " ", found[0])


class _ConstantError(Exception):
    """The text has a constant that JSON lacks."""


def _refuse(_constant: str) -> NoReturn:
    raise _ConstantError
