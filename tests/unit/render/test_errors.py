"""The exceptions of a function, as its docstring lists them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from orthanc_codegen import pipeline
from orthanc_codegen.lower.annotations import load_annotations
from orthanc_codegen.lower.index import ERROR_CODE
from orthanc_codegen.plan.functions import ReturnsCode
from orthanc_codegen.render.docstrings import Docstrings
from orthanc_codegen.render.references import References
from website.places import RELEASES

from ...headers.bare import function
from ..lower.snippets import functions, notes, only, plan

_DOC = """@brief Ring.
@retval OrthancPluginErrorCode_UnknownResource If there is no such bell.
@return Whether it rang."""
_QUIET = '[functions.OrthancPluginRing]\nsince = "1.0.0"\nreason = "r"\nraises = false\n'


def test_a_named_error_comes_before_all_others() -> None:
    module = plan(function("Ring", "int32_t bell", doc=_DOC))
    text = Docstrings(References.of(module), module.locks).function(only(module))
    assert text.index("If there is no such bell (") < text.index(
        "Orthanc reports any other error (ErrorCode)."
    )


def test_without_a_named_error_the_core_may_report_any() -> None:
    module = plan(function("Ring", "int32_t bell"))
    text = Docstrings(References.of(module), module.locks).function(only(module))
    assert "Raises:\n    OrthancException: Orthanc reports an error (ErrorCode).\n" in text


def test_an_error_that_scripts_get_as_a_value_is_none(tmp_path: Path) -> None:
    module = plan(function("Ring", "int32_t bell"), notes(_QUIET, tmp_path))
    assert "Raises" not in Docstrings(References.of(module), module.locks).function(only(module))


def test_a_code_of_the_annotations_comes_after_those_of_the_header(tmp_path: Path) -> None:
    entry = """[errors.bells]
reason = "r"
functions = ["OrthancPluginRing"]
codes = { OrthancPluginErrorCode_Plugin = "If it is cracked.", OrthancPluginErrorCode_Newer = "Never." }
"""
    module = plan(function("Ring", "int32_t bell", doc=_DOC), notes(entry, tmp_path))
    assert [code.rpartition("_")[2] for code, _ in only(module).doc.errors] == ["UnknownResource", "Plugin"]


def test_a_callable_of_the_call_raises_its_exceptions() -> None:
    module = plan(
        "typedef OrthancPluginErrorCode (*OrthancPluginVisitor)(const char* name, void* payload);\n"
        + function("Visit", "OrthancPluginVisitor visitor, void* payload")
    )
    text = Docstrings(References.of(module), module.locks).function(only(module))
    assert "Exception: Any that 'visitor' raises.\n" in text


@pytest.mark.parametrize("release", RELEASES)
def test_every_function_that_raises_names_a_code(release: str) -> None:
    module = pipeline.plan_for(pipeline.load(release).header)
    docstrings = Docstrings(References.of(module), module.locks)
    codes = re.compile(r"\bErrorCode\b")
    silent = [
        f.qualified_name
        for f in module.every_function
        if not isinstance(f.call.errors, ReturnsCode)
        and not any(e.exception == "OrthancException" and codes.search(e.when) for e in docstrings.raised(f))
    ]
    assert silent == []


def test_annotated_codes_are_declared() -> None:
    header = pipeline.load("1.13.0").header
    functions = {f.name for f in header.functions} | {c.name for c in header.callbacks}
    codes = {e.name for enum in header.enums if enum.name == ERROR_CODE for e in enum.enumerators}
    annotations = load_annotations()
    for name, entry in annotations.errors.items():
        assert set(entry.functions) - functions == set(), name
        assert entry.codes.keys() - codes == set(), name
    for name, single in annotations.single.items():
        assert set(single.functions) - functions == set(), name
        assert single.code in codes, name


def test_the_reference_states_how_many_callables_orthanc_accepts() -> None:
    page = pipeline.files_for(pipeline.load("1.13.0").header, formatted=False)["docs/callbacks.rst"]
    received = page[page.index("py:type:: ReceivedInstanceCallback") :]
    assert received[: received.index("C origin")].count("Orthanc accepts only one registration") == 1
    changes = page[page.index("py:type:: OnChangeCallback") :]
    assert "at most 64 callables." in changes[: changes.index("C origin")]


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
    second = "Orthanc has such a registration already, of this or another plugin (ErrorCode.PLUGIN)."
    assert ("OrthancException", second) in raised("RegisterReceivedInstanceCallback")
    assert ("OrthancException", second) not in raised("RegisterOnChangeCallback")
    assert any(e == "RuntimeError" and "its index" in when for e, when in raised("RestApiGet"))
    assert [e for e, _ in raised("WebDavCollection.AddFile")] == ["ValueError", "OrthancException"]
