"""The annotations file: what no rule can know of the SDK, as data, each entry with its reason."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Literal

from orthanc_codegen.diagnostics import CodegenError, Diagnostic, Severity
from orthanc_codegen.ir import Header, Version
from orthanc_codegen.lower.tables import (
    Constant,
    Count,
    Expression,
    Name,
    Number,
    Source,
    Type,
    load_tables,
)


@dataclass(frozen=True, slots=True)
class ParameterNote:
    """What is known of one parameter of a function."""

    text: Literal["", "free"] = (
        ""  # "free": text of an HTTP output that is not part of a header, and may have line breaks
    )
    pixels: Literal["", "kept"] = ""  # rows of pixels that the resulting handle goes on using
    consumed: bool = False  # the handle belongs to the core once it was called, whatever it answers
    # The C++ constant that a callback always returns; "release" makes it free its payload, "outcome" makes it
    # return the error code that its payload carries. Python does not see the callback.
    constant: Constant = ""
    name: Name = ""  # the Python name where the rule gives another
    optional: bool = False  # may be left out: NULL, 0 or no bytes, though the header does not say so
    ignored: bool = False  # the size of bytes, which scripts may pass although Python knows it
    below: Name = (
        ""  # the function that counts what the parameter is an index of, where the core does not check
    )
    doc: str = ""  # where what the header says of it does not hold for Python


@dataclass(frozen=True, slots=True)
class OutputNote:
    """One of several outputs, in the order in which Python gets them."""

    source: Name  # the C parameter, ex) "answerHeaders"
    name: Name  # the field of the named tuple, ex) "headers"
    json: Type = ""  # the stub's type of the JSON document that the buffer holds, ex) "dict[str, str]"
    text: bool = False  # the buffer holds text
    doc: str = ""  # where the header does not say what it means to Python


@dataclass(frozen=True, slots=True)
class VariantNote:
    """A further Python function for a C function."""

    name: Name
    parameters: Mapping[str, ParameterNote] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class DelegateNote:
    """A C function to call instead, with constants after the arguments that both functions have."""

    function: Name  # ex) "OrthancPluginCheckVersionAdvanced"
    arguments: tuple[Constant, ...]  # ex) ("1", "5", "7")


@dataclass(frozen=True, slots=True)
class FunctionNote:
    """What is known of one function."""

    since: Version  # the first release that has it: below, the entry does not count
    reason: str
    status: Literal["", "runtime", "excluded"] = ""  # "runtime" or "excluded"; otherwise it is bound
    name: Name = ""  # the Python name where the rule gives another
    gil: Literal["release", "keep"] = "release"  # "keep" only where the call neither waits nor calls back
    parameters: Mapping[str, ParameterNote] = field(default_factory=dict)
    measured_by: tuple[
        Name, ...
    ] = ()  # the functions whose product is the size of the memory that it returns
    split: tuple[Name, ...] = ()  # the Python names of one function for each output
    returns_code: bool = False  # the error code that it returns is its answer, not its status
    raises: bool = True  # False where scripts get the error code of a failure instead of an exception
    result: Name = ""  # the name of the named tuple
    outputs: tuple[OutputNote, ...] = ()  # left out where [results] has that tuple
    also: tuple[VariantNote, ...] = ()  # further Python functions for it
    delegate: DelegateNote | None = None  # the C function to call instead
    brief: str = ""  # what it does, where what the header says of that does not hold for Python
    returns: str = ""  # the same of what it returns


@dataclass(frozen=True, slots=True)
class ResultNote:
    """A named tuple of several functions."""

    outputs: tuple[OutputNote, ...]


@dataclass(frozen=True, slots=True)
class ConditionNote:
    """Where something holds: a C enumeration is one of some values."""

    of: Source  # ex) "request.method"
    when: tuple[Name, ...]  # ex) ("OrthancPluginHttpMethod_Get",)


@dataclass(frozen=True, slots=True)
class CallbackArgumentNote:
    """One argument of a callback, in the order in which Python gets them."""

    source: Source  # ex) "request.headers"; "url|uri" where releases differ in the name
    name: Name = ""  # ex) "uri"
    keyword: bool = False
    text: bool = False  # an enumeration as the name of its member
    as_tuple: bool = False  # an array as a tuple instead of a list
    only: ConditionNote | None = None  # passed only where this holds
    present: bool = False  # passed only where the core has a value
    since: Version | None = None  # the first release that has it, where others lack it

    def __post_init__(self) -> None:
        """Refuse a conditional argument that is passed by position."""
        conditions = {"only": self.only, "present": self.present, "since": self.since}
        conditional = [key for key, condition in conditions.items() if condition]
        if conditional and not self.keyword:
            raise ValueError(
                f"'{self.source}' is passed by position, so it can't have '{conditional[0]}': without it, "
                f"later arguments would shift; add keyword = true, or remove '{conditional[0]}'"
            )


@dataclass(frozen=True, slots=True)
class CallbackResultNote:
    """What the result of a callback becomes, where the rules give something else."""

    kind: Literal["", "code", "refusal"] = (
        ""  # "code": the error code is the first answer; "refusal": 1 unless the output is given
    )
    failure: Constant = ""  # the C result where the callback raised or Python is not running
    none: Constant = ""  # the C result where the callback returned None
    carried: bool = False  # an exception becomes a payload, whose callbacks report the failure
    otherwise: Literal["", "{}"] = ""  # the JSON document that stands for None in C
    ignored: bool = False  # the core goes on after an error: the next call for the same object tells it
    doc: str = ""


@dataclass(frozen=True, slots=True)
class CallbackNote:
    """The Python convention of one callback type, where it is not one positional argument for each C one."""

    since: Version
    reason: str
    slots: Count = 64
    registrar: Name = ""  # the Python function by which it is usually registered, where several take it
    subject: Source = ""  # the C parameter that the log names
    answers: Name = ""  # the HTTP output that must have been answered on return
    deferred: bool = False  # called later, by a thread of the plugin
    awaited: ConditionNote | None = None  # the deferred calls for which the core waits all the same
    filled: tuple[Name, ...] = ()  # outputs whose memory the core has made in the size that it wants
    headers: tuple[Name, ...] = ()  # outputs whose text becomes part of an HTTP header
    optional: bool = False  # an object need not have this method
    arguments: tuple[CallbackArgumentNote, ...] = ()
    result: CallbackResultNote | None = None


@dataclass(frozen=True, slots=True)
class ClassNote:
    """What is known of one opaque type."""

    since: Version
    reason: str
    http_output: bool = False  # its text becomes HTTP headers
    clone: Expression = ""  # C++ that copies one, over `context` and `handle`
    memory: Mapping[str, Name] = field(default_factory=dict)  # the functions that describe its memory
    container: Mapping[str, Name] = field(default_factory=dict)  # the functions that make it a container
    concurrent: bool = False  # the core allows several calls on one object at the same time
    answering_words: tuple[str, ...] = ()  # a method with one of these words in its name answers the request


@dataclass(frozen=True, slots=True)
class EnumTableNote:
    """A number for each member of an enumeration."""

    doc: str
    rows: Mapping[str, Number]


@dataclass(frozen=True, slots=True)
class EnumNote:
    """What is known of one enumeration."""

    since: Version
    reason: str
    open: bool = False  # others define values of their own
    tables: Mapping[str, EnumTableNote] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class LockNote:
    """A lock of the core on which Python could wait for itself."""

    reason: str
    guards: str  # as an error names it, ex) "its index"
    until: Version | None = None  # the first release that no longer holds it as it waits for Python
    groups: tuple[Name, ...] = ()  # of the header's functions, which all need it
    functions: tuple[Name, ...] = ()  # others that need it
    calls: tuple[Name, ...] = ()  # functions during which the core keeps it while it calls back
    callbacks: tuple[Name, ...] = ()  # callbacks that the core makes with it held


@dataclass(frozen=True, slots=True)
class Annotations:
    """The whole file."""

    path: str
    functions: Mapping[str, FunctionNote] = field(default_factory=dict)
    results: Mapping[str, ResultNote] = field(default_factory=dict)
    callbacks: Mapping[str, CallbackNote] = field(default_factory=dict)
    classes: Mapping[str, ClassNote] = field(default_factory=dict)
    enums: Mapping[str, EnumNote] = field(default_factory=dict)
    locks: Mapping[str, LockNote] = field(default_factory=dict)


def load_annotations(path: Path | None = None) -> Annotations:
    """Read an annotations file; without a path, the project's own."""
    file = path if path is not None else Path(__file__).with_name("annotations.toml")
    annotations = load_tables(Annotations, file, "the annotations")
    functions = {name: _with_outputs(note, annotations) for name, note in annotations.functions.items()}
    return replace(annotations, functions=functions)


