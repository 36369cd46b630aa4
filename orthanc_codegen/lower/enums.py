"""Enumerations of the header → enumeration classes, and the tables that belong to them."""

from __future__ import annotations

from orthanc_codegen.ir import Enum
from orthanc_codegen.lower.index import Index
from orthanc_codegen.lower.naming import PRIVATE_PREFIX, SENTINEL_SUFFIX, member_name, python_name
from orthanc_codegen.plan import EnumKind, EnumMemberPlan, EnumPlan, EnumTablePlan


def lower_enums(index: Index) -> tuple[EnumPlan, ...]:
    """Plan every public enumeration."""
    return tuple(
        _enum(index, enum) for enum in index.header.enums if not enum.name.startswith(PRIVATE_PREFIX)
    )


def _enum(index: Index, enum: Enum) -> EnumPlan:
    note = index.annotations.enums.get(enum.name)
    flags = enum.name.endswith("Flags")
    kind = EnumKind.FLAGS if flags else EnumKind.OPEN if note and note.open else EnumKind.CLOSED
    meant = [e for e in enum.enumerators if not e.name.endswith(SENTINEL_SUFFIX)]
    members = tuple(
        EnumMemberPlan(member_name(e.name, enum.name), e.name, e.value, e.doc, e.since)
        for e in meant or enum.enumerators
    )
    base = "IntFlag" if flags else "IntEnum"
    return EnumPlan(python_name(enum.name), enum.name, base, kind, members, enum.doc, enum.since)


def lower_enum_tables(index: Index) -> tuple[EnumTablePlan, ...]:
    """Plan the tables of the annotations, without the enumerators that this header is too old for."""
    tables: list[EnumTablePlan] = []
    for c_name, note in index.annotations.enums.items():
        if c_name not in index.enums:
            continue
        known = {e.name for e in index.enums[c_name].enumerators}
        for name, table in note.tables.items():
            rows = tuple(
                (enumerator, value) for enumerator, value in table.rows.items() if enumerator in known
            )
            tables.append(EnumTablePlan(name, c_name, table.doc, rows))
    return tuple(tables)
