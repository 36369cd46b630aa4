"""The schema of the annotations file. Every override states its reason."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from orthanc_codegen.ir import Version
from orthanc_codegen.lower.annotations.tables import Constant, Count, Name, Number, Source, Type


@dataclass(frozen=True, slots=True)
class ParameterOverride:
    """Overrides for one parameter of a function."""

    text: Literal["", "free"] = ""  # "free": not part of an HTTP header, so line breaks are allowed
    pixels: Literal["", "kept"] = ""  # "kept": rows of pixels that the resulting handle keeps using
    consumed: bool = False  # the call passes ownership of the handle to the core, even if it fails
    # The result of a callback that is not passed to Python: a number or an enumerator. "release" frees its
    # payload, "outcome" returns the error code that its payload carries.
    constant: Constant = ""
    name: Name = ""  # the Python name, instead of the rule's
    optional: bool = False  # may be omitted: NULL, 0 or no bytes, although the header does not say so
    ignored: bool = False  # the size of bytes, which scripts may pass although Python knows it
    below: Name = ""  # the function that returns the limit of this index, which the core does not check
    doc: str = ""  # replaces the header's text if that does not apply to Python


@dataclass(frozen=True, slots=True)
class OutputOverride:
    """One of several outputs, in the order of the named tuple."""

    source: Name  # the C parameter, ex) "answerHeaders"
    name: Name  # the field of the named tuple, ex) "headers"
    json: Type = ""  # the buffer holds JSON of this Python type, ex) "dict[str, str]"
    text: bool = False  # the buffer holds text
    doc: str = ""  # replaces the header's text if that does not apply to Python


@dataclass(frozen=True, slots=True)
class Variant:
    """An additional Python function for a C function."""

    name: Name
    parameters: Mapping[str, ParameterOverride] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Delegate:
    """A C function to call instead, with constants after the common arguments."""

    function: Name  # ex) "OrthancPluginCheckVersionAdvanced"
    arguments: tuple[Constant, ...]  # ex) ("1", "5", "7")


@dataclass(frozen=True, slots=True)
class FunctionOverride:
    """Overrides for one function."""

    since: Version  # the first release that declares it; ignored for older headers
    reason: str
    status: Literal["", "runtime", "excluded"] = ""  # "" binds it
    name: Name = ""  # the Python name, instead of the rule's
    parameters: Mapping[str, ParameterOverride] = field(default_factory=dict)
    measured_by: tuple[Name, ...] = ()  # the functions whose product is the size of the returned memory
    split: tuple[Name, ...] = ()  # the names of one Python function per output
    returns_code: bool = False  # the returned error code is a value, not a status
    raises: bool = True  # False returns the error code of a failure instead of raising
    result: Name = ""  # the name of the named tuple
    outputs: tuple[OutputOverride, ...] = ()  # omitted if [results] defines the tuple
    also: tuple[Variant, ...] = ()  # additional Python functions
    delegate: Delegate | None = None  # the C function to call instead
    brief: str = ""  # replaces the header's brief if that does not apply to Python
    returns: str = ""  # replaces the header's text about the result


@dataclass(frozen=True, slots=True)
class ResultTuple:
    """A named tuple that several functions return."""

    outputs: tuple[OutputOverride, ...]


@dataclass(frozen=True, slots=True)
class ConditionEntry:
    """A condition: an enumeration has one of these values."""

    of: Source  # ex) "request.method"
    when: tuple[Name, ...]  # ex) ("OrthancPluginHttpMethod_Get",)


@dataclass(frozen=True, slots=True)
class ArgumentEntry:
    """One argument of a callback, in the order of the Python arguments."""

    source: Source  # ex) "request.headers"; "url|uri" if its name differs between releases
    name: Name = ""  # ex) "uri"
    keyword: bool = False
    text: bool = False  # pass an enumeration as the name of its member
    as_tuple: bool = False  # pass an array as a tuple instead of a list
    only: ConditionEntry | None = None  # passed only if this holds
    present: bool = False  # passed only if the core has a value
    since: Version | None = None  # the first release that has it, if not all have

    def __post_init__(self) -> None:
        """Reject a conditional argument that is passed by position."""
        conditions = {"only": self.only, "present": self.present, "since": self.since}
        conditional = [key for key, condition in conditions.items() if condition]
        if conditional and not self.keyword:
            raise ValueError(
                f"'{self.source}' is passed by position, so it can't have '{conditional[0]}': without it, "
                f"later arguments would shift; add keyword = true, or remove '{conditional[0]}'"
            )


@dataclass(frozen=True, slots=True)
class ResultOverride:
    """Overrides for the result of a callback."""

    # "code": the error code is the first answer; "refusal": 1 unless the output is given
    kind: Literal["", "code", "refusal"] = ""
    failure: Constant = ""  # the C result if the callback raised or Python is not running
    none: Constant = ""  # the C result if the callback returned None
    carried: bool = False  # an exception becomes a payload whose callbacks report the failure
    otherwise: Literal["", "{}"] = ""  # the JSON document for None
    ignored: bool = False  # the core ignores an error, so the next call for the same object reports it
    doc: str = ""


@dataclass(frozen=True, slots=True)
class CallbackOverride:
    """Overrides for one callback type. By default, Python gets each C argument by position."""

    since: Version
    reason: str
    slots: Count = 64
    registrar: Name = ""  # the Python function that the documentation names, if several register it
    subject: Source = ""  # the C parameter to name in the log
    responds: Name = ""  # the HTTP output through which the callable must respond
    deferred: bool = False  # called later, on a thread of the plugin
    awaited: ConditionEntry | None = None  # the deferred calls for which the core waits nevertheless
    filled: tuple[Name, ...] = ()  # outputs whose memory the core has allocated
    headers: tuple[Name, ...] = ()  # outputs whose text becomes part of an HTTP header
    optional: bool = False  # payloads may omit this method
    arguments: tuple[ArgumentEntry, ...] = ()
    result: ResultOverride | None = None


@dataclass(frozen=True, slots=True)
class ClassOverride:
    """Overrides for one opaque type."""

    since: Version
    reason: str
    http_output: bool = False  # its text becomes part of HTTP headers
    clone: Mapping[str, Name] = field(default_factory=dict)  # the functions that copy an object
    memory: Mapping[str, Name] = field(default_factory=dict)  # the functions that describe its memory
    container: Mapping[str, Name] = field(default_factory=dict)  # the functions that access its items
    concurrent: bool = False  # the core allows concurrent calls on one object
    responding: tuple[Name, ...] = ()  # the functions that respond to the request of this HTTP output


@dataclass(frozen=True, slots=True)
class EnumTable:
    """A number for each member of an enumeration."""

    doc: str
    rows: Mapping[str, Number]


@dataclass(frozen=True, slots=True)
class EnumOverride:
    """Overrides for one enumeration."""

    since: Version
    reason: str
    # "open": plugins define additional values; "flags": values can be combined
    kind: Literal["", "open", "flags"] = ""
    tables: Mapping[str, EnumTable] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class LockEntry:
    """A lock of the core that could deadlock Python."""

    reason: str
    guards: str  # what it protects, for errors, ex) "its index"
    until: Version | None = None  # the first release that no longer holds it during callbacks
    groups: tuple[Name, ...] = ()  # groups of functions that all acquire it
    functions: tuple[Name, ...] = ()  # other functions that acquire it
    calls: tuple[Name, ...] = ()  # functions that hold it while they call back
    callbacks: tuple[Name, ...] = ()  # callbacks that the core makes while it holds the lock


@dataclass(frozen=True, slots=True)
class GilEntry:
    """Functions whose calls keep the GIL, since they neither wait nor call back."""

    reason: str
    functions: tuple[Name, ...]
    bytes: int = 0  # keep it only if the argument has fewer bytes; 0: always


@dataclass(frozen=True, slots=True)
class ErrorEntry:
    """Error codes that the core reports, which the reference states."""

    reason: str
    functions: tuple[Name, ...]  # each may report all of the codes
    codes: Mapping[str, str]  # the conditions, ex) {"OrthancPluginErrorCode_BadJson": "If it is not JSON."}


@dataclass(frozen=True, slots=True)
class SingleEntry:
    """Registrations that the core refuses while it has another one of the same registry, of any plugin."""

    reason: str
    functions: tuple[Name, ...]
    code: Name  # the error code of the refusal


@dataclass(frozen=True, slots=True)
class Annotations:
    """The annotations file."""

    path: str
    functions: Mapping[str, FunctionOverride] = field(default_factory=dict)
    results: Mapping[str, ResultTuple] = field(default_factory=dict)
    callbacks: Mapping[str, CallbackOverride] = field(default_factory=dict)
    classes: Mapping[str, ClassOverride] = field(default_factory=dict)
    enums: Mapping[str, EnumOverride] = field(default_factory=dict)
    locks: Mapping[str, LockEntry] = field(default_factory=dict)
    gil: Mapping[str, GilEntry] = field(default_factory=dict)
    errors: Mapping[str, ErrorEntry] = field(default_factory=dict)
    single: Mapping[str, SingleEntry] = field(default_factory=dict)
