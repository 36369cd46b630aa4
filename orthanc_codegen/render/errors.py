"""List the exceptions of a function: those that are documented, and those of its guards and callables."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, assert_never

from orthanc_codegen.plan import FunctionPlan, LockPlan
from orthanc_codegen.plan.conversions import Callback, Lifetime, Payload
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

_ORTHANC: Final = "OrthancException"
ERROR_CODE: Final = "OrthancPluginErrorCode"  # the enumeration of its codes, which texts link to


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
    single = function.call.single
    if single is not None:
        yield RaisedError(
            _ORTHANC, f"Orthanc has such a registration already, of this or another plugin ({single.code})."
        )
    for guard in function.call.guards:
        yield from _of_guard(guard, {lock.name: lock for lock in locks})
    if isinstance(function.call.callee, HandleFunction):
        yield RaisedError("ValueError", "The callback that passed the handle does not provide this function.")
    if function.call.limits:
        yield RaisedError("IndexError", "The index is too large.")
    for name in _called(function):
        yield RaisedError("Exception", f"Any that '{name}' raises.")
    match function.call.errors:
        case Raises() | RaisesUnlessAnswered():
            others = "any other error" if function.doc.errors or single else "an error"
            yield RaisedError(_ORTHANC, f"Orthanc reports {others} ({ERROR_CODE}).")
        case ReturnsCode():
            pass
        case _:
            assert_never(function.call.errors)


def _called(function: FunctionPlan) -> Iterator[str]:
    """Yield the names of the callables and objects that the core calls before the function returns."""
    for argument in function.arguments:
        match argument.conversion:
            case Callback(lifetime=Lifetime.CALL) | Payload(lifetime=Lifetime.CALL):
                yield argument.name
            case _:
                pass


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
