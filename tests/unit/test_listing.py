"""The plan as text: two lines for each function, and every fact of the plan but its prose."""

from __future__ import annotations

from pathlib import Path

import pytest

from orthanc_codegen import pipeline
from orthanc_codegen.listing import listing

from ..headers.bare import function
from .lower.snippets import notes, plan


def test_a_function_is_two_lines() -> None:
    text = listing(plan(function("Ring", "const void* bell, uint32_t bellSize, uint8_t tone")))
    assert "  Ring(bell: _Bytes, tone: int) -> None\n" in text
    assert (
        "    <- OrthancPluginRing(bell.data: Bytes(uint32_t), bell.size, tone: Integer(uint8_t)) -> status\n"
    ) in text


def test_a_flag_is_shown_by_its_name_and_a_default_not_at_all() -> None:
    text = listing(plan(function("Name", "const char* name", doc="@param name May be NULL.")))
    assert "name: Text(optional)" in text
    assert "name: Text)" in listing(plan(function("Name", "const char* name")))


def test_reasons_are_one_line(tmp_path: Path) -> None:
    entry = '[functions.OrthancPluginRing]\nsince = "1.0.0"\nstatus = "excluded"\nreason = "No.\\nNever."\n'
    text = listing(plan(function("Ring"), notes(entry, tmp_path)))
    assert "  OrthancPluginRing: excluded. No. Never.\n" in text


@pytest.mark.parametrize("release", ["1.5.7", "1.13.0"])
def test_everything_of_a_release_is_there(release: str) -> None:
    module = pipeline.plan_for(pipeline.load(release).header)
    lines = listing(module).splitlines()
    for plan_ in module.every_function:
        assert any(line.startswith(f"  {plan_.qualified_name}(") for line in lines)
    for symbol in (*module.functions, *module.callback_types):
        assert any(symbol.name in line for line in lines), symbol.name
    for enum in module.enums:
        assert all(f"  {m.name} = {m.value} <- {m.c_name}" in lines for m in enum.members)
    assert not any(line != line.rstrip() for line in lines)
