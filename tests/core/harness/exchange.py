"""One call of the SDK as the core sees it: its inputs and outputs, by the names of the C parameters."""

from __future__ import annotations

import json
import re
from typing import Any, assert_never

from orthanc_codegen.ir import CallbackType, Function, PointerType, VoidType
from orthanc_codegen.plan import FunctionPlan, OutputPlan
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
from orthanc_testing.inprocess.memory import encode

from .bench import Bench
from .standin import Request
from .values import GoodArgument, NotNull

RESULT = "result"  # the local variable of an inline function that holds its result
_CAST = re.compile(r"^\(\w+\) ")
_OWN_PAYLOAD = PointerType(VoidType(), const=False)


class Exchange:
    """The request of one function of the SDK, decoded through the assignments in the function's body."""

    def __init__(self, bench: Bench, plan: FunctionPlan, requests: list[Request]) -> None:
        self._bench = bench
        self._plan = plan
        self.function = next(f for f in bench.header.functions if f.name == plan.c_name)
        service = (self.function.service or "").removeprefix("_OrthancPluginService_")
        (self._request,) = (r for r in requests if r.service == service)
        # The other requests only measure, ex) the pitch and the height of an image.
        self._measures = [r for r in requests if r is not self._request]
        self._fields = _fields_by_parameter(self.function)
        self._outputs = {output.c_name for output in plan.outputs}

    def check_received(self, given: list[GoodArgument], handle: int | None) -> None:
        """Compare every parameter that the core received with the Python argument."""
        expected = {name: value for argument in given for name, value in argument.expected.items()}
        if self._plan.bound_self is not None:
            expected[self._plan.bound_self.c_name] = handle
        for parameter in self.function.parameters[1:]:
            if parameter.name in self._outputs:
                continue
            got = self.received(parameter.name)
            if parameter.name in expected:
                assert got == expected[parameter.name], parameter.name
            else:  # a pointer that the module itself chooses for a callable or object
                assert isinstance(parameter.type, CallbackType) or parameter.type == _OWN_PAYLOAD
                assert got == NotNull(), parameter.name

    def received(self, name: str) -> Any:
        """Return the value that the core received for a parameter."""
        return self._request.fields[self._fields[name]]

    def check_absent(self, names: tuple[str, ...]) -> None:
        """Check that parameters are absent: NULL, or zero."""
        for name in names:
            assert self.received(name) in (None, 0, b"", []), name

    def check_returned(self, result: Any) -> None:
        """Compare the Python result with the values that the core returned."""
        returns = self._plan.returns
        match returns:
            case ReturnsNothing():
                assert result is None
            case ReturnsArgument():  # a registration that is a decorator
                assert callable(result)
            case ReturnsValue(output):
                self._check(output, result)
            case ReturnsTuple(outputs=outputs):
                assert len(result) == len(outputs) > 1
                for output, value in zip(outputs, result, strict=True):
                    self._check(output, value)
            case _:
                assert_never(returns)

    def _check(self, output: OutputPlan, value: Any) -> None:
        """Compare one Python value with the value of the core, converted as its kind of output requires."""
        field = self._fields.get(output.c_name)
        gave: Any = self._request.filled[field] if field else 0  # 0: the function returned no error
        conversion = output.conversion
        match conversion:
            case Handle(name=name):
                assert repr(value) == f"<orthanc.{name}, owned>"
            case Dict():
                assert list(value.values()) == list(gave.values())
            case Measured():
                size = 1
                for request in self._measures:
                    size *= next(iter(request.filled.values()))
                assert value == (gave if isinstance(gave, bytes) else encode(gave))[:size]
            case Flag():
                assert value is bool(gave)
            case Buffer(content=content):
                _check_buffer(content, value, gave)
            case OwnedText() | BorrowedText():
                assert (type(value), value) == (str, gave)
            case Integer() | Float() | Enumeration():
                assert not isinstance(value, bytes | str)
                assert value == gave
            case _:
                assert_never(conversion)


def _check_buffer(content: Content, value: Any, gave: bytes) -> None:
    """Compare the Python value of a buffer with its bytes."""
    match content:
        case Content.BYTES:
            assert (type(value), value) == (bytes, gave)
        case Content.TEXT:
            assert encode(value) == gave
        case Content.JSON:
            assert value == json.loads(gave)
        case _:
            assert_never(content)


def _fields_by_parameter(function: Function) -> dict[str, str]:
    """Return the field of the block for each parameter and for the result."""
    assert function.call is not None, f"{function.name} calls no service"
    fields = {function.call.argument: "argument"}  # the parameter that the service receives directly
    for path, expression in function.call.assignments:
        fields[_CAST.sub("", expression).removeprefix("&")] = path.rpartition(".")[2]
    return fields
