"""Which locks of the core a function needs, and where the core may hold one while it waits for Python."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

from orthanc_codegen.ir import Function
from orthanc_codegen.lower.annotations import Annotations, LockNote
from orthanc_codegen.plan import LockPlan

_PREFIX: Final = "locks::"


def plan_locks(
    annotations: Annotations, chosen: Callable[[LockNote], bool] = lambda _: True
) -> tuple[LockPlan, ...]:
    """List the locks, or some of them."""
    return tuple(
        LockPlan(_cpp_name(name), note.guards, note.reason, note.until)
        for name, note in annotations.locks.items()
        if chosen(note)
    )


def needed(annotations: Annotations, function: Function) -> tuple[LockPlan, ...]:
    """Return the locks that a function waits for."""
    return plan_locks(
        annotations, lambda note: function.name in note.functions or function.doc.group in note.groups
    )


def kept(annotations: Annotations, function: str) -> tuple[LockPlan, ...]:
    """Return the locks that a call of a function keeps while the core calls back."""
    return plan_locks(annotations, lambda note: function in note.calls)


def held(annotations: Annotations, callback: str) -> tuple[LockPlan, ...]:
    """Return the locks that the core may hold while it calls a callback."""
    return plan_locks(annotations, lambda note: callback in note.callbacks)


def constants(locks: Iterable[LockPlan]) -> list[str]:
    """Name locks in C++, ex) ``locks::kIndex``."""
    return [f"{_PREFIX}{lock.cpp_name}" for lock in locks]


def _cpp_name(name: str) -> str:
    return "k" + "".join(word.capitalize() for word in name.split("_"))
