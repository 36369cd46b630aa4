"""The types that only stubs spell: generic decorators, and callables that may return awaitables."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from orthanc_codegen.plan.callbacks import CallbackPlan
from orthanc_codegen.plan.functions import FunctionPlan, ReturnsArgument
from orthanc_codegen.plan.parameters import PythonParameter
from orthanc_codegen.plan.python_types import STUB_PREFIX, parameters_of, result_type, return_type


@dataclass(frozen=True, slots=True)
class TypeVariable:
    """A type variable."""

    bound: str  # ex) "_OnChangeCallback"

    @property
    def name(self) -> str:
        """The name in stubs, ex) ``_T_OnChangeCallback``."""
        return f"{STUB_PREFIX}T{self.bound}"


@dataclass(frozen=True, slots=True)
class Signature:
    """The signature of a function or method."""

    parameters: tuple[PythonParameter, ...]  # without self
    result: str


def signature(function: FunctionPlan) -> Signature:
    """Return the signature of a function or method. A decorator is generic: it returns its argument."""
    parameters, result = parameters_of(function), return_type(function)
    if not isinstance(function.returns, ReturnsArgument):
        return Signature(parameters, result)
    variable = TypeVariable(result).name
    return Signature((replace(parameters[0], type=variable), *parameters[1:]), variable)


def type_variables(functions: Iterable[FunctionPlan]) -> tuple[TypeVariable, ...]:
    """Return the type variables of all decorators among the functions."""
    decorators = [f for f in functions if isinstance(f.returns, ReturnsArgument)]
    return tuple(dict.fromkeys(TypeVariable(return_type(function)) for function in decorators))


def returned_type(callback: CallbackPlan) -> str:
    """Return the return type of a callable: that of its result, or an awaitable of it."""
    result = result_type(callback)
    return result if result == "object" else f"{result} | Awaitable[{result}]"
