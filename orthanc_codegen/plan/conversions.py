"""Conversions of values between C and Python, with their ownership: one dataclass for each kind.

A conversion states the meaning; the package ``cpp`` chooses the C++. To add a conversion, add a dataclass
here. The type checker then reports every `match` that must handle it.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import TypeAlias

# -- Both directions -----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Flag:
    """A bool: 0 or 1 in C."""

    c_type: str  # ex) "uint8_t"


@dataclass(frozen=True, slots=True)
class Integer:
    """An integer in the range of its C type."""

    c_type: str  # ex) "uint32_t"


@dataclass(frozen=True, slots=True)
class Float:
    """A floating-point number."""

    c_type: str  # ex) "float"


@dataclass(frozen=True, slots=True)
class Enumeration:
    """A member of an enumeration. An open enumeration accepts any int."""

    c_name: str  # ex) "OrthancPluginErrorCode"
    name: str  # of the Python class, ex) "ErrorCode"
    open: bool = False


class Ownership(enum.StrEnum):
    """Who frees the object behind a handle."""

    BORROWED = "borrowed"  # the other side, after the call or callback
    OWNED = "owned"  # Python, when it frees its object
    CONSUMED = "consumed"  # the core, which takes ownership


@dataclass(frozen=True, slots=True)
class Handle:
    """An object of an opaque type."""

    c_name: str  # ex) "OrthancPluginImage"
    name: str  # of the Python class, ex) "Image"
    ownership: Ownership
    optional: bool = False  # None for NULL


Scalar: TypeAlias = Flag | Integer | Float | Enumeration

# -- Arguments of functions ----------------------------------------------------------------------------------


class Lifetime(enum.StrEnum):
    """How long the core keeps a callable or payload."""

    CALL = "call"  # until the function returns; it propagates the callable's exception
    REGISTRATION = "registration"  # until the server stops
    RELEASE = "release"  # until the core releases it through a callback


@dataclass(frozen=True, slots=True)
class Text:
    """Text as UTF-8."""

    optional: bool = False  # None for NULL
    header: bool = False  # becomes part of an HTTP header, so line breaks are rejected


@dataclass(frozen=True, slots=True)
class HttpStatus:
    """An HTTP status, from 100 to 599."""


@dataclass(frozen=True, slots=True)
class Bytes:
    """Any contiguous buffer, text as UTF-8, or None for no bytes: a pointer and a size in C."""

    size_type: str  # ex) "uint32_t"
    characters: bool = False  # a pointer to char, not to void


@dataclass(frozen=True, slots=True)
class IgnoredSize:
    """The size of the preceding bytes, which scripts may pass although Python knows it."""

    c_type: str  # ex) "uint32_t"


@dataclass(frozen=True, slots=True)
class Headers:
    """A mapping of text to text, or None: a count, keys and values in C."""


@dataclass(frozen=True, slots=True)
class Pixels:
    """The pixel rows of an image. The fields name the C parameters for its format and shape."""

    format: str
    width: str
    height: str
    pitch: str
    kept: bool = False  # the returned handle keeps using the pixels, so it gets its own copy


@dataclass(frozen=True, slots=True)
class Callback:
    """A callable that the core calls through its own slot."""

    c_name: str  # ex) "OrthancPluginRestCallback"
    name: str  # of its Python type, ex) "RestCallback"
    lifetime: Lifetime
    optional: bool = False  # None for NULL


@dataclass(frozen=True, slots=True)
class Payload:
    """An object that the core passes back to callbacks: a callable, or an object with methods."""

    name: str  # of its Python type, ex) "CreateJobJob"
    methods: tuple[str, ...] | None  # required methods; None for a callable
    lifetime: Lifetime
    optional: bool = False  # None for NULL


Input: TypeAlias = (
    Scalar | Text | HttpStatus | Bytes | IgnoredSize | Headers | Pixels | Handle | Callback | Payload
)

# -- Outputs of functions ------------------------------------------------------------------------------------


class Content(enum.StrEnum):
    """The content of a buffer of the core."""

    BYTES = "bytes"
    TEXT = "text"
    JSON = "json"


@dataclass(frozen=True, slots=True)
class Buffer:
    """A buffer that the core allocates, with its size."""

    c_name: str  # of the struct, ex) "OrthancPluginMemoryBuffer"
    content: Content = Content.BYTES
    json_type: str = ""  # the Python type of the JSON document, ex) "dict[str, str]"


@dataclass(frozen=True, slots=True)
class Dict:
    """A struct that the core fills, converted to a dict."""

    c_name: str  # ex) "OrthancPluginDictionaryEntry"
    name: str  # ex) "DictionaryEntry"


@dataclass(frozen=True, slots=True)
class OwnedText:
    """Text that Python copies and frees; NULL is an error."""


@dataclass(frozen=True, slots=True)
class BorrowedText:
    """Text that the core owns and Python copies; None for NULL."""


@dataclass(frozen=True, slots=True)
class Measured:
    """Memory of the core whose size is the product of the results of other functions."""

    by: tuple[str, ...]  # ex) ("OrthancPluginGetInstanceSize",)


Output: TypeAlias = Scalar | Buffer | Dict | OwnedText | BorrowedText | Measured | Handle

# -- Arguments of callbacks ----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class EnumeratorName:
    """An enumeration, converted to the name of its member."""

    name: str  # of the enumeration in Python, ex) "HttpMethod"


@dataclass(frozen=True, slots=True)
class TextArray:
    """An array of text: a pointer and a count in C."""

    as_tuple: bool = False  # else a list


@dataclass(frozen=True, slots=True)
class IntegerArray:
    """An array of integers: a pointer and a count in C."""

    as_tuple: bool = False  # else a list


@dataclass(frozen=True, slots=True)
class TextMapping:
    """A dict of text: keys, values and a count in C."""


@dataclass(frozen=True, slots=True)
class ReceivedBytes:
    """A copy of bytes: a pointer and a size in C."""


@dataclass(frozen=True, slots=True)
class OwnObject:
    """A payload: the script's own object, which the core keeps."""


