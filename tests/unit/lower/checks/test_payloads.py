"""The limit on the results that a payload keeps: the runtime has memory for a few methods."""

from __future__ import annotations

import re

import pytest

from orthanc_codegen.diagnostics import CodegenError
from orthanc_codegen.lower.checks.payloads import MOST_KEPT
from orthanc_codegen.resources import runtime_dir

from ....headers.bare import FIRST, function
from ..snippets import plan


def declare(count: int) -> str:
    """Declare a function that takes an object with `count` methods that return text."""
    numbers = range(1, count + 1)
    types = "".join(f"typedef const char* (*OrthancPluginTell{n}) (void* bard);\n" for n in numbers)
    parameters = ", ".join(f"OrthancPluginTell{n} tell{n}" for n in numbers)
    return types + function("CreateBard", f"void* bard, {parameters}")


def test_as_many_as_fit() -> None:
    (protocol,) = plan(declare(MOST_KEPT)).protocols
    assert len(protocol.methods) == MOST_KEPT


def test_one_more_is_refused_where_it_is_declared() -> None:
    with pytest.raises(CodegenError) as caught:
        plan(declare(MOST_KEPT + 1))
    (problem,) = caught.value.diagnostics
    assert (problem.file, problem.line) == ("snippet.h", FIRST + MOST_KEPT)
    assert problem.message.startswith(
        "the core reads the results of 5 methods of CreateBardBard in place "
        "(tell1, tell2, tell3, tell4 and tell5), but a payload keeps at most 4: "
    )


def test_the_runtime_has_the_same_limit() -> None:
    text = (runtime_dir() / "module" / "callbacks" / "payload.h").read_text(encoding="utf-8")
    assert re.findall(r"kMostKept = (\d+);", text) == [str(MOST_KEPT)]
