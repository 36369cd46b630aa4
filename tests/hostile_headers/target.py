"""The target of all fuzzers: runs all stages on a header, and checks what must hold for any bytes."""

from __future__ import annotations

import ast
import enum
import functools

from orthanc_codegen import ir, pipeline
from orthanc_codegen.coverage import Coverage
from orthanc_codegen.diagnostics import CodegenError
from orthanc_codegen.diff import HeaderDiff
from orthanc_codegen.draft import draft
from orthanc_codegen.dump import to_json
from orthanc_codegen.lower import Annotations, guesses, lower
from orthanc_codegen.parse import parse_header
from orthanc_codegen.verify import Verification, compare_signatures
from orthanc_codegen.verify.abi import program

from .building import PATH, printed, within

SECONDS = 60  # for one input; a real header takes 0.2 s
_interface = functools.cache(pipeline.interface)


class Outcome(enum.Enum):
    """The outcome for an input."""

    REFUSED = "refused with file and line"
    GENERATED = "generated"


def survive(text: bytes, annotations: Annotations) -> Outcome:
    """Run everything on a header, within a time limit."""
    with within(SECONDS):
        return examine(text, annotations)


def examine(text: bytes, annotations: Annotations) -> Outcome:
    """Run everything on a header; raise anything but a diagnostic."""
    try:
        header = parse_header(text, PATH)
        plan = lower(header, annotations)
    except CodegenError as error:
        lines = text.count(b"\n") + text.count(b"\r") + 1
        for problem in error.diagnostics:
            assert problem.file in (PATH, annotations.path), problem
            assert problem.line is None or 0 < problem.line <= lines, problem
            assert str(problem).replace("\n", "").replace("\t", "").isprintable()
        return Outcome.REFUSED
    files = printed(plan)
    ast.parse(files["orthanc.pyi"])
    assert Coverage.of(plan, guesses(header)).total == len(header.functions)
    for value in (header, plan):
        to_json(value).encode()
    _compared(header, files["orthanc.pyi"])
    return Outcome.GENERATED


def _compared(header: ir.Header, stub: str) -> None:
    """Run the code of the commands `diff`, `verify` and `draft`."""
    HeaderDiff.of(_interface(), header).to_markdown()
    Verification.of(_interface(), header, compare_signatures("", stub)).to_json()
    program(header)
    draft(header, _interface())
