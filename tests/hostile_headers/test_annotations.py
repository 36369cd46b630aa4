"""Malicious annotations: only names and numbers are copied into code, everything else is escaped text."""

from __future__ import annotations

from pathlib import Path

import pytest

from orthanc_codegen.coverage import Coverage
from orthanc_codegen.diagnostics import CodegenError
from orthanc_codegen.lower import load_annotations, lower
from orthanc_codegen.parse import parse_header
from orthanc_codegen.plan import ModulePlan

from ..headers.bare import FIRST, function, header_with
from .building import PATH, printed, within
from .skeleton import cpp_skeleton, stub_skeleton
from .texts import PIECES

_HEADER = header_with(
    "typedef struct _OrthancPluginBird_t OrthancPluginBird;\n"
    "typedef enum { OrthancPluginTune_A = 1, OrthancPluginTune_B = 2 } OrthancPluginTune;\n"
    "typedef OrthancPluginErrorCode (*OrthancPluginSing) (const char* tune, OrthancPluginBird* bird);\n"
    + function("BirdFly", "OrthancPluginBird* bird, const char* where, OrthancPluginTune tune")
    + function("RegisterSing", "OrthancPluginSing sing")
)
_F = '[functions.OrthancPluginBirdFly]\nsince = "1.0.0"\nreason = "r"\n'
_C = '[callbacks.OrthancPluginSing]\nsince = "1.0.0"\nreason = "r"\n'
_T = '[classes.OrthancPluginBird]\nsince = "1.0.0"\nreason = "r"\n'
_E = '[enums.OrthancPluginTune]\nsince = "1.0.0"\nreason = "r"\n'
_CODE = '"x; system(\\"id\\"); //"'

_REFUSED: tuple[tuple[str, int, str], ...] = (
    (f"{_F}name = {_CODE}", 4, "must be a name"),
    (f"{_F}name = 'class'", 0, "which is not a valid name in Python"),
    (f"{_F}split = [{_CODE}]", 4, "must be a name"),
    (f"{_F}measured_by = [{_CODE}]", 4, "must be a name"),
    (f"{_F}result = {_CODE}", 4, "must be a name"),
    (f"{_F}outputs = [{{ source = 'x', name = 'y', json = {_CODE} }}]", 4, "must be a Python type"),
    (f"{_F}parameters.where.below = {_CODE}", 4, "must be a name"),
    (f"{_F}parameters.where.constant = {_CODE}", 4, "must be a number or a name"),
    (f"{_F}parameters.{_CODE}.optional = true", 4, "must be a name"),
    (f"{_F}also = [{{ name = {_CODE} }}]", 4, "must be a name"),
    (f"[gil.few]\nreason = 'r'\nfunctions = [{_CODE}]", 3, "must be a name"),
    (f"{_C}subject = {_CODE}", 4, "must be names"),
    (f"{_C}responds = {_CODE}", 4, "must be a name"),
    (f"{_C}slots = 1000000000", 4, "must be a number from 1 to 9999"),
    (f"{_C}slots = -1", 4, "must be a number from 1 to 9999"),
    (f"{_C}slots = true", 4, "a value of the wrong type"),
    (f"{_C}result = {{ failure = {_CODE} }}", 4, "must be a number or a name"),
    (f"{_C}result = {{ none = {_CODE} }}", 4, "must be a number or a name"),
    (f"{_C}arguments = [{{ source = {_CODE} }}]", 4, "must be names"),
    (
        f"{_C}arguments = [{{ source = 'tune', only = {{ of = 'x', when = [{_CODE}] }} }}]",
        4,
        "must be a name",
    ),
    # A positional argument with a condition.
    (
        f"{_C}arguments = [{{ source = 'bird' }}, {{ source = 'tune', present = true }}]",
        4,
        "[callbacks.OrthancPluginSing.arguments[1]]: 'tune' is passed by position, so it can't have",
    ),
    (f"{_C}arguments = [{{ source = 'tune', since = '1.0.0' }}]", 4, "so it can't have 'since'"),
    (
        f"{_C}arguments = [{{ source = 'tune', keyword = false, only = {{ of = 'x', when = [] }} }}]",
        4,
        "without it, later arguments would shift; add keyword = true, or remove 'only'",
    ),
    (f"{_T}clone = {_CODE}", 4, "a value of the wrong type"),
    (f"{_T}clone = {{ convert = {_CODE} }}", 4, "must be a name"),
    (f"{_T}clone = {{ convert = 'OrthancPluginBirdFly' }}", 0, "must have all of convert, format"),
    (f"{_T}memory = {{ data = {_CODE} }}", 4, "must be a name"),
    (f"{_T}memory = {{ data = 'OrthancPluginBirdFly' }}", 0, "must have all of data, size or"),
    (f"{_T}container = {{ next = 'OrthancPluginBirdFly' }}", 0, "must have all of count, item or"),
    (
        f"{_E}tables.X.doc = 'd'\ntables.X.rows.OrthancPluginTune_A = 99999999999",
        4,
        "must be a number from 0",
    ),
    (f"{_E}tables.{_CODE}.doc = 'd'\ntables.{_CODE}.rows = {{}}", 4, "must be a name"),
    (f"{_F}since2 = 1", 1, "an unknown key"),
    (f"{_F}{'x' * 100000} = 1", 1, "an unknown key"),
    (f"{_F}name = {'[' * 50 + ']' * 50}", 4, "a value of the wrong type"),
    (f"{_F}name = {'[' * 50000}", 0, "nested too deeply"),
    (f"{_F}{'a.' * 3000}b = 1", 1, "an unknown key"),
    ('[functions.X]\nsince = "99999.0.0"\nreason = "r"', 2, "not a version of the form"),
    ("\n\nx = ", 3, "not valid TOML"),
    (f"x = {'9' * 5000}", 0, "not valid TOML"),
    ("\0", 1, "not valid TOML"),
    ("functions = 3", 1, "a value of the wrong type"),
)


