"""Guess the markers of a header that defines none, by comments, names and types. `coverage` lists them."""

from __future__ import annotations

import dataclasses
import enum
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeVar

from orthanc_codegen.ir import (
    Callback,
    CallbackType,
    CharType,
    CType,
    Field,
    Function,
    Header,
    IntegerType,
    Mark,
    OpaqueType,
    Parameter,
    PointerType,
    Struct,
    VoidType,
)
from orthanc_codegen.lower.index import with_names
from orthanc_codegen.lower.naming import PRIVATE_PREFIX

# ex) "The password (can be NULL if no password protection)."
_NULLABLE = re.compile(r"\b(?:can|may|might|could) be (?:set to )?NULL\b", re.IGNORECASE)

# ex) "0 to compress, 1 to uncompress.", "Whether to log it too.", but not "Quality from 1 to 100."
_ZERO, _ONE = re.compile(r"\b0\b"), re.compile(r"\b1\b")
_RANGE = re.compile(r"\b(?:between|from) \d|\d (?:to|and) \d")
_YES_OR_NO = re.compile(r"(?:Whether|Enable|Disable|True|Set to true)\b")

NAME_OF_RESULT = "(result)"  # differs from the names of all parameters

_MEANINGS = {
    Mark.NULLABLE: "may be NULL",
    Mark.FLAG: "is a flag",
    Mark.FOUND: "states whether there are values",
    Mark.HTTP_STATUS: "is an HTTP status",
}

_Declared = TypeVar("_Declared", Parameter, Field)


class Basis(enum.StrEnum):
    """The part of a declaration from which a marker is guessed."""

    COMMENT = "comment"
    NAME = "name"
    TYPE = "type"


@dataclass(frozen=True, slots=True)
class Guess:
    """A guessed marker of a parameter, field or result."""

    owner: str  # ex) "OrthancPluginHttpGet"
    name: str  # ex) "username"; NAME_OF_RESULT for the result
    mark: Mark
    basis: Basis
    is_field: bool = False

    def __str__(self) -> str:
        if self.name == NAME_OF_RESULT:
            symbol = f"the result of {self.owner}"
        else:
            symbol = f"{self.owner}.{self.name}" if self.is_field else f"{self.owner}({self.name})"
        return f"{symbol} {_MEANINGS[self.mark]}, by its {self.basis}"


class _Use(enum.Enum):
    """Who passes a parameter to whom. This decides which markers have an effect."""

    FUNCTION = enum.auto()  # Python to a function of the core
    CALLBACK = enum.auto()  # the core to a callback


def with_guesses(header: Header) -> Header:
    """Add the guessed markers. A header that defines markers is returned with its own only."""
    if not guesses(header):
        return header
    uses = _uses(header)
    return dataclasses.replace(
        header,
        functions=tuple(_marked(f, _Use.FUNCTION) for f in header.functions),
        callbacks=tuple(_marked(c, uses[c.name]) for c in header.callbacks),
        structs=tuple(
            dataclasses.replace(s, fields=tuple(_with(f, _of_field(s, f)) for f in s.fields))
            for s in header.structs
        ),
    )


def guesses(header: Header) -> tuple[Guess, ...]:
    """Return the guessed markers: none for a header that defines markers."""
    header = with_names(header)
    uses = _uses(header)
    return (
        *(guess for f in header.functions for guess in _of_callable(f, _Use.FUNCTION)),
        *(guess for c in header.callbacks for guess in _of_callable(c, uses[c.name])),
        *(guess for s in header.structs for f in s.fields if (guess := _of_field(s, f)) is not None),
    )


_Callable = TypeVar("_Callable", Function, Callback)


def _marked(item: _Callable, use: _Use) -> _Callable:
    parameters = tuple(_with(p, _of_parameter(item, p, use)) for p in item.parameters)
    guess = _of_result(item, use)
    marks = item.result_marks if guess is None else frozenset({guess.mark})
    return dataclasses.replace(item, parameters=parameters, result_marks=marks)


