"""Text as an argument."""

from __future__ import annotations

from pathlib import Path

from orthanc_codegen.plan.conversions import Text
from orthanc_codegen.plan.functions import PassedArgument

from ....headers.bare import function
from ..snippets import BELL, argument, functions, notes, only, plan


def test_text() -> None:
    uri = argument("const char* uri")
    assert (uri.conversion, uri.name, uri.c_name, uri.c_names) == (Text(), "uri", "uri", ("uri",))
    assert only(plan(function("Ring", "const char* uri"))).call.passed == (PassedArgument("uri"),)


def test_text_that_may_be_null() -> None:
    uri = argument("const char* uri", doc="@param uri May be NULL.")
    assert (uri.conversion, uri.default) == (Text(optional=True), "None")


def test_text_of_an_http_output_is_checked_as_a_header(tmp_path: Path) -> None:
    entries = """
        [classes.OrthancPluginBell]
        since = "1.0.0"
        reason = "r"
        http_output = true
        responding = ["OrthancPluginRing"]
        [functions.OrthancPluginHum]
        since = "1.0.0"
        reason = "r"
        parameters.tune.text = "free"
    """
    tune = "OrthancPluginBell* bell, const char* tune"
    module = plan(BELL + function("Ring", tune) + function("Hum", tune), notes(entries, tmp_path))
    ring, hum = functions(module)["Bell.Ring"], functions(module)["Bell.Hum"]
    assert ring.arguments[0].conversion == Text(header=True)
    assert hum.arguments[0].conversion == Text()
    assert ring.bound_self is not None
    assert hum.bound_self is not None
    assert (ring.bound_self.responds, hum.bound_self.responds) == (True, False)
