"""Reject annotations that do not match the header or that are incomplete."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from orthanc_codegen.diagnostics import CodegenError, Diagnostic
from orthanc_codegen.ir import Header
from orthanc_codegen.lower.annotations import Annotations
from orthanc_codegen.plan.limits import MOST_LOCKS
from orthanc_codegen.plan.types import BYTES_PER_PIXEL, CHANNELS_PER_PIXEL, ELEMENT_FORMAT

# The roles of functions that an override must name, all of one row.
_MEMORY_ROLES = ({"data", "size"}, {"data", "format", "width", "height", "pitch"})
_CLONE_ROLES = ({"convert", "format"},)
_CONTAINER_ROLES = ({"count", "item"}, {"next", "key", "value"})
_PIXEL_TABLES = {BYTES_PER_PIXEL, CHANNELS_PER_PIXEL, ELEMENT_FORMAT}


def _wrong_classes(annotations: Annotations) -> list[Diagnostic]:
    """Return a diagnostic for every incomplete override of a class."""
    problems: list[str] = []
    tables = {name for entry in annotations.enums.values() for name in entry.tables}
    for name, entry in annotations.classes.items():
        for kind, roles, allowed in (
            ("clone", set(entry.clone), _CLONE_ROLES),
            ("memory", set(entry.memory), _MEMORY_ROLES),
            ("container", set(entry.container), _CONTAINER_ROLES),
        ):
            if roles and roles not in allowed:
                choices = " or ".join(", ".join(sorted(row)) for row in allowed)
                problems.append(f"[classes.{name}.{kind}] must have all of {choices}")
        if "format" in entry.memory and not tables >= _PIXEL_TABLES:
            problems.append(f"[classes.{name}.memory] needs the tables {', '.join(sorted(_PIXEL_TABLES))}")
    return [Diagnostic(message, annotations.path) for message in problems]


def _wrong_locks(annotations: Annotations) -> list[Diagnostic]:
    if len(annotations.locks) <= MOST_LOCKS:
        return []
    message = f"there are {len(annotations.locks)} [locks], but the runtime supports at most {MOST_LOCKS}"
    return [Diagnostic(message, annotations.path)]


def check_overrides(annotations: Annotations, header: Header) -> None:
    """Reject entries for symbols that the header does not declare, although its release should."""
    declared: dict[str, tuple[Mapping[str, Any], set[str]]] = {
        "functions": (annotations.functions, {f.name for f in header.functions}),
        "callbacks": (annotations.callbacks, {c.name for c in header.callbacks}),
        "classes": (annotations.classes, {o.name for o in header.opaques}),
        "enums": (annotations.enums, {e.name for e in header.enums}),
    }
    problems = _wrong_classes(annotations) + _wrong_locks(annotations)
    problems += [
        Diagnostic(
            f"[{kind}.{name}] does not match the header {header.path} (SDK {header.version}), which declares "
            f"no such symbol, although the entry states since = {entry.since}: "
            "correct the name or 'since'",
            annotations.path,
        )
        for kind, (entries, names) in declared.items()
        for name, entry in entries.items()
        if name not in names and entry.since <= header.version
    ]
    if problems:
        raise CodegenError(*problems)
