"""The inputs of a callback → the arguments of a Python callable: by rule, or as the annotations say."""

from __future__ import annotations

import dataclasses
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
    PointerType,
    StructType,
    Version,
    spell,
)
from orthanc_codegen.lower.annotations import CallbackArgumentNote, ConditionNote
from orthanc_codegen.lower.callbacks.roles import Roles, is_payload
from orthanc_codegen.lower.hints import parameter_may_be_null
from orthanc_codegen.lower.index import (
    OLDEST_CORE,
    Index,
    is_bytes,
    is_text,
    is_text_array,
    opaque_name,
    release_literal,
)
from orthanc_codegen.lower.naming import (
    ENUM_PREFIX,
    IN_PREFIX,
    OUT_PREFIX,
    english_list,
    member_name,
    python_name,
    snake_case,
)
from orthanc_codegen.lower.pieces import UnboundError, local_of
from orthanc_codegen.lower.wording import for_callable
from orthanc_codegen.plan import BorrowPlan, CallbackArgumentPlan


@dataclass(frozen=True, slots=True)
class _Value:
    """One C parameter of the callback, or one field of a struct that it points to."""

    name: str  # ex) "groups"
    type: CType
    expression: str  # C++, ex) "in_request->groups"
    doc: str
    since: Version | None = None  # of a field that an older core does not have
    lent: Mapping[str, str] = field(default_factory=dict)  # C++ of the functions lent with a handle, by type


@dataclass(frozen=True, slots=True)
class Converted:
    """What some neighbouring values become in Python."""

    to_python: str
    annotation: str
    used: tuple[str, ...]  # the names of the values
    borrow: BorrowPlan | None = None


def rule_arguments(index: Index, callback: Callback, roles: Roles) -> tuple[CallbackArgumentNote, ...]:
    """Without annotations, every input goes by position; counts and sizes go with what they count."""
    values = _of_parameters(index, callback)
    inputs = {p.name for p in roles.inputs}
    notes: list[CallbackArgumentNote] = []
    covered: set[str] = set()
    counts = {count.name for name in inputs if (count := _count_of(values, name)) is not None}
    for name in (p.name for p in roles.inputs):
        if name in covered or name in counts:
            continue
        made = _convert_value(index, values, _stem(name))
        covered.update(made.used)
        notes.append(CallbackArgumentNote(source=_stem(name)))
    missing = inputs - covered
    if missing:
        raise UnboundError(f"no rule binds its parameter '{min(missing)}'")
    return tuple(notes)


def _stem(name: str) -> str:
    return name.removesuffix("Keys")


def _of_parameters(index: Index, callback: Callback) -> dict[str, _Value]:
    """The parameters of a callback; its handles come with the functions that the core lends for them."""
    lent = {p.type.name: local_of(p) for p in callback.parameters if isinstance(p.type, CallbackType)}
    return {
        p.name: _Value(
            p.name,
            p.type,
            local_of(p),
            callback.doc.parameter(p.name),
            lent=lent if opaque_name(p.type) in index.lenders else {},
        )
        for p in callback.parameters
    }


def _values(index: Index, callback: Callback, source: str) -> tuple[dict[str, _Value], str]:
    """The values among which a source is looked up, and its name there, ex) ``request.groups``."""
    parameters = _of_parameters(index, callback)
    owner, _, member = source.rpartition(".")
    if not owner:
        return parameters, member
    match parameters[owner].type if owner in parameters else None:
        case PointerType(StructType(struct)) if struct in index.structs:
            fields = index.structs[struct].fields
            return {
                f.name: _Value(f.name, f.type, f"{IN_PREFIX}{owner}->{f.name}", f.doc, f.since)
                for f in fields
            }, member
        case _:
            raise UnboundError(f"it has no struct '{owner}', which the annotations name")


def convert(index: Index, callback: Callback, source: CallbackArgumentNote) -> Converted:
    """The Python value of an argument, or UnboundError with the reason why there is none."""
    values, name = _values(index, callback, source.source)
    if source.text:
        value = values.get(name)
        if value is None or not isinstance(value.type, EnumType):
            raise UnboundError(f"'{source.source}' is no enumeration")
        enum = python_name(value.type.name)
        return Converted(f"{ENUM_PREFIX}{enum}.NameToPython({value.expression})", "str", (name,))
    made = _convert_value(index, values, name)
    return _tuple_of(source.source, made) if source.as_tuple else made


def _tuple_of(source: str, made: Converted) -> Converted:
    """Turn the list of an array into a tuple."""
    item = made.annotation.removeprefix("list[").removesuffix("]")
    if made.annotation != f"list[{item}]":
        raise UnboundError(f"'{source}' is not an array, so the annotations can't set 'as_tuple' for it")
    return dataclasses.replace(made, to_python=f"TupleOf({made.to_python})", annotation=f"tuple[{item}, ...]")