def _with(declared: _Declared, guess: Guess | None) -> _Declared:
    return declared if guess is None else dataclasses.replace(declared, marks=frozenset({guess.mark}))


def _uses(header: Header) -> dict[str, _Use]:
    """Return the use of each callback type. Some are functions of the core, which callbacks receive."""
    types = [p.type for callback in header.callbacks for p in callback.parameters]
    functions = {ctype.name for ctype in types if isinstance(ctype, CallbackType)}
    return {c.name: _Use.FUNCTION if c.name in functions else _Use.CALLBACK for c in header.callbacks}


# -- One declaration -----------------------------------------------------------------------------------------


def _of_callable(item: Function | Callback, use: _Use) -> Iterator[Guess]:
    found = [*(_of_parameter(item, p, use) for p in item.parameters), _of_result(item, use)]
    yield from (guess for guess in found if guess is not None)


def _of_parameter(item: Function | Callback, parameter: Parameter, use: _Use) -> Guess | None:
    if parameter.marks is not None:
        return None
    doc = item.doc.parameter(parameter.name)
    guess = _of_argument if use is _Use.FUNCTION else _of_arrival
    found = guess(parameter.type, parameter.name, doc)
    return Guess(item.name, parameter.name, *found) if found else None


def _of_result(item: Function | Callback, use: _Use) -> Guess | None:
    """Guess that a byte is a flag, and also an ``int32_t`` that a callback returns."""
    if item.result_marks is not None:
        return None
    match item.result:
        case IntegerType(bits=bits, signed=signed) if (bits, signed) == (8, False) or (
            (bits, signed) == (32, True) and use is _Use.CALLBACK
        ):
            return Guess(item.name, NAME_OF_RESULT, Mark.FLAG, Basis.TYPE)
        case _:
            return None


def _of_field(struct: Struct, field: Field) -> Guess | None:
    """Guess the marker of a field that callbacks receive. Parameter blocks need none."""
    if field.marks is not None or struct.name.startswith(PRIVATE_PREFIX):
        return None
    found = _of_arrival(field.type, field.name, field.doc)
    return Guess(struct.name, field.name, *found, is_field=True) if found else None


def _of_argument(ctype: CType, name: str, doc: str) -> tuple[Mark, Basis] | None:
    """Guess the marker of a function's parameter."""
    match ctype:
        case IntegerType() if is_flag(doc):
            return Mark.FLAG, Basis.COMMENT
        case IntegerType(bits=16) if name.lower().endswith("status"):
            return Mark.HTTP_STATUS, Basis.NAME
        case PointerType(IntegerType(bits=16), const=False) if name == "httpStatus":
            return Mark.HTTP_STATUS, Basis.NAME
        case PointerType(IntegerType(bits=8, signed=False), const=False):
            return (Mark.FOUND, Basis.NAME) if name == "found" else (Mark.FLAG, Basis.TYPE)
        case (
            CallbackType()
            | PointerType(OpaqueType())
            | PointerType(CharType(), const=True)
            | PointerType(VoidType(), const=False)
        ) if may_be_null(doc):
            return Mark.NULLABLE, Basis.COMMENT
        case _:
            return None


def _of_arrival(ctype: CType, _: str, doc: str) -> tuple[Mark, Basis] | None:
    """Guess the marker of a callback's parameter."""
    match ctype:
        case PointerType(OpaqueType()) if may_be_null(doc):
            return Mark.NULLABLE, Basis.COMMENT
        case IntegerType(bits=8, signed=False) | PointerType(IntegerType(bits=8, signed=False), const=False):
            return Mark.FLAG, Basis.TYPE
        case _:
            return None


def is_flag(doc: str) -> bool:
    """Return whether the words of a comment describe a flag."""
    if _YES_OR_NO.match(doc) is not None:
        return True
    return bool(_ZERO.search(doc) and _ONE.search(doc)) and _RANGE.search(doc) is None


def may_be_null(doc: str) -> bool:
    """Return whether the words of a comment allow NULL."""
    return _NULLABLE.search(doc) is not None
