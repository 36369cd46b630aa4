"""Annotations that replace texts of the header."""

from __future__ import annotations

from pathlib import Path

from ....headers.bare import function
from ..snippets import functions, notes, plan

_ENTRY = '[functions.OrthancPluginRing]\nsince = "1.0.0"\nreason = "Why."\n'


def test_an_entry_says_what_holds_for_python(tmp_path: Path) -> None:
    doc = "@brief In C.\n\nMore of C.\n\n@param context C.\n@param loud How.\n@param far In C.\n@return C."
    said = _ENTRY + 'brief = "In Python."\nreturns = "Python."\nparameters.far.doc = "Of Python."'
    module = plan(function("Ring", "uint32_t loud, uint32_t far", doc=doc), notes(said, tmp_path))
    ring = functions(module)["Ring"]
    assert (ring.doc.brief, ring.doc.description, ring.doc.returns) == ("In Python.", (), "Python.")
    assert [argument.doc for argument in ring.arguments] == ["How.", "Of Python."]
