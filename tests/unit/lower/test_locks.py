"""The locks of the core in the annotations: functions that need them, and callbacks that run under them."""

from __future__ import annotations

from pathlib import Path

from orthanc_codegen.lower import load_annotations
from orthanc_codegen.plan.functions import LocksNeeded

from ... import interface
from ...headers.bare import function
from .snippets import functions, notes, plan

_LOCK = '[locks.{name}]\nreason = "r"\nguards = "its {name}"\n'


def test_functions_need_locks_by_group_or_by_name(tmp_path: Path) -> None:
    text = _LOCK.format(name="door") + 'groups = ["Bells"]\nfunctions = ["OrthancPluginKnock"]\n'
    text += _LOCK.format(name="gate") + 'functions = ["OrthancPluginKnock"]\ncalls = ["OrthancPluginKnock"]\n'
    declared = [function("Ring", doc="@brief r\n@ingroup Bells"), function("Knock"), function("Wait")]
    made = functions(plan("".join(declared), notes(text, tmp_path)))
    assert {name: made[name].call.guards for name in ("Ring", "Knock", "Wait")} == {
        "Ring": (LocksNeeded(("door",)),),
        "Knock": (LocksNeeded(("door", "gate")),),
        "Wait": (),
    }
    assert (made["Knock"].call.keeps, made["Ring"].call.keeps) == (("gate",), ())


def test_the_projects_own_locks_name_what_the_newest_header_has() -> None:
    header = interface.header()
    groups = {f.doc.group for f in header.functions}
    known = {f.name for f in header.functions}
    for lock in load_annotations().locks.values():
        assert set(lock.groups) <= groups
        assert {*lock.functions, *lock.calls} <= known
        assert set(lock.callbacks) <= {c.name for c in header.callbacks}
