"""The output for the newest release: stubs, checked against the module and the samples, and docs."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from orthanc_codegen import pipeline
from orthanc_codegen.cpp import spell_module
from orthanc_codegen.plan import ModulePlan
from orthanc_codegen.render import render

from .. import interface
from ..tools import ROOT, docs_objects, type_check, write_files


@pytest.fixture(scope="module")
def plan() -> ModulePlan:
    return interface.plan()


@pytest.fixture(scope="module")
def output(plan: ModulePlan, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("output")
    write_files(folder, render(plan, spell_module(plan)))
    return folder


def test_stubs_describe_the_built_module(plugin: Path, output: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(plugin / "orthanc-python"), "MYPYPATH": str(output)}
    # The stub declares the buffer protocol for type checkers; at run time, it exists from 3.12 on only.
    (output / "allowed").write_text("orthanc\\.\\w+\\.__buffer__\n" if sys.version_info < (3, 12) else "")
    command = [sys.executable, "-m", "mypy.stubtest", "--allowlist", "allowed", "orthanc"]
    # Run in a folder without a configuration of mypy.
    run = subprocess.run(command, env=environment, cwd=output, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr


def test_every_sample_passes_a_strict_type_checker(output: Path) -> None:
    samples = sorted((ROOT / "samples").glob("*.py"))
    assert samples
    assert type_check([*samples, output / "orthanc.pyi"], stubs=output) == ""


def test_docs_build_and_hold_everything(plan: ModulePlan, output: Path, tmp_path: Path) -> None:
    objects = docs_objects(output / "docs", tmp_path)
    for group in plan.groups:
        for function in group.functions:
            assert objects[f"orthanc.{function.name}"] == "function"
    for class_ in plan.classes:
        assert objects[f"orthanc.{class_.name}"] == "class"
        for method in class_.methods:
            assert objects[f"orthanc.{method.qualified_name}"] == "method"
    for enum in plan.enums:
        assert objects[f"orthanc.{enum.name}"] == "class"
        for member in enum.members:
            assert objects[f"orthanc.{enum.name}.{member.name}"] == "attribute"
    for callback in plan.callbacks:
        if callback.payload is None or not callback.payload.method:
            assert objects[f"orthanc.{callback.name}"] == "type"
    for protocol in plan.protocols:
        assert objects[f"orthanc.{protocol.name}"] == "class"
        for callback in protocol.methods:
            assert callback.payload is not None
            assert objects[f"orthanc.{protocol.name}.{callback.payload.method}"] == "method"
    assert objects["orthanc.OrthancException"] == "exception"


def test_cpp_names_every_function_in_its_comment(plan: ModulePlan, output: Path) -> None:
    text = "\n".join(file.read_text(encoding="utf-8") for file in sorted((output / "cpp").glob("*.cpp")))
    for symbol in plan.functions:
        assert (f"// C: {symbol.name}(" in text) is bool(symbol.python)


def test_the_same_bytes_each_time(plan: ModulePlan) -> None:
    digest = hashlib.sha256(repr(render(plan, spell_module(plan))).encode()).hexdigest()
    again = pipeline.plan_for(pipeline.load().header)
    assert hashlib.sha256(repr(render(again, spell_module(again))).encode()).hexdigest() == digest


def test_code_has_lines_that_can_be_read(output: Path) -> None:
    for file in output.rglob("*"):
        if file.suffix in (".cpp", ".h", ".pyi"):
            lines = file.read_text(encoding="utf-8").split("\n")
            assert max(map(len, lines)) <= 160, file
            assert not [line for line in lines if line != line.rstrip()], file
