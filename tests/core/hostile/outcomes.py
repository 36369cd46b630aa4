"""The allowed outcomes of a call: an exception that states the cause, or a documented result."""

from __future__ import annotations

from typing import assert_never

from orthanc_codegen.plan import FunctionPlan, Output
from orthanc_codegen.plan.conversions import (
    BorrowedText,
    Buffer,
    Content,
    Dict,
    Enumeration,
    Flag,
    Float,
    Handle,
    Integer,
    Measured,
    OwnedText,
)
from orthanc_codegen.plan.functions import ReturnsArgument, ReturnsNothing, ReturnsTuple, ReturnsValue

from ..harness.bench import Bench
from .nasty import HOSTILE

_REFUSALS = (TypeError, ValueError, OverflowError, BufferError, IndexError, RuntimeError)


def check_result(bench: Bench, function: FunctionPlan, result: object) -> None:
    """Check that a result has the documented type."""
    returns = function.returns
    match returns:
        case ReturnsNothing():
            assert result is None
        case ReturnsArgument():
            assert callable(result), f"{result!r} is not callable"
        case ReturnsValue(output, found):
            if result is not None or found is None:
                _check_output(bench, output.conversion, result)
        case ReturnsTuple(name, outputs):
            assert type(result) is getattr(bench.orthanc, name), f"{result!r} is not a {name}"
            assert isinstance(result, tuple)
            for output, value in zip(outputs, result, strict=True):
                if value is not None or returns.found is None:
                    _check_output(bench, output.conversion, value)
        case _:
            assert_never(returns)


def _check_output(bench: Bench, conversion: Output, value: object) -> None:
    """Check that a value has the type of its conversion."""
    expected = _types_of(bench, conversion)
    assert expected is None or type(value) in expected, f"{value!r} does not have a type of {conversion}"


def _types_of(bench: Bench, conversion: Output) -> tuple[type, ...] | None:
    """Return the types that a value may have; None for JSON, whose type depends on the document."""
    match conversion:
        case Flag():
            return (bool,)
        case Integer():
            return (int,)
        case Float():
            return (float,)
        case Enumeration(name=name):  # a value that the SDK does not name stays an int
            return (int, getattr(bench.orthanc, name))
        case Buffer(content=content):
            return _types_in(content)
        case Measured():
            return (bytes,)
        case OwnedText():
            return (str,)
        case BorrowedText():
            return (str, type(None))
        case Dict():
            return (dict,)
        case Handle(name=name):
            return (getattr(bench.orthanc, name),)
        case _:
            assert_never(conversion)


def _types_in(content: Content) -> tuple[type, ...] | None:
    match content:
        case Content.BYTES:
            return (bytes,)
        case Content.TEXT:
            return (str,)
        case Content.JSON:
            return None
        case _:
            assert_never(content)


def _reads_json(function: FunctionPlan) -> bool:
    contents = [o.conversion.content for o in function.outputs if isinstance(o.conversion, Buffer)]
    return Content.JSON in contents


def check_error(bench: Bench, function: FunctionPlan, error: BaseException, *, absurd: bool) -> None:
    """Check that an exception states the cause; with `absurd` sizes, there may be too little memory."""
    if getattr(error, HOSTILE, False):
        return  # an exception of the script, or of a method of the value, passes unchanged
    if isinstance(error, bench.orthanc.OrthancException):
        code, description = error.args
        assert isinstance(code, int) and code != 0 and isinstance(description, str)
        return
    if absurd and isinstance(error, MemoryError | OverflowError):
        return
    if _reads_json(function) and isinstance(error, ValueError | RecursionError):
        return
    text = str(error)
    place = f"orthanc.{function.qualified_name}()"
    named = [f"'{argument.name}'" for argument in function.arguments] + ["'self'", "takes at most", "keyword"]
    assert type(error) in _REFUSALS and text.startswith(place), f"{type(error).__name__}: {text}"
    assert any(name in text for name in named), text
