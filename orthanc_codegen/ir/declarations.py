"""What an SDK header declares: functions, enumerations, structs, handles and callback types."""

from __future__ import annotations

from dataclasses import dataclass

from orthanc_codegen.ir.docs import Doc
from orthanc_codegen.ir.types import CType


@dataclass(frozen=True, slots=True, order=True)
class Version:
    """A release of the SDK."""

    major: int  # ex) 1
    minor: int  # ex) 10
    revision: int  # ex) 1

    @classmethod
    def parse(cls, text: str) -> Version:
        """Read ``"1.10.1"``; raises ValueError for anything else."""
        parts = text.split(".")
        if len(parts) != 3 or not all(p.isascii() and p.isdigit() and len(p) <= 4 for p in parts):
            raise ValueError(f"not a version of the form 1.10.1: {text!r}")
        return cls(*map(int, parts))

    def __str__(self) -> str:
        return f"{self.major}.{self.minor}.{self.revision}"


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter of a function or callback type."""

    name: str  # ex) "uri"; "" when the header gives none
    type: CType


@dataclass(frozen=True, slots=True)
class Answer:
    """The local variable of a function in which the core answers, and what the function makes of it."""

    name: str  # ex) "result"
    type: CType  # ex) PointerType(CharType(), const=False)
    initial: str  # what it holds before the call, ex) "NULL"; "" when the header gives it no value
    returned: str  # what the function returns on success, ex) "result", "result != 0"
    failure: str  # what it returns else, ex) "NULL"
    refused: tuple[str, ...]  # answers that count as a failure, ex) ("result == NULL",)


@dataclass(frozen=True, slots=True)
class Call:
    """How the body of a function asks the core; every expression is C, on one line."""

    argument: str  # what is given to InvokeService, ex) "&params", "uri", "NULL"
    assignments: tuple[tuple[str, str], ...]  # of the parameter block, ex) (("target", "&result"),)
    answer: Answer | None  # None when nothing, or the error code of the call, is returned


@dataclass(frozen=True, slots=True)
class Function:
    """An inline function by which a plugin calls the core."""

    name: str  # ex) "OrthancPluginRestApiGet"
    result: CType
    parameters: tuple[Parameter, ...]  # with the context first
    doc: Doc
    since: Version | None  # the first release that has it, where the header says so
    line: int  # in the header, from 1
    service: str | None  # what its body asks of the core, ex) "_OrthancPluginService_RestApiGet"
    block: str | None  # the struct in which it passes its parameters, ex) "_OrthancPluginRestApiGet"
    call: Call | None = None  # None when it asks for no service, or in a way that is not understood


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
    """A type that the header names without saying what is in it."""

    name: str  # ex) "OrthancPluginRestOutput"
    doc: Doc
    since: Version | None
    line: int


@dataclass(frozen=True, slots=True)
class Callback:
    """A named type of pointer to a function, called by the core or by the plugin."""

    name: str  # ex) "OrthancPluginRestCallback"
    result: CType
    parameters: tuple[Parameter, ...]
    doc: Doc
    since: Version | None
    line: int


@dataclass(frozen=True, slots=True)
class Header:
    """Everything that one SDK header declares, each kind in the order of the header."""

    path: str  # where the text came from, for messages, ex) "/usr/include/orthanc/OrthancCPlugin.h"
    version: Version  # what the ORTHANC_PLUGINS_MINIMAL_*_NUMBER macros say
    functions: tuple[Function, ...]
    entry_points: tuple[EntryPoint, ...]
    enums: tuple[Enum, ...]
    structs: tuple[Struct, ...]
    opaques: tuple[Opaque, ...]
    callbacks: tuple[Callback, ...]
    groups: tuple[tuple[str, str], ...]  # of \defgroup with their briefs, ex) (("REST", "Functions to …"),)
