"""Recognition of generations that would change nothing; any change of input or output is noticed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from orthanc_codegen import unchanged
from orthanc_codegen.unchanged import STAMP, Generation


@pytest.fixture
def named(tmp_path: Path) -> Path:
    file = tmp_path / "annotations.toml"
    file.write_text("a = 1\n")
    return file


@pytest.fixture
def generation(tmp_path: Path, named: Path) -> Generation:
    output = tmp_path / "output"
    (output / "cpp").mkdir(parents=True)
    (output / "cpp" / "module.cpp").write_text("int x;\n")
    (output / "orthanc.pyi").write_text("x: int\n")
    made = Generation(output, ("1.5.7", "formatted"), (named,))
    assert not made.is_up_to_date()
    made.record(["cpp/module.cpp", "orthanc.pyi"])
    return made


def test_the_same_input_is_up_to_date(generation: Generation, named: Path) -> None:
    assert generation.is_up_to_date()
    assert Generation(generation.output, ("1.5.7", "formatted"), (named,)).is_up_to_date()


def test_another_option_is_noticed(generation: Generation, named: Path) -> None:
    assert not Generation(generation.output, ("1.5.7", "unformatted"), (named,)).is_up_to_date()


def test_another_content_of_a_named_file_is_noticed(generation: Generation, named: Path) -> None:
    named.write_text("a = 2\n")
    assert not generation.is_up_to_date()


def test_a_changed_file_of_the_output_is_noticed(generation: Generation) -> None:
    (generation.output / "orthanc.pyi").write_text("y: int\n")
    assert not generation.is_up_to_date()


def test_a_missing_file_of_the_output_is_noticed(generation: Generation) -> None:
    (generation.output / "cpp" / "module.cpp").unlink()
    assert not generation.is_up_to_date()


def test_another_generator_is_noticed(
    generation: Generation, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "package").mkdir()
    (tmp_path / "package" / "lower.py").write_text("")
    monkeypatch.setattr(unchanged, "_PACKAGE", tmp_path / "package")
    assert not generation.is_up_to_date()


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", '{"input": 1, "files": 2}', "\0"])
def test_a_stamp_that_cannot_be_read_counts_as_none(generation: Generation, text: str) -> None:
    (generation.output / STAMP).write_text(text)
    assert not generation.is_up_to_date()


def test_the_stamp_names_no_place_of_this_machine(generation: Generation, tmp_path: Path) -> None:
    text = (generation.output / STAMP).read_text()
    assert set(json.loads(text)) == {"input", "files"}
    assert str(tmp_path) not in text
