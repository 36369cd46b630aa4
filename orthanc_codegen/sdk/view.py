"""What an SDK release declares, cut out of the interface header, which dates each of its declarations."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Protocol, TypeVar

from orthanc_codegen import ir
from orthanc_codegen.sdk.releases import first_release

_SINCE = re.compile(r'ORTHANC_PLUGIN_SINCE_SDK\("(\d+\.\d+\.\d+)"\)')
_VERSION_MACRO = re.compile(r"(#define ORTHANC_PLUGINS_MINIMAL_(MAJOR|MINOR|REVISION)_NUMBER) \d+")


class _Dated(Protocol):
    @property
    def since(self) -> ir.Version | None: ...


_Item = TypeVar("_Item", bound=_Dated)
_Declaration = TypeVar("_Declaration", ir.Function, ir.Enum, ir.Struct, ir.Opaque, ir.Callback)


def view(header: ir.Header, version: ir.Version) -> ir.Header:
    """Return what the header declares of one release; what it does not date counts as always there."""

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
    """Return the text that declares the view, for a compiler: newer declarations are gone, with their docs.

    It goes by the lines of the interface header, in which a declaration begins on the line of its date or the
    one after, and a comment above belongs to it.
    """
    numbers = {"MAJOR": version.major, "MINOR": version.minor, "REVISION": version.revision}
    text = _VERSION_MACRO.sub(lambda found: f"{found[1]} {numbers[found[2]]}", text)
    lines = text.split("\n")
    kept: list[str] = []
    at = 0
    while at < len(lines):
        since = _SINCE.search(lines[at])
        if since is None or ir.Version.parse(since[1]) <= version:
            kept.append(lines[at])
            at += 1
            continue
        _drop_comment(kept)
        at = _end_of_declaration(lines, at) + 1
        if kept and not kept[-1] and not lines[at]:
            at += 1
    return "\n".join(kept)


def dated(header: ir.Header) -> ir.Header:
    """Return the header with the dates that are known; its own are kept for what is not."""

    def date(item: _Declaration) -> _Declaration:
        return replace(item, since=first_release(item.name) or item.since)

    return replace(
        header,
        functions=tuple(map(date, header.functions)),
        enums=tuple(
            replace(
                date(e),
                enumerators=tuple(replace(v, since=first_release(v.name) or v.since) for v in e.enumerators),
            )
            for e in header.enums
        ),
        structs=tuple(
            replace(
                date(s),
                fields=tuple(
                    replace(f, since=first_release(f"{s.name}.{f.name}") or f.since) for f in s.fields
                ),
            )
            for s in header.structs
        ),
        opaques=tuple(map(date, header.opaques)),
        callbacks=tuple(map(date, header.callbacks)),
    )


def _drop_comment(kept: list[str]) -> None:
    """Take back the comment that stands directly above."""
    if kept and kept[-1].endswith("*/"):
        while not kept.pop().lstrip().startswith("/**"):
            pass


def _end_of_declaration(lines: Sequence[str], start: int) -> int:
    """Return the index of the last line of the declaration that begins on a line."""
    if lines[start].startswith("    "):  # an enumerator or a field; the last one may have no comma
        return next(
            i for i in range(start, len(lines)) if lines[i][-1:] in ",;" or lines[i + 1].startswith("  }")
        )
    body = False
    for i in range(start, len(lines)):
        body = body or lines[i] == "  {"
        if lines[i].startswith("  }") or (not body and lines[i].endswith(";")):
            return i
    return len(lines) - 1