@dataclass(frozen=True, slots=True)
class BorrowedHandle:
    """A handle that is valid during the callback, with functions of the core that operate on it."""

    handle: Handle
    functions: tuple[str | None, ...] = ()  # C parameters, in the order of the class; None for a missing one


Arrival: TypeAlias = (
    Scalar
    | Text
    | EnumeratorName
    | TextArray
    | IntegerArray
    | TextMapping
    | ReceivedBytes
    | OwnObject
    | BorrowedHandle
)

# -- Results of callbacks ------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class StatusCode:
    """An error code that the script returns: an int, or None for success."""

    c_name: str  # ex) "OrthancPluginErrorCode"
    name: str  # ex) "ErrorCode"


@dataclass(frozen=True, slots=True)
class NewBytes:
    """Bytes for which the core allocates memory."""

    c_name: str  # of the struct, ex) "OrthancPluginMemoryBuffer"
    create: str  # the function that allocates, ex) "OrthancPluginCreateMemoryBuffer"
    otherwise: str = ""  # the content for None, ex) "{}"
    header: bool = False  # text for an HTTP header, so line breaks are rejected


@dataclass(frozen=True, slots=True)
class AllocatedBytes:
    """Bytes in memory that the core frees with ``free()``."""


@dataclass(frozen=True, slots=True)
class FilledBytes:
    """Bytes that fill a buffer of the core exactly."""


@dataclass(frozen=True, slots=True)
class KeptText:
    """Text that is valid until the next call of the same callback; None for NULL."""


@dataclass(frozen=True, slots=True)
class NewPayload:
    """An object that becomes a payload of the core."""

    name: str  # of its Python type, ex) "RegisterChunkedRestCallbackReader"; "" for any object
    methods: tuple[str, ...] = ()  # required methods


Answer: TypeAlias = (
    Scalar | StatusCode | NewBytes | AllocatedBytes | FilledBytes | KeptText | NewPayload | Handle
)
