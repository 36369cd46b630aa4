"""Every case of every sum type of the plan is spelled by a test of this folder."""

from __future__ import annotations

import enum
import types
from collections.abc import Iterable
from typing import get_args

import pytest

from orthanc_codegen.plan import callbacks, constants, conversions, functions
from orthanc_codegen.plan import types as plan_types
from orthanc_codegen.plan.conversions import Buffer, Callback, Content, Handle, Lifetime, Ownership, Payload
from orthanc_codegen.plan.functions import CallResult, Part, PassedArgument

from .test_answers import ANSWERS, CONSTANTS, FAILURES, SUCCESSES
from .test_arguments import INPUTS
from .test_callbacks import ARRIVALS, CONDITIONS, RUNS
from .test_calls import CALLEES, ERRORS, GILS, GUARDS, PASSED, RESULTS
from .test_classes import CONTAINERS, MEMORIES
from .test_module import SCALARS
from .test_results import OUTPUTS, RETURNED

_MODULES = (callbacks, constants, conversions, functions, plan_types)

# What the tests spell, by the sum type. A row of each table begins with a value of it.
_SPELLED: dict[str, Iterable[tuple[object, ...]]] = {
    "Input": INPUTS,
    "Output": OUTPUTS,
    "Arrival": ARRIVALS,
    "Answer": ANSWERS,
    "Scalar": SCALARS,
    "Guard": GUARDS,
    "GilPolicy": GILS,
    "Callee": CALLEES,
    "Constant": CONSTANTS,
    "Passed": PASSED,
    "ErrorPolicy": ERRORS,
    "Returned": RETURNED,
    "Condition": CONDITIONS,
    "CallbackResult": SUCCESSES,
    "FailurePolicy": FAILURES,
    "Run": RUNS,
    "Memory": MEMORIES,
    "Container": CONTAINERS,
}


def sum_types() -> dict[str, frozenset[type]]:
    """Find the sum types of the plan, each with its cases."""
    return {
        name: frozenset(get_args(value))
        for module in _MODULES
        for name, value in vars(module).items()
        if isinstance(value, types.UnionType) and name != "CType"  # which is one of the IR
    }


def test_every_sum_type_has_a_table() -> None:
    assert set(_SPELLED) == set(sum_types())


@pytest.mark.parametrize("name", _SPELLED)
def test_every_case_is_spelled(name: str) -> None:
    missing = sum_types()[name] - {type(row[0]) for row in _SPELLED[name]}
    assert not missing, f"no test says how C++ spells these cases of {name}: {missing}"


_INPUTS = [conversion for conversion, _ in INPUTS]

# What an enumeration of the plan is spelled for.
_MEMBERS: tuple[tuple[type[enum.StrEnum], set[enum.StrEnum]], ...] = (
    (Content, {c.content for c, _ in OUTPUTS if isinstance(c, Buffer)}),
    (Lifetime, {c.lifetime for c in _INPUTS if isinstance(c, Payload)}),
    (Part, {p.part for p, _ in PASSED if isinstance(p, PassedArgument)}),
    (CallResult, {result for result, _ in RESULTS}),
    (
        Ownership,
        {c.ownership for c in (*_INPUTS, *(c for c, _ in OUTPUTS)) if isinstance(c, Handle)},
    ),
)


@pytest.mark.parametrize(("members", "spelled"), _MEMBERS, ids=lambda v: getattr(v, "__name__", ""))
def test_every_member_is_spelled(members: type[enum.StrEnum], spelled: set[enum.StrEnum]) -> None:
    assert spelled == set(members)


def test_callables_for_the_call_and_for_good_are_spelled() -> None:
    """No callable is given back by the core: it goes by a slot."""
    lifetimes = {c.lifetime for c in _INPUTS if isinstance(c, Callback)}
    assert lifetimes == {Lifetime.CALL, Lifetime.REGISTRATION}
