"""Mappings of text, which are a count, keys and values in C."""

from __future__ import annotations

import pytest

from orthanc_codegen.plan.conversions import Headers
from orthanc_codegen.plan.functions import Part, PassedArgument
from orthanc_codegen.plan.python_types import input_type

from ....headers.bare import function
from ..snippets import argument, only, plan, symbol

_HEADERS = "uint32_t hCount, const char* const* hKeys, const char* const* hValues"


def test_a_number_keys_and_values_become_one_argument() -> None:
    h = argument(_HEADERS)
    assert (h.name, h.c_name, h.c_names) == ("h", "h", ("hCount", "hKeys", "hValues"))
    assert (h.conversion, h.default) == (Headers(), "None")
    assert input_type(h.conversion) == "Mapping[str, str] | None"
    assert only(plan(function("Ring", _HEADERS))).call.passed == (
        PassedArgument("h", Part.COUNT),
        PassedArgument("h", Part.KEYS),
        PassedArgument("h", Part.VALUES),
    )


@pytest.mark.parametrize(
    ("old", "new"),
    [("hValues", "others"), ("hCount", "count"), ("const char* const* hKeys", "const char* hKeys")],
)
def test_other_arrays_are_none(old: str, new: str) -> None:
    assert symbol(plan(function("Ring", _HEADERS.replace(old, new))), "Ring").python == ()
