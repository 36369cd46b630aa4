"""What an SDK release declares, cut out of a header that says of each declaration since when it exists."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Protocol, TypeVar

from orthanc_codegen import ir


class _Dated(Protocol):
    @property
    def since(self) -> ir.Version | None: ...


_Item = TypeVar("_Item", bound=_Dated)


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
