"""The values that a callable returns for the outputs of a callback."""

from __future__ import annotations

from pathlib import Path

import pytest

from orthanc_codegen.plan import Answer
from orthanc_codegen.plan.constants import Enumerator
from orthanc_codegen.plan.conversions import (
    AllocatedBytes,
    Enumeration,
    FilledBytes,
    Flag,
    Float,
    Handle,
    Integer,
    NewBytes,
    NewPayload,
    Ownership,
)
from orthanc_codegen.plan.python_types import result_type

from ....headers.bare import function
from ..snippets import notes, plan
from .declared import CREATE_CHUNK, ENTRY, callback, declare

_CHUNK = NewBytes("OrthancPluginChunk", "OrthancPluginCreateChunk")


@pytest.mark.parametrize(
    ("parameters", "conversion", "filled", "annotation"),
    [
        ("int32_t* x", Integer("int32_t"), ("x",), "int"),
        ("uint8_t* x", Flag("uint8_t"), ("x",), "bool"),
        ("float* x", Float("float"), ("x",), "float"),
        ("OrthancPluginVerb* x", Enumeration("OrthancPluginVerb", "Verb"), ("x",), "Verb"),
        ("OrthancPluginChunk* x", _CHUNK, ("x",), "Buffer | str"),
        ("void** x, int64_t* size", AllocatedBytes(), ("x", "size"), "Buffer | str"),
        ("void** x", NewPayload(""), ("x",), "object"),
        (
            "OrthancPluginBell** x",
            Handle("OrthancPluginBell", "Bell", Ownership.CONSUMED),
            ("x",),
            "Bell | None",
        ),
    ],
)
def test_how_an_output_is_filled(
    parameters: str, conversion: Answer, filled: tuple[str, ...], annotation: str
) -> None:
    ring = function("Ring", "OrthancPluginBell* bell")  # makes the core own bells
    strike = callback(plan(declare(parameters) + CREATE_CHUNK + ring))
    (answer,) = strike.result.answers
    assert (answer.name, answer.c_name, answer.filled) == ("x", "x", filled)
    assert (answer.conversion, result_type(strike)) == (conversion, annotation)
    assert strike.arguments == ()


@pytest.mark.parametrize(
    ("result", "required", "annotation"),
    [
        ("{}", True, "Buffer | str"),
        ('{ none = "OrthancPluginErrorCode_Success" }', False, "_Bytes"),
    ],
)
def test_bytes_must_be_returned_unless_none_says_something(
    result: str, required: bool, annotation: str, tmp_path: Path
) -> None:
    declared = declare("void** x, int64_t* size")
    strike = callback(plan(declared, notes(f"{ENTRY}result = {result}\n", tmp_path)))
    (answer,) = strike.result.answers
    assert (answer.conversion, answer.rejects_none) == (AllocatedBytes(), required)
    assert result_type(strike) == annotation
    code = Enumerator("OrthancPluginErrorCode_Success")
    assert strike.result.none_code == (code if "none" in result else None)


def test_bytes_after_another_answer_may_be_left_out() -> None:
    strike = callback(plan(declare("int32_t* y, OrthancPluginChunk* x") + CREATE_CHUNK))
    assert [(a.optional, a.rejects_none) for a in strike.result.answers] == [(False, False), (True, False)]
    assert (strike.result.fewest_answers, result_type(strike)) == (1, "int | tuple[int, _Bytes] | tuple[int]")


def test_text_that_becomes_a_header_is_checked(tmp_path: Path) -> None:
    module = plan(
        declare("int32_t* y, OrthancPluginChunk* x") + CREATE_CHUNK,
        notes(f'{ENTRY}headers = ["x"]\n', tmp_path),
    )
    strike = callback(module)
    conversion = strike.result.answers[1].conversion
    assert conversion == NewBytes("OrthancPluginChunk", "OrthancPluginCreateChunk", header=True)
    assert result_type(strike) == "int | tuple[int, str | None] | tuple[int]"


def test_memory_that_the_core_has_made(tmp_path: Path) -> None:
    entry = notes(f'{ENTRY}filled = ["x"]\n', tmp_path)
    (answer,) = callback(plan(declare("OrthancPluginChunk* x"), entry)).result.answers
    assert (answer.conversion, answer.doc) == (FilledBytes(), "Exactly as many bytes as requested.")
    assert answer.rejects_none


def test_a_document_that_stands_for_none(tmp_path: Path) -> None:
    entry = notes(f'{ENTRY}result = {{ otherwise = "{{}}" }}\n', tmp_path)
    (answer,) = callback(plan(declare("OrthancPluginChunk* x") + CREATE_CHUNK, entry)).result.answers
    assert answer.conversion == NewBytes("OrthancPluginChunk", "OrthancPluginCreateChunk", otherwise="{}")


def test_a_payload_whose_methods_are_known(tmp_path: Path) -> None:
    declared = (
        "typedef OrthancPluginErrorCode (*OrthancPluginStrike) (void** reader);\n"
        "typedef OrthancPluginErrorCode (*OrthancPluginReaderAdd) (void* reader, const char* text);\n"
        "typedef OrthancPluginErrorCode (*OrthancPluginReaderRun) (void* reader);\n"
    ) + function(
        "RegisterStrike", "OrthancPluginStrike strike, OrthancPluginReaderAdd add, OrthancPluginReaderRun run"
    )
    strikes = {c.name: c for c in plan(declared).callbacks}
    (answer,) = strikes["Strike"].result.answers
    assert answer.conversion == NewPayload("RegisterStrikeReader", ("add", "run"))
    assert result_type(strikes["Strike"]) == "_RegisterStrikeReader"
    entry = notes(ENTRY.replace("Strike", "ReaderAdd") + "optional = true\n", tmp_path)
    strikes = {c.name: c for c in plan(declared, entry).callbacks}
    assert strikes["Strike"].result.answers[0].conversion == NewPayload("RegisterStrikeReader", ("run",))
