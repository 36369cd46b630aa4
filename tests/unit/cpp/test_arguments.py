"""The holder of each kind of argument in C++, and its checks and steps around the call."""

from __future__ import annotations

import pytest

from orthanc_codegen.cpp.arguments import argument_place, spell_argument, spell_self
from orthanc_codegen.cpp.calls import spell_function
from orthanc_codegen.plan import ArgumentPlan, FunctionPlan, Input, SelfPlan
from orthanc_codegen.plan.conversions import (
    Bytes,
    Callback,
    Enumeration,
    Flag,
    Float,
    Handle,
    Headers,
    HttpStatus,
    IgnoredSize,
    Integer,
    Lifetime,
    Ownership,
    Payload,
    Pixels,
    Text,
)
from orthanc_codegen.plan.functions import HandleFunction

from ..plan.made import BELL, argument, called, function, output

_BELL = "OrthancPluginBell"
_SHAPE = ("format", "width", "height", "pitch")

# Each conversion of an argument `x`, and the declaration of its holder.
INPUTS: tuple[tuple[Input, str], ...] = (
    (Text(), "TextArgument in_x;"),
    (Text(optional=True), "OptionalTextArgument in_x;"),
    (Text(header=True), "HeaderTextArgument in_x;"),
    (HttpStatus(), "HttpStatusArgument in_x;"),
    (Flag("uint8_t"), "FlagArgument<uint8_t> in_x;"),
    (Integer("int8_t"), "IntegerArgument<int8_t> in_x;"),
    (Integer("uint64_t"), "IntegerArgument<uint64_t> in_x;"),
    (IgnoredSize("uint32_t"), "IntegerArgument<uint32_t> in_x;"),
    (Float("float"), "FloatArgument<float> in_x;"),
    (Enumeration("OrthancPluginTone", "Tone"), "EnumArgument<OrthancPluginTone> in_x(enums::kTone);"),
    (
        Enumeration("OrthancPluginTone", "Tone", open=True),
        "EnumArgument<OrthancPluginTone> in_x(enums::kTone);",
    ),
    (Bytes("uint32_t"), "BufferArgument<uint32_t> in_x;"),
    (Bytes("uint64_t", characters=True), "BufferArgument<uint64_t, char> in_x;"),
    (Headers(), "HeadersArgument in_x;"),
    (Pixels(*_SHAPE), "PixelsArgument in_x;"),
    (Pixels(*_SHAPE, kept=True), "OwnedPixelsArgument in_x;"),
    (BELL, "HandleArgument<OrthancPluginBell> in_x(classes::kBell);"),
    (
        Handle(_BELL, "Bell", Ownership.BORROWED, optional=True),
        "OptionalHandleArgument<OrthancPluginBell> in_x(classes::kBell);",
    ),
    (
        Handle(_BELL, "Bell", Ownership.CONSUMED),
        "ConsumedHandleArgument<OrthancPluginBell> in_x(classes::kBell);",
    ),
    (
        Callback("OrthancPluginStrike", "Strike", Lifetime.REGISTRATION),
        "CallableArgument<Callback_Strike> in_x;",
    ),
    (
        Callback("OrthancPluginStrike", "Strike", Lifetime.REGISTRATION, optional=True),
        "OptionalCallableArgument<Callback_Strike> in_x;",
    ),
    (Callback("OrthancPluginStrike", "Strike", Lifetime.CALL), "CallCallableArgument<Callback_Strike> in_x;"),
    (Payload("Strike", None, Lifetime.CALL), "CallPayloadArgument in_x(nullptr);"),
    (Payload("Strike", None, Lifetime.CALL, optional=True), "OptionalCallPayloadArgument in_x(nullptr);"),
    (Payload("Job", ("step", "stop"), Lifetime.RELEASE), 'PayloadArgument in_x("step stop");'),
    (Payload("Job", ("step",), Lifetime.REGISTRATION), 'PayloadArgument in_x("step");'),
)


def _with_shape(conversion: Input) -> FunctionPlan:
    """Make a function that takes the shape of an image and the argument `x`, and returns a handle."""
    shape = [argument(Integer("uint32_t"), name) for name in _SHAPE]
    return function(*shape, argument(conversion), outputs=(output(BELL, "result"),))


@pytest.mark.parametrize(("conversion", "declaration"), INPUTS)
def test_what_holds_an_argument(conversion: Input, declaration: str) -> None:
    plan = _with_shape(conversion)
    assert spell_argument(plan, plan.arguments[-1]).holder.declaration == declaration


