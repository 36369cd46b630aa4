"""Calls of a callable by the core: its arguments, their values in C, and how it runs."""

from __future__ import annotations

import pytest

from orthanc_codegen.cpp.callbacks import spell_arrival, spell_callback, spell_conditions
from orthanc_codegen.ir import CharType, IntegerType, OpaqueType, Parameter, PointerType, Version, VoidType
from orthanc_codegen.plan import Arrival, LockPlan, PayloadPlan, Place
from orthanc_codegen.plan.callbacks import (
    Condition,
    FixedFailure,
    FromRelease,
    OneOf,
    Present,
    Run,
    RunLater,
    RunNow,
    RunOnce,
    Success,
)
from orthanc_codegen.plan.constants import Enumerator, Number
from orthanc_codegen.plan.conversions import (
    BorrowedHandle,
    Enumeration,
    EnumeratorName,
    Flag,
    Float,
    Integer,
    IntegerArray,
    OwnObject,
    ReceivedBytes,
    Text,
    TextArray,
    TextMapping,
)

from ..plan.made import BELL, answer, callback, passed, returning

_TEXT = PointerType(CharType(), const=True)
_VERB = Place("request", "verb")
_ARRAY = (Place("x"), Place("xCount"))

# Each conversion, the place of its values in C, and the expression for the Python value.
ARRIVALS: tuple[tuple[Arrival, tuple[Place, ...], str], ...] = (
    (Text(), (Place("x"),), "TextToPython(in_x)"),
    (Integer("int64_t"), (Place("x"),), "IntegerToPython(in_x)"),
    (Flag("uint8_t"), (Place("x"),), "PyBool_FromLong(in_x)"),
    (Float("float"), (Place("x"),), "PyFloat_FromDouble(in_x)"),
    (Enumeration("OrthancPluginVerb", "Verb"), (Place("x"),), "enums::kVerb.ToPython(in_x)"),
    (EnumeratorName("Verb"), (_VERB,), "enums::kVerb.NameToPython(in_request->verb)"),
    (TextArray(), _ARRAY, "TextListToPython(in_xCount, in_x)"),
    (TextArray(as_tuple=True), _ARRAY, "TupleOf(TextListToPython(in_xCount, in_x))"),
    (IntegerArray(), _ARRAY, "IntegerListToPython(in_xCount, in_x)"),
    (IntegerArray(as_tuple=True), _ARRAY, "TupleOf(IntegerListToPython(in_xCount, in_x))"),
    (
        TextMapping(),
        (Place("xKeys"), Place("xValues"), Place("xCount")),
        "TextDictToPython(in_xCount, in_xKeys, in_xValues)",
    ),
    (
        ReceivedBytes(),
        (Place("x"), Place("size")),
        "BytesToPython(in_x, static_cast<std::uint64_t>(in_size))",
    ),
    (OwnObject(), (Place("x"),), "Payload::ToPython(in_x)"),
    (BorrowedHandle(BELL), (Place("x"),), "out_x.ToPython()"),
    (BorrowedHandle(BELL), (Place("request", "bell"),), "out_bell.ToPython()"),
)


@pytest.mark.parametrize(("conversion", "places", "expression"), ARRIVALS)
def test_what_a_callable_gets(conversion: Arrival, places: tuple[Place, ...], expression: str) -> None:
    argument = passed(conversion, *places)
    assert spell_arrival(argument) == expression
    (statement,) = spell_callback(callback(argument)).passes
    assert (statement.condition, statement.statement) == (None, f"call.Positional({expression});")


def test_arguments_by_name_and_where_they_are_passed() -> None:
    argument = passed(Text(), keyword=True, conditions=(Present(Place("x")),))
    (statement,) = spell_callback(callback(argument)).passes
    assert statement.condition == "in_x != nullptr"
    assert statement.statement == 'call.Keyword("x", TextToPython(in_x));'


# Each condition, and its expression.
CONDITIONS: tuple[tuple[Condition, str], ...] = (
    (
        OneOf(_VERB, "OrthancPluginVerb", ("OrthancPluginVerb_Put", "OrthancPluginVerb_Post")),
        "in_request->verb == OrthancPluginVerb_Put || in_request->verb == OrthancPluginVerb_Post",
    ),
    (Present(Place("x")), "in_x != nullptr"),
    (FromRelease(Version(1, 12, 9)), "Core::Has(Release{1, 12, 9})"),
)


@pytest.mark.parametrize(("condition", "expression"), CONDITIONS)
def test_where_an_argument_is_passed(condition: Condition, expression: str) -> None:
    assert spell_conditions((condition,)) == expression


def test_all_conditions_have_to_hold() -> None:
    assert spell_conditions(()) is None
    spelled = spell_conditions(tuple(condition for condition, _ in reversed(CONDITIONS)))
    assert spelled == (
        "Core::Has(Release{1, 12, 9}) && (in_x != nullptr && (in_request->verb == OrthancPluginVerb_Put "
        "|| in_request->verb == OrthancPluginVerb_Post))"
    )


def test_a_handle_is_lent_with_the_functions_that_come_with_it() -> None:
    argument = passed(BorrowedHandle(BELL, ("ring", None)), name="bell")
    (borrow,) = spell_callback(callback(argument)).borrows
    assert (borrow.local, borrow.class_name, borrow.value) == ("out_bell", "Bell", "in_bell")
    assert borrow.functions == ("in_ring", "nullptr")


