"""Convert a TOML file to dataclasses. Errors state the file, the line and the key."""

from __future__ import annotations

import functools
import re
import reprlib
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import MISSING, dataclass, fields
from pathlib import Path
from typing import Annotated, Any, Literal, TypeVar, get_args, get_origin, get_type_hints

from orthanc_codegen.diagnostics import CodegenError
from orthanc_codegen.files import read_file
from orthanc_codegen.ir import Version


@dataclass(frozen=True, slots=True)
class Form:
    """The form of a text or number that is inserted into generated code verbatim."""

    pattern: str  # ex) r"[a-z]+"; the empty text is always valid
    words: str  # ex) "a name"


# Texts that are inserted into code. All others are prose, which is escaped when printed.
Name = Annotated[str, Form(r"[A-Za-z_][A-Za-z0-9_]{0,199}", "a name")]
Source = Annotated[str, Form(r"[A-Za-z_]\w*(?:[.|][A-Za-z_]\w*)*", "names separated by . or |")]
Type = Annotated[str, Form(r"[A-Za-z_]\w*(?:\[[\w\[\], .|]+\])?", "a Python type")]
Constant = Annotated[str, Form(r"-?\d{1,9}|[A-Za-z_]\w*", "a number or a name")]
Count = Annotated[int, Form(r"[1-9]\d{0,3}", "a number from 1 to 9999")]
Number = Annotated[int, Form(r"\d{1,9}", "a number from 0 to 999999999")]

_Table = TypeVar("_Table")


def load_tables(kind: type[_Table], file: Path, what: str) -> _Table:
    """Load a TOML file as a dataclass whose field ``path`` is the file."""
    try:
        text = read_file(file, what).decode("utf-8")
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"\(at line (\d+),", str(error))  # otherwise the end of the file
        message = f"{what} are not valid TOML: {error}"
        raise CodegenError.of(message, str(file), int(line[1]) if line else text.count("\n") + 1) from None
    except (UnicodeDecodeError, ValueError) as error:  # ValueError: a number with thousands of digits
        raise CodegenError.of(f"{what} are not valid TOML: {error}", str(file)) from None
    except RecursionError:
        raise CodegenError.of(f"{what} are nested too deeply", str(file)) from None
    return _Reader(str(file), text).build(kind, {**table, "path": str(file)}, "")


@functools.cache
def _types_of_fields(kind: type) -> dict[str, Any]:
    return get_type_hints(kind, include_extras=True)


@dataclass(frozen=True, slots=True)
class _Reader:
    """Converts the tables of a file."""

    file: str
    text: str

    def build(self, kind: type[_Table], table: Any, place: str) -> _Table:
        """Convert a table to a dataclass."""
        if not isinstance(table, dict):
            raise self._error(place, f"[{place}] must be a table")
        where = f"[{place}]" if place else "the file"
        hints = _types_of_fields(kind)  # type: ignore[arg-type]
        known = {f.name: f for f in fields(kind)}  # type: ignore[arg-type]
        for key in table:
            if key not in known:
                key = reprlib.repr(key)
                raise self._error(place, f"{where} has an unknown key {key}; known: {', '.join(known)}")
        for name, spec in known.items():
            if name not in table and spec.default is MISSING and spec.default_factory is MISSING:
                raise self._error(place, f"{where} lacks the key '{name}'")
        values = {k: self._value(hints[k], item, f"{place}.{k}".strip(".")) for k, item in table.items()}
        try:
            return kind(**values)
        except ValueError as error:  # from __post_init__
            raise self._error(place, f"[{place}]: {error}") from None

    def _value(self, hint: Any, item: Any, place: str) -> Any:
        """Convert one value of a table to the type of its field."""
        origin = get_origin(hint)
        parts: tuple[Any, ...] = get_args(hint)
        if origin is Annotated:
            return self._formed(parts[1], self._value(parts[0], item, place), place)
        if origin is tuple and isinstance(item, list):
            return tuple(self._value(parts[0], entry, f"{place}[{i}]") for i, entry in enumerate(item))
        if origin is Literal and item in parts:
            return item
        if origin is Mapping and isinstance(item, dict):
            keys = [self._value(Name, key, place) for key in item]
            return {key: self._value(parts[1], item[key], f"{place}.{key}") for key in keys}
        if type(None) in parts:
            return self._value(parts[0], item, place)
        if hint is Version and isinstance(item, str):
            try:
                return Version.parse(item)
            except ValueError as error:
                raise self._error(place, f"[{place}]: {error}") from None
        if isinstance(item, dict) and hasattr(hint, "__dataclass_fields__"):
            return self.build(hint, item, place)
        if isinstance(hint, type) and type(item) is hint:
            return item
        raise self._error(place, f"[{place}] has a value of the wrong type: {reprlib.repr(item)}")

    def _formed(self, form: Form, item: Any, place: str) -> Any:
        if item != "" and not re.fullmatch(form.pattern, str(item), re.ASCII):
            raise self._error(place, f"[{place}] must be {form.words}, not {reprlib.repr(item)}")
        return item

    def _error(self, place: str, message: str) -> CodegenError:
        return CodegenError.of(message, self.file, self._line(place))

    def _line(self, place: str) -> int | None:
        """Return the line of a key: the first match after the header of its table; None if there is none."""
        if "." not in place:
            return next((n for n, line in self._lines() if re.match(rf"\s*{re.escape(place)}\b", line)), None)
        section, _, below = place.partition(".")
        symbol, _, key = below.partition(".")
        header = re.compile(rf"^\s*\[\s*{re.escape(section)}(?:\s*\.\s*['\"]?{re.escape(symbol)}\b)?")
        last = re.compile(rf"\b{re.escape(re.split(r'[.[]', key)[0])}\b") if key else None
        found = None
        for number, line in self._lines():
            if line.lstrip().startswith("["):
                found = number if found is None and header.match(line) else found
                if found not in (None, number):
                    break
            elif found and last and last.search(line):
                return number
        return found

    def _lines(self) -> Iterator[tuple[int, str]]:
        return enumerate(self.text.split("\n"), start=1)
