"""Derive the header of a release from the interface header, which states the release of each declaration."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Protocol, TypeVar

from orthanc_codegen import ir

_SINCE = re.compile(r'ORTHANC_PLUGIN_SINCE_SDK\("(\d+\.\d+\.\d+)"\)')
_VERSION_MACRO = re.compile(r"(#define ORTHANC_PLUGINS_MINIMAL_(MAJOR|MINOR|REVISION)_NUMBER) \d+")


class _Dated(Protocol):
    @property
    def name(self) -> str: ...
    @property
    def since(self) -> ir.Version | None: ...


_Item = TypeVar("_Item", ir.Function, ir.Enum, ir.Enumerator, ir.Struct, ir.Field, ir.Opaque, ir.Callback)


def view(header: ir.Header, version: ir.Version) -> ir.Header:
    """Return the declarations of one release. Declarations without a release are included."""

    def known(items: Iterable[_Item]) -> tuple[_Item, ...]:
        return tuple(item for item in items if item.since is None or item.since <= version)

    return replace(
        header,
        version=version,
        functions=known(header.functions),
        enums=tuple(replace(e, enumerators=known(e.enumerators)) for e in known(header.enums)),
        structs=tuple(replace(s, fields=known(s.fields)) for s in known(header.structs)),
        opaques=known(header.opaques),
        callbacks=known(header.callbacks),
    )


def text_of_view(text: str, version: ir.Version) -> str:
    """Return the text of the view, for a compiler, without newer declarations and their comments.

    Relies on the lines of the interface header: a declaration begins on the line of its release or on the
    next one, and the comment above belongs to it.
    """
    numbers = {"MAJOR": version.major, "MINOR": version.minor, "REVISION": version.revision}
    text = _VERSION_MACRO.sub(lambda found: f"{found[1]} {numbers[found[2]]}", text)
    lines = text.split("\n")
    kept: list[str] = []
    at = 0
    while at < len(lines):
        since = _SINCE.search(lines[at]) if "SINCE_SDK" in lines[at] else None
        if since is None or ir.Version.parse(since[1]) <= version:
            kept.append(lines[at])
            at += 1
            continue
        _drop_comment(kept)
        at = _end_of_declaration(lines, at) + 1
        if kept and not kept[-1] and not lines[at]:
            at += 1
    return "\n".join(kept)


def dated(header: ir.Header, interface: ir.Header) -> ir.Header:
    """Return the header with the releases from the interface header. Other declarations keep theirs."""
    dates = dict(_dates(interface))

    def date(item: _Item, owner: str = "") -> _Item:
        return replace(item, since=dates.get(owner + item.name, item.since))

    return replace(
        header,
        functions=tuple(map(date, header.functions)),
        enums=tuple(replace(date(e), enumerators=tuple(map(date, e.enumerators))) for e in header.enums),
        structs=tuple(
            replace(date(s), fields=tuple(date(f, f"{s.name}.") for f in s.fields)) for s in header.structs
        ),
        opaques=tuple(map(date, header.opaques)),
        callbacks=tuple(map(date, header.callbacks)),
    )


def _dates(interface: ir.Header) -> Iterator[tuple[str, ir.Version | None]]:
    """Yield the first release of every symbol. Fields have qualified names, ex) ``Struct.field``."""
    items: Iterator[_Dated] = itertools.chain(
        interface.functions,
        interface.enums,
        *(enum.enumerators for enum in interface.enums),
        interface.structs,
        interface.opaques,
        interface.callbacks,
    )
    yield from ((item.name, item.since) for item in items)
    for struct in interface.structs:
        yield from ((f"{struct.name}.{field.name}", field.since) for field in struct.fields)


def _drop_comment(kept: list[str]) -> None:
    """Remove the comment directly above."""
    if kept and kept[-1].endswith("*/"):
        while not kept.pop().lstrip().startswith("/**"):
            pass


def _end_of_declaration(lines: Sequence[str], start: int) -> int:
    """Return the index of the last line of the declaration that begins on a line."""
    if lines[start].startswith("    "):  # an enumerator or a field; the last enumerator has no comma
        return next(
            i for i in range(start, len(lines)) if lines[i][-1:] in ",;" or lines[i + 1].startswith("  }")
        )
    body = False
    for i in range(start, len(lines)):
        body = body or lines[i] == "  {"
        if lines[i].startswith("  }") or (not body and lines[i].endswith(";")):
            return i
    return len(lines) - 1
