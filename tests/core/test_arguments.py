"""Wrong arguments: the exception names the argument, and the core receives no request."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, assert_never

import pytest

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

from .. import interface
from .harness.bench import Bench
from .harness.values import LIMITS, with_good_arguments

FUNCTIONS = interface.plan().every_function
WITH_ARGUMENTS = [f for f in FUNCTIONS if f.arguments]
EACH_ARGUMENT = [
    pytest.param(f, i, id=f"{f.qualified_name}-{a.name}")
    for f in FUNCTIONS
    for i, a in enumerate(f.arguments)
]
HUGE = 10**5000  # too many digits for str()
LONE_SURROGATE = "\ud800"
with_arguments = pytest.mark.parametrize("function", WITH_ARGUMENTS, ids=lambda f: f.qualified_name)

Bad = list[tuple[object, type[Exception]]]

BAD_TEXT: Bad = [
    (1, TypeError),
    (b"bytes", TypeError),
    ("a\0b", ValueError),
    ("\0", ValueError),
    (LONE_SURROGATE, ValueError),
]
BAD_BYTES: Bad = [
    (1, TypeError),
    (1.5, TypeError),
    ([1, 2], TypeError),
    ({}, TypeError),
    (memoryview(b"abcdef")[::2], BufferError),
    (LONE_SURROGATE, ValueError),
]
BAD_HEADERS: Bad = [
    (1, TypeError),
    ("text", TypeError),
    ([("a", "b")], TypeError),
    ({"a": 1}, TypeError),
    ({1: "a"}, TypeError),
    ({"a": None}, TypeError),
    ({"a": "b\r\nc: d"}, ValueError),
    ({"a\n": "b"}, ValueError),
    ({"a": "b\0"}, ValueError),
]
LINE_BREAKS: Bad = [("a\nb", ValueError), ("a\rb", ValueError), ("a\r\nSet-Cookie: x", ValueError)]
NONE: Bad = [(None, TypeError)]


def bad_values(bench: Bench, plan: ArgumentPlan) -> Bad:
    """Return values that an argument must not accept, each with the expected exception."""
    conversion = plan.conversion
    match conversion:
        case Text(optional, header):
            return BAD_TEXT + ([] if optional else NONE) + (LINE_BREAKS if header else [])
        case Integer(c_type) | IgnoredSize(c_type):
            return of_c_type(c_type) + NONE
        case Flag(c_type):
            return [*of_c_type(c_type), (2, ValueError), *NONE]
        case HttpStatus():
            return [*bad_integers(0xFFFF, signed=False), *NONE, *((n, ValueError) for n in (0, 99, 600, 999))]
        case Float(c_type):
            too_large: Bad = [(1e300, OverflowError)] if c_type == "float" else []
            return [("1", TypeError), *NONE, (10**400, OverflowError), *too_large]
        case Enumeration(c_name):
            return bad_integers(0x7FFF_FFFF, signed=True) + NONE + unknown_members(bench, c_name)
        case Bytes():
            return BAD_BYTES
        case Pixels():
            return [*BAD_BYTES, (b"short", ValueError), (None, ValueError)]
        case Headers():
            return BAD_HEADERS
        case Callback(optional=optional):
            return [(1, TypeError), ("f", TypeError), *([] if optional else NONE)]
        case Payload(optional=optional):
            return [(object(), TypeError), ("f", TypeError), *([] if optional else NONE)]
        case Handle(optional=optional):
            return [(1, TypeError), (closed_handle(bench), TypeError), *([] if optional else NONE)]
        case _:
            assert_never(conversion)


def of_c_type(c_type: str) -> Bad:
    """Return values that are not integers of a C type."""
    return bad_integers(LIMITS[c_type], signed=not c_type.startswith("u"))


def bad_integers(most: int, *, signed: bool) -> Bad:
    least = -most - 1 if signed else 0
    outside = (least - 1, most + 1, HUGE, -HUGE, 2**64, 2**64 + 1, -(2**63) - 1)
    return [("1", TypeError), (1.5, TypeError), (b"1", TypeError), *((n, OverflowError) for n in outside)]


def unknown_members(bench: Bench, c_name: str) -> Bad:
    plan = next(enum for enum in bench.plan.enums if enum.c_name == c_name)
    return [] if plan.kind is EnumKind.OPEN else [(0x4000_0000, ValueError), (-77, ValueError)]


def closed_handle(bench: Bench) -> Any:
    """Return a handle of a class that no function takes as an argument."""
    handles: list[Any] = []
    bench.lend("RestOutput", handles.append)
    return handles[0]


def call_with(bench: Bench, function: FunctionPlan, index: int, value: object) -> None:
    """Call a function with valid arguments except one."""

    def run(target: Any) -> None:
        def go_on(arguments: list[Any]) -> None:
            values = [argument.python for argument in arguments]
            values[index] = value
            before = len(bench.core.requests)
            try:
                getattr(target, function.name)(*values)
            finally:
                assert bench.core.requests[before:] == [], "the core received a request"

        with_good_arguments(bench, function, go_on)

    if function.bound_self is None:
        run(bench.orthanc)
    else:
        bench.lend(function.bound_self.handle.name, run)


@pytest.mark.parametrize(("function", "index"), EACH_ARGUMENT)
def test_bad_value(shared_bench: Bench, function: FunctionPlan, index: int) -> None:
    plan = function.arguments[index]
    for value, expected in bad_values(shared_bench, plan):
        with pytest.raises(expected) as caught:
            call_with(shared_bench, function, index, value)
        assert f"orthanc.{function.qualified_name}(): argument '{plan.name}'" in str(caught.value)
        assert type(caught.value) is expected


@with_arguments
def test_wrong_number_of_arguments(shared_bench: Bench, function: FunctionPlan) -> None:
    place = f"orthanc.{function.qualified_name}()".replace("(", r"\(").replace(")", r"\)")
    names = [argument.name for argument in function.arguments]

    def run(target: Any) -> None:
        method = getattr(target, function.name)
        with pytest.raises(TypeError, match=rf"{place} takes at most {len(names)} argument"):
            method(*[None] * (len(names) + 1))
        with pytest.raises(TypeError, match=f"{place} got an unexpected keyword argument 'unknown'"):
            method(unknown=1)
        with pytest.raises(TypeError, match=f"{place} got multiple values for argument '{names[0]}'"):
            method(None, **{names[0]: None})
        for missing in names[: function.required]:
            given = {name: None for name in names if name != missing}
            with pytest.raises(TypeError, match=f"{place} missing required argument '{missing}'"):
                method(**given)

    if function.bound_self is None:
        run(shared_bench.orthanc)
    else:
        shared_bench.lend(function.bound_self.handle.name, run)


def test_a_released_buffer(shared_bench: Bench) -> None:
    view = memoryview(b"abc")
    view.release()
    with pytest.raises(BufferError, match=r"orthanc\.RestApiPost\(\): argument 'body'"):
        shared_bench.orthanc.RestApiPost("/", view)


@pytest.mark.parametrize("value", [None, b"", ""])
def test_no_bytes(shared_bench: Bench, value: object) -> None:
    shared_bench.orthanc.RestApiPost("/", value)
    assert not shared_bench.core.requests[-1].fields["body"]
    assert shared_bench.core.requests[-1].fields["bodySize"] == 0


def test_text_that_is_not_utf8(shared_bench: Bench) -> None:
    shared_bench.orthanc.RestApiPost("/\udcff\udc80", "\udcfe")
    fields = shared_bench.core.requests[-1].fields
    assert (fields["uri"], fields["body"]) == ("/\udcff\udc80", b"\xfe")


def test_a_buffer_is_locked_during_the_call(shared_bench: Bench) -> None:
    data = bytearray(b"abc")

    def handler(request: Any) -> None:
        with pytest.raises(BufferError):
            data.append(1)
        request.fill("target", b"")

    shared_bench.core.on("RestApiPost", handler)
    shared_bench.orthanc.RestApiPost("/", data)
    data.append(1)  # the exported buffer was released
    shared_bench.core.handlers.clear()


class Index:
    def __index__(self) -> int:
        return 200


def test_any_integer(shared_bench: Bench) -> None:
    shared_bench.lend("RestOutput", lambda output: output.SendHttpStatusCode(Index()))
    assert shared_bench.core.requests[-1].fields["status"] == 200


def test_a_value_that_refuses_to_be_a_number(shared_bench: Bench) -> None:
    metrics = shared_bench.orthanc.MetricsType.DEFAULT
    with pytest.raises(ValueError, match=r"SetMetricsValue\(\): argument 'value': .*signaling NaN") as caught:
        shared_bench.orthanc.SetMetricsValue("name", Decimal("sNaN"), metrics)
    assert type(caught.value.__cause__) is ValueError


@pytest.mark.parametrize(
    ("width", "height", "pitch", "size", "message"),
    [
        (3, 2, 8, 16, "a pitch of 8 bytes is too small for rows of 9 bytes"),
        (3, 2, 9, 17, "has 17 bytes, but pitch"),
        (2**32 - 1, 1, 9, 9, "a pitch of 9 bytes is too small for rows of 12884901885 bytes"),
        (1, 2**32 - 1, 2**32 - 1, 9, "has 9 bytes, but pitch"),
    ],
)
def test_images_that_do_not_fit_their_buffer(
    shared_bench: Bench, width: int, height: int, pitch: int, size: int, message: str
) -> None:
    rgb = shared_bench.orthanc.PixelFormat.RGB24
    for make in (shared_bench.orthanc.CreateImageFromBuffer, shared_bench.orthanc.CompressPngImage):
        with pytest.raises(ValueError, match=message) as caught:
            make(rgb, width, height, pitch, bytes(size))
        assert "argument 'buffer'" in str(caught.value)


def test_an_index_that_the_core_would_not_survive(bench: Bench) -> None:
    bench.core.on("GetCommandLineArgumentsCount", lambda request: request.fill("resultUint32", 3))
    assert bench.orthanc.GetCommandLineArgument(2)
    for index in (3, 2**32 - 1):
        with pytest.raises(IndexError, match=f"argument 'argument': {index} is not below 3"):
            bench.orthanc.GetCommandLineArgument(index)
    bench.core.fail("GetCommandLineArgumentsCount", 11)
    with pytest.raises(bench.orthanc.OrthancException):
        bench.orthanc.GetCommandLineArgument(0)
    assert len(bench.core.asked("GetCommandLineArgument")) == 1
