"""Runs the generator's stages on headers, and limits the time of a block."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from orthanc_codegen.cpp import spell_module
from orthanc_codegen.diagnostics import CodegenError, Diagnostic
from orthanc_codegen.lower import Annotations, lower
from orthanc_codegen.parse import parse_header
from orthanc_codegen.plan import ModulePlan
from orthanc_codegen.render import unformatted

PATH = "some.h"
NOBODY = Annotations("none")


def plan_of(text: bytes, annotations: Annotations = NOBODY) -> ModulePlan:
    """Plan a header."""
    return lower(parse_header(text, PATH), annotations)


def printed(plan: ModulePlan) -> dict[str, str]:
    """Render every file of a plan without formatting, by relative path."""
    return unformatted(plan, spell_module(plan))


def refusal(text: bytes, annotations: Annotations = NOBODY) -> tuple[Diagnostic, ...]:
    """Return the diagnostics for a header; fail if it is accepted."""
    try:
        plan_of(text, annotations)
    except CodegenError as error:
        assert all(problem.file == PATH for problem in error.diagnostics), error
        return error.diagnostics
    raise AssertionError("the header was accepted")


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Fail if a block takes longer, even while it waits for a pipe."""

    def late(_signal: int, _frame: FrameType | None) -> None:
        raise TimeoutError(f"not ready after {seconds} seconds")

    before = signal.signal(signal.SIGALRM, late)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
