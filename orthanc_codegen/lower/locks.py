"""Which locks of the core a function needs, and where the core may hold one while it waits for Python."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from orthanc_codegen.ir import Function, Version
from orthanc_codegen.lower.annotations import Annotations
from orthanc_codegen.plan import LockPlan

LOCK_PREFIX: Final = "locks::"
_NEVER: Final = Version(0, 0, 0)


def plan_locks(annotations: Annotations) -> tuple[LockPlan, ...]:
    """List the locks."""
    return tuple(
        LockPlan(cpp_name(name), note.guards, note.reason, note.until or _NEVER)
        for name, note in annotations.locks.items()
    )


def needed(annotations: Annotations, function: Function) -> tuple[str, ...]:
    """Return the C++ of the locks that a function waits for."""
    return _constants(
        (name, function.name in note.functions or function.doc.group in note.groups)
        for name, note in annotations.locks.items()
    )


def kept(annotations: Annotations, function: str) -> tuple[str, ...]:
    """Return the C++ of the locks that a call of a function keeps while the core calls back."""
    return _constants((name, function in note.calls) for name, note in annotations.locks.items())


def held(annotations: Annotations, callback: str) -> tuple[str, ...]:
    """Return the C++ of the locks that the core may hold while it calls a callback."""
    return _constants((name, callback in note.callbacks) for name, note in annotations.locks.items())


def cpp_name(name: str) -> str:
    """Name a lock in C++, ex) "index" as ``kIndex``."""
    return "k" + "".join(word.capitalize() for word in name.split("_"))


def _constants(names: Iterable[tuple[str, bool]]) -> tuple[str, ...]:
    return tuple(f"{LOCK_PREFIX}{cpp_name(name)}" for name, applies in names if applies)


def hold(constants: Iterable[str]) -> tuple[str, ...]:
    """Write the C++ that notes locks as held for the rest of a block; nothing where there are none."""
    listed = ", ".join(constants)
    return (f"const LockHeld held({listed});",) if listed else ()
