"""Good arguments for any function, and what the core is then expected to receive, both read off the plan."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any

from orthanc_codegen.plan import ArgumentPlan, EnumKind, FunctionPlan

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
_SHAPE = {"width": 3, "height": 2, "pitch": 28}  # rows of any pixels of up to 8 bytes, with some padding
_ANY = object()


@dataclass(frozen=True)
class GoodArgument:
    """One argument: what Python passes, and what C gets."""

    name: str
    python: Any
    expected: dict[str, Any]  # by the name of the C parameter


def parts_of(holder: str) -> tuple[str, str]:
    """Take a holder apart, ex) ``BufferArgument<uint32_t, char>`` into its name and ``uint32_t``."""
    found = re.fullmatch(r"(\w+)(?:<(\w+).*>)?", holder)
    assert found, f"a holder that the tests can't read: {holder}"
    return found[1], found[2] or ""


def with_good_arguments(
    bench: Bench, function: FunctionPlan, body: Callable[[list[GoodArgument]], object]
) -> None:
    """Run `body` with a good value for every argument of a function, while borrowed handles are valid."""
    classes = [a.initializer.removeprefix("classes::k") for a in function.arguments if "HandleA" in a.holder]
    handles: list[Any] = []

    def nest(remaining: list[str]) -> None:
        if not remaining:
            made = iter(handles)
            indices = {limit.check.split(".")[0] for limit in function.call.limits}
            body(
                [
                    (
                        GoodArgument(a.name, 0, {a.c_names[0]: 0})
                        if a.local in indices
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
    """Make a good value for every argument of a function that takes no handles that are only borrowed."""
    made: list[GoodArgument] = []
    with_good_arguments(bench, function, made.extend)
    return made


def _good(bench: Bench, plan: ArgumentPlan, index: int, handles: Iterator[Any]) -> GoodArgument:
    holder, parameter = parts_of(plan.holder)
    if not plan.c_names:  # scripts may pass it, but the core gets something else
        return GoodArgument(plan.name, 7, {})
    first = plan.c_names[0]

    def simple(python: Any, expected: Any = _ANY) -> GoodArgument:
        return GoodArgument(plan.name, python, {first: python if expected is _ANY else expected})

    match holder:
        case "TextArgument" | "OptionalTextArgument" | "HeaderTextArgument":
            return simple(f"ünï \udcff {plan.name} {index}")
        case "HttpStatusArgument":
            return simple(400 + index)
        case "FlagArgument":
            return simple(True, 1)
        case "IntegerArgument":
            return simple(_SHAPE.get(plan.name, LIMITS[parameter] - index))
        case "FloatArgument":
            return simple(-index - 0.5)
        case "EnumArgument":
            return simple(_member(bench, parameter))
        case "BufferArgument":
            data = b"\0\xff " + plan.name.encode()
            return GoodArgument(plan.name, data, {first: data, plan.c_names[1]: len(data)})
        case "PixelsArgument" | "OwnedPixelsArgument":
            return simple(bytes(range(_SHAPE["pitch"] * _SHAPE["height"])))
        case "HeadersArgument":
            keys, values = ["ä", "b"], ["1", f"{plan.name} 2"]
            expected = dict(zip(plan.c_names, (2, keys, values), strict=True))
            return GoodArgument(plan.name, dict(zip(keys, values, strict=True)), expected)
        case "PayloadArgument" | "CallPayloadArgument" | "OptionalCallPayloadArgument":
            methods = plan.initializer.strip('"').split()
            made = SimpleNamespace(**dict.fromkeys(methods, lambda *_a, **_k: None))
            return GoodArgument(plan.name, made if methods != ["nullptr"] else print, {first: NotNull()})
        case "CallableArgument" | "CallCallableArgument" | "OptionalCallableArgument":
            return GoodArgument(plan.name, lambda *_args, **_kwargs: None, {first: NotNull()})
        case "HandleArgument" | "OptionalHandleArgument":
            handle = next(handles)
            return simple(handle, bench.addresses[id(handle)])
    raise AssertionError(f"the tests know no good value for {plan.holder}")


class NotNull:
    """Equal to every address but NULL."""

    def __eq__(self, other: object) -> bool:
        return isinstance(other, int) and other != 0

    def __hash__(self) -> int:
        return 0

    def __repr__(self) -> str:
        return "an address"


def _member(bench: Bench, c_name: str) -> Any:
    """Return the last value of an enumeration that is none of the SDK's own, or all its flags."""
    plan = next(enum for enum in bench.plan.enums if enum.c_name == c_name)
    members = list(getattr(bench.orthanc, plan.name))
    if plan.kind is not EnumKind.FLAGS:
        return members[-1]
    combined = members[0]
    for member in members:
        combined |= member
    return combined
