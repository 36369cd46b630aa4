"""The annotations file: what no rule can know of the SDK, as data, each entry with its reason."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import MISSING, dataclass, field, fields
from pathlib import Path
from typing import Any, Literal, TypeVar, get_args, get_origin, get_type_hints

from orthanc_codegen.diagnostics import CodegenError, Diagnostic, Severity
from orthanc_codegen.ir import Header, Version


@dataclass(frozen=True, slots=True)
class ParameterNote:
    """What is known of one parameter of a function."""

    text: Literal["", "free"] = (
        ""  # "free": text of an HTTP output that is not part of a header, and may have line breaks
    )
    pixels: Literal["", "kept"] = ""  # rows of pixels that the resulting handle goes on using
    consumed: bool = False  # the handle belongs to the core afterwards
    constant: str = ""  # C++ of what a callback always answers, or "release"; Python does not see it
    name: str = ""  # the Python name where the rule gives another
    optional: bool = False  # may be left out: NULL, 0 or no bytes, though the header does not say so
    below: str = (
        ""  # the function that counts what the parameter is an index of, where the core does not check
    )


@dataclass(frozen=True, slots=True)
class OutputNote:
    """One of several outputs, in the order in which Python gets them."""

    source: str  # the C parameter, ex) "answerHeaders"
    name: str  # the field of the named tuple, ex) "headers"
    json: str = ""  # the stub's type of the JSON document that the buffer holds, ex) "dict[str, str]"
    text: bool = False  # the buffer holds text


@dataclass(frozen=True, slots=True)
class VariantNote:
    """A further Python function for a C function."""

    name: str
    parameters: Mapping[str, ParameterNote] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class FunctionNote:
    """What is known of one function."""

    since: Version  # the first release that has it: below, the entry does not count
    reason: str
    status: Literal["", "runtime", "excluded"] = ""  # "runtime" or "excluded"; otherwise it is bound
    name: str = ""  # the Python name where the rule gives another
    gil: Literal["release", "keep"] = "release"  # "keep" only where the call neither waits nor calls back
    parameters: Mapping[str, ParameterNote] = field(default_factory=dict)
    measured_by: tuple[str, ...] = ()  # the functions whose product is the size of the memory that it returns
    split: tuple[str, ...] = ()  # the Python names of one function for each output
    returns_code: bool = False  # the error code that it returns is its answer, not its status
    raises: bool = True  # False where scripts get the error code of a failure instead of an exception
    result: str = ""  # the name of the named tuple
    outputs: tuple[OutputNote, ...] = ()
    also: tuple[VariantNote, ...] = ()  # further Python functions for it


@dataclass(frozen=True, slots=True)
class ConditionNote:
    """Where something holds: a C enumeration is one of some values."""

    of: str  # ex) "request.method"
    when: tuple[str, ...]  # ex) ("OrthancPluginHttpMethod_Get",)


@dataclass(frozen=True, slots=True)
class CallbackArgumentNote:
    """One argument of a callback, in the order in which Python gets them."""

    source: str  # ex) "request.headers"; "url|uri" where releases differ in the name
    name: str = ""  # ex) "uri"
    keyword: bool = False
    text: bool = False  # an enumeration as the name of its member
    only: ConditionNote | None = None  # passed only where this holds
    present: bool = False  # passed only where the core has a value
    since: Version | None = None  # the first release that has it, where others lack it


@dataclass(frozen=True, slots=True)
class CallbackResultNote:
    """What the result of a callback becomes, where the rules give something else."""

    kind: Literal["", "code", "refusal"] = (
        ""  # "code": the error code is the first answer; "refusal": 1 unless the output is given
    )
    failure: str = ""  # the C result where the callback raised or Python is not running
    none: str = ""  # the C result where the callback returned None
    doc: str = ""


@dataclass(frozen=True, slots=True)
class CallbackNote:
    """The Python convention of one callback type, where it is not one positional argument for each C one."""

    since: Version
    reason: str
    slots: int = 64
    registrar: str = ""  # the Python function by which it is usually registered, where several take it
    subject: str = ""  # the C parameter that the log names
    answers: str = ""  # the HTTP output that must have been answered on return
    deferred: bool = False  # called later, by a thread of the plugin
    awaited: ConditionNote | None = None  # the deferred calls for which the core waits all the same
    filled: tuple[str, ...] = ()  # outputs whose memory the core has made in the size that it wants
    optional: bool = False  # an object need not have this method
    arguments: tuple[CallbackArgumentNote, ...] = ()
    result: CallbackResultNote | None = None


@dataclass(frozen=True, slots=True)
class ClassNote:
    """What is known of one opaque type."""

    since: Version
    reason: str
    http_output: bool = False  # its text becomes HTTP headers
    clone: str = ""  # C++ that copies one, over `context` and `handle`
    memory: Mapping[str, str] = field(default_factory=dict)  # the functions that describe its memory
    container: Mapping[str, str] = field(default_factory=dict)  # the functions that make it a container
    answering_words: tuple[str, ...] = ()  # a method with one of these words in its name answers the request


@dataclass(frozen=True, slots=True)
class EnumTableNote:
    """A number for each member of an enumeration."""

    doc: str
    rows: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class EnumNote:
    """What is known of one enumeration."""

    since: Version
    reason: str
    open: bool = False  # others define values of their own
    tables: Mapping[str, EnumTableNote] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Annotations:
    """The whole file."""

    path: str
    functions: Mapping[str, FunctionNote] = field(default_factory=dict)
    callbacks: Mapping[str, CallbackNote] = field(default_factory=dict)
    classes: Mapping[str, ClassNote] = field(default_factory=dict)
    enums: Mapping[str, EnumNote] = field(default_factory=dict)


_Note = TypeVar("_Note")


def load_annotations(path: Path | None = None) -> Annotations:
    """Read an annotations file; without a path, the project's own."""
    file = path if path is not None else Path(__file__).with_name("annotations.toml")
    try:
        table = tomllib.loads(file.read_text(encoding="utf-8"))
    except OSError as error:
        raise CodegenError.of(f"cannot read the annotations: {error.strerror}", str(file)) from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise CodegenError.of(f"the annotations are not valid TOML: {error}", str(file)) from None
    return _build(Annotations, {**table, "path": str(file)}, str(file), "")


