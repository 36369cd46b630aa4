"""Says what comes of a header that is made of the bare small one and some declarations."""

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
    """Print every file of a plan as the templates make it, by relative path."""
    return unformatted(plan, spell_module(plan))


def refusal(text: bytes, annotations: Annotations = NOBODY) -> tuple[Diagnostic, ...]:
    """Say why a header is refused; fails when it is not."""
    try:
        plan_of(text, annotations)
    except CodegenError as error:
        assert all(problem.file == PATH for problem in error.diagnostics), error
        return error.diagnostics
    raise AssertionError("the header was taken")


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Fail what takes longer, a wait for a pipe too."""

    def late(_signal: int, _frame: FrameType | None) -> None:
        raise TimeoutError(f"not ready after {seconds} seconds")

    before = signal.signal(signal.SIGALRM, late)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