def _with_outputs(note: FunctionNote, annotations: Annotations) -> FunctionNote:
    result = annotations.results.get(note.result)
    return note if result is None or note.outputs else replace(note, outputs=result.outputs)


# What the functions that describe the memory of a handle, or its elements, tell; all of one row.
_MEMORY_ROLES = ({"data", "size"}, {"data", "format", "width", "height", "pitch"})
_CONTAINER_ROLES = ({"count", "item"}, {"next", "key", "value"})
_PIXEL_TABLES = {"BytesPerPixel", "ChannelsPerPixel", "ElementFormat"}
_MOST_LOCKS = 32  # the runtime has a bit for each


def _wrong_classes(annotations: Annotations) -> list[Diagnostic]:
    """Find what is said of classes that could not be generated."""
    problems: list[str] = []
    tables = {name for note in annotations.enums.values() for name in note.tables}
    for name, note in annotations.classes.items():
        for kind, roles, allowed in (
            ("memory", set(note.memory), _MEMORY_ROLES),
            ("container", set(note.container), _CONTAINER_ROLES),
        ):
            if roles and roles not in allowed:
                choices = " or ".join(", ".join(sorted(row)) for row in allowed)
                problems.append(f"[classes.{name}.{kind}] must have all of {choices}")
        if "format" in note.memory and not tables >= _PIXEL_TABLES:
            problems.append(f"[classes.{name}.memory] needs the tables {', '.join(sorted(_PIXEL_TABLES))}")
    return [Diagnostic(Severity.ERROR, message, annotations.path) for message in problems]


