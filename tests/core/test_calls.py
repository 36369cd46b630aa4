"""Every function with valid arguments: the values that the core receives, and the Python result."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from orthanc_codegen.plan import FunctionPlan
from orthanc_codegen.plan.functions import CallResult, ReturnsCode

from .. import interface
from .harness.bench import Bench
from .harness.exchange import Exchange
from .harness.plans import is_handle_function
from .harness.standin import SUCCESS, Request
from .harness.values import GoodArgument, good_arguments, with_good_arguments

PLAN = interface.plan()
FUNCTIONS = PLAN.every_function
COMPUTED = {"OrthancPluginCheckVersion", "OrthancPluginCheckVersionAdvanced"}  # in the SDK's inline functions
LENT = [f for f in FUNCTIONS if is_handle_function(f)]
Choice = Callable[[list[GoodArgument]], tuple[list[Any], dict[str, Any]]]
every_function = pytest.mark.parametrize("function", FUNCTIONS, ids=lambda f: f.qualified_name)


@dataclass(frozen=True)
class Outcome:
    """The outcome of one call."""

    arguments: list[GoodArgument]
    result: Any
    requests: list[Request]
    handle: int | None  # the address of the object on which the method was called
    lent: list[tuple[str, tuple[Any, ...]]]  # calls of functions that the core passed to a callback


def by_position(arguments: list[GoodArgument]) -> tuple[list[Any], dict[str, Any]]:
    return [argument.python for argument in arguments], {}


def by_keyword(arguments: list[GoodArgument]) -> tuple[list[Any], dict[str, Any]]:
    return [], {argument.name: argument.python for argument in reversed(arguments)}


def call(bench: Bench, function: FunctionPlan, choose: Choice = by_position) -> Outcome:
    """Call a function, or a method on a handle of its class."""
    outcomes: list[Outcome] = []

    def run(target: Any, arguments: list[GoodArgument]) -> None:
        before = len(bench.core.requests)
        args, kwargs = choose(arguments)
        result = getattr(target, function.name)(*args, **kwargs)
        lent = bench.arrival.lent_calls if function in LENT else []
        handle = bench.addresses.get(id(target))
        outcomes.append(Outcome(arguments, result, bench.core.requests[before:], handle, lent))

    def prepare(target: Any) -> None:
        with_good_arguments(bench, function, lambda arguments: run(target, arguments))

    if function.bound_self is None:
        prepare(bench.orthanc)
    else:
        needs = function.c_name if function in LENT else ""
        bench.lend(function.bound_self.handle.name, prepare, needs)
    return outcomes[0]


def check_logged(bench: Bench, function: FunctionPlan, arguments: list[GoodArgument]) -> None:
    """Compare the log, which the stand-in core keeps separate from the other requests."""
    level = function.name.removeprefix("Log").lower()
    assert bench.core.log[-1] == (level, arguments[0].python)


def check_call(bench: Bench, function: FunctionPlan, outcome: Outcome) -> None:
    """Compare the request and the Python result with the expected values."""
    if function.c_name in COMPUTED:
        assert outcome.requests == []
    elif function.name in ("LogError", "LogWarning", "LogInfo"):
        check_logged(bench, function, outcome.arguments)
        assert outcome.result is None
    else:
        exchange = Exchange(bench, function, outcome.requests)
        exchange.check_received(outcome.arguments, outcome.handle)
        exchange.check_returned(outcome.result)


@every_function
@pytest.mark.parametrize("choose", [by_position, by_keyword])
def test_good_arguments(shared_bench: Bench, function: FunctionPlan, choose: Choice) -> None:
    outcome = call(shared_bench, function, choose)
    if function in LENT:
        check_lent(shared_bench, function, outcome)
        return
    check_call(shared_bench, function, outcome)


def test_what_the_sdk_computes_itself(shared_bench: Bench) -> None:
    orthanc, release = shared_bench.orthanc, shared_bench.header.version
    major, minor, revision = release.major, release.minor, release.revision
    assert orthanc.CheckVersionAdvanced(major, minor, revision) == 1
    assert orthanc.CheckVersionAdvanced(major, minor, revision + 1) == 0
    assert orthanc.CheckVersionAdvanced(major + 1, 0, 0) == 0


def check_lent(bench: Bench, function: FunctionPlan, outcome: Outcome) -> None:
    """Compare the arguments of a function that the core passed to a callback."""
    ((name, received),) = outcome.lent
    assert name == function.c_name
    callback = next(c for c in bench.header.callbacks if c.name == name)
    by_name = dict(zip([p.name for p in callback.parameters], received, strict=True))
    for argument in outcome.arguments:
        for parameter, value in argument.expected.items():
            assert by_name[parameter] == value, parameter
    assert function.bound_self is not None
    assert by_name[function.bound_self.c_name] == outcome.handle
    assert outcome.result is None


@pytest.mark.parametrize(
    "function",
    [f for f in LENT if f.call.result is CallResult.STATUS],
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
        with pytest.raises(ValueError, match="the callback that received it does not support this function"):
            collection.RetrieveFile(b"", "text/plain", "20240101T000000")

    bench.lend("WebDavCollection", try_it, "OrthancPluginWebDavAddFile")


@pytest.mark.parametrize(
    "function",
    [f for f in FUNCTIONS if f.required < len(f.arguments) and f not in LENT],
    ids=lambda f: f.qualified_name,
)
def test_defaults(shared_bench: Bench, function: FunctionPlan) -> None:
    outcome = call(shared_bench, function, lambda given: by_position(given[: function.required]))
    exchange = Exchange(shared_bench, function, outcome.requests)
    for plan in function.arguments[function.required :]:
        exchange.check_absent(plan.c_names)


@pytest.mark.parametrize(
    "function",
    [f for f in FUNCTIONS if not isinstance(f.call.errors, ReturnsCode) and f not in LENT],
    ids=lambda f: f.qualified_name,
)
def test_the_core_refuses(shared_bench: Bench, function: FunctionPlan) -> None:
    core, code = shared_bench.core, shared_bench.orthanc.ErrorCode.UNKNOWN_RESOURCE
    requests = call(shared_bench, function).requests
    if not requests:
        return  # it makes no request that could fail
    core.on("GetErrorDescription", lambda r: r.fill("target", "dèscription"))
    for request in requests:
        core.fail(request.service, int(code))
    try:
        with pytest.raises(shared_bench.orthanc.OrthancException) as caught:
            call(shared_bench, function)
    finally:
        core.handlers.clear()
    described = function.name != "GetErrorDescription"  # it has just failed
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
        refusals = (shared_bench.orthanc.OrthancException, ValueError)  # its handles were closed
        with pytest.raises(refusals, match=r"needs a running Orthanc server|until its server stopped"):
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


def test_a_python_that_somebody_else_has_started_loads_no_script(bench: Bench, tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text("raise AssertionError('loaded')")
    assert bench.core.start_script(script) != SUCCESS
    assert "Python was already started in this process, by another plugin" in bench.core.logged("error")
    bench.orthanc.LogError("it serves on")
    assert "it serves on" in bench.core.logged("error")
