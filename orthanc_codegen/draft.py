"""Draft the declarations of an official header that the interface header lacks, without their texts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TypeVar

from orthanc_codegen import ir
from orthanc_codegen.lower import NAME_OF_RESULT, guesses
from orthanc_codegen.templates import template

UNKNOWN_GROUP = "?"

_Enumeration = ir.Enum | ir.Enumerator
_Item = TypeVar("_Item", ir.Function, ir.Struct, ir.Opaque, ir.Callback, ir.Enum)


@dataclass(frozen=True, slots=True)
class Section:
    """A section of the header."""

    name: str  # ex) "REST"; UNKNOWN_GROUP for items without a group
    brief: str  # the purpose of the group
    items: tuple[ir.Function | ir.Struct | ir.Callback, ...]  # parameter blocks precede their functions


@dataclass(frozen=True, slots=True)
class Additions:
    """The missing enumerators or fields of a type that the interface header declares."""

    name: str  # ex) "OrthancPluginErrorCode"
    enumerators: tuple[ir.Enumerator, ...] = ()
    fields: tuple[ir.Field, ...] = ()


def draft(official: ir.Header, ours: ir.Header) -> str:
    """Return the declarations that ``ours`` lacks. Question marks stand for texts to be written by hand."""
    wanted = _lacking(_in_groups(official), ours)
    writer = Writer(official)
    text: str = template("header/additions.mako").render_unicode(
        c=writer,
        header=wanted,
        additions=_additions(official, ours),
        public_enums=[enum for enum in wanted.enums if writer.is_described(enum.name)],
        private_enums=[enum for enum in wanted.enums if not writer.is_described(enum.name)],
        structs=[struct for struct in wanted.structs if writer.is_described(struct.name)],
        callbacks=_sections(official, wanted.callbacks, ()),
        functions=_sections(official, wanted.functions, wanted.structs),
    )
    return text


class Writer:
    """Formats declarations for the templates."""

    def __init__(self, official: ir.Header) -> None:
        self._version = official.version
        self._guessed = {(g.owner, g.name): g.mark for g in guesses(official)}

    def since(self, item: ir.Function | ir.Callback | ir.Struct | ir.Field | ir.Opaque | _Enumeration) -> str:
        """Return the annotation of the first release, by default the release of the header."""
        return f'ORTHANC_PLUGIN_SINCE_SDK("{item.since or self._version}")'

    def is_described(self, name: str) -> bool:
        """Return whether a symbol has a doc comment. Private symbols have none."""
        return not name.startswith("_")

    def returns(self, function: ir.Function | ir.Callback) -> bool:
        """Return whether a function has a result."""
        return not isinstance(function.result, ir.VoidType)

    def declare(self, ctype: ir.CType, name: str) -> str:
        """Return a declaration, ex) ``const char* const* keys``."""
        return f"{self.type(ctype)} {name}"

    def markers(self, owner: str, item: ir.Parameter | ir.Field) -> str:
        """Return the markers of a parameter or field."""
        return self._markers(owner, item.name, item.marks)

    def result(self, item: ir.Function | ir.Callback) -> str:
        """Return the type of a result with its markers."""
        return self.type(item.result) + self._markers(item.name, NAME_OF_RESULT, item.result_marks)

    def _markers(self, owner: str, name: str, marks: ir.Marks) -> str:
        """Return markers. Guessed ones are to be reviewed."""
        guessed = self._guessed.get((owner, name)) if marks is None else None
        if guessed is not None:
            return f" ORTHANC_PLUGIN_{guessed.name} /* ? */"
        return "".join(f" ORTHANC_PLUGIN_{mark.name}" for mark in sorted(marks or ()))

    def type(self, ctype: ir.CType) -> str:
        """Return a type with its asterisks on the left, ex) ``const void*``."""
        if not isinstance(ctype, ir.PointerType):
            return ir.spell(ctype)
        inner = self.type(ctype.pointee)
        if not ctype.const:
            return f"{inner}*"
        return f"{inner} const*" if isinstance(ctype.pointee, ir.PointerType) else f"const {inner}*"

    def parameters(self, item: ir.Function | ir.Callback) -> str:
        """Return a list of parameters, one per line."""
        lines = (self.declare(p.type, p.name) + self.markers(item.name, p) for p in item.parameters)
        return ",".join(f"\n    {line}" for line in lines) or "void"

    def known_words(self, parameter: ir.Parameter) -> str:
        """Return the text for a parameter. Only the context has the same text everywhere."""
        context = "The context of the plugin, from OrthancPluginInitialize()."
        return context if parameter.name == "context" else "?"

    def value(self, enumerator: ir.Enumerator) -> str:
        """Return the value of an enumerator, in hexadecimal if it only makes the type 32 bits wide."""
        return hex(enumerator.value) if enumerator.value == 0x7FFFFFFF else str(enumerator.value)

    def body(self, function: ir.Function) -> str:
        """Return the body of a function in the style of the interface header."""
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
    """Rename the answer's local variable as in all functions of the interface header."""
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
    """Return an initial value for a variable that the official header leaves uninitialized."""
    match answer.type:
        case ir.PointerType():
            return "NULL"
        case ir.IntegerType():
            return "0"
        case _:
            return answer.failure


def _in_groups(header: ir.Header) -> ir.Header:
    def sorted_in(item: _Item) -> _Item:
        return replace(item, doc=replace(item.doc, group=item.doc.group or UNKNOWN_GROUP))

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
    """Return the enumerations and structs with new enumerators or fields."""
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
    """Sort items into their groups, with each parameter block before the first function that uses it."""
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
    if waiting:  # blocks that no function of the header uses
        last = sections.pop() if sections else Section(UNKNOWN_GROUP, briefs[UNKNOWN_GROUP], ())
        sections.append(replace(last, items=(*last.items, *waiting.values())))
    return sections


def _blocks(name: str | None, waiting: dict[str, ir.Struct]) -> Iterable[ir.Struct]:
    """Remove a block from `waiting` and yield it after the blocks of its fields."""
    block = waiting.pop(name, None) if name is not None else None
    if block is not None:
        for field in block.fields:
            if isinstance(field.type, ir.StructType):
                yield from _blocks(field.type.name, waiting)
        yield block
