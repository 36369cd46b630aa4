"""Drafts the interface header, or what it lacks, from an official one: declarations without words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from orthanc_codegen import ir
from orthanc_codegen.sdk import first_release
from orthanc_codegen.templates import template

UNKNOWN_GROUP = "?"
_CONTEXT = "OrthancPluginContext"

_Item = TypeVar("_Item", ir.Function, ir.Struct, ir.Opaque, ir.Callback, ir.Enum)


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the header."""

    name: str  # ex) "REST"; UNKNOWN_GROUP for what no group is known of
    brief: str  # what the group is for
    items: tuple[ir.Function | ir.Struct | ir.Callback, ...]  # blocks before the functions that use them


@dataclass(frozen=True, slots=True)
class Additions:
    """What an enumeration or struct that the interface header has lacks."""

    name: str  # ex) "OrthancPluginErrorCode"
    enumerators: tuple[ir.Enumerator, ...] = ()
    fields: tuple[ir.Field, ...] = ()


def draft(official: ir.Header, ours: ir.Header | None = None, groups: Mapping[str, str] | None = None) -> str:
    """Return the text of what ``ours`` lacks; all of it, as a header of its own, where there is none.

    ``groups`` names the documentation group of functions and callbacks that the official header puts in none.
    Every text that somebody has to write is a question mark.
    """
    official = _in_groups(official, groups or {})
    wanted = official if ours is None else _lacking(official, ours)
    name = "header/OrthancCPlugin.h.mako" if ours is None else "header/additions.mako"
    writer = Writer(official.version)
    text: str = template(name).render_unicode(
        c=writer,
        header=wanted,
        complete=ours is None,
        additions=[] if ours is None else _additions(official, ours),
        public_enums=[enum for enum in wanted.enums if writer.is_described(enum.name)],
        private_enums=[enum for enum in wanted.enums if not writer.is_described(enum.name)],
        structs=[s for s in wanted.structs if writer.is_described(s.name) and s.name != _CONTEXT],
        callbacks=_sections(official, wanted.callbacks, ()),
        functions=_sections(official, wanted.functions, wanted.structs),
    )
    return text


class Writer:
    """Spells declarations; the templates ask it for every name that needs C or a release."""

    def __init__(self, version: ir.Version) -> None:
        self._version = version

    def since(self, *symbol: str) -> str:
        """Return the annotation of a symbol, ex) ``since("OrthancPluginHttpRequest", "body")``."""
        release = first_release(".".join(symbol)) or self._version
        return f'ORTHANC_PLUGIN_SINCE_SDK("{release}")'

    def is_described(self, name: str) -> bool:
        """Tell whether a symbol has a doc comment: what begins with an underscore has none."""
        return not name.startswith("_")

    def returns(self, function: ir.Function | ir.Callback | ir.EntryPoint) -> bool:
        """Tell whether a function has a result."""
        return not isinstance(function.result, ir.VoidType)

    def declare(self, ctype: ir.CType, name: str) -> str:
        """Return a declaration, ex) ``const char* const* keys``."""
        return f"{self.type(ctype)} {name}"

    def type(self, ctype: ir.CType) -> str:
        """Return a type with its stars at the left, ex) ``const void*``."""
        if not isinstance(ctype, ir.PointerType):
            return ir.spell(ctype)
        inner = self.type(ctype.pointee)
        if not ctype.const:
            return f"{inner}*"
        return f"{inner} const*" if isinstance(ctype.pointee, ir.PointerType) else f"const {inner}*"

    def parameters(self, parameters: tuple[ir.Parameter, ...]) -> str:
        """Return a list of parameters, one on a line."""
        if not parameters:
            return "void"
        return "".join(
            f"{',' * (i > 0)}\n    {self.declare(p.type, p.name)}" for i, p in enumerate(parameters)
        )

    def known_words(self, parameter: ir.Parameter) -> str:
        """Return what is said of a parameter: only the context is the same everywhere."""
        return "The core, as it presented itself to this plugin." if parameter.name == "context" else "?"

    def value(self, enumerator: ir.Enumerator) -> str:
        """Return the value of an enumerator; the one that only widens the type is written in hexadecimal."""
        return hex(enumerator.value) if enumerator.value == 0x7FFFFFFF else str(enumerator.value)

    def body(self, function: ir.Function) -> str:
        """Return the body of a function, in the one style that all have."""
        return "\n".join(f"    {line}" if line else "" for line in _body(self, function))


