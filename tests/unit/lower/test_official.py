"""The plan of the official header covers every symbol. tests/compat tests the conventions of scripts."""

from __future__ import annotations

from pathlib import Path

import pytest

from orthanc_codegen.coverage import Coverage
from orthanc_codegen.ir import Header
from orthanc_codegen.lower import load_annotations, lower
from orthanc_codegen.parse import parse_header
from orthanc_codegen.plan import FunctionPlan, ModulePlan, Status
from orthanc_codegen.plan.python_types import input_type
from orthanc_codegen.render.docstrings import return_doc

from .snippets import functions


@pytest.fixture(scope="module")
def header(official_header: Path) -> Header:
    return parse_header(official_header.read_bytes(), str(official_header))


@pytest.fixture(scope="module")
def module(header: Header) -> ModulePlan:
    return lower(header, load_annotations())


@pytest.fixture(scope="module")
def python(module: ModulePlan) -> dict[str, FunctionPlan]:
    return functions(module)


def test_nothing_is_unaccounted_for(header: Header, module: ModulePlan) -> None:
    report = Coverage.of(module)
    assert report.total == 166
    assert [s.name for s in module.functions] == [f.name for f in header.functions]
    assert [s.name for s in module.callback_types] == [c.name for c in header.callbacks]
    assert sum(report.by_status.values()) == report.total
    assert report.by_status[Status.AUTOMATIC] > 105


def test_every_status_but_automatic_has_a_reason(module: ModulePlan) -> None:
    for symbol in (*module.functions, *module.callback_types):
        assert symbol.status is Status.AUTOMATIC or (symbol.reason and symbol.reason.endswith(".")), symbol
        assert bool(symbol.python) is (symbol.status in (Status.AUTOMATIC, Status.ANNOTATED)), symbol


def test_every_annotation_matches_and_is_used(header: Header, module: ModulePlan) -> None:
    annotations = load_annotations()
    statuses = {s.name: s.status for s in (*module.functions, *module.callback_types)}
    entries = {name: entry.since for name, entry in annotations.functions.items()}
    entries |= {name: entry.since for name, entry in annotations.callbacks.items()}
    for name, since in entries.items():
        if since <= header.version:
            assert statuses[name] is not Status.AUTOMATIC, name


def test_python_names_are_unique(module: ModulePlan, python: dict[str, FunctionPlan]) -> None:
    named = [name for symbol in module.functions for name in symbol.python]
    assert len(named) == len(set(named))
    lent = {name for symbol in module.callback_types for name in symbol.python if "." in name[8:]}
    closing = {f"orthanc.{c.name}.Close" for c in module.classes if c.free}
    assert {f"orthanc.{name}" for name in python} | closing == set(named) | lent
    types = [e.name for e in module.enums] + [c.name for c in module.classes]
    types += [t.name for t in module.named_tuples]
    assert len(types) == len(set(types))
    assert not set(types) & set(python)


def test_what_the_header_says_may_be_null_may_be_none(python: dict[str, FunctionPlan]) -> None:
    create = python["CreateDicom"].arguments[1]
    assert (create.name, input_type(create.conversion)) == ("pixel_data", "Image | None")
    assert [(a.name, a.default) for a in python["HttpGet"].arguments] == [
        ("url", None),
        ("username", "None"),
        ("password", "None"),
    ]


def test_docs_speak_of_python(python: dict[str, FunctionPlan]) -> None:
    texts = [t for f in python.values() for t in (return_doc(f), *(a.doc for a in f.arguments))]
    for text in texts:
        assert "NULL" not in text
        assert "must be freed" not in text
