"""The description of the interface, `interface.json`: C types, services, and callbacks as Python sees them.

`orthanc-codegen generate` writes it. With it, the kit needs neither the header nor libclang.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Self

from ..errors import KitError

FILE = "interface.json"
FORMAT = 1  # changes if an older kit cannot read the file

Members = tuple[tuple[str, str], ...]  # names and C types, as C spells them


@dataclass(frozen=True, slots=True)
class Service:
    """One service of the core."""

    name: str  # ex) "RestApiGet"
    number: int
    block: str  # the struct of its parameters; "" if it receives one value directly
    frees: bool  # whether it frees an object of the core


@dataclass(frozen=True, slots=True)
class FunctionType:
    """A type of C functions."""

    result: str
    parameters: Members


@dataclass(frozen=True, slots=True)
class Argument:
    """One argument of a callable."""

    name: str  # ex) "groups"
    kind: str  # the conversion, ex) "TextArray"
    enum: str  # the Python name of its enumeration; "" for none
    places: tuple[tuple[str, str], ...]  # C parameter and field of its struct, "" for none


@dataclass(frozen=True, slots=True)
class AnswerType:
    """One value that a callable returns."""

    name: str
    kind: str  # the conversion, ex) "NewBytes"
    enum: str
    filled: tuple[str, ...]  # C parameters; none for the result


@dataclass(frozen=True, slots=True)
class Deferred:
    """A callable that runs later, on a thread of the module, except in some calls."""

    argument: str  # that decides whether the core waits
    awaited: frozenset[int]  # the values of that argument for which it waits


@dataclass(frozen=True, slots=True)
class CallbackType:
    """A callback: how the core calls a callable."""

    name: str  # ex) "RestCallback"
    c_name: str  # ex) "OrthancPluginRestCallback"
    payload: str  # the C parameter with the object that the core keeps; "" for none
    method: str  # the method of that object; "" if there is none
    registrar: str  # the Python function that registers it, ex) "RegisterRestCallback"
    deferred: Deferred | None  # None if it runs while the core waits
    result: str  # how the C result is made, ex) "Success"
    arguments: tuple[Argument, ...]
    answers: tuple[AnswerType, ...]


@dataclass(frozen=True, slots=True)
class Description:
    """Everything that the in-process core knows about the interface."""

    sdk: str
    services: dict[str, Service]
    functions: dict[str, str]  # the service of each function, ex) {"AnswerBuffer": "AnswerBuffer"}
    # The registry and the error code of services that refuse a second registration.
    single: dict[str, tuple[int, int]]
    enums: dict[str, dict[str, int]]  # enumerators by their C names
    structs: dict[str, Members]
    types: dict[str, FunctionType]
    callbacks: dict[str, CallbackType]  # by their Python names

    @classmethod
    def of(cls, data: dict[str, Any]) -> Self:
        """Read the parsed JSON."""
        if data.get("format") != FORMAT:
            raise KitError(
                f"{FILE} has the format {data.get('format')}, but this kit reads {FORMAT}: "
                "build or install both again"
            )
        return cls(
            data["sdk"],
            {name: Service(name, *row) for name, row in data["services"].items()},
            data.get("functions", {}),
            {service: (registry, code) for service, (registry, code) in data.get("single", {}).items()},
            data["enums"],
            {name: _members(rows) for name, rows in data["structs"].items()},
            {n: FunctionType(t["result"], _members(t["parameters"])) for n, t in data["types"].items()},
            {name: _callback(name, row, _values(data)) for name, row in data.get("callbacks", {}).items()},
        )


def _members(rows: list[list[str]]) -> Members:
    return tuple((name, ctype) for name, ctype in rows)


def _values(data: dict[str, Any]) -> dict[str, int]:
    return {name: value for enum in data["enums"].values() for name, value in enum.items()}


def _callback(name: str, row: dict[str, Any], values: dict[str, int]) -> CallbackType:
    arguments = tuple(
        Argument(a["name"], a["kind"], a["enum"], tuple((p, f) for p, f in a["places"]))
        for a in row["arguments"]
    )
    answers = tuple(AnswerType(a["name"], a["kind"], a["enum"], tuple(a["filled"])) for a in row["answers"])
    later = row["deferred"]
    deferred = later and Deferred(later["argument"], frozenset(values[n] for n in later["awaited"]))
    facts = (row["c_name"], row["payload"], row["method"], row["registrar"], deferred, row["result"])
    return CallbackType(name, *facts, arguments, answers)


@cache
def read_description(file: Path) -> Description:
    """Read the file of a plugin; raise KitError if it cannot be read."""
    try:
        return Description.of(json.loads(file.read_bytes()))
    except OSError as error:
        raise KitError(
            f"the plugin has no {FILE}, so it is older than this kit: build or install both again ({file})"
        ) from error
    except ValueError as error:
        raise KitError(f"{FILE} is damaged: build or install the plugin again ({file}: {error})") from error
