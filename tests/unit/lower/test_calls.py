"""Which C function a call uses, and what must hold after it."""

from __future__ import annotations

from pathlib import Path

import pytest

from orthanc_codegen import pipeline
from orthanc_codegen.lower.index import OLDEST_CORE
from orthanc_codegen.sdk import DEFAULT_RELEASE

from ...headers.bare import function
from .snippets import functions, notes, only, plan, symbol

_VISITOR = "typedef OrthancPluginErrorCode (*OrthancPluginVisitor)(const char* name, void* payload);\n"
_LOOKER = "typedef OrthancPluginErrorCode (*OrthancPluginLooker)(const char* name);\n"


def test_the_core_has_to_succeed(tmp_path: Path) -> None:
    declaration = function("Ring", "int32_t x")
    assert only(plan(declaration)).call.checks == ("call.Succeeded()",)
    entry = '[functions.OrthancPluginRing]\nsince = "1.0.0"\nreason = "r"\nraises = false\n'
    assert only(plan(declaration, notes(entry, tmp_path))).call.checks == ()


_DELEGATE = """
[functions.OrthancPluginRing]
since = "1.0.0"
reason = "r"
delegate = { function = "OrthancPluginRingFor", arguments = ["3", "-4"] }
"""


def test_another_function_is_called_with_constants(tmp_path: Path) -> None:
    declarations = function("Ring", "int32_t x") + function("RingFor", "int32_t x, int32_t y, uint8_t z")
    ring = functions(plan(declarations, notes(_DELEGATE, tmp_path)))["Ring"]
    assert ring.call.statement == "call.Returned(OrthancPluginRingFor(call.Context(), in_x.Get(), 3, -4));"
    assert [argument.name for argument in ring.arguments] == ["x"]


@pytest.mark.parametrize(
    "delegate",
    [
        "",
        function("RingFor", "int32_t x, int32_t y"),
        function("RingFor", "uint32_t x, int32_t y, int32_t z"),
        function("RingFor", "int32_t x, int32_t y, const char* z"),
        function("RingFor", "int32_t x, int32_t y, int32_t z").replace("ErrorCode", "ErrorCode*"),
    ],
)
def test_another_function_must_take_and_return_the_same(delegate: str, tmp_path: Path) -> None:
    module = plan(function("Ring", "int32_t x") + delegate, notes(_DELEGATE, tmp_path))
    assert "OrthancPluginRingFor" in (symbol(module, "Ring").reason or "")
    assert symbol(module, "Ring").python == ()


@pytest.mark.parametrize("release", [str(OLDEST_CORE), "1.10.1", DEFAULT_RELEASE])
def test_the_version_is_compared_with_that_of_the_oldest_server(release: str) -> None:
    check = functions(pipeline.plan_for(pipeline.load(release).header))["CheckVersion"]
    oldest = f"{OLDEST_CORE.major}, {OLDEST_CORE.minor}, {OLDEST_CORE.revision}"
    assert f"OrthancPluginCheckVersionAdvanced(call.Context(), {oldest})" in check.call.statement
    assert str(OLDEST_CORE) in check.doc.brief


def test_a_status_of_http_is_an_answer() -> None:
    checks = only(plan(function("Fetch", "uint16_t* httpStatus"))).call.checks
    assert checks == ("(out_httpStatus.IsSet() || call.Succeeded())",)


@pytest.mark.parametrize(
    ("declarations", "holder"),
    [
        (
            _VISITOR + function("Visit", "OrthancPluginVisitor visitor, void* payload"),
            "CallPayloadArgument",
        ),
        (_LOOKER + function("Look", "OrthancPluginLooker visitor"), "CallCallableArgument<Callback_Looker>"),
    ],
)
def test_a_callable_that_is_used_during_the_call_must_not_raise(declarations: str, holder: str) -> None:
    look = only(plan(declarations))
    assert look.arguments[0].holder == holder
    assert look.call.checks == ("in_visitor.NothingRaised()", "call.Succeeded()")


def test_one_that_the_core_keeps_may_raise_later() -> None:
    register = only(plan(_LOOKER + function("RegisterLooker", "OrthancPluginLooker looker")))
    assert register.arguments[0].holder == "CallableArgument<Callback_Looker>"
    assert register.call.checks == ("call.Succeeded()",)


def test_an_object_that_is_used_during_the_call_may_be_left_out(tmp_path: Path) -> None:
    declarations = _VISITOR + function("Visit", "OrthancPluginVisitor visitor, void* payload")
    entry = (
        '[functions.OrthancPluginVisit]\nsince = "1.0.0"\nreason = "r"\nparameters.visitor.optional = true\n'
    )
    (argument,) = only(plan(declarations, notes(entry, tmp_path))).arguments
    assert argument.holder == "OptionalCallPayloadArgument"
    assert (argument.annotation, argument.default) == ("_Visitor | None", "None")