# -- The call ------------------------------------------------------------------------------------------------


def test_an_unused_parameter_keeps_its_name_as_a_comment() -> None:
    parameters = (Parameter("url", _TEXT), Parameter("unused", IntegerType("int32_t", 32, signed=True)))
    spelled = spell_callback(callback(c_parameters=parameters, subject="url"))
    assert spelled.parameters == "const CallbackSlot& slot, const char * in_url, int32_t /*unused*/"
    assert spelled.call == "slot, in_url"


def test_without_parameters_and_result() -> None:
    spelled = spell_callback(callback(c_result=VoidType()))
    assert (spelled.result, spelled.parameters) == ("void", "const CallbackSlot& slot")
    assert (spelled.passes, spelled.call) == ((), "slot, nullptr")
    assert (spelled.success, spelled.refused) == ("", "")


@pytest.mark.parametrize(("optional", "word"), [(False, "false"), (True, "true")])
def test_a_method_is_called_on_its_payload(optional: bool, word: str) -> None:
    parameters = (Parameter("job", PointerType(VoidType(), const=False)),)
    plan = callback(
        passed(Text(), name="key"), c_parameters=parameters, payload=PayloadPlan("job", "step", optional)
    )
    spelled = spell_callback(plan)
    assert spelled.parameters == "void * in_job"
    assert spelled.call == f'in_job, "step", {word}, nullptr'
    assert spelled.shape == "step(key)"


def test_what_else_a_callback_is_told_by() -> None:
    pointer = PointerType(OpaqueType("OrthancPluginDriver"), const=False)
    plan = callback(
        passed(Text(), name="key"),
        passed(Text(), name="tune", keyword=True),
        c_parameters=(Parameter("driver", pointer),),
        locks=(LockPlan("main_door", "its door", "r", None), LockPlan("gate", "its gate", "r", None)),
        about="driver",
    )
    spelled = spell_callback(plan)
    assert (spelled.name, spelled.shape) == ("Callback_Strike", "f(key, tune=)")
    assert spelled.locks == "locks::kMainDoor, locks::kGate"
    assert (spelled.about, spelled.releases) == ("in_driver", None)
    assert spelled.parameters.endswith("OrthancPluginDriver * in_driver")
    assert spell_callback(callback(releases="driver")).releases == "in_driver"


def test_answers_and_how_many_have_to_be_there() -> None:
    first, second = answer(Flag("int32_t"), name="first"), answer(Flag("int32_t"), name="second")
    spelled = spell_callback(returning(first, second, refused=Number(-1), success=Success()))
    assert [a.name for a in spelled.answers] == ["first", "second"]
    assert (spelled.fewest_answers, spelled.refused) == (2, "-1")
    assert (spelled.success, spelled.failure) == (
        "OrthancPluginErrorCode_Success",
        "{ call.Failed(); return; }",
    )


# -- How it runs ---------------------------------------------------------------------------------------------

_FAILURE = "{ call.Failed(); return -1; }"

# Each way to run a callable, and its statements.
RUNS: tuple[tuple[Run, tuple[str, ...]], ...] = (
    (RunNow(), ("const Reference answer = call.Run();", f"if (!answer) {_FAILURE}")),
    (RunLater(None), (f"if (!call.Defer(false)) {_FAILURE}",)),
    (
        RunLater(OneOf(Place("verb"), "OrthancPluginVerb", ("OrthancPluginVerb_Put",))),
        (f"if (!call.Defer(in_verb == OrthancPluginVerb_Put)) {_FAILURE}",),
    ),
    (
        RunOnce(second=False),
        (
            'const Payload::KeptBytes* answer = call.RunKept("step", 1);',
            f"if (answer == nullptr) {_FAILURE}",
        ),
    ),
    (
        RunOnce(second=True),
        (
            'const Payload::KeptBytes* answer = call.RunKept("step", 2);',
            f"if (answer == nullptr) {_FAILURE}",
        ),
    ),
)


@pytest.mark.parametrize(("run", "statements"), RUNS)
def test_how_it_runs(run: Run, statements: tuple[str, ...]) -> None:
    result = returning(run=run, failure=FixedFailure(Number(-1), silent=False)).result
    payload = PayloadPlan("job", "step", optional=False)
    assert spell_callback(callback(result=result, payload=payload)).run == statements


def test_an_http_output_that_has_to_be_answered() -> None:
    assert spell_callback(returning(must_respond="output")).run[-1] == (
        "if (!out_output.Answered()) return call.Unanswered();"
    )


def test_none_that_stands_for_an_error_code() -> None:
    assert spell_callback(returning(none_code=Enumerator("OrthancPluginErrorCode_Success"))).run[-1] == (
        "if (answer.Get() == Py_None) return OrthancPluginErrorCode_Success;"
    )


def test_the_parameter_that_says_for_which_calls_the_core_waits_is_used() -> None:
    parameters = (Parameter("verb", IntegerType("int32_t", 32, signed=True)),)
    awaited = OneOf(Place("verb"), "OrthancPluginVerb", ("OrthancPluginVerb_Put",))
    result = returning(run=RunLater(awaited)).result
    assert spell_callback(callback(result=result, c_parameters=parameters)).parameters.endswith("in_verb")
