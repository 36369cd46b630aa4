"""Enumerations of the header → enumeration classes, and the tables that belong to them."""

from __future__ import annotations

from orthanc_codegen.diagnostics import CodegenError
from orthanc_codegen.ir import Enum
from orthanc_codegen.lower.annotations import EnumTableNote
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
        for name, table in note.tables.items():
            rows = _rows(index, index.enums[c_name], name, table)
            tables.append(EnumTablePlan(name, c_name, table.doc, rows))
    return tuple(tables)


def _rows(index: Index, enum: Enum, name: str, table: EnumTableNote) -> tuple[tuple[str, int], ...]:
    """The rows of a table by enumerator, one for each value: C lets enumerators share one."""
    rows: dict[int, tuple[str, int]] = {}
    values = {e.name: e.value for e in enum.enumerators}
    for enumerator, number in table.rows.items():
        if enumerator not in values:
            continue
        first, other = rows.setdefault(values[enumerator], (enumerator, number))
        if other != number:
            raise CodegenError.of(
                f"{first} and {enumerator} are both {values[enumerator]}, but {name} of the annotations "
                f"says {other} of the one and {number} of the other: correct the header or the annotations",
                index.header.path,
                enum.line,
            )
    return tuple(rows.values())
