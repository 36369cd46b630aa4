"""The declarations of an SDK header: functions, enumerations, structs, handles and callback types."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from orthanc_codegen.ir.docs import Doc
from orthanc_codegen.ir.types import CType


@dataclass(frozen=True, slots=True, order=True)
class Version:
    """A release of the SDK."""

    major: int  # ex) 1
    minor: int  # ex) 10
    revision: int  # ex) 1

    @classmethod
    @functools.lru_cache  # headers and annotations repeat few versions
    def parse(cls, text: str) -> Version:
        """Parse a version of the form ``"1.10.1"``; raise ValueError for any other text."""
        parts = text.split(".")
        if len(parts) != 3 or not all(p.isascii() and p.isdigit() and len(p) <= 4 for p in parts):
            raise ValueError(f"not a version of the form 1.10.1: {text!r}")
        return cls(*map(int, parts))

    def __str__(self) -> str:
        return f"{self.major}.{self.minor}.{self.revision}"


class Mark(StrEnum):
    """A marker of a parameter, field or result, for a meaning that its type does not express."""

    NULLABLE = "nullable"  # NULL is a valid value: None in Python
    FLAG = "flag"  # the integer is 0 or 1: a bool in Python
    FOUND = "found"  # the flag states whether the other outputs have values
    HTTP_STATUS = "http_status"  # the integer is the status of an HTTP answer


# None if the header defines no markers, such as an official one.
Marks: TypeAlias = frozenset[Mark] | None


def has_mark(marks: Marks, mark: Mark) -> bool:
    """Return whether a marker is among those of a declaration."""
    return marks is not None and mark in marks


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter of a function or callback type."""

    name: str  # ex) "uri"; "" if the header names none
    type: CType
    marks: Marks = None


@dataclass(frozen=True, slots=True)
class Answer:
    """The local variable that receives the core's answer, and how the function returns it."""

    name: str  # ex) "result"
    type: CType  # ex) PointerType(CharType(), const=False)
    initial: str  # the initial value, ex) "NULL"; "" if uninitialized
    returned: str  # the expression returned on success, ex) "result", "result != 0"
    failure: str  # the expression returned on failure, ex) "NULL"
    refused: tuple[str, ...]  # conditions that count as a failure, ex) ("result == NULL",)


@dataclass(frozen=True, slots=True)
class Call:
    """How the body of a function calls the core. Expressions are C, each on one line."""

    argument: str  # the argument of InvokeService, ex) "&params", "uri", "NULL"
    assignments: tuple[tuple[str, str], ...]  # to the parameter block, ex) (("target", "&result"),)
    answer: Answer | None  # None if the function returns nothing or the error code of the call


@dataclass(frozen=True, slots=True)
class Function:
    """An inline function through which a plugin calls the core."""

    name: str  # ex) "OrthancPluginRestApiGet"
    result: CType
    parameters: tuple[Parameter, ...]  # the context is the first
    doc: Doc
    since: Version | None  # the first release, if the header states it
    line: int  # in the header, from 1
    service: str | None  # the requested service, ex) "_OrthancPluginService_RestApiGet"
    block: str | None  # the struct of its parameters, ex) "_OrthancPluginRestApiGet"
    call: Call | None = None  # None if the body has no call, or one of unknown form
    result_marks: Marks = None


@dataclass(frozen=True, slots=True)
class EntryPoint:
    """A function that a plugin exports and Orthanc calls."""

    name: str  # ex) "OrthancPluginGetName"
    result: CType
    parameters: tuple[Parameter, ...]
    line: int


@dataclass(frozen=True, slots=True)
class Enumerator:
    """One value of an enumeration."""

    name: str  # ex) "OrthancPluginHttpMethod_Get"
    value: int  # ex) 1
    doc: str  # ex) "GET request"
    since: Version | None


@dataclass(frozen=True, slots=True)
class Enum:
    """An enumeration."""

    name: str  # ex) "OrthancPluginHttpMethod"
    enumerators: tuple[Enumerator, ...]  # in the order of the header
    doc: Doc
    since: Version | None
    line: int


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a struct."""

    name: str  # ex) "groupsCount"
    type: CType
    doc: str  # ex) "The number of groups of the regular expression"
    since: Version | None
    marks: Marks = None


@dataclass(frozen=True, slots=True)
class Struct:
    """A struct with its fields; names that begin with an underscore are parameter blocks."""

    name: str  # ex) "OrthancPluginHttpRequest"
    fields: tuple[Field, ...]
    doc: Doc
    since: Version | None
    line: int


@dataclass(frozen=True, slots=True)
class Opaque:
    """A struct that the header declares without defining it."""

    name: str  # ex) "OrthancPluginRestOutput"
    doc: Doc
    since: Version | None
    line: int


@dataclass(frozen=True, slots=True)
class Callback:
    """A typedef of a function pointer, called by the core or by the plugin."""

    name: str  # ex) "OrthancPluginRestCallback"
    result: CType
    parameters: tuple[Parameter, ...]
    doc: Doc
    since: Version | None
    line: int
    result_marks: Marks = None


@dataclass(frozen=True, slots=True)
class Header:
    """The declarations of one SDK header, in the order of the header."""

    path: str  # for diagnostics, ex) "/usr/include/orthanc/OrthancCPlugin.h"
    version: Version  # from the macros ORTHANC_PLUGINS_MINIMAL_*_NUMBER
    functions: tuple[Function, ...]
    entry_points: tuple[EntryPoint, ...]
    enums: tuple[Enum, ...]
    structs: tuple[Struct, ...]
    opaques: tuple[Opaque, ...]
    callbacks: tuple[Callback, ...]
    groups: tuple[tuple[str, str], ...]  # \defgroup names and briefs, ex) (("REST", "Functions to …"),)
