"""Docstrings: the parts of the plan in reading order, in Python's terms."""

from __future__ import annotations

import dataclasses

import pytest

from orthanc_codegen.ir import Doc, Version
from orthanc_codegen.plan import (
    ArgumentPlan,
    CallbackPlan,
    FunctionPlan,
    LockPlan,
    NamedTuplePlan,
    PayloadPlan,
    Place,
)
from orthanc_codegen.plan.callbacks import Present
from orthanc_codegen.plan.conversions import Callback, Flag, Integer, Lifetime, Text
from orthanc_codegen.plan.functions import (
    Returned,
    ReturnsArgument,
    ReturnsNothing,
    ReturnsTuple,
    ReturnsValue,
)
from orthanc_codegen.render.docstrings import Docstrings, return_doc, text_signature
from orthanc_codegen.render.references import References

from ..plan.made import BELL_SELF, answer, argument, callback, function, output, passed, returning

_DOCS = Docstrings(References({"OrthancPluginHum": "Hum()"}))
_SEE = "See OrthancPluginHum()."


def _paragraphs(plan: FunctionPlan | CallbackPlan) -> list[str]:
    text = _DOCS.function(plan) if isinstance(plan, FunctionPlan) else _DOCS.callback(plan)
    return text.split("\n\n")


def _argument(doc: str, default: str | None = None) -> ArgumentPlan:
    return dataclasses.replace(argument(Text(), "key"), doc=doc, default=default)


# -- Functions -----------------------------------------------------------------------------------------------


def test_parts_of_a_function_in_reading_order() -> None:
    doc = Doc(
        "Ring it.", (_SEE,), notes=(_SEE,), warnings=("It is loud.",), deprecated="Use OrthancPluginHum()."
    )
    number = dataclasses.replace(output(Integer("int32_t")), doc=f"How loud. {_SEE}")
    plan = function(
        _argument(_SEE), doc=doc, returns=ReturnsValue(number), since=Version(1, 12, 9), outputs=(number,)
    )
    parts = [part for part in _paragraphs(plan) if not part.startswith("Raises:")]
    assert parts == [
        "Ring it.",
        "See Hum().",
        "Args:\n    key (str): See Hum().",
        "Returns:\n    int: How loud. See Hum().",
        "Note: See Hum().",
        "Note: It is loud.",
        "Deprecated. Use Hum().",
        "C origin: OrthancPluginRing(), since SDK 1.12.9",
    ]


def test_a_function_that_says_nothing() -> None:
    parts = [part for part in _paragraphs(function()) if not part.startswith("Raises:")]
    assert parts == ["C origin: OrthancPluginRing()"]


def test_a_long_item_is_filled_and_indented() -> None:
    args = next(part for part in _paragraphs(function(_argument("word " * 40))) if part.startswith("Args:"))
    first, second, *_ = args.split("\n")[1:]
    assert first.startswith("    key (str): word")
    assert second.startswith("        word")
    assert max(map(len, args.split("\n"))) <= 100


def test_the_signature_as_inspect_reads_it() -> None:
    times = dataclasses.replace(argument(Integer("int32_t"), "times"), default="0")
    assert text_signature(function()) == "Ring($module)\n--\n\n"
    ring = function(_argument(""), times, bound_self=BELL_SELF)
    assert text_signature(ring) == "Ring($self, key, times=0)\n--\n\n"
    assert _DOCS.signed(ring) == text_signature(ring) + _DOCS.function(ring)


_NUMBER = dataclasses.replace(output(Integer("int32_t")), doc="How loud.")


@pytest.mark.parametrize(
    ("returns", "said"),
    [
        (ReturnsNothing(), ""),
        (ReturnsArgument(), "The callable, so that this function can be used as a decorator."),
        (ReturnsValue(_NUMBER), "How loud."),
        (ReturnsTuple("Sound", (_NUMBER,)), "The results of Ring()."),
    ],
)
def test_what_is_said_of_a_result(returns: Returned, said: str) -> None:
    strike = argument(Callback("OrthancPluginStrike", "Strike", Lifetime.REGISTRATION))
    assert return_doc(function(strike, returns=returns)) == said


# -- Callbacks -----------------------------------------------------------------------------------------------


def test_parts_of_a_callback_in_reading_order() -> None:
    bell = passed(
        Text(), name="bell", conditions=(Present(Place("bell")),), condition_doc="only for GET", doc=_SEE
    )
    result = dataclasses.replace(returning(answer(Flag("int32_t"))).result, doc="True allows.")
    door = LockPlan("door", "its door", "r", None)
    gate = LockPlan("gate", "its gate", "r", Version(1, 12, 8))
    plan = callback(bell, doc=Doc("Struck."), result=result, locks=(door, gate))
    assert [" ".join(part.split()) for part in _paragraphs(plan)] == [
        "Struck.",
        "Args: bell (str, only for GET): See Hum().",
        "Returns: bool: True allows.",
        "Orthanc may hold the lock of its door and its gate (before 1.12.8) during this call. "
        "Functions that need it, such as those of the REST API, then raise RuntimeError.",
        "Registered with RegisterStrike(). C origin: OrthancPluginStrike",
    ]


def test_a_method_is_not_registered() -> None:
    plan = callback(doc=Doc("Struck."), payload=PayloadPlan("job", "step", optional=False))
    assert _paragraphs(plan) == ["Struck.", "C origin: OrthancPluginStrike"]


def test_a_named_tuple() -> None:
    assert _DOCS.named_tuple(NamedTuplePlan("Sound", ("Ask", "Beg"), ())) == "The results of Ask() and Beg()."


def test_one_paragraph_within_a_docstring() -> None:
    assert _DOCS.short(f"{_SEE} " + '"""', "") == 'See Hum(). \\"\\"\\"'
    assert _DOCS.short("word " * 30, "    ").split("\n")[1].startswith("    word")
