"""Makes headers of the bare small one and some declarations, and says what came of them."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

from orthanc_codegen.diagnostics import CodegenError, Diagnostic
from orthanc_codegen.lower import Annotations, lower
from orthanc_codegen.parse import parse_header
from orthanc_codegen.plan import ModulePlan

HEADERS = Path(__file__).resolve().parents[1] / "headers"
PATH = "some.h"

_END = b"\n#ifdef __cplusplus\n}"
NOBODY = Annotations("none")


def header_with(declarations: str | bytes) -> bytes:
    """Add declarations at the end of the bare header, from line FIRST on."""
    before, end, after = (HEADERS / "bare.h").read_bytes().rpartition(_END)
    more = declarations.encode() if isinstance(declarations, str) else declarations
    return before + b"\n" + more + end + after


FIRST = header_with("@@").partition(b"@@")[0].count(b"\n") + 1  # the line of the first of them


def function(name: str, parameters: str = "", *, result: str = "OrthancPluginErrorCode") -> str:
    """Declare a function on one line."""
    comma = ", " if parameters else ""
    value = "" if result == "void" else f"return ({result}) 0;"
    return (
        f"ORTHANC_PLUGIN_INLINE {result} OrthancPlugin{name}"
        f"(OrthancPluginContext* context{comma}{parameters}) {{ {value} }}\n"
    )


def plan_of(text: bytes, annotations: Annotations = NOBODY) -> ModulePlan:
    """Plan a header."""
    return lower(parse_header(text, PATH), annotations)


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
