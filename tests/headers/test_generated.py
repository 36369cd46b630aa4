"""Checks that the C++ for the small headers compiles, and that mypy accepts the stubs and Sphinx the docs."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from pathlib import Path

import pytest

from ..tools import ROOT, compile_cpp, docs_objects, type_check, write_files
from .small import BARE, NAMES, golden_of
from .texts import text_of

Generated = dict[str, dict[str, str]]


@pytest.mark.parametrize("name", NAMES)
def test_cpp_compiles_without_a_warning(name: str, generated: Generated, tmp_path: Path) -> None:
    files = generated[name]
    write_files(tmp_path / "generated", files)
    # Files that equal those of the bare header are compiled once; module.cpp names all that others define.
    chosen = {*golden_of(name, files, generated[BARE]), "cpp/module.cpp"}
    sources = [tmp_path / "generated" / path for path in sorted(chosen) if path.endswith(".cpp")]
    header = text_of(name)
    assert compile_cpp(sources, header, tmp_path) == ""


def test_stubs_pass_a_strict_type_checker(generated: Generated, tmp_path: Path) -> None:
    # One run of mypy for all stubs, each as a module of its own.
    write_files(tmp_path, {f"{name}.pyi": files["orthanc.pyi"] for name, files in generated.items()})
    assert type_check([tmp_path / f"{name}.pyi" for name in generated]) == ""


@pytest.mark.parametrize("name", ["documentation", "hostile_text", "keywords"])
def test_sphinx_builds_the_docs_without_a_warning(name: str, generated: Generated, tmp_path: Path) -> None:
    docs = {path.removeprefix("docs/"): t for path, t in generated[name].items() if path.startswith("docs/")}
    write_files(tmp_path / "docs", docs)
    assert docs_objects(tmp_path / "docs", tmp_path / "html")


@pytest.mark.parametrize("seed", ["0", "1"])
def test_another_process_gives_the_same_bytes(seed: str, generated: Generated) -> None:
    names = ["callback_annotated", "several_outputs"]
    code = (
        "import hashlib; from tests.headers.small import files_of\n"
        f"for name in {names}: print(hashlib.sha256(repr(files_of(name)).encode()).hexdigest())"
    )
    run = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env={"PYTHONHASHSEED": seed, "PATH": "/usr/bin:/bin"},
        check=True,
        capture_output=True,
        text=True,
    )
    here = [hashlib.sha256(repr(generated[name]).encode()).hexdigest() for name in names]
    assert run.stdout.split() == here
