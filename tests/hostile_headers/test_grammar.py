"""Random declarations that use names of C++, Python and the runtime: the generated code compiles."""

from __future__ import annotations

import collections
import enum
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, seed, settings

from orthanc_codegen.diagnostics import CodegenError
from orthanc_codegen.plan import ModulePlan

from ..headers.bare import header_with
from ..tools import compile_cpp, type_check, write_files
from .building import plan_of, printed
from .grammar import headers


@pytest.mark.parametrize("number", range(3))
def test_random_declarations_compile(number: int, tmp_path: Path) -> None:
    drawn: list[str] = []

    @seed(number)
    @settings(
        max_examples=8,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(headers())
    def draw(text: str) -> None:
        drawn.append(text)

    draw()
    text, plan = next(filter(None, map(_taken, drawn)))
    files = printed(plan)
    write_files(tmp_path / "generated", files)
    sources = [tmp_path / "generated" / path for path in files if path.endswith(".cpp")]
    assert compile_cpp(sources, text, tmp_path) == ""
    assert type_check([tmp_path / "generated" / "orthanc.pyi"]) == ""
    _made_as_at_run_time(plan)
    assert sum(bool(symbol.python) for symbol in plan.functions) > 3


def _taken(declarations: str) -> tuple[bytes, ModulePlan] | None:
    """Return the header and its plan, or None if two of its names are equal in Python."""
    text = header_with(declarations)
    try:
        return text, plan_of(text)
    except CodegenError as error:
        assert all("in Python" in p.message or "hides the type" in p.message for p in error.diagnostics)
        return None


def _made_as_at_run_time(plan: ModulePlan) -> None:
    """Make the enumerations and named tuples that the module makes when it is imported."""
    int_enum: Any = enum.IntEnum
    for made in plan.enums:
        expected = {member.name: member.value for member in made.members}
        members = int_enum(made.name, expected).__members__
        assert {name: member.value for name, member in members.items()} == expected
    for record in plan.named_tuples:
        collections.namedtuple(record.name, [field.name for field in record.fields])
