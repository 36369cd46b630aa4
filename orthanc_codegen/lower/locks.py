"""Find the locks of the core that functions acquire, and that the core may hold during callbacks."""

from __future__ import annotations

from collections.abc import Callable

from orthanc_codegen.ir import Function
from orthanc_codegen.lower.annotations import Annotations, LockEntry
from orthanc_codegen.plan import LockPlan


def plan_locks(
    annotations: Annotations, chosen: Callable[[LockEntry], bool] = lambda _: True
) -> tuple[LockPlan, ...]:
    """Return the locks, optionally filtered."""
    return tuple(
        LockPlan(name, entry.guards, entry.reason, entry.until)
        for name, entry in annotations.locks.items()
        if chosen(entry)
    )


def needed(annotations: Annotations, function: Function) -> tuple[LockPlan, ...]:
    """Return the locks that a function acquires."""
    return plan_locks(
        annotations, lambda entry: function.name in entry.functions or function.doc.group in entry.groups
    )


def kept(annotations: Annotations, function: str) -> tuple[LockPlan, ...]:
    """Return the locks that the core holds while it calls back from a function."""
    return plan_locks(annotations, lambda entry: function in entry.calls)


def held(annotations: Annotations, callback: str) -> tuple[LockPlan, ...]:
    """Return the locks that the core may hold while it calls a callback."""
    return plan_locks(annotations, lambda entry: callback in entry.callbacks)
