"""The exceptions of a function, as its docstring lists them."""

from __future__ import annotations

from pathlib import Path

from orthanc_codegen import pipeline
from orthanc_codegen.render.docstrings import Docstrings
from orthanc_codegen.render.references import References

from ...headers.bare import function
from ..lower.snippets import functions, notes, only, plan

_DOC = """@brief Ring.
@retval OrthancPluginErrorCode_UnknownResource If there is no such bell.
@return Whether it rang."""
_QUIET = '[functions.OrthancPluginRing]\nsince = "1.0.0"\nreason = "r"\nraises = false\n'


def test_a_named_error_comes_before_all_others() -> None:
    module = plan(function("Ring", "int32_t bell", doc=_DOC))
    text = Docstrings(References.of(module), module.locks).function(only(module))
    assert text.index("If there is no such bell (") < text.index("Orthanc reports any other error.")


def test_without_a_named_error_the_core_may_report_any() -> None:
    module = plan(function("Ring", "int32_t bell"))
    text = Docstrings(References.of(module), module.locks).function(only(module))
    assert "Raises:\n    OrthancException: Orthanc reports an error.\n" in text


def test_an_error_that_scripts_get_as_a_value_is_none(tmp_path: Path) -> None:
    module = plan(function("Ring", "int32_t bell"), notes(_QUIET, tmp_path))
    assert "Raises" not in Docstrings(References.of(module), module.locks).function(only(module))


def test_guards_are_exceptions() -> None:
    module = pipeline.plan_for(pipeline.load("1.13.0").header)
    docstrings = Docstrings(References.of(module), module.locks)
    known = functions(module)

    def raised(name: str) -> list[tuple[str, str]]:
        return [(error.exception, error.when) for error in docstrings.raised(known[name])]

    too_old = "The server is older than 1.12.8 (ErrorCode.NOT_IMPLEMENTED)."
    assert ("OrthancException", too_old) in raised("StoreKeyValue")
    assert ("IndexError", "The index is too large.") in raised("GetCommandLineArgument")
    assert ("RuntimeError", "Called from a callback of the same kind.") in raised("RegisterRestCallback")
    assert any(e == "RuntimeError" and "its index" in when for e, when in raised("RestApiGet"))
    assert [e for e, _ in raised("WebDavCollection.AddFile")] == ["ValueError", "OrthancException"]
