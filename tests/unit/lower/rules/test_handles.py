"""Handles: as self, as an argument, as a result."""

from __future__ import annotations

from pathlib import Path

from orthanc_codegen.plan import Status
from orthanc_codegen.plan.conversions import Handle, Ownership
from orthanc_codegen.plan.functions import PassedArgument, PassedOutput
from orthanc_codegen.plan.python_types import input_type, return_type

from ....headers.bare import function
from ..snippets import BELL, FREE_BELL, functions, notes, only, plan, symbol

_LENT = Handle("OrthancPluginBell", "Bell", Ownership.BORROWED)


def test_a_handle_of_the_first_parameter_makes_a_method() -> None:
    ring = only(plan(BELL + function("Ring", "const OrthancPluginBell* bell, OrthancPluginBell* other")))
    assert ring.qualified_name == "Bell.Ring"
    assert ring.bound_self is not None
    assert (ring.bound_self.handle, ring.bound_self.c_name) == (_LENT, "bell")
    assert [(a.name, a.conversion) for a in ring.arguments] == [("other", _LENT)]
    assert input_type(ring.arguments[0].conversion) == "Bell"
    assert ring.call.passed == (PassedArgument("bell"), PassedArgument("other"))


def test_a_handle_after_an_output_makes_a_method() -> None:
    ring = only(plan(BELL + function("Ring", "uint32_t* target, OrthancPluginBell* bell")))
    assert (ring.qualified_name, return_type(ring)) == ("Bell.Ring", "int")
    assert ring.call.passed == (PassedOutput("target"), PassedArgument("bell"))


def test_a_handle_after_another_argument_is_an_argument() -> None:
    ring = only(plan(BELL + function("Ring", "int32_t times, OrthancPluginBell* bell")))
    assert (ring.qualified_name, [a.name for a in ring.arguments]) == ("Ring", ["times", "bell"])


def test_a_handle_that_may_be_null() -> None:
    doc = "@param bell May be NULL."
    ring = only(plan(BELL + function("Ring", "int32_t times, OrthancPluginBell* bell", doc=doc)))
    assert ring.arguments[1].conversion == Handle(
        "OrthancPluginBell", "Bell", Ownership.BORROWED, optional=True
    )
    assert ring.arguments[1].default == "None"


def test_a_consumed_handle_belongs_to_the_core(tmp_path: Path) -> None:
    entry = '[functions.OrthancPluginSell]\nsince = "1.0.0"\nreason = "r"\nparameters.bell.consumed = true\n'
    sell = only(plan(BELL + function("Sell", "OrthancPluginBell* bell"), notes(entry, tmp_path)))
    assert sell.bound_self is not None
    assert sell.bound_self.handle == Handle("OrthancPluginBell", "Bell", Ownership.CONSUMED)
    assert sell.consumed == ("bell",)
    sell = only(plan(BELL + function("Sell", "int32_t n, OrthancPluginBell* bell"), notes(entry, tmp_path)))
    assert (sell.bound_self, sell.consumed) == (None, ("bell",))


def test_an_owned_handle_needs_a_function_that_frees_it() -> None:
    cast = functions(plan(BELL + FREE_BELL + function("Cast", result="OrthancPluginBell*")))["Cast"]
    assert cast.outputs[0].conversion == Handle("OrthancPluginBell", "Bell", Ownership.OWNED)
    assert return_type(cast) == "Bell"
    lost = symbol(plan(BELL + function("Cast", result="OrthancPluginBell*")), "Cast")
    assert (lost.status, lost.reason) == (
        Status.EXCLUDED,
        "No rule binds its result of type 'OrthancPluginBell *'.",
    )
