"""The types that only stubs spell."""

from __future__ import annotations

from orthanc_codegen.plan.conversions import Callback, Integer, Lifetime, NewPayload
from orthanc_codegen.plan.functions import ReturnsArgument, ReturnsNothing
from orthanc_codegen.plan.parameters import PythonParameter
from orthanc_codegen.plan.stub_types import (
    Signature,
    TypeVariable,
    returned_type,
    signature,
    type_variables,
)

from .made import answer, argument, callback, function, returning

STRIKE = argument(Callback("OrthancPluginStrike", "Strike", Lifetime.REGISTRATION), "callback")


def test_a_callable_may_return_an_awaitable() -> None:
    assert returned_type(callback()) == "None | Awaitable[None]"
    assert returned_type(returning(answer(Integer("int32_t")))) == "int | Awaitable[int]"
    assert returned_type(returning(answer(NewPayload("")))) == "object"


def test_a_decorator_returns_its_argument() -> None:
    decorator = function(STRIKE, returns=ReturnsArgument())
    parameter = PythonParameter("callback", "_T_Strike")
    assert signature(decorator) == Signature((parameter,), "_T_Strike")
    assert type_variables([decorator, decorator]) == (TypeVariable("_Strike"),)


def test_other_functions_are_not_generic() -> None:
    other = function(STRIKE, returns=ReturnsNothing())
    assert signature(other) == Signature((PythonParameter("callback", "_Strike"),), "None")
    assert type_variables([other]) == ()
