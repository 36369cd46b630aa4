"""Translate the arguments of functions to C++ holders."""

from __future__ import annotations

from typing import assert_never

from orthanc_codegen.cpp.model import CppArgument, Holder
from orthanc_codegen.cpp.names import (
    callback,
    class_object,
    enum_object,
    functions_struct,
    in_local,
    out_local,
    quoted,
)
from orthanc_codegen.plan import ArgumentPlan, FunctionPlan, SelfPlan
from orthanc_codegen.plan.conversions import (
    Bytes,
    Callback,
    Enumeration,
    Flag,
    Float,
    Handle,
    Headers,
    HttpStatus,
    IgnoredSize,
    Integer,
    Lifetime,
    Ownership,
    Payload,
    Pixels,
    Text,
)
from orthanc_codegen.plan.functions import HandleFunction
from orthanc_codegen.plan.types import BYTES_PER_PIXEL


def spell_argument(function: FunctionPlan, argument: ArgumentPlan) -> CppArgument:
    """Return the C++ for one argument."""
    conversion, local = argument.conversion, in_local(argument.c_name)
    match conversion:
        case Text(optional=True):
            return CppArgument(Holder("OptionalTextArgument", local))
        case Text(header=header):
            return CppArgument(Holder("HeaderTextArgument" if header else "TextArgument", local))
        case HttpStatus():
            return CppArgument(Holder("HttpStatusArgument", local))
        case Flag(c_type):
            return CppArgument(Holder(f"FlagArgument<{c_type}>", local))
        case Integer(c_type) | IgnoredSize(c_type):
            return CppArgument(Holder(f"IntegerArgument<{c_type}>", local))
        case Float(c_type):
            return CppArgument(Holder(f"FloatArgument<{c_type}>", local))
        case Enumeration(c_name, name):
            return CppArgument(Holder(f"EnumArgument<{c_name}>", local, enum_object(name)))
        case Bytes(size_type, characters):
            byte = ", char" if characters else ""
            return CppArgument(Holder(f"BufferArgument<{size_type}{byte}>", local))
        case Headers():
            return CppArgument(Holder("HeadersArgument", local))
        case Pixels():
            return _pixels(function, argument, conversion)
        case Handle():
            return CppArgument(Holder(_handle_type(conversion), local, class_object(conversion.name)))
        case Callback():
            return _callable(conversion, local)
        case Payload():
            return _payload(conversion, local)
        case _:
            assert_never(conversion)


def argument_place(function: FunctionPlan, c_name: str) -> str:
    """Return the expression that identifies an argument in the error message of a check."""
    name = next(a.name for a in function.arguments if a.c_name == c_name)
    return f'{{kSignature.function, "{name}"}}'


def _pixels(function: FunctionPlan, argument: ArgumentPlan, pixels: Pixels) -> CppArgument:
    """Return the holder of pixel rows, with a check against the arguments for their format and shape."""
    local = in_local(argument.c_name)
    form, *shape = (
        f"{in_local(name)}.Get()" for name in (pixels.format, pixels.width, pixels.height, pixels.pitch)
    )
    place = argument_place(function, argument.c_name)
    check = f"{local}.Holds({place}, {BYTES_PER_PIXEL}({form}), {', '.join(shape)})"
    if not pixels.kept:
        return CppArgument(Holder("PixelsArgument", local), check)
    image = out_local(function.outputs[-1].c_name)
    return CppArgument(Holder("OwnedPixelsArgument", local), check, f"{image}.Keep({local}.Keep());")


def _handle_type(handle: Handle) -> str:
    if handle.ownership is Ownership.CONSUMED:
        return f"ConsumedHandleArgument<{handle.c_name}>"
    return f"{'Optional' if handle.optional else ''}HandleArgument<{handle.c_name}>"


def _callable(conversion: Callback, local: str) -> CppArgument:
    """Return the holder of a callable in a slot, which is kept until the server stops or the call returns."""
    registers = conversion.lifetime is not Lifetime.CALL
    kind = "Optional" if conversion.optional else "" if registers else "Call"
    return CppArgument(
        Holder(f"{kind}CallableArgument<{callback(conversion.name)}>", local),
        commit=f"{local}.Registered();" if registers else None,
        nothing_raised=None if registers or conversion.optional else f"{local}.NothingRaised()",
    )


def _payload(conversion: Payload, local: str) -> CppArgument:
    """Return the holder of a payload, which is kept for the lifetime that the plan states."""
    methods = "nullptr" if conversion.methods is None else quoted(conversion.methods)
    match conversion.lifetime:
        case Lifetime.CALL:
            kind = f"{'Optional' if conversion.optional else ''}CallPayloadArgument"
            return CppArgument(Holder(kind, local, methods), nothing_raised=f"{local}.NothingRaised()")
        case Lifetime.REGISTRATION:
            commit = f"{local}.HandOverUntilStop();"
        case Lifetime.RELEASE:
            commit = f"{local}.HandOver();"
        case _:
            assert_never(conversion.lifetime)
    return CppArgument(Holder("PayloadArgument", local, methods), commit=commit)


def spell_self(function: FunctionPlan, bound: SelfPlan) -> Holder:
    """Return the holder of a method's handle."""
    made_with = class_object(bound.handle.name)
    if isinstance(function.call.callee, HandleFunction):
        kind = f"HandleWithFunctionsArgument<{bound.handle.c_name}, {functions_struct(bound.handle.name)}>"
    else:
        kind = _handle_type(bound.handle)
    return Holder(kind, in_local(bound.c_name), made_with)
