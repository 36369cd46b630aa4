"""Valid arguments for any function, and the values that the core must receive, by conversion."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any, assert_never

from orthanc_codegen.plan import ArgumentPlan, EnumKind, FunctionPlan
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
    Payload,
    Pixels,
    Text,
)

from .bench import Bench

LIMITS = {
    "uint8_t": 0xFF,
    "uint16_t": 0xFFFF,
    "uint32_t": 0xFFFF_FFFF,
    "uint64_t": 0xFFFF_FFFF_FFFF_FFFF,
    "int8_t": 0x7F,
    "int16_t": 0x7FFF,
    "int32_t": 0x7FFF_FFFF,
    "int64_t": 0x7FFF_FFFF_FFFF_FFFF,
    "int": 0x7FFF_FFFF,
}
_SHAPE = {"width": 3, "height": 2, "pitch": 28}  # rows of pixels of up to 8 bytes, with padding
_ANY = object()


@dataclass(frozen=True)
class GoodArgument:
    """One argument: the Python value, and the expected values in C."""

    name: str
    python: Any
    expected: dict[str, Any]  # by the name of the C parameter


def with_good_arguments(
    bench: Bench, function: FunctionPlan, body: Callable[[list[GoodArgument]], object]
) -> None:
    """Run `body` with a valid value for every argument of a function, while borrowed handles are valid."""
    classes = [a.conversion.name for a in function.arguments if isinstance(a.conversion, Handle)]
    handles: list[Any] = []

    def nest(remaining: list[str]) -> None:
        if not remaining:
            made = iter(handles)
            indices = {limit.argument for limit in function.call.limits}
            body(
                [
                    (
                        GoodArgument(a.name, 0, {a.c_names[0]: 0})
                        if a.c_name in indices
                        else _good(bench, a, i, made)
                    )
                    for i, a in enumerate(function.arguments, start=1)
                ]
            )
            return

        def go_on(handle: Any) -> None:
            handles.append(handle)
            nest(remaining[1:])

        bench.lend(remaining[0], go_on)

    nest(classes)


def good_arguments(bench: Bench, function: FunctionPlan) -> list[GoodArgument]:
    """Make a valid value for every argument of a function that takes no borrowed handle."""
    made: list[GoodArgument] = []
    with_good_arguments(bench, function, made.extend)
    return made


def _good(bench: Bench, plan: ArgumentPlan, index: int, handles: Iterator[Any]) -> GoodArgument:
    conversion = plan.conversion

    def simple(python: Any, expected: Any = _ANY) -> GoodArgument:
        return GoodArgument(plan.name, python, {plan.c_names[0]: python if expected is _ANY else expected})

    match conversion:
        case IgnoredSize():  # the core receives the size of the bytes instead
            return GoodArgument(plan.name, 7, {})
        case Text():
            return simple(f"ünï \udcff {plan.name} {index}")
        case HttpStatus():
            return simple(400 + index)
        case Flag():
            return simple(True, 1)
        case Integer(c_type):
            return simple(_SHAPE.get(plan.name, LIMITS[c_type] - index))
        case Float():
            return simple(-index - 0.5)
        case Enumeration(c_name):
            return simple(_member(bench, c_name))
        case Bytes():
            data, sized = b"\0\xff " + plan.name.encode(), plan.c_names
            return GoodArgument(plan.name, data, dict(zip(sized, (data, len(data)), strict=True)))
        case Pixels():
            return simple(bytes(range(_SHAPE["pitch"] * _SHAPE["height"])))
        case Headers():
            keys, values = ["ä", "b"], ["1", f"{plan.name} 2"]
            expected = dict(zip(plan.c_names, (2, keys, values), strict=True))
            return GoodArgument(plan.name, dict(zip(keys, values, strict=True)), expected)
        case Payload():
            return simple(_object_for(conversion), NotNull())
        case Callback():
            return simple(lambda *_args, **_kwargs: None, NotNull())
        case Handle():
            handle = next(handles)
            return simple(handle, bench.addresses[id(handle)])
        case _:
            assert_never(conversion)


def _object_for(payload: Payload) -> Any:
    """Make a callable, or an object with the required methods."""
    if payload.methods is None:
        return print
    return SimpleNamespace(**dict.fromkeys(payload.methods, lambda *_a, **_k: None))


class NotNull:
    """Equal to every address but NULL."""

    def __eq__(self, other: object) -> bool:
        return isinstance(other, int) and other != 0

    def __hash__(self) -> int:
        return 0

    def __repr__(self) -> str:
        return "an address"


def _member(bench: Bench, c_name: str) -> Any:
    """Return the last value of an enumeration, or all its flags combined."""
    plan = next(enum for enum in bench.plan.enums if enum.c_name == c_name)
    members = list(getattr(bench.orthanc, plan.name))
    if plan.kind is not EnumKind.FLAGS:
        return members[-1]
    combined = members[0]
    for member in members:
        combined |= member
    return combined
