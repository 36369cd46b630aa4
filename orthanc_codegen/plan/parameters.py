"""The parameters of a Python signature, as spelled in stubs, docstrings and the reference."""

from __future__ import annotations

import enum
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass


class Kind(enum.Enum):
    """How Python passes a parameter."""

    EITHER = enum.auto()  # by position or by name
    POSITIONAL = enum.auto()
    KEYWORD = enum.auto()
    OTHERS = enum.auto()  # all further positional arguments


@dataclass(frozen=True, slots=True)
class PythonParameter:
    """One parameter of a signature."""

    name: str  # ex) "mime_type"
    type: str  # ex) "str | None"
    default: str | None = None  # ex) "None"
    kind: Kind = Kind.EITHER

    @property
    def typed(self) -> str:
        """The parameter with its type, ex) ``mime_type: str | None = None``."""
        return f"{self.label}: {self.type}{f' = {self.default}' if self.default else ''}"

    @property
    def untyped(self) -> str:
        """The parameter without its type, ex) ``mime_type=None``."""
        return f"{self.label}={self.default}" if self.default else self.label

    @property
    def label(self) -> str:
        """The name, with an asterisk for all further arguments."""
        return f"*{self.name}" if self.kind is Kind.OTHERS else self.name


def typed(parameters: Iterable[PythonParameter]) -> str:
    """Return parameters with their types, ex) ``index: int, /``."""
    return ", ".join(typed_items(tuple(parameters)))


def untyped(parameters: Iterable[PythonParameter]) -> str:
    """Return parameters without their types, ex) ``index``."""
    return ", ".join(parameter.untyped for parameter in parameters)


def typed_items(parameters: Sequence[PythonParameter]) -> Iterator[str]:
    """Yield the items of a parameter list: positional ones, a slash, others, an asterisk, keywords."""
    positional = [p for p in parameters if p.kind is Kind.POSITIONAL]
    keyword = [p for p in parameters if p.kind is Kind.KEYWORD]
    yield from (parameter.typed for parameter in positional)
    yield from ("/",) if positional else ()
    yield from (p.typed for p in parameters if p.kind in (Kind.EITHER, Kind.OTHERS))
    yield from ("*",) if keyword else ()
    yield from (parameter.typed for parameter in keyword)


def called(parameters: Iterable[PythonParameter], value: str = "") -> str:
    """Return the arguments of a call, ex) ``output, uri, method=``. Keywords have a value."""
    return ", ".join(f"{p.label}={value}" if p.kind is Kind.KEYWORD else p.label for p in parameters)
