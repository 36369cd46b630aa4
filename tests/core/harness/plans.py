"""Queries on the plan that several tests use: the values of functions, and how callbacks run."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from orthanc_codegen.ir import CallbackType, Parameter
from orthanc_codegen.plan import Answer, CallbackArgumentPlan, CallbackPlan, FunctionPlan, ModulePlan
from orthanc_codegen.plan.callbacks import RunLater
from orthanc_codegen.plan.conversions import BorrowedHandle, Handle, Lifetime, NewPayload, Ownership, Payload
from orthanc_codegen.plan.functions import Guard, HandleFunction, ReturnsValue

G = TypeVar("G", bound=Guard)


def takes(function: FunctionPlan, *kinds: type) -> bool:
    """Whether an argument of a function has a conversion of one of these kinds."""
    return any(isinstance(argument.conversion, kinds) for argument in function.arguments)


def class_given_by(function: FunctionPlan) -> str | None:
    """Return the class of the handle that a function always returns."""
    match function.returns:
        case ReturnsValue(output, found=None) if isinstance(output.conversion, Handle):
            return output.conversion.name
        case _:
            return None


def guards_of(function: FunctionPlan, kind: type[G]) -> list[G]:
    """Return the guards of one kind of a function."""
    return [guard for guard in function.call.guards if isinstance(guard, kind)]


def is_handle_function(function: FunctionPlan) -> bool:
    """Whether the core, not the SDK, provides the function, together with the handle."""
    return isinstance(function.call.callee, HandleFunction)


def consumes_its_handle(function: FunctionPlan) -> bool:
    """Whether the core takes over the handle on which the method is called."""
    return function.bound_self is not None and function.bound_self.handle.ownership is Ownership.CONSUMED


def hands_over_until_the_stop(function: FunctionPlan) -> bool:
    """Whether the core keeps an object of the script until the server stops."""
    return any(
        isinstance(argument.conversion, Payload) and argument.conversion.lifetime is Lifetime.REGISTRATION
        for argument in function.arguments
    )


def is_deferred(callback: CallbackPlan) -> bool:
    """Whether the callable runs on a thread of the plugin, and the core does not wait."""
    return isinstance(callback.result.run, RunLater)


def class_of(argument: CallbackArgumentPlan) -> str:
    """Return the class of a borrowed handle that a callable receives."""
    assert isinstance(argument.conversion, BorrowedHandle), f"'{argument.name}' is not a handle"
    return argument.conversion.handle.name


def answer_conversions(callback: CallbackPlan) -> list[Answer]:
    """Return the conversions of the values that a callable returns."""
    return [answer.conversion for answer in callback.result.answers]


def makes_payload(callback: CallbackPlan) -> bool:
    """Whether the callable returns an object for the core to keep."""
    return any(isinstance(conversion, NewPayload) for conversion in answer_conversions(callback))


def callback_types(parameters: Iterable[Parameter]) -> set[str]:
    """Return the callback types among the types of C parameters."""
    return {p.type.name for p in parameters if isinstance(p.type, CallbackType)}


def methods_of(module: ModulePlan, protocol: str) -> list[str]:
    """Return the methods of a protocol, including optional ones."""
    return [m.method for p in module.protocols if p.name == protocol for m in p.methods if m.method]
