"""The C values of a callback, and the conversions of one or several adjacent values to Python."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from orthanc_codegen.ir import (
    Callback,
    CallbackType,
    CType,
    EnumType,
    FloatType,
    IntegerType,
    Mark,
    Marks,
    PointerType,
    StructType,
    Version,
    has_mark,
    spell,
)
from orthanc_codegen.lower.index import Index, UnboundError, is_bytes, is_text, is_text_array, opaque_name
from orthanc_codegen.lower.naming import python_name
from orthanc_codegen.lower.roles import is_payload
from orthanc_codegen.lower.scalars import scalar_of
from orthanc_codegen.plan import Arrival, Place
from orthanc_codegen.plan.conversions import (
    BorrowedHandle,
    EnumeratorName,
    Handle,
    IntegerArray,
    Ownership,
    OwnObject,
    ReceivedBytes,
    Text,
    TextArray,
    TextMapping,
)


@dataclass(frozen=True, slots=True)
class Value:
    """One parameter of a callback, or one field of a struct that a parameter points to."""

    name: str  # ex) "groups"
    type: CType
    place: Place
    doc: str
    since: Version | None = None  # of a field that older cores lack
    functions: Mapping[str, str] = field(default_factory=dict)  # function parameters for a handle, by type
    marks: Marks = None


@dataclass(frozen=True, slots=True)
class Converted:
    """The conversion of some adjacent values."""

    conversion: Arrival
    values: tuple[Value, ...]  # in the order of CallbackArgumentPlan.places

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the converted values."""
        return tuple(value.name for value in self.values)


def values_of(index: Index, callback: Callback) -> dict[str, Value]:
    """Return the parameters of a callback; each handle has the functions that the core passes for it."""
    functions = {p.type.name: p.name for p in callback.parameters if isinstance(p.type, CallbackType)}
    return {
        p.name: Value(
            p.name,
            p.type,
            Place(p.name),
            callback.doc.parameter(p.name),
            functions=functions if opaque_name(p.type) in index.handle_functions else {},
            marks=p.marks,
        )
        for p in callback.parameters
    }


def values_at(index: Index, callback: Callback, source: str) -> tuple[dict[str, Value], str]:
    """Return the values in which to look up a source such as ``request.groups``, and its name there."""
    parameters = values_of(index, callback)
    owner, _, member = source.rpartition(".")
    if not owner:
        return parameters, member
    match parameters[owner].type if owner in parameters else None:
        case PointerType(StructType(struct)) if struct in index.structs:
            fields = index.structs[struct].fields
            return {
                f.name: Value(f.name, f.type, Place(owner, f.name), f.doc, f.since, marks=f.marks)
                for f in fields
            }, member
        case _:
            raise UnboundError(f"it has no struct '{owner}', which the annotations name")


def convert_name(values: Mapping[str, Value], name: str, source: str) -> Converted:
    """Convert an enumeration to the name of its member."""
    value = values.get(name)
    if value is None or not isinstance(value.type, EnumType):
        raise UnboundError(f"'{source}' is not an enumeration")
    return Converted(EnumeratorName(python_name(value.type.name)), (value,))


def convert(index: Index, values: Mapping[str, Value], name: str, as_tuple: bool = False) -> Converted:
    """Convert a value, together with its count, keys or size."""
    keys, items = values.get(f"{name}Keys"), values.get(f"{name}Values")
    count = values.get(f"{name}Count") if keys else count_of(values, name)
    if count and not isinstance(count.type, IntegerType):
        raise UnboundError(f"'{count.name}', the count of '{name}', is not an integer")
    if count and keys and items and is_text_array(keys.type) and is_text_array(items.type):
        return Converted(TextMapping(), (keys, items, count))
    value = values.get(name)
    if value is None:
        raise UnboundError(f"it has no '{name}'")
    if count and is_text_array(value.type):
        return Converted(TextArray(as_tuple), (value, count))
    if count and isinstance(value.type, PointerType) and isinstance(value.type.pointee, IntegerType):
        return Converted(IntegerArray(as_tuple), (value, count))
    if is_bytes(value.type):
        size = values.get(f"{name}Size") or values.get("size")
        if size is None or not isinstance(size.type, IntegerType):
            raise UnboundError(f"the header does not state the size of '{name}'")
        return Converted(ReceivedBytes(), (value, size))
    return Converted(_single(index, value), (value,))


_WORDS = re.compile(r"[A-Z]?[a-z0-9]+|[A-Z]+(?![a-z])")
_COUNTING = ("Count", "Size", "Depth")


def count_of(values: Mapping[str, Value], name: str) -> Value | None:
    """Return the count of an array ``x``: ``xCount``, or a shared count such as ``xSize`` or ``countX``."""
    array = values.get(name)
    if array is None or not _is_array(array.type):
        return None
    for stem in (name, name.removesuffix("Keys"), name.removesuffix("Values")):
        if f"{stem}Count" in values:
            return values[f"{stem}Count"]
    first = _WORDS.findall(name)[0]
    for value in values.values():
        words = _WORDS.findall(value.name)
        if isinstance(value.type, IntegerType) and (
            words[0] == "count" or (len(words) == 2 and words[0] == first and words[1] in _COUNTING)
        ):
            return value
    return None


def _is_array(ctype: CType) -> bool:
    match ctype:
        case PointerType(IntegerType(), const=True):
            return True
        case _:
            return is_text_array(ctype)


def _single(index: Index, value: Value) -> Arrival:
    """Return the conversion of a single value."""
    match value.type:
        case IntegerType() | FloatType() | EnumType():
            return scalar_of(index, value.type, flag=has_mark(value.marks, Mark.FLAG))
        case _ if is_text(value.type):
            return Text()
    if is_payload(index, value.type):
        return OwnObject()
    opaque = opaque_name(value.type)
    if opaque is not None and opaque in index.opaques:
        functions = tuple(value.functions.get(c) for c in index.handle_functions.get(opaque, ()))
        optional = has_mark(value.marks, Mark.NULLABLE)
        return BorrowedHandle(Handle(opaque, python_name(opaque), Ownership.BORROWED, optional), functions)
    raise UnboundError(f"no rule binds its parameter '{value.name}' of type '{spell(value.type)}'")