def test_the_variable_is_named_after_the_c_parameter() -> None:
    mime = ArgumentPlan("mime_type", "mimeType", ("mimeType",), Text(), default=None, doc="")
    assert spell_argument(function(mime), mime).holder.local == "in_mimeType"


def test_what_a_message_about_several_arguments_names() -> None:
    mime = ArgumentPlan("mime_type", "mimeType", ("mimeType",), Text(), default=None, doc="")
    assert argument_place(function(mime), "mimeType") == '{kSignature.function, "mime_type"}'


@pytest.mark.parametrize("kept", [False, True])
def test_pixels_are_checked_against_their_measures(kept: bool) -> None:
    spelled = spell_function(_with_shape(Pixels(*_SHAPE, kept=kept)))
    assert spelled.converted_checks == (
        'in_x.Holds({kSignature.function, "x"}, BytesPerPixel(in_format.Get()), '
        "in_width.Get(), in_height.Get(), in_pitch.Get())",
    )


def test_the_handle_that_goes_on_using_pixels_keeps_them() -> None:
    assert spell_function(_with_shape(Pixels(*_SHAPE, kept=True))).commits == (
        "out_result.Keep(in_x.Keep());",
    )
    assert spell_function(_with_shape(Pixels(*_SHAPE))).commits == ()


# The steps after the core has accepted the call, and the conditions for its success.
_CALLED = (
    (Callback("OrthancPluginStrike", "Strike", Lifetime.REGISTRATION), ("in_x.Registered();",), ()),
    (Callback("OrthancPluginStrike", "Strike", Lifetime.REGISTRATION, True), ("in_x.Registered();",), ()),
    (Callback("OrthancPluginStrike", "Strike", Lifetime.CALL), (), ("in_x.NothingRaised()",)),
    (Payload("Job", (), Lifetime.REGISTRATION), ("in_x.HandOverUntilStop();",), ()),
    (Payload("Job", (), Lifetime.RELEASE), ("in_x.HandOver();",), ()),
    (Payload("Job", (), Lifetime.CALL), (), ("in_x.NothingRaised()",)),
    (Text(), (), ()),
)


@pytest.mark.parametrize(("conversion", "commits", "before_success"), _CALLED)
def test_what_the_core_keeps_is_handed_over_and_what_it_only_calls_may_not_have_raised(
    conversion: Input, commits: tuple[str, ...], before_success: tuple[str, ...]
) -> None:
    spelled = spell_function(function(argument(conversion)))
    assert (spelled.commits, spelled.checks) == (commits, (*before_success, "call.Succeeded()"))


def test_a_consumed_handle_is_let_go_of_before_the_call() -> None:
    sold = Handle(_BELL, "Bell", Ownership.CONSUMED)
    assert spell_function(function(argument(sold))).before == ("in_x.Consume();",)
    method = function(bound_self=SelfPlan(sold, "bell"))
    assert spell_function(method).before == ("in_bell.Consume();",)
    assert spell_function(function(argument(BELL))).before == ()


@pytest.mark.parametrize(
    ("ownership", "kind"),
    [(Ownership.BORROWED, "HandleArgument"), (Ownership.CONSUMED, "ConsumedHandleArgument")],
)
def test_the_handle_of_a_method(ownership: Ownership, kind: str) -> None:
    bound = SelfPlan(Handle(_BELL, "Bell", ownership), "bell")
    holder = spell_self(function(bound_self=bound), bound)
    assert holder.declaration == f"{kind}<OrthancPluginBell> in_bell(classes::kBell);"


def test_the_handle_of_a_function_that_comes_with_it() -> None:
    plan = called(
        bound_self=SelfPlan(BELL, "bell"), callee=HandleFunction("OrthancPluginBellRing", "Bell", "Ring")
    )
    assert plan.bound_self is not None
    holder = spell_self(plan, plan.bound_self)
    assert (
        holder.declaration
        == "HandleWithFunctionsArgument<OrthancPluginBell, Functions_Bell> in_bell(classes::kBell);"
    )


def test_a_method_that_answers_a_request_notes_it() -> None:
    assert spell_function(function(bound_self=SelfPlan(BELL, "bell", responds=True))).commits == (
        "in_bell.MarkAnswered();",
    )
    assert spell_function(function(bound_self=SelfPlan(BELL, "bell"))).commits == ()
