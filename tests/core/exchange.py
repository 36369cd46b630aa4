"""One call of the SDK as the core sees it: what it got and gave, by the names of the C parameters."""

from __future__ import annotations

import re
from typing import Any

from orthanc_codegen.ir import CallbackType, Function, PointerType, VoidType
from orthanc_codegen.plan import FunctionPlan, OutputPlan

from .bench import Bench
from .memory import encode
from .standin import Request
from .values import GoodArgument, NotNull

RESULT = "result"  # the local of an inline function that becomes its result
_CAST = re.compile(r"^\(\w+\) ")
_OWN_PAYLOAD = PointerType(VoidType(), const=False)


class Exchange:
    """The request that one function of the SDK made, read back through the assignments in its body."""

    def __init__(self, bench: Bench, plan: FunctionPlan, requests: list[Request]) -> None:
        self._bench = bench
        self._plan = plan
        self.function = next(f for f in bench.header.functions if f.name == plan.c_name)
        service = (self.function.service or "").removeprefix("_OrthancPluginService_")
        (self._request,) = (r for r in requests if r.service == service)
        # Other requests only measure, ex) the pitch and the height of an image.
        self._measures = [r for r in requests if r is not self._request]
        self._fields = _fields_by_parameter(self.function)
        self._outputs = {output.local.removeprefix("out_") for output in plan.outputs}

    def check_received(self, given: list[GoodArgument], handle: int | None) -> None:
        """Compare every parameter that the core got with what Python passed."""
        expected = {name: value for argument in given for name, value in argument.expected.items()}
        if self._plan.bound_self is not None:
            expected[self._plan.bound_self.c_name] = handle
        for parameter in self.function.parameters[1:]:
            if parameter.name in self._outputs:
                continue
            got = self.received(parameter.name)
            if parameter.name in expected:
                assert got == expected[parameter.name], parameter.name
            else:  # what the module itself gives for a callable or an object
                assert isinstance(parameter.type, CallbackType) or parameter.type == _OWN_PAYLOAD
                assert got == NotNull(), parameter.name

    def received(self, name: str) -> Any:
        """Return what the core got of a parameter."""
        return self._request.fields[self._fields[name]]

    def check_absent(self, names: tuple[str, ...]) -> None:
        """Check that the core got nothing for parameters: NULL, or zero."""
        for name in names:
            assert self.received(name) in (None, 0, b"", []), name

    def check_returned(self, result: Any) -> None:
        """Compare what Python got with what the core gave."""
        outputs = {output.local: output for output in self._plan.outputs}
        expression = self._plan.returns.expression
        several = re.search(r"\.Of\((.*?)\)", expression)
        one = re.search(r"(out_\w+)\.ToPython\(\)", expression)
        if several:
            names = several[1].split(", ")
            assert len(result) == len(names) > 1
            for name, value in zip(names, result, strict=True):
                self._check(outputs[name], value)
        elif one:
            self._check(outputs[one[1]], result)
        elif self._plan.returns.annotation == "None":
            assert result is None
        else:  # a registration that is a decorator
            assert callable(result)

    def _check(self, output: OutputPlan, value: Any) -> None:
        """Compare one value; each kind of holder turns what the core gave into Python in its own way."""
        name = output.local.removeprefix("out_")
        field = self._fields.get(name)
        gave: Any = self._request.filled[field] if field else 0  # what the core returned: no error
        match output.holder.split("<")[0]:
            case "OwnedHandle":
                assert repr(value) == f"<orthanc.{output.annotation}, owned>"
            case "StructResult":
                assert list(value.values()) == list(gave.values())
            case "MeasuredResult":
                size = 1
                for request in self._measures:
                    size *= next(iter(request.filled.values()))
                assert value == (gave if isinstance(gave, bytes) else encode(gave))[:size]
            case "FlagResult":
                assert value is bool(gave)
            case "JsonResult":
                assert value == {"key": "value"}
            case "TextBufferResult":
                assert encode(value) == gave
            case _:
                assert (type(value) in (bytes, str)) is isinstance(gave, (bytes, str))
                assert value == gave


def _fields_by_parameter(function: Function) -> dict[str, str]:
    """Say for each parameter, and for the result, which field of the block has it."""
    assert function.call is not None, f"{function.name} asks for no service"
    fields = {function.call.argument: "argument"}  # where it is passed as it is
    for path, expression in function.call.assignments:
        fields[_CAST.sub("", expression).removeprefix("&")] = path.rpartition(".")[2]
    return fields
