"""What has to hold after a call: that the core succeeded, and that no callable of the script raised."""

from __future__ import annotations

from pathlib import Path

import pytest

from ...headers.bare import function
from .snippets import notes, only, plan

_VISITOR = "typedef OrthancPluginErrorCode (*OrthancPluginVisitor)(const char* name, void* payload);\n"
_LOOKER = "typedef OrthancPluginErrorCode (*OrthancPluginLooker)(const char* name);\n"


def test_the_core_has_to_succeed(tmp_path: Path) -> None:
    declaration = function("Ring", "int32_t x")
    assert only(plan(declaration)).call.checks == ("call.Succeeded()",)
    entry = '[functions.OrthancPluginRing]\nsince = "1.0.0"\nreason = "r"\nraises = false\n'
    assert only(plan(declaration, notes(entry, tmp_path))).call.checks == ()


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