def _build(kind: type[_Note], table: Any, file: str, place: str) -> _Note:
    """Make a dataclass of a TOML table; an unknown or missing key is an error that names its place."""
    if not isinstance(table, dict):
        raise CodegenError.of(f"[{place}] must be a table", file)
    where = f"[{place}]" if place else "the file"
    hints = get_type_hints(kind)
    known = {f.name: f for f in fields(kind)}  # type: ignore[arg-type]
    for key in table:
        if key not in known:
            raise CodegenError.of(f"{where} has an unknown key '{key}'; known: {', '.join(known)}", file)
    for name, spec in known.items():
        if name not in table and spec.default is MISSING and spec.default_factory is MISSING:
            raise CodegenError.of(f"{where} lacks the key '{name}'", file)
    values = {key: _value(hints[key], item, file, f"{place}.{key}".strip(".")) for key, item in table.items()}
    return kind(**values)


def _value(hint: Any, item: Any, file: str, place: str) -> Any:
    """One value of a table, checked against the type of its field."""
    origin = get_origin(hint)
    parts: tuple[Any, ...] = get_args(hint)
    if origin is tuple and isinstance(item, list):
        return tuple(_value(parts[0], entry, file, f"{place}[{i}]") for i, entry in enumerate(item))
    if origin is Literal and item in parts:
        return item
    if origin is Mapping and isinstance(item, dict):
        return {key: _value(parts[1], entry, file, f"{place}.{key}") for key, entry in item.items()}
    if type(None) in parts:
        return _value(parts[0], item, file, place)
    if hint is Version and isinstance(item, str):
        try:
            return Version.parse(item)
        except ValueError as error:
            raise CodegenError.of(f"[{place}]: {error}", file) from None
    if isinstance(item, dict) and hasattr(hint, "__dataclass_fields__"):
        return _build(hint, item, file, place)
    if isinstance(hint, type) and type(item) is hint:
        return item
    raise CodegenError.of(f"[{place}] has a value of a wrong type: {item!r}", file)


def check_against(annotations: Annotations, header: Header) -> None:
    """Refuse entries for symbols that the header should have and has not."""
    declared: dict[str, tuple[Mapping[str, Any], set[str]]] = {
        "functions": (annotations.functions, {f.name for f in header.functions}),
        "callbacks": (annotations.callbacks, {c.name for c in header.callbacks}),
        "classes": (annotations.classes, {o.name for o in header.opaques}),
        "enums": (annotations.enums, {e.name for e in header.enums}),
    }
    problems = [
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
