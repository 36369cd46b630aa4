"""Annotations that do not fit the header, or for which no code can be generated."""

from __future__ import annotations

from pathlib import Path

import pytest

from orthanc_codegen.diagnostics import CodegenError
from orthanc_codegen.lower import lower

from ....headers.bare import function
from ..snippets import header, notes, plan


def test_every_entry_for_a_symbol_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    kinds = ("functions", "callbacks", "classes", "enums")
    text = "".join(f'[{kind}.OrthancPluginNobody]\nsince = "1.0.0"\nreason = "r"\n' for kind in kinds)
    with pytest.raises(CodegenError) as caught:
        lower(header(""), notes(text, tmp_path))
    messages = [problem.message for problem in caught.value.diagnostics]
    assert len(messages) == len(kinds)
    for kind, message in zip(kinds, messages, strict=True):
        assert f"[{kind}.OrthancPluginNobody] does not match the header snippet.h (SDK 1.0.0)" in message
        assert "correct the name or 'since'" in message


def test_more_locks_than_can_be_told_apart(tmp_path: Path) -> None:
    text = "".join(f'[locks.door{n}]\nreason = "r"\nguards = "its door"\n' for n in range(33))
    with pytest.raises(CodegenError, match=r"there are 33 \[locks\], but the runtime supports at most 32"):
        plan(function("Ring"), notes(text, tmp_path))
