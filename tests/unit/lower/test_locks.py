"""The locks of the core in the annotations: which functions need them, and where they are held."""

from __future__ import annotations

from pathlib import Path

import pytest

from orthanc_codegen import pipeline
from orthanc_codegen.diagnostics import CodegenError
from orthanc_codegen.lower import load_annotations

from ...headers.bare import function
from .snippets import functions, notes, plan

_LOCK = '[locks.{name}]\nreason = "r"\nguards = "its {name}"\n'


def test_functions_need_locks_by_group_or_by_name(tmp_path: Path) -> None:
    text = _LOCK.format(name="door") + 'groups = ["Bells"]\nfunctions = ["OrthancPluginKnock"]\n'
    text += _LOCK.format(name="gate") + 'functions = ["OrthancPluginKnock"]\ncalls = ["OrthancPluginKnock"]\n'
    declared = [function("Ring", doc="@brief r\n@ingroup Bells"), function("Knock"), function("Wait")]
    made = functions(plan("".join(declared), notes(text, tmp_path)))
    begins = {name: made[name].call.begin for name in ("Ring", "Knock", "Wait")}
    assert begins == {
        "Ring": "(call.Begin() && MayTake(kSignature.function, locks::kDoor))",
        "Knock": "(call.Begin() && MayTake(kSignature.function, locks::kDoor, locks::kGate))",
        "Wait": "call.Begin()",
    }
    assert made["Knock"].call.before == ("const LockHeld held(locks::kGate);",)
    assert made["Ring"].call.before == ()


def test_more_locks_than_can_be_told_apart(tmp_path: Path) -> None:
    text = "".join(_LOCK.format(name=f"door{number}") for number in range(33))
    with pytest.raises(CodegenError, match=r"there are 33 \[locks\], but no more than 32"):
        plan(function("Ring"), notes(text, tmp_path))


def test_the_projects_own_locks_name_what_the_newest_header_has() -> None:
    header = pipeline.load().header
    groups = {f.doc.group for f in header.functions}
    known = {f.name for f in header.functions}
    for lock in load_annotations().locks.values():
        assert set(lock.groups) <= groups
        assert {*lock.functions, *lock.calls} <= known
        assert set(lock.callbacks) <= {c.name for c in header.callbacks}
