"""Checks that the tests of this folder spell every case of every sum type of the plan."""

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

# The tables of the tests, by sum type. Each row begins with a value of the type.
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
    """Return the sum types of the plan, each with its cases."""
    return {
        name: frozenset(get_args(value))
        for module in _MODULES
        for name, value in vars(module).items()
        if isinstance(value, types.UnionType) and name != "CType"  # CType belongs to the IR
    }


def test_every_sum_type_has_a_table() -> None:
    assert set(_SPELLED) == set(sum_types())


@pytest.mark.parametrize("name", _SPELLED)
def test_every_case_is_spelled(name: str) -> None:
    missing = sum_types()[name] - {type(row[0]) for row in _SPELLED[name]}
    assert not missing, f"these cases of {name} are in no table of tests/unit/cpp: {missing}"


_INPUTS = [conversion for conversion, _ in INPUTS]

# Each enumeration of the plan, and its members that occur in the tables.
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
    """No callable has the lifetime RELEASE: it has a slot, which the core never releases."""
    lifetimes = {c.lifetime for c in _INPUTS if isinstance(c, Callback)}
    assert lifetimes == {Lifetime.CALL, Lifetime.REGISTRATION}
