"""Constants of C: results of callbacks, and arguments that Python does not choose."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Number:
    """A number."""

    value: int  # ex) -1

    def __str__(self) -> str:
        return str(self.value)


@dataclass(frozen=True, slots=True)
class Enumerator:
    """A value of an enumeration."""

    c_name: str  # ex) "OrthancPluginErrorCode_Plugin"

    def __str__(self) -> str:
        return self.c_name


@dataclass(frozen=True, slots=True)
class Null:
    """The null pointer."""

    def __str__(self) -> str:
        return "NULL"


Constant: TypeAlias = Number | Enumerator | Null
