"""Lower enumerations to Python classes, and plan the tables of the annotations."""

from __future__ import annotations

from orthanc_codegen.diagnostics import CodegenError
from orthanc_codegen.ir import Enum
from orthanc_codegen.lower.annotations import EnumTable
from orthanc_codegen.lower.index import Index
from orthanc_codegen.lower.naming import PRIVATE_PREFIX, SENTINEL_SUFFIX, member_name, python_name
from orthanc_codegen.plan import EnumKind, EnumMemberPlan, EnumPlan, EnumTablePlan


def lower_enums(index: Index) -> tuple[EnumPlan, ...]:
    """Plan every public enumeration."""
    return tuple(
        _enum(index, enum) for enum in index.header.enums if not enum.name.startswith(PRIVATE_PREFIX)
    )


def _enum(index: Index, enum: Enum) -> EnumPlan:
    override = index.annotations.enums.get(enum.name)
    kind = EnumKind(override.kind) if override and override.kind else EnumKind.CLOSED
    meant = [e for e in enum.enumerators if not e.name.endswith(SENTINEL_SUFFIX)]
    members = tuple(
        EnumMemberPlan(member_name(e.name, enum.name), e.name, e.value, e.doc, e.since)
        for e in meant or enum.enumerators
    )
    return EnumPlan(python_name(enum.name), enum.name, kind, members, enum.doc, enum.since)


def lower_enum_tables(index: Index) -> tuple[EnumTablePlan, ...]:
    """Plan the tables of the annotations, without the enumerators that this header lacks."""
    tables: list[EnumTablePlan] = []
    for c_name, override in index.annotations.enums.items():
        if c_name not in index.enums:
            continue
        for name, table in override.tables.items():
            rows = _rows(index, index.enums[c_name], name, table)
            tables.append(EnumTablePlan(name, c_name, table.doc, rows))
    return tuple(tables)


def _rows(index: Index, enum: Enum, name: str, table: EnumTable) -> tuple[tuple[str, int], ...]:
    """Return the rows of a table, one per value, because C allows enumerators with equal values."""
    rows: dict[int, tuple[str, int]] = {}
    values = {e.name: e.value for e in enum.enumerators}
    for enumerator, number in table.rows.items():
        if enumerator not in values:
            continue
        first, other = rows.setdefault(values[enumerator], (enumerator, number))
        if other != number:
            raise CodegenError.of(
                f"{first} and {enumerator} are both {values[enumerator]}, but {name} of the annotations "
                f"has {other} and {number} for them: correct the header or the annotations",
                index.header.path,
                enum.line,
            )
    return tuple(rows.values())
