"""The classes that Python sees: enumerations, handles, dicts and named tuples."""

from __future__ import annotations

import enum
from dataclasses import dataclass

from orthanc_codegen.ir import Doc, Version
from orthanc_codegen.plan.functions import FunctionPlan


class EnumKind(enum.StrEnum):
    """How values that are not members are treated."""

    CLOSED = "kClosed"
    OPEN = "kOpen"
    FLAGS = "kFlags"


@dataclass(frozen=True, slots=True)
class EnumMemberPlan:
    """A member of an enumeration."""

    name: str  # ex) "UNKNOWN_RESOURCE"
    c_name: str  # ex) "OrthancPluginErrorCode_UnknownResource"
    value: int  # ex) 17
    doc: str  # ex) "Unknown resource"
    since: Version | None


@dataclass(frozen=True, slots=True)
class EnumPlan:
    """An enumeration as an ``enum.IntEnum`` or ``enum.IntFlag``."""

    name: str  # ex) "ErrorCode"
    c_name: str  # ex) "OrthancPluginErrorCode"
    base: str  # ex) "IntEnum"
    kind: EnumKind
    members: tuple[EnumMemberPlan, ...]
    doc: Doc
    since: Version | None


@dataclass(frozen=True, slots=True)
class EnumTablePlan:
    """A number for each member of an enumeration, as a C++ function."""

    name: str  # ex) "BytesPerPixel"
    c_enum: str  # ex) "OrthancPluginPixelFormat"
    doc: str  # ex) "The number of bytes of one pixel."
    rows: tuple[tuple[str, int], ...]  # ex) (("OrthancPluginPixelFormat_RGB24", 3),)


@dataclass(frozen=True, slots=True)
class ClassPlan:
    """An opaque type as a class of handles."""

    name: str  # ex) "RestOutput"
    c_name: str  # ex) "OrthancPluginRestOutput"
    free: str | None  # the SDK function that frees an owned one, ex) "OrthancPluginFreeImage"
    clone: str | None  # C++ that copies one, over `context` and `handle`
    memory: tuple[str, ...]  # C++ statements that describe what the buffer protocol gives, over `memory` too
    container: tuple[tuple[str, str], ...]  # slots of the Python type and what fills them
    special: tuple[tuple[str, str, str], ...]  # other Python methods of the stub: name, parameters, result
    lent: tuple[tuple[str, str], ...]  # functions that callbacks lend with it: type and name
    concurrent: bool  # several threads may call on one object at the same time
    methods: tuple[FunctionPlan, ...]
    doc: Doc
    since: Version | None


@dataclass(frozen=True, slots=True)
class KeyPlan:
    """A key of a dict that stands for a struct."""

    name: str  # ex) "ValueRepresentation"
    annotation: str  # ex) "ValueRepresentation"
    doc: str  # ex) "The value representation of the tag"
    to_python: str  # C++ over `value`, ex) "enums::kValueRepresentation.ToPython(value.vr)"


@dataclass(frozen=True, slots=True)
class DictPlan:
    """A struct that the core fills, as a dict."""

    name: str  # of the TypedDict in the stub, ex) "DictionaryEntry"
    c_name: str  # ex) "OrthancPluginDictionaryEntry"
    converter: str  # the C++ function that makes it, ex) "DictionaryEntryToPython"
    keys: tuple[KeyPlan, ...]
    doc: Doc


@dataclass(frozen=True, slots=True)
class NamedTuplePlan:
    """Several outputs of one function, as a named tuple."""

    name: str  # ex) "HttpAnswer"
    doc: str  # ex) "What HttpClient() returns."
    fields: tuple[tuple[str, str, str], ...]  # name, annotation, doc; ex) (("status", "int", "…"),)
