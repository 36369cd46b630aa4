"""Lower the inputs of a callback to the arguments of a callable, by rules or annotations."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import assert_never

from orthanc_codegen.ir import Callback, EnumType
from orthanc_codegen.lower.annotations import ArgumentEntry, ConditionEntry
from orthanc_codegen.lower.callbacks.values import (
    Converted,
    Value,
    convert,
    convert_name,
    count_of,
    values_at,
    values_of,
)
from orthanc_codegen.lower.docs import for_callable, for_keys, for_names
from orthanc_codegen.lower.index import OLDEST_CORE, Index, UnboundError
from orthanc_codegen.lower.naming import member_name, snake_case
from orthanc_codegen.lower.roles import Roles
from orthanc_codegen.plan import CallbackArgumentPlan
from orthanc_codegen.plan.callbacks import Condition, FromRelease, OneOf, Present
from orthanc_codegen.plan.conversions import BorrowedHandle, Flag, IntegerArray, TextArray, TextMapping
from orthanc_codegen.words import english_list

_WANTED = "The number of requested bytes."


def plan_arguments(
    index: Index, callback: Callback, roles: Roles, entries: Sequence[ArgumentEntry]
) -> tuple[CallbackArgumentPlan, ...]:
    """Plan the arguments of the callable, from the annotations if these list any, else by rules."""
    chosen = entries or _by_rule(index, callback, roles)
    return tuple(_plan_argument(index, callback, entry) for entry in chosen)


def used_parameters(arguments: Sequence[CallbackArgumentPlan]) -> set[str | None]:
    """Return the names of the C parameters that become arguments."""
    return {at.parameter for argument in arguments for at in argument.places}


def _by_rule(index: Index, callback: Callback, roles: Roles) -> tuple[ArgumentEntry, ...]:
    """Return the arguments by rule: every input by position, counts and sizes merged with their arrays."""
    values = values_of(index, callback)
    inputs = {p.name for p in roles.inputs}
    entries: list[ArgumentEntry] = []
    covered: set[str] = set()
    counts = {count.name for name in inputs if (count := count_of(values, name)) is not None}
    for name in (p.name for p in roles.inputs):
        if name in covered or name in counts:
            continue
        stem = name.removesuffix("Keys")
        covered.update(convert(index, values, stem).names)
        entries.append(ArgumentEntry(source=stem))
    missing = inputs - covered
    if missing:
        raise UnboundError(f"no rule binds its parameter '{min(missing)}'")
    return tuple(entries)


def _plan_argument(index: Index, callback: Callback, entry: ArgumentEntry) -> CallbackArgumentPlan:
    """Plan one argument of the callable."""
    values, member = values_at(index, callback, entry.source)
    made = _convert(index, values, member, entry)
    name = entry.name or snake_case(member)
    conditions = tuple(_conditions(index, callback, entry, values, member, made))
    words = _words(conditions)
    if conditions and not entry.keyword:
        raise UnboundError(
            f"its argument '{name}' is passed by position, but not always ({words}): "
            "the annotations must pass it by name (keyword = true)"
        )
    return CallbackArgumentPlan(
        name=name,
        conversion=made.conversion,
        places=tuple(value.place for value in made.values),
        keyword=entry.keyword,
        conditions=conditions,
        condition_doc=words,
        doc=_doc(index, callback, entry, values, member, made),
    )


def _convert(index: Index, values: Mapping[str, Value], name: str, entry: ArgumentEntry) -> Converted:
    """Return the conversion of an argument; raise UnboundError if there is none."""
    if entry.text:
        return convert_name(values, name, entry.source)
    made = convert(index, values, name, entry.as_tuple)
    if entry.as_tuple and not isinstance(made.conversion, TextArray | IntegerArray):
        raise UnboundError(
            f"'{entry.source}' is not an array, so the annotations can't set 'as_tuple' for it"
        )
    return made


def _doc(
    index: Index,
    callback: Callback,
    entry: ArgumentEntry,
    values: Mapping[str, Value],
    member: str,
    made: Converted,
) -> str:
    override = index.annotations.callbacks.get(callback.name)
    owner, _, field = entry.source.partition(".")
    if override is not None and field == "size" and owner in override.filled:
        doc = _WANTED
    else:
        value = values.get(member) or values.get(f"{member}Keys")
        doc = value.doc if value else ""
        if value is not None and entry.text and isinstance(value.type, EnumType):
            doc = for_names(doc, _member_names(index, value.type.name))
    handle = made.conversion.handle if isinstance(made.conversion, BorrowedHandle) else None
    doc = for_callable(
        doc,
        borrowed=handle is not None,
        optional=handle is not None and handle.optional,
        flag=isinstance(made.conversion, Flag),
    )
    return for_keys(doc) if isinstance(made.conversion, TextMapping) else doc


def _member_names(index: Index, c_enum: str) -> dict[str, str]:
    """Return the Python names of an enumeration's members by enumerator."""
    return {e.name: member_name(e.name, c_enum) for e in index.enums[c_enum].enumerators}


# -- Conditions ----------------------------------------------------------------------------------------------


def _conditions(
    index: Index,
    callback: Callback,
    entry: ArgumentEntry,
    values: Mapping[str, Value],
    member: str,
    made: Converted,
) -> Iterator[Condition]:
    """Yield the conditions for passing the argument, in the order of their evaluation."""
    oldest = max(callback.since or OLDEST_CORE, OLDEST_CORE)  # oldest core that makes this call
    newest = max((value.since or oldest for value in made.values), default=oldest)
    if newest > oldest:
        yield FromRelease(newest)
    if entry.present:
        yield Present(values[member].place)
    if entry.only:
        yield plan_condition(index, callback, entry.only)


def plan_condition(index: Index, callback: Callback, entry: ConditionEntry) -> OneOf:
    """Plan the condition that an enumeration has one of some values."""
    values, name = values_at(index, callback, entry.of)
    selector = values.get(name)
    if selector is None or not isinstance(selector.type, EnumType):
        raise UnboundError(f"'{entry.of}' is not an enumeration")
    enum = index.enums[selector.type.name]
    if unknown := set(entry.when) - {e.name for e in enum.enumerators}:
        raise UnboundError(f"{enum.name} has no enumerator {min(unknown)}, which the annotations name")
    return OneOf(selector.place, enum.name, entry.when)


def _words(conditions: Sequence[Condition]) -> str:
    """Describe conditions, ex) ``only for GET and if present``."""
    return english_list([_in_words(condition) for condition in reversed(conditions)])


def _in_words(condition: Condition) -> str:
    match condition:
        case OneOf(_, c_enum, enumerators):
            return f"only for {english_list([member_name(e, c_enum) for e in enumerators])}"
        case Present():
            return "if present"
        case FromRelease(since):
            return f"since Orthanc {since}"
        case _:
            assert_never(condition)
