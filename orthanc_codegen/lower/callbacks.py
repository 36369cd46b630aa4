"""One callback type of the SDK → a Python callable: arguments by rule, or as the annotations say."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass

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
    VoidType,
    spell,
)
from orthanc_codegen.lower.annotations import CallbackArgumentNote, CallbackNote, ConditionNote
from orthanc_codegen.lower.index import (
    ERROR_CODE,
    OLDEST_CORE,
    Index,
    is_bytes,
    is_text,
    is_text_array,
    opaque_name,
    release_literal,
)
from orthanc_codegen.lower.naming import (
    IN_PREFIX,
    OUT_PREFIX,
    english_list,
    member_name,
    python_name,
    snake_case,
)
from orthanc_codegen.lower.pieces import UnboundError, local_of
from orthanc_codegen.plan import BorrowPlan, CallbackArgumentPlan, CallbackPlan, CallbackResultPlan

DEFAULT_SLOTS = 64


@dataclass(frozen=True, slots=True)
class _Value:
    """One C parameter of the callback, or one field of a struct that it points to."""

    name: str  # ex) "groups"
    type: CType
    expression: str  # C++, ex) "in_request->groups"
    doc: str
    since: Version | None = None  # of a field that an older core does not have


@dataclass(frozen=True, slots=True)
class _Converted:
    """What some neighbouring values become in Python."""

    to_python: str
    annotation: str
    used: tuple[str, ...]  # the names of the values
    borrow: BorrowPlan | None = None


def lower_callback(index: Index, callback: Callback, registrar: str) -> CallbackPlan:
    """Plan one callback type, or raise UnboundError with the reason."""
    callback = _named(callback)
    note = index.annotations.callbacks.get(callback.name)
    noted = note.arguments if note else ()
    sources = tuple(_resolve(callback, source) for source in noted) or _rule_arguments(index, callback)
    converted = [_convert(index, callback, source) for source in sources]
    arguments = tuple(
        _argument(index, callback, source, made) for source, made in zip(sources, converted, strict=True)
    )
    borrows = tuple(made.borrow for made in converted if made.borrow)
    if borrows and note and note.deferred:
        raise UnboundError("it lends handles, which end before a deferred call")
    subject = _resolve_name(callback, note.subject) if note else ""
    conditions = [source.only for source in sources] + ([note.awaited] if note else [])
    passed = {source.source.split(".")[0] for source in sources}
    passed |= {name for made in converted for name in made.used} | {subject}
    passed |= {condition.of.split(".")[0] for condition in conditions if condition}
    return CallbackPlan(
        c_name=callback.name,
        name=python_name(callback.name),
        since=callback.since,
        doc=callback.doc,
        registrar=registrar,
        c_result=spell(callback.result),
        # A parameter that the convention does not pass on keeps its name as a comment.
        c_parameters=tuple(
            (spell(p.type), local_of(p) if p.name in passed else f"/*{p.name}*/") for p in callback.parameters
        ),
        slots=note.slots if note else DEFAULT_SLOTS,
        borrows=borrows,
        arguments=arguments,
        positional=sum(not argument.keyword for argument in arguments),
        subject=f"{IN_PREFIX}{subject}" if subject else "nullptr",
        result=_result(index, callback, note, registrar),
    )


def _named(callback: Callback) -> Callback:
    """The same with a name for every parameter: a callback type need not give any."""
    parameters = enumerate(callback.parameters, start=1)
    named = (p if p.name else dataclasses.replace(p, name=f"argument{number}") for number, p in parameters)
    return dataclasses.replace(callback, parameters=tuple(named))


def _resolve(callback: Callback, source: CallbackArgumentNote) -> CallbackArgumentNote:
    return dataclasses.replace(source, source=_resolve_name(callback, source.source))


def _resolve_name(callback: Callback, name: str) -> str:
    """The name that this release gives a parameter that others call differently, ex) ``url|uri``."""
    parameters = {p.name for p in callback.parameters}
    return next((choice for choice in name.split("|") if choice in parameters), name)


def _rule_arguments(index: Index, callback: Callback) -> tuple[CallbackArgumentNote, ...]:
    """Without annotations, every C parameter goes by position; counts and sizes go with what they count."""
    values = {p.name: _Value(p.name, p.type, local_of(p), "") for p in callback.parameters}
    notes: list[CallbackArgumentNote] = []
    covered: set[str] = set()
    for name in values:
        if name in covered or name.endswith("Count"):
            continue
        made = _convert_value(index, values, _stem(name))
        covered.update(made.used)
        notes.append(CallbackArgumentNote(source=_stem(name)))
    missing = set(values) - covered
    if missing:
        raise UnboundError(f"no rule binds its parameter '{min(missing)}'")
    return tuple(notes)


def _stem(name: str) -> str:
    return name.removesuffix("Keys")


def _values(index: Index, callback: Callback, source: str) -> tuple[dict[str, _Value], str]:
    """The values among which a source is looked up, and its name there, ex) ``request.groups``."""
    parameters = {
        p.name: _Value(p.name, p.type, local_of(p), callback.doc.parameter(p.name))
        for p in callback.parameters
    }
    owner, _, field = source.rpartition(".")
    if not owner:
        return parameters, field
    match parameters[owner].type if owner in parameters else None:
        case PointerType(StructType(struct)) if struct in index.structs:
            fields = index.structs[struct].fields
            return {
                f.name: _Value(f.name, f.type, f"{IN_PREFIX}{owner}->{f.name}", f.doc, f.since)
                for f in fields
            }, field
        case _:
            raise UnboundError(f"it has no struct '{owner}', which the annotations name")


def _convert(index: Index, callback: Callback, source: CallbackArgumentNote) -> _Converted:
    values, name = _values(index, callback, source.source)
    if source.text:
        value = values.get(name)
        if value is None or not isinstance(value.type, EnumType):
            raise UnboundError(f"'{source.source}' is no enumeration")
        enum = python_name(value.type.name)
        return _Converted(f"enums::{enum}.NameToPython({value.expression})", "str", (name,))
    return _convert_value(index, values, name)


def _convert_value(index: Index, values: dict[str, _Value], name: str) -> _Converted:
    """The Python value of a source: alone, or together with its count, keys or size."""
    count, keys, items = values.get(f"{name}Count"), values.get(f"{name}Keys"), values.get(f"{name}Values")
    if count and keys and items and is_text_array(keys.type) and is_text_array(items.type):
        expression = f"TextDictToPython({count.expression}, {keys.expression}, {items.expression})"
        return _Converted(expression, "dict[str, str]", (count.name, keys.name, items.name))
    value = values.get(name)
    if value is None:
        raise UnboundError(f"it has no '{name}'")
    if count and is_text_array(value.type):
        expression = f"TextTupleToPython({count.expression}, {value.expression})"
        return _Converted(expression, "tuple[str, ...]", (count.name, name))
    if is_bytes(value.type):
        size = values.get(f"{name}Size") or values.get("size")
        if size is None or not isinstance(size.type, IntegerType):
            raise UnboundError(f"the header does not tell the size of '{name}'")
        expression = f"BytesToPython({value.expression}, static_cast<std::uint64_t>({size.expression}))"
        return _Converted(expression, "bytes", (name, size.name))
    return _convert_single(index, value)


def _convert_single(index: Index, value: _Value) -> _Converted:
    match value.type:
        case IntegerType(bits=8, signed=False):
            return _Converted(f"PyBool_FromLong({value.expression})", "bool", (value.name,))
        case IntegerType():
            return _Converted(f"IntegerToPython({value.expression})", "int", (value.name,))
        case FloatType():
            return _Converted(f"PyFloat_FromDouble({value.expression})", "float", (value.name,))
        case EnumType(name):
            enum = python_name(name)
            return _Converted(f"enums::{enum}.ToPython({value.expression})", enum, (value.name,))
        case _ if is_text(value.type):
            return _Converted(f"TextToPython({value.expression})", "str", (value.name,))
    opaque = opaque_name(value.type)
    if opaque is not None and opaque in index.opaques:
        local, name = f"{OUT_PREFIX}{value.name}", python_name(opaque)
        borrow = BorrowPlan(local, name, value.expression)
        return _Converted(f"{local}.ToPython()", name, (value.name,), borrow)
    raise UnboundError(f"no rule binds its parameter '{value.name}' of type '{spell(value.type)}'")


def _argument(
    index: Index, callback: Callback, source: CallbackArgumentNote, made: _Converted
) -> CallbackArgumentPlan:
    values, field = _values(index, callback, source.source)
    name = source.name or snake_case(field)
    condition, words = _condition(index, callback, source.only)
    newest = max((values[n].since or OLDEST_CORE for n in made.used), default=OLDEST_CORE)
    if newest > OLDEST_CORE:
        has = f"Core::Has({release_literal(newest)})"
        condition = f"{has} && ({condition})" if condition else has
        words = english_list([*filter(None, [words]), f"from Orthanc {newest} on"])
    pass_by = f'Keyword("{name}", ' if source.keyword else "Positional("
    value = values.get(field) or values.get(f"{field}Keys")
    return CallbackArgumentPlan(
        name=name,
        annotation=made.annotation,
        keyword=source.keyword,
        condition=condition,
        condition_doc=words,
        doc=value.doc if value else "",
        to_python=made.to_python,
        statement=f"call.{pass_by}{made.to_python});",
    )


def _condition(index: Index, callback: Callback, note: ConditionNote | None) -> tuple[str | None, str]:
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


def _result(
    index: Index, callback: Callback, note: CallbackNote | None, registrar: str
) -> CallbackResultPlan:
    """How the callable is called, and what its result becomes."""
    success, failure, refused = _outcomes(callback, note)
    if note is not None and note.deferred:
        awaited, _ = _condition(index, callback, note.awaited)
        run: tuple[str, ...] = (f"if (!call.Defer({awaited or 'false'})) {failure}",)
        return CallbackResultPlan("None", "The core does not wait for the callable.", run, success, refused)
    run = ("const Reference answer = call.Run();", f"if (!answer) {failure}")
    if note is not None and note.answers:
        run += (f"if (!{OUT_PREFIX}{note.answers}.Answered()) return call.Unanswered();",)
    if note is None or note.result is None:
        return CallbackResultPlan("None", "", run, success, refused)
    run += ("std::int32_t flag = 0;", f'if (!ReadFlag(answer.Get(), "{registrar}", &flag)) {failure}')
    return CallbackResultPlan("bool", note.result.doc, run, success, refused)


def _outcomes(callback: Callback, note: CallbackNote | None) -> tuple[str, str, str]:
    """The C result of success, the statement for an exception, and the C result without Python."""
    if note is not None and note.result is not None:
        failure = note.result.failure
        return "flag", f"{{ call.Failed(); return {failure}; }}", failure
    match callback.result:
        case EnumType(name) if name == ERROR_CODE:
            return f"{ERROR_CODE}_Success", "return call.Failed();", f"{ERROR_CODE}_Plugin"
        case VoidType():
            return "", "{ call.Failed(); return; }", ""
        case _:
            raise UnboundError(f"no rule tells what its result of type '{spell(callback.result)}' means")


def callback_names(types: tuple[CType, ...]) -> tuple[str, ...]:
    """The callback types among the types of parameters."""
    return tuple(ctype.name for ctype in types if isinstance(ctype, CallbackType))
