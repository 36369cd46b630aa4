"""Loading of the annotations file: an error states its place, and no entry is ignored silently."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from orthanc_codegen import pipeline
from orthanc_codegen.diagnostics import CodegenError
from orthanc_codegen.ir import Version
from orthanc_codegen.lower import load_annotations
from orthanc_codegen.plan import Status

from ....headers.bare import function
from ..snippets import functions, notes, plan, symbol

_ENTRY = '[functions.OrthancPluginRing]\nsince = "1.0.0"\nreason = "Why."\n'


def refuse(text: str, folder: Path) -> str:
    """Load an invalid file; return the error message, which names the file."""
    with pytest.raises(CodegenError) as caught:
        notes(text, folder)
    (problem,) = caught.value.diagnostics
    assert problem.file == str(folder / "annotations.toml")
    return problem.message


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[functions\n", "the annotations are not valid TOML: .*line 1"),
        ("[function.OrthancPluginRing]", r"the file has an unknown key 'function'; known: .*functions"),
        (_ENTRY + "nmae = 'x'", r"\[functions.OrthancPluginRing\] has an unknown key 'nmae'; known: .*name"),
        ('[functions.X]\nreason = "r"', r"\[functions.X\] lacks the key 'since'"),
        ('[functions.X]\nsince = "1.0.0"', r"\[functions.X\] lacks the key 'reason'"),
        ('[functions.X]\nsince = "1.0"\nreason = "r"', r"\[functions.X.since\]: not a version of the form"),
        (
            "[functions.X]\nsince = 1.0\nreason = 'r'",
            r"\[functions.X.since\] has a value of the wrong type: 1.0",
        ),
        (_ENTRY + "name = 3", r"\[functions.OrthancPluginRing.name\] has a value of the wrong type: 3"),
        (
            _ENTRY + 'status = "lost"',
            r"\[functions.OrthancPluginRing.status\] has a value of the wrong type: 'lost'",
        ),
        (
            '[gil.few]\nreason = "x"\nfunctions = []\nbytes = "y"',
            r"\[gil.few.bytes\] has a value of the wrong type",
        ),
        (
            _ENTRY + 'split = ["a", 1]',
            r"\[functions.OrthancPluginRing.split\[1\]\] has a value of the wrong type",
        ),
        (_ENTRY + "parameters.x.consumed = 1", r"parameters.x.consumed\] has a value of the wrong type: 1"),
        (_ENTRY + "parameters.x.eaten = true", r"parameters.x\] has an unknown key 'eaten'"),
        (_ENTRY + 'outputs = [{ source = "x" }]', r"outputs\[0\]\] lacks the key 'name'"),
        ("[functions]\nX = 3", r"\[functions.X\] has a value of the wrong type: 3"),
    ],
)
def test_what_is_wrong_is_named_with_its_place(text: str, message: str, tmp_path: Path) -> None:
    assert re.search(message, refuse(text, tmp_path))


def test_a_file_that_is_missing_or_no_text(tmp_path: Path) -> None:
    with pytest.raises(CodegenError, match="the annotations can't be read: No such file"):
        load_annotations(tmp_path / "none.toml")
    (tmp_path / "bytes.toml").write_bytes(b"\xff\xfe")
    with pytest.raises(CodegenError, match="not valid TOML"):
        load_annotations(tmp_path / "bytes.toml")


def test_an_entry_that_is_newer_than_the_header_does_not_count(tmp_path: Path) -> None:
    newer = _ENTRY.replace("1.0.0", "1.0.1") + 'name = "Chime"\n'
    assert set(functions(plan(function("Ring"), notes(newer, tmp_path)))) == {"Ring"}
    assert set(functions(plan("", notes(newer, tmp_path)))) == set()


def test_an_entry_makes_a_function_annotated_with_its_reason(tmp_path: Path) -> None:
    module = plan(function("Ring"), notes(_ENTRY + 'name = "Chime"', tmp_path))
    ring = symbol(module, "Ring")
    assert (ring.status, ring.python, ring.reason) == (Status.ANNOTATED, ("orthanc.Chime",), "Why.")


def test_the_functions_of_classes_in_the_projects_own_file_are_in_the_newest_header() -> None:
    known = {f.name for f in pipeline.interface().functions}
    for entry in load_annotations().classes.values():
        named = (*entry.responding, *entry.clone.values(), *entry.memory.values(), *entry.container.values())
        assert set(named) <= known


def test_the_projects_own_file_can_be_read() -> None:
    own = load_annotations()
    assert own.functions
    for entries in (own.functions, own.callbacks, own.classes, own.enums):
        for entry in entries.values():
            assert entry.since >= Version(0, 8, 0)
            assert entry.reason.endswith(".")
