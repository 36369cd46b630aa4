"""List the exceptions of a function: those that the header documents, and those of its guards."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import assert_never

from orthanc_codegen.plan import FunctionPlan, LockPlan
from orthanc_codegen.plan.functions import (
    Guard,
    HandleFunction,
    LocksNeeded,
    Raises,
    RaisesUnlessAnswered,
    RegistrationOpen,
    ReleaseNeeded,
    ReturnsCode,
)
from orthanc_codegen.words import english_list

_ORTHANC = "OrthancException"


@dataclass(frozen=True, slots=True)
class RaisedError:
    """An exception that a function raises."""

    exception: str  # ex) "OrthancException"
    when: str  # ex) "The server is older than 1.12.8 (``ErrorCode.NOT_IMPLEMENTED``)."


def raised_errors(function: FunctionPlan, locks: tuple[LockPlan, ...]) -> tuple[RaisedError, ...]:
    """Return the exceptions of a function, except those for arguments of a wrong type or value."""
    return tuple(_errors(function, locks))


def _errors(function: FunctionPlan, locks: tuple[LockPlan, ...]) -> Iterator[RaisedError]:
    for code, when in function.doc.errors:
        yield RaisedError(_ORTHANC, f"{when.rstrip('.')} ({code}).")
    for guard in function.call.guards:
        yield from _of_guard(guard, {lock.name: lock for lock in locks})
    if isinstance(function.call.callee, HandleFunction):
        yield RaisedError("ValueError", "The callback that passed the handle does not provide this function.")
    if function.call.limits:
        yield RaisedError("IndexError", "The index is too large.")
    match function.call.errors:
        case Raises() | RaisesUnlessAnswered():
            others = "any other error" if function.doc.errors else "an error"
            yield RaisedError(_ORTHANC, f"Orthanc reports {others}.")
        case ReturnsCode():
            pass
        case _:
            assert_never(function.call.errors)


def _of_guard(guard: Guard, locks: dict[str, LockPlan]) -> Iterator[RaisedError]:
    match guard:
        case ReleaseNeeded(since):
            yield RaisedError(
                _ORTHANC, f"The server is older than {since} (OrthancPluginErrorCode_NotImplemented)."
            )
        case LocksNeeded(names):
            guarded = english_list([locks[name].guards for name in names])
            yield RaisedError(
                "RuntimeError", f"Called from a callback during which Orthanc may hold the lock of {guarded}."
            )
        case RegistrationOpen():
            yield RaisedError("RuntimeError", "Called from a callback of the same kind.")
        case _:
            assert_never(guard)
