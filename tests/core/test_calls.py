"""Every function with good arguments: what the core receives, and what Python gets back."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest

from orthanc_codegen import pipeline
from orthanc_codegen.plan import FunctionPlan

from .bench import Bench, functions_of
from .standin import Request
from .values import GoodArgument, NotNull, good_arguments, with_good_arguments

PLAN = pipeline.plan_for(pipeline.load().header)
FUNCTIONS = functions_of(PLAN)
LENT = [f for f in FUNCTIONS if f.bound_self and f.bound_self.holder.startswith("LendingHandle")]
Choice = Callable[[list[GoodArgument]], tuple[list[Any], dict[str, Any]]]
every_function = pytest.mark.parametrize("function", FUNCTIONS, ids=lambda f: f.qualified_name)


@dataclass(frozen=True)
class Outcome:
    """What came of one call."""

    arguments: list[GoodArgument]
    result: Any
    requests: list[Request]
    lent: list[tuple[str, tuple[Any, ...]]]  # calls of functions that a callback has lent


def by_position(arguments: list[GoodArgument]) -> tuple[list[Any], dict[str, Any]]:
    return [argument.python for argument in arguments], {}


def by_keyword(arguments: list[GoodArgument]) -> tuple[list[Any], dict[str, Any]]:
    return [], {argument.name: argument.python for argument in reversed(arguments)}


def call(bench: Bench, function: FunctionPlan, choose: Choice = by_position) -> Outcome:
    """Call a function, a method on a handle of its class."""
    outcomes: list[Outcome] = []

    def run(target: Any, arguments: list[GoodArgument]) -> None:
        before = len(bench.core.requests)
        args, kwargs = choose(arguments)
        result = getattr(target, function.name)(*args, **kwargs)
        lent = bench.arrival.lent_calls if function in LENT else []
        outcomes.append(Outcome(arguments, result, bench.core.requests[before:], lent))

    def prepare(target: Any) -> None:
        with_good_arguments(bench, function, lambda arguments: run(target, arguments))

    if function.bound_self is None:
        prepare(bench.orthanc)
    else:
        needs = function.c_name if function in LENT else ""
        bench.lend(function.bound_self.class_name, prepare, needs)
    return outcomes[0]


def check_received(function: FunctionPlan, arguments: list[GoodArgument], requests: list[Request]) -> None:
    """Compare what the core was asked: the SDK keeps the names of most parameters, but not of all."""
    if not requests:  # a function that looks at the context alone, or writes to the log
        return
    received = list(requests[-1].fields.values())
    received += [value % 2**32 for value in received if isinstance(value, int)]
    for argument in arguments:
        for name, value in argument.expected.items():
            assert value in received, f"'{name}' of {function.c_name}: {value!r} is not in {received}"
    if function.bound_self is not None:
        assert NotNull() in received


def check_returned(function: FunctionPlan, result: Any, requests: list[Request]) -> None:
    """Compare a result with what the core filled in."""
    if not function.outputs:
        assert callable(result) if function.returns.annotation != "None" else result is None
        return
    filled = {name: value for request in requests for name, value in request.filled.items()}
    if function.returns.annotation == "HttpAnswer":
        assert result == (filled["httpStatus"], {"key": "value"}, filled["answerBody"])
        return
    if len(function.outputs) == 1:
        check_value(function.outputs[0].holder.split("<")[0], result, filled)
    elif isinstance(result, tuple):  # all of several, with their names
        for value in result:
            given = value.encode("utf-8", "surrogateescape") if isinstance(value, str) else value
            assert given in filled.values() or (value is True and any(filled.values())) or value == 0
    elif ".IsSet()" in function.returns.expression:
        assert result in filled.values()
    else:  # one of several, under the name of its output
        local = function.returns.expression.removesuffix(".ToPython()").removeprefix("out_").lower()
        assert result in [value for name, value in filled.items() if name.lower().endswith(local)]


def check_value(holder: str, result: Any, filled: dict[str, Any]) -> None:
    match holder:
        case "OwnedHandle":
            assert "owned" in repr(result)
        case "StructResult":
            assert list(result.values()) == list(next(iter(filled.values())).values())
        case "MeasuredResult":
            assert type(result) is bytes
        case "FlagResult":
            assert result is True
        case _ if filled:
            assert result in filled.values()
        case _:
            assert result in (0, 1)  # computed by the SDK itself


@every_function
@pytest.mark.parametrize("choose", [by_position, by_keyword])
def test_good_arguments(shared_bench: Bench, function: FunctionPlan, choose: Choice) -> None:
    outcome = call(shared_bench, function, choose)
    if function in LENT:
        check_lent(function, outcome)
        return
    check_received(function, outcome.arguments, outcome.requests)
    check_returned(function, outcome.result, outcome.requests)


def check_lent(function: FunctionPlan, outcome: Outcome) -> None:
    """Compare what a function got that the core had lent to a callback."""
    ((name, received),) = outcome.lent
    assert name == function.c_name
    for argument in outcome.arguments:
        for value in argument.expected.values():
            assert value in received
    assert outcome.result is None


@pytest.mark.parametrize(
    "function",
    [f for f in LENT if f.call.statement.startswith("call.Returned")],
    ids=lambda f: f.qualified_name,
)
def test_a_lent_function_refuses(shared_bench: Bench, function: FunctionPlan) -> None:
    with pytest.raises(shared_bench.orthanc.OrthancException) as caught:
        call(shared_bench, function, lambda given: refuse(shared_bench, given))
    assert caught.value.args[0] == shared_bench.orthanc.ErrorCode.UNKNOWN_RESOURCE


def refuse(bench: Bench, given: list[GoodArgument]) -> tuple[list[Any], dict[str, Any]]:
    bench.arrival.lent_result = int(bench.orthanc.ErrorCode.UNKNOWN_RESOURCE)
    return by_position(given)


def test_a_function_that_is_not_lent_cannot_be_called(bench: Bench) -> None:
    def try_it(collection: Any) -> None:
        with pytest.raises(ValueError, match="the callback that got it cannot do this"):
            collection.RetrieveFile(b"", "text/plain", "20240101T000000")

    bench.lend("WebDavCollection", try_it, "OrthancPluginWebDavAddFile")


@pytest.mark.parametrize(
    "function",
    [f for f in FUNCTIONS if f.required < len(f.arguments) and f not in LENT],
    ids=lambda f: f.qualified_name,
)
def test_defaults(shared_bench: Bench, function: FunctionPlan) -> None:
    outcome = call(shared_bench, function, lambda given: by_position(given[: function.required]))
    check_received(function, outcome.arguments[: function.required], outcome.requests)
    for plan in function.arguments[function.required :]:
        for name in plan.c_names:
            assert not outcome.requests[-1].fields.get(name)


@pytest.mark.parametrize(
    "function", [f for f in FUNCTIONS if f.call.raises and f not in LENT], ids=lambda f: f.qualified_name
)
def test_the_core_refuses(shared_bench: Bench, function: FunctionPlan) -> None:
    core, code = shared_bench.core, shared_bench.orthanc.ErrorCode.UNKNOWN_RESOURCE
    requests = call(shared_bench, function).requests
    if not requests:
        return  # it asks nothing of the core that could fail
    core.on("GetErrorDescription", lambda r: r.fill("target", "dèscription"))
    for request in requests:
        core.fail(request.service, int(code))
    try:
        with pytest.raises(shared_bench.orthanc.OrthancException) as caught:
            call(shared_bench, function)
    finally:
        core.handlers.clear()
    described = function.name != "GetErrorDescription"  # which just failed
    assert caught.value.args == (code, "dèscription" if described else "Unknown error code")
    assert type(caught.value.args[0]) is type(code)
    assert core.memory.outstanding == 0


@pytest.mark.parametrize(
    "function", [f for f in FUNCTIONS if f.bound_self is None], ids=lambda f: f.qualified_name
)
def test_without_a_server(shared_bench: Bench, function: FunctionPlan) -> None:
    arguments = [argument.python for argument in good_arguments(shared_bench, function)]
    shared_bench.detach()
    try:
        with pytest.raises(shared_bench.orthanc.OrthancException, match="needs a running Orthanc server"):
            getattr(shared_bench.orthanc, function.name)(*arguments)
    finally:
        shared_bench.attach()


@every_function
def test_signature_and_documentation(shared_bench: Bench, function: FunctionPlan) -> None:
    owner = shared_bench.orthanc
    for name in function.qualified_name.split(".")[:-1]:
        owner = getattr(owner, name)
    bound = getattr(owner, function.name)
    names = [name for name in inspect.signature(bound).parameters if name != "self"]
    assert names == [argument.name for argument in function.arguments]
    assert function.c_name in bound.__doc__