def _body(writer: Writer, function: ir.Function) -> Iterable[str]:
    call = function.call
    if call is None or function.service is None:
        yield "/* ? */"
        return
    answer = _own_words(function)
    if answer is not None:
        initial = answer.initial or _neutral(answer)
        yield f"{writer.declare(answer.type, answer.name)} = {initial};"
    if function.block is not None:
        yield f"{function.block} params;"
        yield "memset(&params, 0, sizeof(params));"
        old = call.answer.name if call.answer else ""
        for path, value in call.assignments:
            own = f"&{answer.name}" if answer and value == f"&{old}" else value
            yield f"params.{path} = {own};"
    argument = "&params" if function.block is not None else call.argument
    invoke = f"context->InvokeService(context, {function.service}, {argument})"
    if answer is None:
        yield f"{invoke};" if isinstance(function.result, ir.VoidType) else f"return {invoke};"
        return
    yield f"if ({invoke} !="
    conditions = ["OrthancPluginErrorCode_Success", *answer.refused]
    yield from (f"    {condition} ||" for condition in conditions[:-1])
    yield f"    {conditions[-1]})"
    yield from ("{", f"  return {answer.failure};", "}", f"return {answer.returned};")


def _own_words(function: ir.Function) -> ir.Answer | None:
    """Give the variable of the answer the name that it has in all of our functions."""
    answer = function.call.answer if function.call else None
    if answer is None:
        return None
    name = "answer" if any(p.name == "result" for p in function.parameters) else "result"

    def renamed(text: str) -> str:
        words = text.replace(f"({ir.spell(answer.type)}) ", "").split(" ")
        return " ".join(name if word == answer.name else word for word in words)

    refused = tuple(map(renamed, answer.refused))
    return replace(answer, name=name, returned=renamed(answer.returned), refused=refused)


def _neutral(answer: ir.Answer) -> str:
    """Return what a variable holds that the official header leaves unset before the call."""
    match answer.type:
        case ir.PointerType():
            return "NULL"
        case ir.IntegerType():
            return "0"
        case _:
            return answer.failure


def _in_groups(header: ir.Header, groups: Mapping[str, str]) -> ir.Header:
    def sorted_in(item: _Item) -> _Item:
        group = item.doc.group or groups.get(item.name, UNKNOWN_GROUP)
        return replace(item, doc=replace(item.doc, group=group))

    return replace(
        header,
        functions=tuple(map(sorted_in, header.functions)),
        callbacks=tuple(map(sorted_in, header.callbacks)),
    )


def _lacking(official: ir.Header, ours: ir.Header) -> ir.Header:
    def new(theirs: Iterable[_Item], own: Iterable[_Item]) -> tuple[_Item, ...]:
        known = {item.name for item in own}
        return tuple(item for item in theirs if item.name not in known)

    return replace(
        official,
        functions=new(official.functions, ours.functions),
        enums=new(official.enums, ours.enums),
        structs=new(official.structs, ours.structs),
        opaques=new(official.opaques, ours.opaques),
        callbacks=new(official.callbacks, ours.callbacks),
    )


def _additions(official: ir.Header, ours: ir.Header) -> list[Additions]:
    """Find the enumerations and structs that have grown."""
    result: list[Additions] = []
    enums = {enum.name: {e.name for e in enum.enumerators} for enum in ours.enums}
    for enum in official.enums:
        values = tuple(e for e in enum.enumerators if e.name not in enums.get(enum.name, {e.name}))
        if values:
            result.append(Additions(enum.name, enumerators=values))
    structs = {struct.name: {f.name for f in struct.fields} for struct in ours.structs}
    for struct in official.structs:
        fields = tuple(f for f in struct.fields if f.name not in structs.get(struct.name, {f.name}))
        if fields:
            result.append(Additions(struct.name, fields=fields))
    return result


def _sections(
    header: ir.Header, items: Iterable[ir.Function | ir.Callback], structs: Iterable[ir.Struct]
) -> list[Section]:
    """Sort items into their groups, each parameter block before the first function that uses it."""
    items = list(items)
    waiting = {struct.name: struct for struct in structs if struct.name.startswith("_")}
    briefs = {**dict(header.groups), UNKNOWN_GROUP: "?"}
    names = [*briefs, *dict.fromkeys(str(i.doc.group) for i in items if i.doc.group not in briefs)]
    sections = []
    for name in names:
        members: list[ir.Function | ir.Struct | ir.Callback] = []
        for item in items:
            if item.doc.group == name:
                block = item.block if isinstance(item, ir.Function) else None
                members += [*_blocks(block, waiting), item]
        if members:
            sections.append(Section(name, briefs.get(name, "?"), tuple(members)))
    if waiting:  # what no function of the header uses any more
        last = sections.pop() if sections else Section(UNKNOWN_GROUP, briefs[UNKNOWN_GROUP], ())
        sections.append(replace(last, items=(*last.items, *waiting.values())))
    return sections


def _blocks(name: str | None, waiting: dict[str, ir.Struct]) -> Iterable[ir.Struct]:
    """Take a block out of those that wait, after the ones that its fields need."""
    block = waiting.pop(name, None) if name is not None else None
    if block is not None:
        for field in block.fields:
            if isinstance(field.type, ir.StructType):
                yield from _blocks(field.type.name, waiting)
        yield block
