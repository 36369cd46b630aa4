"""Find nullable pointers and flags: by markers, or by comments in a header without markers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from orthanc_codegen.ir import (
    Callback,
    CallbackType,
    CharType,
    CType,
    Function,
    Header,
    IntegerType,
    Mark,
    Marks,
    OpaqueType,
    PointerType,
    Struct,
    VoidType,
)

# ex) "The password (can be NULL if no password protection)."
_NULLABLE = re.compile(r"\b(?:can|may|might|could) be (?:set to )?NULL\b", re.IGNORECASE)

# ex) "0 to compress, 1 to uncompress.", "Whether to log it too.", but not "Quality from 1 to 100."
_ZERO, _ONE = re.compile(r"\b0\b"), re.compile(r"\b1\b")
_RANGE = re.compile(r"\b(?:between|from) \d|\d (?:to|and) \d")
_YES_OR_NO = re.compile(r"(?:Whether|Enable|Disable|True|Set to true)\b")

_SHOWN = {Mark.NULLABLE: "may be NULL", Mark.FLAG: "is a flag"}


@dataclass(frozen=True, slots=True)
class WordDecision:
    """A decision about a parameter or field that is based only on a comment."""

    owner: str  # ex) "OrthancPluginHttpGet"
    name: str  # ex) "username"
    mark: Mark  # the marker that the comment implies
    is_field: bool = False

    def __str__(self) -> str:
        symbol = f"{self.owner}.{self.name}" if self.is_field else f"{self.owner}({self.name})"
        return f"{symbol} {_SHOWN[self.mark]}"


def is_flag(marks: Marks, doc: str) -> bool:
    """Return whether an integer is a bool. The doc counts only in a header without markers."""
    if marks is not None:
        return Mark.FLAG in marks
    if _YES_OR_NO.match(doc) is not None:
        return True
    return bool(_ZERO.search(doc) and _ONE.search(doc)) and _RANGE.search(doc) is None


def may_be_null(marks: Marks, doc: str) -> bool:
    """Return whether NULL is allowed. The doc counts only in a header without markers."""
    return Mark.NULLABLE in marks if marks is not None else _NULLABLE.search(doc) is not None


def decided_by_words(header: Header) -> tuple[WordDecision, ...]:
    """Return the decisions that are based on comments: none in a header with markers."""
    items: tuple[Function | Callback, ...] = (*header.functions, *header.callbacks)
    return (
        *(decision for item in items for decision in _of_parameters(header, item)),
        *(decision for struct in header.structs for decision in _of_fields(struct)),
    )


def _of_parameters(header: Header, item: Function | Callback) -> Iterator[WordDecision]:
    taken = isinstance(item, Function) or item.name in _lent(header)
    for parameter in item.parameters:
        doc = item.doc.parameter(parameter.name)
        if parameter.marks is None and (mark := _mark(parameter.type, doc, taken=taken)) is not None:
            yield WordDecision(item.name, parameter.name, mark)


def _of_fields(struct: Struct) -> Iterator[WordDecision]:
    for field in struct.fields:
        if field.marks is None and (mark := _mark(field.type, field.doc, taken=False)) is not None:
            yield WordDecision(struct.name, field.name, mark, is_field=True)


def _mark(ctype: CType, doc: str, *, taken: bool) -> Mark | None:
    """Return the marker that a comment implies. Arguments of callbacks matter only if they are handles."""
    match ctype:
        case PointerType(OpaqueType()) if may_be_null(None, doc):
            return Mark.NULLABLE
        case IntegerType() if taken and is_flag(None, doc):
            return Mark.FLAG
        case (
            CallbackType() | PointerType(CharType(), const=True) | PointerType(VoidType(), const=False)
        ) if taken and may_be_null(None, doc):
            return Mark.NULLABLE
        case _:
            return None


def _lent(header: Header) -> frozenset[str]:
    """Return the names of the core's functions that callbacks receive."""
    types = (p.type for callback in header.callbacks for p in callback.parameters)
    return frozenset(ctype.name for ctype in types if isinstance(ctype, CallbackType))