def _wrong_locks(annotations: Annotations) -> list[Diagnostic]:
    if len(annotations.locks) <= _MOST_LOCKS:
        return []
    message = f"there are {len(annotations.locks)} [locks], but no more than {_MOST_LOCKS} can be told apart"
    return [Diagnostic(Severity.ERROR, message, annotations.path)]


def check_against(annotations: Annotations, header: Header) -> None:
    """Refuse entries for symbols that the header should have and has not."""
    declared: dict[str, tuple[Mapping[str, Any], set[str]]] = {
        "functions": (annotations.functions, {f.name for f in header.functions}),
        "callbacks": (annotations.callbacks, {c.name for c in header.callbacks}),
        "classes": (annotations.classes, {o.name for o in header.opaques}),
        "enums": (annotations.enums, {e.name for e in header.enums}),
    }
    problems = _wrong_classes(annotations) + _wrong_locks(annotations)
    problems += [
        Diagnostic(
            Severity.ERROR,
            f"[{kind}.{name}] does not match the header {header.path} (SDK {header.version}), which declares "
            f"no such symbol, though the entry says that it exists since {note.since}: "
            "correct the name or 'since'",
            annotations.path,
        )
        for kind, (notes, names) in declared.items()
        for name, note in notes.items()
        if name not in names and note.since <= header.version
    ]
    if problems:
        raise CodegenError(*problems)
