"""The in-process core refuses a second registration where Orthanc does."""

from __future__ import annotations

from .. import interface, registrations
from .conftest import Load


def test_second_registrations(load: Load) -> None:
    newest = interface.header().version
    core = load(registrations.script(newest))
    expected = registrations.expected(newest)
    names = [name for name, _ in expected]
    assert list(zip(names, core.script.outcomes, strict=True)) == expected


def test_a_new_script_registers_again(load: Load) -> None:
    core = load("import orthanc\northanc.RegisterFindCallback(lambda *arguments: None)\n")
    core.load()
    core.unload()
    core.load()
