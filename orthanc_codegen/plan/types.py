"""The plans of types: enumerations, classes of handles, dicts and named tuples."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import Final, TypeAlias

from orthanc_codegen.ir import Doc, Version
from orthanc_codegen.plan.conversions import Output, Scalar
from orthanc_codegen.plan.functions import FunctionPlan


class EnumKind(enum.StrEnum):
    """How an enumeration treats values that are not members."""

    CLOSED = "closed"
    OPEN = "open"
    FLAGS = "flags"


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
    kind: EnumKind
    members: tuple[EnumMemberPlan, ...]
    doc: Doc
    since: Version | None

    @property
    def base(self) -> str:
        """The Python base class."""
        return "IntFlag" if self.kind is EnumKind.FLAGS else "IntEnum"


# The tables of the annotations that describe pixel formats. The generated functions have the same names.
BYTES_PER_PIXEL: Final = "BytesPerPixel"
CHANNELS_PER_PIXEL: Final = "ChannelsPerPixel"
ELEMENT_FORMAT: Final = "ElementFormat"


@dataclass(frozen=True, slots=True)
class EnumTablePlan:
    """A number for each member of an enumeration."""

    name: str  # ex) "BytesPerPixel"
    c_enum: str  # ex) "OrthancPluginPixelFormat"
    doc: str  # ex) "The number of bytes of one pixel."
    rows: tuple[tuple[str, int], ...]  # ex) (("OrthancPluginPixelFormat_RGB24", 3),)


@dataclass(frozen=True, slots=True)
class FlatMemory:
    """Contiguous bytes, described by two functions."""

    data: str  # ex) "OrthancPluginGetInstanceData"
    size: str


@dataclass(frozen=True, slots=True)
class ImageMemory:
    """The rows of an image, described by five functions."""

    data: str  # ex) "OrthancPluginGetImageBuffer"
    format: str
    width: str
    height: str
    pitch: str


Memory: TypeAlias = FlatMemory | ImageMemory


@dataclass(frozen=True, slots=True)
class ImageClone:
    """A copy of an image, made by a conversion to its own format."""

    convert: str  # ex) "OrthancPluginConvertPixelFormat"
    format: str  # ex) "OrthancPluginGetImagePixelFormat"


@dataclass(frozen=True, slots=True)
class Sequence:
    """A container of items that are accessed by index."""

    count: FunctionPlan
    item: FunctionPlan


@dataclass(frozen=True, slots=True)
class Cursor:
    """An iterator with functions for the next item and for the parts of the current item."""

    next: FunctionPlan
    parts: tuple[FunctionPlan, ...]  # of the current item, ex) key and value


Container: TypeAlias = Sequence | Cursor


@dataclass(frozen=True, slots=True)
class ClassPlan:
    """An opaque type as a class of handles."""

    name: str  # ex) "RestOutput"
    c_name: str  # ex) "OrthancPluginRestOutput"
    free: str | None  # the function that frees an owned one, ex) "OrthancPluginFreeImage"
    clone: ImageClone | None  # how to copy an object
    memory: Memory | None  # content for the buffer protocol
    container: Container | None  # how to iterate over an object
    functions: tuple[
        tuple[str, str], ...
    ]  # functions of the core that callbacks may provide with it: type and name
    concurrent: bool  # allows concurrent calls on one object
    methods: tuple[FunctionPlan, ...]
    doc: Doc
    since: Version | None

    @property
    def closable(self) -> bool:
        """Whether scripts may own objects of the class: it then has ``Close()``, and works in ``with``."""
        return self.free is not None


@dataclass(frozen=True, slots=True)
class KeyPlan:
    """A key of the dict for a struct."""

    name: str  # ex) "ValueRepresentation"
    field: str  # of the struct, ex) "vr"
    conversion: Scalar
    doc: str  # ex) "The value representation of the tag"


@dataclass(frozen=True, slots=True)
class DictPlan:
    """A struct that the core fills, converted to a dict."""

    name: str  # ex) "DictionaryEntry"
    c_name: str  # ex) "OrthancPluginDictionaryEntry"
    keys: tuple[KeyPlan, ...]
    doc: Doc


@dataclass(frozen=True, slots=True)
class FieldPlan:
    """A field of a named tuple."""

    name: str  # ex) "status"
    conversion: Output
    optional: bool  # None if the core has no values
    doc: str


@dataclass(frozen=True, slots=True)
class NamedTuplePlan:
    """Several outputs of one function, as a named tuple."""

    name: str  # ex) "HttpAnswer"
    makers: tuple[str, ...]  # the functions that return it, ex) ("HttpClient",)
    fields: tuple[FieldPlan, ...]