def _convert_value(index: Index, values: dict[str, _Value], name: str) -> Converted:
    """The Python value of a source: alone, or together with its count, keys or size."""
    keys, items = values.get(f"{name}Keys"), values.get(f"{name}Values")
    count = values.get(f"{name}Count") if keys else _count_of(values, name)
    if count and not isinstance(count.type, IntegerType):
        raise UnboundError(f"'{count.name}', which should count '{name}', is no integer")
    if count and keys and items and is_text_array(keys.type) and is_text_array(items.type):
        expression = f"TextDictToPython({count.expression}, {keys.expression}, {items.expression})"
        return Converted(expression, "dict[str, str]", (count.name, keys.name, items.name))
    value = values.get(name)
    if value is None:
        raise UnboundError(f"it has no '{name}'")
    if count and is_text_array(value.type):
        expression = f"TextListToPython({count.expression}, {value.expression})"
        return Converted(expression, "list[str]", (count.name, name))
    if count and isinstance(value.type, PointerType) and isinstance(value.type.pointee, IntegerType):
        expression = f"IntegerListToPython({count.expression}, {value.expression})"
        return Converted(expression, "list[int]", (count.name, name))
    if is_bytes(value.type):
        size = values.get(f"{name}Size") or values.get("size")
        if size is None or not isinstance(size.type, IntegerType):
            raise UnboundError(f"the header does not tell the size of '{name}'")
        expression = f"BytesToPython({value.expression}, static_cast<std::uint64_t>({size.expression}))"
        return Converted(expression, "bytes", (name, size.name))
    return _convert_single(index, value)


_WORDS = re.compile(r"[A-Z]?[a-z0-9]+|[A-Z]+(?![a-z])")
_WANTED = "How many bytes are wanted."
_COUNTING = ("Count", "Size", "Depth")


def _count_of(values: dict[str, _Value], name: str) -> _Value | None:
    """The integer that counts an array: ``xCount`` of ``x``, or of all arrays ``xSize`` or ``countX``."""
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


def _convert_single(index: Index, value: _Value) -> Converted:
    match value.type:
        case IntegerType(bits=8, signed=False):
            return Converted(f"PyBool_FromLong({value.expression})", "bool", (value.name,))
        case IntegerType():
            return Converted(f"IntegerToPython({value.expression})", "int", (value.name,))
        case FloatType():
            return Converted(f"PyFloat_FromDouble({value.expression})", "float", (value.name,))
        case EnumType(name):
            enum = python_name(name)
            return Converted(f"{ENUM_PREFIX}{enum}.ToPython({value.expression})", enum, (value.name,))
        case _ if is_text(value.type):
            return Converted(f"TextToPython({value.expression})", "str", (value.name,))
    if is_payload(index, value.type):
        return Converted(f"Payload::ToPython({value.expression})", "Any", (value.name,))
    opaque = opaque_name(value.type)
    if opaque is not None and opaque in index.opaques:
        local, name = f"{OUT_PREFIX}{value.name}", python_name(opaque)
        functions = tuple(value.lent.get(c, "nullptr") for c in index.lenders.get(opaque, ()))
        borrow = BorrowPlan(local, name, value.expression, functions)
        used = (value.name, *(v.removeprefix(IN_PREFIX) for v in value.lent.values()))
        optional = " | None" if parameter_may_be_null(value.doc) else ""
        return Converted(f"{local}.ToPython()", f"{name}{optional}", used, borrow)
    raise UnboundError(f"no rule binds its parameter '{value.name}' of type '{spell(value.type)}'")


def plan_argument(
    index: Index, callback: Callback, source: CallbackArgumentNote, made: Converted
) -> CallbackArgumentPlan:
    """One argument of the callable."""
    values, member = _values(index, callback, source.source)
    name = source.name or snake_case(member)
    condition, words = plan_condition(index, callback, source.only)
    if source.present:
        pointer = values[member].expression
        present = f"{pointer} != nullptr"
        condition = f"{present} && ({condition})" if condition else present
        words = english_list([*filter(None, [words]), "where there is one"])
    oldest = max(callback.since or OLDEST_CORE, OLDEST_CORE)  # core that makes this call
    newest = max((values[n].since or oldest for n in made.used), default=oldest)
    if newest > oldest:
        has = f"Core::Has({release_literal(newest)})"
        condition = f"{has} && ({condition})" if condition else has
        words = english_list([*filter(None, [words]), f"from Orthanc {newest} on"])
    if condition and not source.keyword:
        raise UnboundError(
            f"its argument '{name}' is passed by position, but only {words}: "
            "the annotations must pass it by name (keyword = true)"
        )
    pass_by = f'Keyword("{name}", ' if source.keyword else "Positional("
    value = values.get(member) or values.get(f"{member}Keys")
    doc = _WANTED if _is_size_of_output(index, callback, source) else value.doc if value else ""
    flag, optional = made.annotation == "bool", made.annotation.endswith("| None")
    doc = for_callable(doc, lent=made.borrow is not None, optional=optional, flag=flag)
    return CallbackArgumentPlan(
        name=name,
        annotation=made.annotation,
        keyword=source.keyword,
        condition=condition,
        condition_doc=words,
        doc=doc,
        to_python=made.to_python,
        statement=f"call.{pass_by}{made.to_python});",
    )


def _is_size_of_output(index: Index, callback: Callback, source: CallbackArgumentNote) -> bool:
    """Whether an argument tells how much is to be filled."""
    note = index.annotations.callbacks.get(callback.name)
    owner, _, member = source.source.partition(".")
    return note is not None and member == "size" and owner in note.filled


def plan_condition(index: Index, callback: Callback, note: ConditionNote | None) -> tuple[str | None, str]:
    """A condition as C++, and in words."""
    if note is None:
        return None, ""
    values, name = _values(index, callback, note.of)
    selector = values.get(name)
    if selector is None or not isinstance(selector.type, EnumType):
        raise UnboundError(f"'{note.of}' is no enumeration")
    enum = index.enums[selector.type.name]
    known = {e.name for e in enum.enumerators}
    if unknown := set(note.when) - known:
        raise UnboundError(f"{enum.name} has no enumerator {min(unknown)}, which the annotations name")
    tests = " || ".join(f"{selector.expression} == {enumerator}" for enumerator in note.when)
    return tests, f"only for {english_list([member_name(e, enum.name) for e in note.when])}"
