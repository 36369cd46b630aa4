"""Compare the declarations of two headers: names, types, values, services and the order of fields."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol, TypeVar

from orthanc_codegen import ir


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference between our view of a release and the official header."""

    symbol: str  # ex) "OrthancPluginRestApiPost(body)", "OrthancPluginHttpRequest.body", "HttpGet(username)"
    aspect: str  # ex) "type", "value", "Python type"
    ours: str  # ex) "const void *"; "" if the view lacks it
    official: str  # ex) "const char *"; "" if the official header lacks it

    def __str__(self) -> str:
        if not self.ours:
            return f"{self.symbol}: our header lacks this {self.aspect}: {self.official}"
        if not self.official:
            return f"{self.symbol}: the official header lacks this {self.aspect}: {self.ours}"
        return f"{self.symbol}: {self.aspect}: ours {self.ours}, official {self.official}"


class _Named(Protocol):
    @property
    def name(self) -> str: ...


_Item = TypeVar("_Item", bound=_Named)


def compare(view: ir.Header, official: ir.Header) -> tuple[Difference, ...]:
    """Return every difference between our view of a release and its official header."""
    return (
        *_functions(view.functions, official.functions),
        *_signatures("entry point", view.entry_points, official.entry_points),
        *_signatures("callback", view.callbacks, official.callbacks),
        *_enums(view.enums, official.enums),
        *_structs(view.structs, official.structs),
        *_presence("handle", view.opaques, official.opaques),
    )


def _functions(ours: Iterable[ir.Function], official: Iterable[ir.Function]) -> Iterator[Difference]:
    yield from _signatures("function", ours, official)
    for own, theirs in _pairs(ours, official):
        name = own.name
        yield from _differ(name, "service", own.service or "none", theirs.service or "none")
        yield from _differ(name, "parameter block", own.block or "none", theirs.block or "none")


_Signature = ir.Function | ir.EntryPoint | ir.Callback


def _signatures(
    aspect: str, ours: Iterable[_Signature], official: Iterable[_Signature]
) -> Iterator[Difference]:
    yield from _presence(aspect, ours, official)
    for own, theirs in _pairs(ours, official):
        yield from _differ(own.name, "result", ir.spell(own.result), ir.spell(theirs.result))
        names = [" ".join(p.name for p in item.parameters) for item in (own, theirs)]
        yield from _differ(own.name, "parameters", names[0] or "none", names[1] or "none")
        for left, right in zip(own.parameters, theirs.parameters, strict=False):
            yield from _differ(f"{own.name}({right.name})", "type", ir.spell(left.type), ir.spell(right.type))


def _enums(ours: Iterable[ir.Enum], official: Iterable[ir.Enum]) -> Iterator[Difference]:
    yield from _presence("enumeration", ours, official)
    for own, theirs in _pairs(ours, official):
        yield from _presence("enumerator", own.enumerators, theirs.enumerators)
        for left, right in _pairs(own.enumerators, theirs.enumerators):
            yield from _differ(left.name, "value", str(left.value), str(right.value))


def _structs(ours: Iterable[ir.Struct], official: Iterable[ir.Struct]) -> Iterator[Difference]:
    yield from _presence("struct", ours, official)
    for own, theirs in _pairs(ours, official):
        names = [" ".join(f.name for f in item.fields) for item in (own, theirs)]
        yield from _differ(own.name, "fields", names[0] or "none", names[1] or "none")
        for left, right in _pairs(own.fields, theirs.fields):
            yield from _differ(f"{own.name}.{left.name}", "type", ir.spell(left.type), ir.spell(right.type))


def _presence(aspect: str, ours: Iterable[_Named], official: Iterable[_Named]) -> Iterator[Difference]:
    own, theirs = [item.name for item in ours], [item.name for item in official]
    yield from (Difference(name, aspect, "", name) for name in theirs if name not in set(own))
    yield from (Difference(name, aspect, name, "") for name in own if name not in set(theirs))


def _differ(symbol: str, aspect: str, ours: str, official: str) -> Iterator[Difference]:
    if ours != official:
        yield Difference(symbol, aspect, ours, official)


def _pairs(ours: Iterable[_Item], official: Iterable[_Item]) -> Iterator[tuple[_Item, _Item]]:
    by_name: Mapping[str, _Item] = {item.name: item for item in official}
    yield from ((own, by_name[own.name]) for own in ours if own.name in by_name)