@pytest.mark.parametrize(
    ("text", "line", "words"), _REFUSED, ids=[f"{w}-{n}" for n, (_, _, w) in enumerate(_REFUSED)]
)
def test_refused(text: str, line: int, words: str, tmp_path: Path) -> None:
    file = tmp_path / "annotations.toml"
    file.write_text(text, encoding="utf-8")
    with within(20), pytest.raises(CodegenError) as caught:
        lower(parse_header(_HEADER, PATH), load_annotations(file))
    problem, *_ = caught.value.diagnostics
    assert words in problem.message
    assert len(problem.message) < 1000
    if line:
        assert (problem.file, problem.line) == (str(file), line)


# Entries that are valid, but do not fit the header: the function is left out, with a reason.
_MISFITS = (
    (f"{_F}measured_by = ['OrthancPluginNone']", "it returns no memory"),
    (f"{_F}parameters.where.below = 'OrthancPluginNone'", "no function OrthancPluginNone"),
    (f"{_F}split = ['A', 'B']", "the annotations name 2 functions"),
    (f"{_C}subject = 'bird'", "no text 'bird'"),
    (f"{_C}responds = 'tune'", "has no handle 'tune'"),
    (f"{_C}result = {{ none = 'kNone' }}", "'kNone', its result for None, is not"),
    (f"{_C}arguments = [{{ source = 'size' }}]", "has no 'size'"),
    (
        _F.replace("BirdFly", "RegisterSing") + "parameters.sing.constant = 'evil'",
        "constant 'evil', which is not a result of",
    ),
)


@pytest.mark.parametrize(("text", "words"), _MISFITS)
def test_left_out(text: str, words: str, tmp_path: Path) -> None:
    (tmp_path / "annotations.toml").write_text(text, encoding="utf-8")
    plan = lower(parse_header(_HEADER, PATH), load_annotations(tmp_path / "annotations.toml"))
    assert any(words in (symbol.reason or "") for symbol in plan.functions)


_TABLE = f"{_E}tables.T.doc = 'd'\ntables.T.rows = {{ OrthancPluginTune_A = 3, OrthancPluginTune_B = %d }}\n"


def test_a_table_of_enumerators_of_one_value(tmp_path: Path) -> None:
    header = parse_header(_HEADER.replace(b"Tune_B = 2", b"Tune_B = 1"), PATH)

    def planned(number: int) -> ModulePlan:
        (tmp_path / "annotations.toml").write_text(_TABLE % number, encoding="utf-8")
        return lower(header, load_annotations(tmp_path / "annotations.toml"))

    assert planned(3).enum_tables[0].rows == (("OrthancPluginTune_A", 3),)
    with pytest.raises(
        CodegenError, match="OrthancPluginTune_A and OrthancPluginTune_B are both 1"
    ) as caught:
        planned(4)
    assert (caught.value.diagnostics[0].file, caught.value.diagnostics[0].line) == (PATH, FIRST + 1)


@pytest.mark.parametrize("parameters", ["uint32_t* body, uint32_t bodySize", "uint32_t bodySize, int b"])
def test_a_size_to_ignore_without_the_bytes_that_have_one(parameters: str, tmp_path: Path) -> None:
    notes = f"{_F.replace('BirdFly', 'F')}parameters.bodySize.ignored = true\n"
    (tmp_path / "annotations.toml").write_text(notes, encoding="utf-8")
    header = parse_header(header_with(function("F", parameters)), PATH)
    plan = lower(header, load_annotations(tmp_path / "annotations.toml"))
    code = printed(plan)["cpp/functions_other.cpp"]
    assert "in_bodySize.Get()" in code
    assert ".GetSize()" not in code


@pytest.mark.parametrize("piece", PIECES[::3], ids=repr)
def test_prose_is_escaped(piece: str, tmp_path: Path) -> None:
    def made(text: str) -> dict[str, str]:
        quoted = "".join(c if c.isalnum() and c.isascii() else f"\\U{ord(c):08x}" for c in text)
        notes = "".join(
            entry.replace('reason = "r"', f'reason = "{quoted}"')
            for entry in (_F, f'{_C}result = {{ doc = "{quoted}" }}\n', f'{_E}tables.T.doc = "{quoted}"\n')
        )
        notes += "tables.T.rows.OrthancPluginTune_A = 1\n"
        (tmp_path / "annotations.toml").write_text(notes, encoding="utf-8")
        plan = lower(parse_header(_HEADER, PATH), load_annotations(tmp_path / "annotations.toml"))
        report = Coverage.of(plan)
        table = report.to_table().body(None)
        assert all(line.isprintable() for line in table)
        assert len(table) == len(report.functions) + 2
        return {**printed(plan), "coverage.md": report.to_markdown()}

    plain, files = made("word"), made(piece)
    assert cpp_skeleton(files) == cpp_skeleton(plain)
    assert stub_skeleton(files["orthanc.pyi"]) == stub_skeleton(plain["orthanc.pyi"])
    assert files["coverage.md"].count("\n") == plain["coverage.md"].count("\n")
    assert "<script" not in files["coverage.md"]
